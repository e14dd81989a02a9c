package aws

import "github.com/archlint/archlint/parsers/graph"

// A keeping is what may keep the data of a kind when its resource is deleted.
type keeping struct {
	kind       Kind
	skips      Attr[bool]   // Terraform: no final snapshot is made
	policy     Attr[string] // CloudFormation's DeletionPolicy
	snapshots  []string     // types of which CloudFormation makes a snapshot where no policy is written
	prevented  Attr[bool]   // Terraform refuses to destroy it
	protection Attr[bool]   // AWS refuses to delete it
}

// keep declares what may keep the data of a kind. The attribute of deletion protection is "" where the kind has none.
func (k Kind) keep(protection [graph.Languages]string, snapshots ...string) *keeping {
	return &keeping{
		kind:       k,
		skips:      k.bool("skip_final_snapshot", ""),
		policy:     k.string("", "@DeletionPolicy"),
		snapshots:  snapshots,
		prevented:  k.bool("@prevent_destroy", ""),
		protection: k.bool(protection[graph.Terraform], protection[graph.CloudFormation]).or(false),
	}
}

// Where nothing is written Terraform makes a final snapshot, or refuses to destroy for want of its name (provider
// documentation: skip_final_snapshot). CloudFormation deletes, but makes a snapshot of RDS clusters and of RDS instances
// that belong to none (CloudFormation User Guide, "DeletionPolicy attribute").
var keepings = []*keeping{
	database.keep([graph.Languages]string{"deletion_protection", "DeletionProtection"}, "AWS::RDS::DBInstance"),
	databaseCluster.keep([graph.Languages]string{"deletion_protection", "DeletionProtection"}, "AWS::RDS::DBCluster"),
	warehouse.keep([graph.Languages]string{}),
	table.keep([graph.Languages]string{"deletion_protection_enabled", "DeletionProtectionEnabled Replicas.DeletionProtectionEnabled"}),
	fileSystem.keep([graph.Languages]string{}),
}

// keepingOf finds what may keep the data of a resource, nil where nothing is said of its kind.
func keepingOf(r *graph.Resource) *keeping {
	for _, k := range keepings {
		if k.kind.Includes(r) != graph.False {
			return k
		}
	}
	return nil
}

// retained tells whether the resource outlives its declaration, because Terraform refuses to destroy it or
// CloudFormation leaves it in place.
func (k *keeping) retained(r *graph.Resource) graph.Tri {
	return k.prevented.Of(r).Is(true).Or(k.policy.Of(r).In("Retain", "RetainExceptOnCreate"))
}

// LostOnDelete tells whether the data of a database or warehouse goes with its resource, without a last snapshot: where
// that is said, and in which words.
func LostOnDelete(r *graph.Resource) (lost graph.Tri, at graph.Place, because string) {
	k := keepingOf(r)
	if k == nil {
		return graph.Unknown, graph.Place{Resource: r}, ""
	}
	if r.Language == graph.Terraform {
		skips := k.skips.Of(r)
		lost, at, because = skips.Is(true), skips.Place, "skip_final_snapshot is true"
	} else {
		policy := k.policy.Of(r)
		at = policy.Place
		switch policy.Written() {
		case graph.True:
			lost, because = policy.Is("Delete"), "its DeletionPolicy is Delete"
		case graph.Unknown:
			lost = graph.Unknown
		default:
			lost, because = graph.True, "CloudFormation makes none for "+r.Type+" unless DeletionPolicy says so"
			for _, t := range k.snapshots {
				if r.Type == t {
					lost = graph.False
				}
			}
		}
	}
	if lost != graph.False {
		lost = lost.And(k.retained(r).Not(), k.protection.Of(r).Is(true).Not())
	}
	return lost, at, because
}

// Protect tells the edit that turns on the deletion protection of a store that has such an attribute.
func Protect(r *graph.Resource) func() (e graph.Edit, ok bool) {
	k := keepingOf(r)
	if k == nil || len(k.protection.paths[r.Language]) == 0 || r.Type == simpleTable {
		return func() (graph.Edit, bool) { return graph.Edit{}, false }
	}
	return k.protection.Of(r).Put(true)
}

// DeletionProtection tells whether AWS refuses to delete a database, cluster or table, or, for what knows no such
// protection, whether it outlives its declaration: off tells in words what is missing. What a published module declares
// cannot be told to outlive it by those who call the module, so of that it is not known.
func DeletionProtection(r *graph.Resource) (protected graph.Tri, at graph.Place, off string) {
	k := keepingOf(r)
	if k == nil {
		return graph.Unknown, graph.Place{Resource: r}, ""
	}
	if len(k.protection.paths[r.Language]) > 0 && r.Type != simpleTable {
		v := k.protection.Of(r)
		return v.Is(true), v.Place, "its deletion protection is off" + v.Because("none")
	}
	if r.Language == graph.Terraform {
		if r.Foreign() && k.retained(r) != graph.True {
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: "the lifecycle of " + r.Address + " cannot be written by those who call its module"})
			return graph.Unknown, graph.Place{Resource: r}, ""
		}
		return k.retained(r), graph.Place{Resource: r}, "its lifecycle does not say prevent_destroy"
	}
	return k.retained(r), k.policy.Of(r).Place, "its DeletionPolicy is not Retain"
}
