package aws

import (
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// TieredStores are the data stores of a graph that should have subnets of their own, by kind and address: databases,
// warehouses, and search domains in a VPC. Caches and file systems lie beside what uses them.
func TieredStores(g *graph.Graph) []*graph.Resource {
	var out []*graph.Resource
	for _, k := range []Kind{database, databaseCluster, warehouse, searchDomain} {
		for r := range k.In(g) {
			if k != searchDomain || SearchDomain.Subnets.Of(r).Any() != graph.False {
				out = append(out, r)
			}
		}
	}
	return out
}

// SharedSubnet is a subnet that a data store has in common with the tiers before it.
type SharedSubnet struct {
	Is   graph.Tri
	In   Link            // of the store
	With *graph.Resource // a load balancer or a web tier
}

// SharesSubnet tells whether a data store may put its instances into a subnet of a load balancer or a web tier, and gives the
// first.
func SharesSubnet(store *graph.Resource) SharedSubnet {
	out := SharedSubnet{Is: graph.False}
	subnets := SubnetsOfStore(store)
	if subnets.Open {
		out.Is = graph.Unknown
	}
	front := frontsOf(store.Graph())
	for _, l := range subnets.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			out.Is = out.Is.Or(graph.Unknown)
			continue
		}
		users := front.of[l.To]
		i := slices.IndexFunc(users, func(r *graph.Resource) bool { return r.With(store).Or(store.With(r)) == graph.True })
		if i >= 0 && l.Exists == graph.True {
			return SharedSubnet{graph.True, l, users[i]}
		}
		if len(users) > 0 {
			out.Is = out.Is.Or(graph.Unknown)
		}
	}
	if out.Is == graph.False && front.vague != nil && len(subnets.Items) > 0 {
		store.Graph().Doubt(graph.Doubt{Resource: front.vague, Message: "the subnets of " + front.vague.Address + " are not known"})
		out.Is = graph.Unknown
	}
	return out
}

// frontsBySubnet are the load balancers and web tiers of a graph by the subnets that they certainly have.
type frontsBySubnet struct {
	of    map[*graph.Resource][]*graph.Resource
	vague *graph.Resource // the first of which not all subnets are known; nil where there is none
}

func frontsOf(g *graph.Graph) frontsBySubnet {
	type key struct{}
	return graph.Fact(g, key{}, func() frontsBySubnet {
		const most = 8 // of one subnet: they only differ where some may not exist
		out := frontsBySubnet{of: map[*graph.Resource][]*graph.Resource{}}
		add := func(r *graph.Resource, subnets Links) {
			vague := subnets.Open
			for _, l := range subnets.Items {
				switch {
				case l.To == nil:
					vague = true
				case l.Exists == graph.True && len(out.of[l.To]) < most:
					out.of[l.To] = append(out.of[l.To], r)
				}
			}
			if vague && out.vague == nil {
				out.vague = r
			}
		}
		for _, lb := range LoadBalancersOf(g) {
			add(lb, placedIn(lb))
		}
		for _, tier := range Tiers(g) {
			if Web(tier) == graph.True {
				add(tier, startsIn(tier))
			}
		}
		g.TakeDoubts()
		return out
	})
}
