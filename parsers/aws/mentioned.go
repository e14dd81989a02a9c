package aws

import (
	"iter"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A mentioning is a place where a resource is referred to.
type mentioning struct {
	from      *graph.Resource
	attribute string // of the one that is mentioned
	at        string // the attribute of from where that stands
}

// waits tells whether the one only waits for the other to be there.
func (m mentioning) waits() bool { return m.at == "depends_on" || m.at == "DependsOn" }

// mentionedIn yields where others refer to a resource, in whatever attribute. It walks all that is written: ask it last.
func mentionedIn(r *graph.Resource) iter.Seq[mentioning] {
	return func(yield func(mentioning) bool) {
		for from, m := range r.Graph().Mentioning(r) {
			if !yield(mentioning{from, m.Ref.Attribute, m.Attribute}) {
				return
			}
		}
	}
}

// watchers begin the types of what refers to a database without reading from it: alarms, scaling, events, backups, and
// its own parts.
var watchers = []string{
	"aws_cloudwatch_", "aws_appautoscaling_", "aws_backup_", "aws_db_", "aws_rds_", "aws_docdb_", "aws_neptune_",
	"AWS::CloudWatch::", "AWS::ApplicationAutoScaling::", "AWS::Backup::", "AWS::RDS::", "AWS::DocDB::", "AWS::Neptune::",
}

func watches(r *graph.Resource) bool {
	for _, w := range watchers {
		if strings.HasPrefix(r.Type, w) {
			return true
		}
	}
	return false
}

// addresses are the attributes that tell where a database, or the readers of a cluster, can be reached; readers of a
// cluster have one of their own.
var addresses, readerAddresses = []string{"", "endpoint", "address", "hosted_zone_id", "Endpoint.Address"}, []string{"", "reader_endpoint", "ReadEndpoint.Address", "ReadEndpoint"}

// addressed tells whether something takes one of a resource's addresses. What refers to it otherwise may find its
// address: Unknown.
func addressed(r *graph.Resource, by []string) graph.Tri {
	out := graph.False
	for m := range mentionedIn(r) {
		if m.waits() {
			continue
		}
		switch {
		case slices.Contains(by, m.attribute) && !watches(m.from):
			return graph.True
		case !watches(m.from) && identity(m.attribute) && !addressOf(m.attribute):
			out = graph.Unknown
			r.Graph().Doubt(graph.Doubt{Resource: m.from, Message: m.from.Address + " refers to " + r.Address})
		}
	}
	return out
}

// addressOf tells whether an attribute is an address of a database, of its writer or its readers.
func addressOf(attribute string) bool {
	return slices.Contains(addresses, attribute) || slices.Contains(readerAddresses, attribute)
}

// IdleReaders tells whether a database has a reader and a consumer that is configured with the database's own address,
// while nothing takes the address of the reader.
func IdleReaders(db *graph.Resource) (idle graph.Tri, reader, consumer *graph.Resource) {
	cluster := DatabaseCluster.Includes(db) == graph.True
	set, all := ReplicaSet(db)
	wanted := 1
	if cluster {
		wanted = 2 // one of the instances is the writer
	}
	if len(all) < wanted || set.AtLeast(wanted) == graph.False {
		return graph.False, nil, nil
	}
	consumers := configuredWith(db.Graph())[db]
	if len(consumers) == 0 {
		return graph.False, nil, nil
	}
	consumer = consumers[0]
	reader = all[len(all)-1]
	used := graph.False
	for _, r := range all {
		used = used.Or(addressed(r, addresses))
	}
	if cluster {
		used = used.Or(addressed(db, readerAddresses))
	}
	if used == graph.True {
		return graph.False, nil, nil
	}
	for _, r := range slices.Concat(all, []*graph.Resource{db}) {
		if r != db || cluster {
			used = used.Or(r.Graph().Offered(r), r.Graph().Hides(r))
		}
		if r != db {
			used = used.Or(r.Graph().PutOut(r))
		} else if cluster {
			used = used.Or(r.Graph().PutOutAs(r, readerAddresses...))
		}
	}
	return set.AtLeast(wanted).And(used.Not()), reader, consumer
}

// GlobalClusterAlone tells whether a global cluster has one member. A member in another region stands in another stack,
// or under another provider configuration: where one may, it is Unknown.
func GlobalClusterAlone(global *graph.Resource) (alone graph.Tri, member *graph.Resource) {
	g := global.Graph()
	var set graph.Set
	add := func(r *graph.Resource, certain graph.Tri) {
		set.Add(graph.Member{Key: r.Address, Possible: certain != graph.True})
		member = r
	}
	for _, b := range DatabaseCluster.Global.Into(global).Items {
		add(b.From, b.Certain)
	}
	source := GlobalCluster.Source.Of(global)
	for _, l := range source.Items {
		if l.To != nil {
			add(l.To, l.Exists)
		}
	}
	if member == nil {
		return graph.False, nil // its members are out of sight
	}
	alone = set.AtLeast(2).Not()
	if alone == graph.False {
		return alone, member
	}
	others := graph.Known(otherProviders(global)).Or(g.Offered(global), g.Hides(global))
	if others == graph.True {
		g.Doubt(graph.Doubt{Resource: global, Message: "a provider for another region may hold further members of " + global.Address})
	}
	if global.Language == graph.CloudFormation && GlobalCluster.Name.Of(global).Written() != graph.False {
		g.Doubt(graph.Doubt{Resource: global, Message: "a stack in another region may join " + global.Address + " by its name"})
		others = graph.Unknown
	}
	if others != graph.False {
		return graph.Unknown, member
	}
	return alone, member
}

// otherProviders tells whether the graph holds resources of other configurations of the same provider.
func otherProviders(r *graph.Resource) bool {
	type key struct{}
	names := graph.Fact(r.Graph(), key{}, func() map[string]bool {
		out := map[string]bool{}
		for _, o := range r.Graph().Resources() {
			if o.Mode == graph.Managed && strings.HasPrefix(o.Provider, "aws") {
				out[o.Provider] = true
			}
		}
		return out
	})
	return len(names) > 1
}
