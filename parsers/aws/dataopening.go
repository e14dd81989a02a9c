package aws

import (
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// DataTier are the data stores of a graph that listen in a VPC, and the proxies of databases, by kind and address.
func DataTier(g *graph.Graph) []*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() []*graph.Resource {
		var out []*graph.Resource
		for _, k := range []Kind{database, databaseCluster, databaseProxy, replicationGroup, cacheCluster, serverlessCache, memoryDB, warehouse, searchDomain, mountTarget, fsx} {
			for r := range k.In(g) {
				if searchDomain.Includes(r) == graph.True && SearchDomain.Subnets.Of(r).Any() == graph.False {
					continue // its endpoint is on the internet, and no security group guards it
				}
				out = append(out, r)
			}
		}
		return out
	})
}

// NetworkFiles tells whether a store is a file system.
func NetworkFiles(store *graph.Resource) bool {
	return MountTarget.Includes(store) == graph.True || FSx.Includes(store) == graph.True
}

// A DataOpening is what the security groups of a store let in on its port that they should not.
type DataOpening struct {
	Admission
	Nobody bool // the rule names neither a group nor a range
}

// DataOpeningOf tells whether a store takes its port from anywhere, or from a range of its VPC instead of security groups,
// or by a rule that admits nobody.
func DataOpeningOf(store *graph.Resource) DataOpening {
	out := DataOpening{Admission: Admission{Is: graph.False}}
	if AdmitsOnlyMembers(store) == graph.True {
		return out
	}
	groups := SecurityGroupsOf(store)
	if groups.Open {
		out.Is = graph.Unknown
	}
	ports := portsOf(store)
	if ports == nil {
		store.Graph().Doubt(graph.Doubt{Resource: store, Message: "the port of " + store.Address + " is not known"})
	}
	for _, l := range groups.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			out.worse(Admission{Is: graph.Unknown})
			continue
		}
		rules := IngressOf(l.To)
		if rules.Open {
			doubtIngress(l.To)
			out.worse(Admission{Is: graph.Unknown})
		}
		for _, rule := range rules.Items {
			takes := rule.opens(store, ports)
			if ports == nil && takes == graph.False {
				takes = rule.unknownPort()
			}
			if takes = takes.And(l.Exists); takes != graph.False {
				out.judge(rule, l.To, takes)
			}
		}
	}
	return out
}

// judge looks at whom a rule admits that opens the store's port as certainly as is said.
func (d *DataOpening) judge(rule Ingress, group *graph.Resource, takes graph.Tri) {
	if rule.Prefixes != graph.False {
		r := rule.Place.Resource
		r.Graph().Doubt(graph.Doubt{Resource: r, Message: "a prefix list that " + r.Address + " admits is not in sight"})
		d.worse(Admission{Is: graph.Unknown})
	}
	if rule.admitsNobody() == graph.True && takes == graph.True && d.Is != graph.True {
		d.Admission, d.Nobody = Admission{Is: graph.True, Ports: rule.ports(), Group: group, Rule: rule.Place, Place: rule.Place}, true
	}
	for _, s := range rule.CIDRs {
		found := Admission{Ports: rule.ports(), Group: group, Rule: rule.Place, Place: s.Place}
		switch everywhere := s.everywhere(); {
		case everywhere == graph.True:
			found.Is, found.From, found.Wide = takes, "everybody ("+s.String()+")", true
		case s.lone():
			continue
		default:
			found.Is, found.From = takes.And(s.inVPC(group)), s.String()
		}
		was := d.Admission
		if d.worse(found); d.Is == graph.True && (was.Is != graph.True || d.Wide != was.Wide) {
			d.Nobody = false
		}
	}
}

// admitsNobody tells whether the rule names no source at all.
func (in Ingress) admitsNobody() graph.Tri {
	if len(in.CIDRs) > 0 || in.OfAWS || in.Prefixes != graph.False {
		return graph.False
	}
	return in.Groups.Any().Or(in.Self).Not()
}

// worldDataPorts are the ports of databases and caches that no compute should offer to everybody: SQL Server, Oracle,
// MySQL, PostgreSQL, Redis, Cassandra, Elasticsearch, Memcached and MongoDB.
var worldDataPorts = append(slices.Clone(databasePorts), 11211)

// DataPortToWorld tells whether compute takes the port of a database or cache from anywhere, by a rule that was made for
// few ports. A rule for every port says nothing of what listens.
func DataPortToWorld(compute *graph.Resource) Admission {
	out := Admission{Is: graph.False}
	if AdmitsOnlyMembers(compute) == graph.True {
		return out
	}
	groups := SecurityGroupsOf(compute)
	if groups.Open {
		out.Is = graph.Unknown
	}
	for _, l := range groups.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			out.worse(Admission{Is: graph.Unknown})
			continue
		}
		type key struct{ group *graph.Resource }
		one := graph.Fact(l.To.Graph(), key{l.To}, func() Admission { return dataPortToWorld(l.To) })
		one.Is = one.Is.And(l.Exists)
		out.worse(one)
	}
	return out
}

func dataPortToWorld(group *graph.Resource) Admission {
	out := Admission{Is: graph.False}
	rules := IngressOf(group)
	if rules.Open {
		doubtIngress(group)
		out.Is = graph.Unknown
	}
	for _, rule := range rules.Items {
		takes := rule.anyPort(worldDataPorts)
		if takes == graph.False {
			continue
		}
		if !rule.forFewPorts() {
			continue
		}
		for _, s := range rule.CIDRs {
			out.worse(Admission{Is: takes.And(s.everywhere()), Wide: true, Ports: rule.ports(), From: "everybody (" + s.String() + ")", Group: group, Rule: rule.Place, Place: s.Place})
		}
	}
	return out
}

// ServerOpening tells whether compute on which a database or cache runs takes the port of that from a range of its VPC
// instead of security groups, by a rule that was made for few ports, and which server it is.
func ServerOpening(compute *graph.Resource) (Admission, Server) {
	out, which := Admission{Is: graph.False}, Server{}
	for _, server := range ServersOn(compute) {
		if server.Certain != graph.True || server.Port == 0 {
			continue
		}
		for _, l := range SecurityGroupsOf(compute).Items {
			if l.To == nil {
				continue
			}
			for _, rule := range IngressOf(l.To).Items {
				takes := rule.port(server.Port).And(l.Exists)
				if takes == graph.False || !rule.forFewPorts() {
					continue
				}
				for _, s := range rule.CIDRs {
					if s.everywhere() == graph.True || s.lone() {
						continue
					}
					was := out.Is
					out.worse(Admission{Is: takes.And(s.inVPC(l.To)), Ports: rule.ports(), From: s.String(), Group: l.To, Rule: rule.Place, Place: s.Place})
					if out.Is != was {
						which = server
					}
				}
			}
		}
	}
	return out, which
}
