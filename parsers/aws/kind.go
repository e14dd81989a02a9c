package aws

import (
	"iter"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Kind is a kind of resource, the same in both languages.
type Kind struct{ *kindFacts }

// kindFacts are what is known of a kind. Kinds are pointers to them, so that kinds can point at each other.
type kindFacts struct {
	name  string                          // "AutoScalingGroup"
	types [graph.Languages][]string       // the type names that may be of this kind
	when  func(*graph.Resource) graph.Tri // tells kinds apart that share a type name; nil where none do
	names [graph.Languages][]path         // attributes that a literal name elsewhere may mean
	paths [graph.Languages][]path         // every path of the kind's attributes and edges, for the tests
	edges []Edge                          // those that start here
}

var (
	kinds   []Kind
	byTypes [graph.Languages]map[string][]Kind
)

// kind declares a kind: its name and its type names in Terraform and CloudFormation, separated by spaces.
func kind(name, terraform, cloudFormation string) Kind {
	k := Kind{&kindFacts{name: name}}
	for l, types := range [graph.Languages]string{terraform, cloudFormation} {
		if byTypes[l] == nil {
			byTypes[l] = map[string][]Kind{}
		}
		k.types[l] = strings.Fields(types)
		for _, t := range k.types[l] {
			byTypes[l][t] = append(byTypes[l][t], k)
		}
	}
	kinds = append(kinds, k)
	return k
}

// only restricts the kind to the resources for which the predicate does not answer False.
func (k Kind) only(when func(*graph.Resource) graph.Tri) Kind {
	k.when = when
	return k
}

// named lists the attributes by whose value others may name a resource of this kind.
func (k Kind) named(terraform, cloudFormation string) Kind {
	for l, paths := range [graph.Languages]string{terraform, cloudFormation} {
		for _, p := range strings.Fields(paths) {
			k.names[l] = append(k.names[l], parsePath(p))
		}
	}
	return k
}

// String is the kind's name, "AutoScalingGroup".
func (k Kind) String() string { return k.name }

// Includes tells whether the resource, or data source, is of this kind.
func (k Kind) Includes(r *graph.Resource) graph.Tri {
	if r == nil || r.Mode == graph.Module {
		return graph.False
	}
	for _, t := range k.types[r.Language] {
		if t == r.Type {
			if k.when == nil {
				return graph.True
			}
			return k.when(r)
		}
	}
	return graph.False
}

// In gives the managed resources of this kind, and those that may be of it, in the order of their types and
// addresses.
func (k Kind) In(g *graph.Graph) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, t := range k.types[g.Language] {
			for _, r := range g.OfType(t) {
				if r.Mode == graph.Managed && (k.when == nil || k.when(r) != graph.False) && !yield(r) {
					return
				}
			}
		}
	}
}

// imported gives the resources of this kind that other units manage.
func (k Kind) imported(g *graph.Graph) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, t := range k.types[g.Language] {
			for _, r := range g.OfType(t) {
				if r.Mode == graph.Imported && (k.when == nil || k.when(r) != graph.False) && !yield(r) {
					return
				}
			}
		}
	}
}

// KindName is the name of the kind that a resource certainly is of, or "" where the vocabulary has none.
func KindName(r *graph.Resource) string {
	for _, k := range byTypes[r.Language][r.Type] {
		if k.Includes(r) == graph.True {
			return k.name
		}
	}
	return ""
}

// byName finds the resources of a kind that carry a literal name, or whose name ends an ARN.
func (k Kind) byName(g *graph.Graph, name string) []*graph.Resource {
	type key struct{ *kindFacts }
	index := graph.Fact(g, key{k.kindFacts}, func() map[string][]*graph.Resource {
		out := map[string][]*graph.Resource{}
		for r := range k.In(g) {
			for _, p := range k.names[g.Language] {
				if v := p.find(r); v.state == written {
					if s, ok := textOf(v.value); ok {
						out[s] = append(out[s], r)
					}
				}
			}
		}
		return out
	})
	if found := index[name]; found != nil || !endsInName(name) {
		return found
	}
	if of, ok := strings.CutPrefix(name, tablePrefix); ok { // the name of an index may follow
		of, _, _ = strings.Cut(of, "/")
		return index[of]
	}
	return index[name[strings.LastIndexAny(name, ":/")+1:]]
}

// tablePrefix begins the ID of a table, or of one of its indexes, as a scalable target.
const tablePrefix = "table/"

// nameBefore are the beginnings of texts that name a resource by a later part: an ARN, or the ID by which a scalable
// target or a scaling plan names what it scales (Application Auto Scaling API Reference, RegisterScalableTarget:
// ResourceId; AWS Auto Scaling API Reference, ScalingInstruction: ResourceId).
var nameBefore = []string{"arn:", "service/", "autoScalingGroup/", "replication-group/", tablePrefix}

func endsInName(text string) bool {
	return slices.ContainsFunc(nameBefore, func(begin string) bool { return strings.HasPrefix(text, begin) })
}
