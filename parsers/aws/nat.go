package aws

import (
	"github.com/archlint/archlint/parsers/graph"
)

// throughOf is the NAT gateway, instance or interface that a route inside a table leads to.
func throughOf(b Block) Links {
	var out Links
	for _, name := range []string{"nat_gateway_id", "instance_id", "network_interface_id"} {
		l := fieldLink(b, name, "", natGateway, instance, networkInterface)
		out.Items, out.Open = append(out.Items, l.Items...), out.Open || l.Open
		if len(l.Items) > 0 {
			out.Place = l.Place
		}
	}
	return out
}

// A Translator is a NAT gateway or instance that subnets send everything through which leaves their VPC.
type Translator struct {
	*graph.Resource
	Served  Zones         // the zones of those subnets
	Route   graph.Place   // the first route that leads to it
	ByRoute []graph.Place // all of them, each once
}

// Translators are those of a graph that a route leads to for certain, in the order of the first subnet that uses them.
func Translators(g *graph.Graph) []*Translator {
	type key struct{}
	return graph.Fact(g, key{}, func() []*Translator {
		var out []*Translator
		known := map[*graph.Resource]*Translator{}
		for sub := range Subnet.In(g) {
			for _, way := range routesFor(sub).ways {
				if way.everywhere == graph.False {
					continue
				}
				for _, l := range way.through.Items {
					for _, c := range l.Candidates {
						via := translatorAt(c)
						if via == nil {
							continue
						}
						t := known[via]
						if t == nil {
							t = &Translator{Resource: via, Served: Zones{Edge: graph.False}}
							known[via] = t
							out = append(out, t)
						}
						certain := way.everywhere.And(l.leadsTo(c), sub.Exists)
						t.Served.Union(ZonesOfSubnet(sub), certain != graph.True)
						t.told(l.Place, certain)
					}
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}

// told notes a route.
func (t *Translator) told(at graph.Place, certain graph.Tri) {
	if certain != graph.True {
		return
	}
	if t.Route.Resource == nil {
		t.Route = at
	}
	for _, o := range t.ByRoute {
		if o.Resource == at.Resource && o.Range() == at.Range() {
			return
		}
	}
	const most = 16
	if len(t.ByRoute) < most {
		t.ByRoute = append(t.ByRoute, at)
	}
}

// translatorAt is what a route's target belongs to: the NAT gateway or instance itself, or the instance that has the
// interface; nil where that is not known.
func translatorAt(r *graph.Resource) *graph.Resource {
	if NetworkInterface.Includes(r) != graph.True {
		return r
	}
	owners := instancesOf(r)
	if len(owners.Items) != 1 || owners.Items[0].Certain != graph.True {
		return nil
	}
	return owners.Items[0].From
}

// IsInstance tells whether it is an instance rather than a NAT gateway.
func (t *Translator) IsInstance() bool { return Instance.Includes(t.Resource) == graph.True }

// Zones are those in which it stands.
func (t *Translator) Zones() Zones {
	if t.IsInstance() {
		return ZonesOfCompute(t.Resource)
	}
	return ZonesOfLinks(NATGateway.Subnet.Of(t.Resource))
}

// MissesZones tells whether it serves subnets in a zone other than its own, so that they lose their way out with that. A
// regional NAT gateway follows the subnets into their zones unless it is told which to stand in (Amazon VPC User Guide,
// "Regional NAT gateways").
func (t *Translator) MissesZones() graph.Tri {
	own := t.Zones()
	regional := graph.False
	if !t.IsInstance() {
		regional = NATGateway.Mode.Of(t.Resource).Is("regional")
	}
	if regional != graph.False {
		chosen, isWritten := NATGateway.ZoneAddresses.Of(t.Resource)
		if isWritten == graph.False || regional == graph.Unknown {
			return regional.And(isWritten)
		}
		own = chosen
	}
	if t.Served.Edge != graph.False || own.Edge != graph.False {
		return graph.Unknown
	}
	if regional == graph.False {
		if several := t.Served.AtLeast(2); several == graph.True {
			return several
		}
	}
	out := graph.False
	for _, m := range t.Served.Members {
		misses := own.Has(m).Not()
		if m.Possible {
			misses = misses.And(graph.Unknown)
		}
		out = out.Or(misses)
	}
	if out == graph.False && t.Served.Open {
		out = graph.Unknown
	}
	return out
}
