package aws

import (
	"github.com/archlint/archlint/parsers/graph"
)

// throughOf is the NAT gateway, instance or interface that a route inside a table leads to, whose gateway is given.
func throughOf(b Block, gateway Links) Links {
	var out Links
	for _, name := range []string{"nat_gateway_id", "instance_id", "network_interface_id"} {
		l := fieldLink(b, name, "", natGateway, instance, networkInterface)
		out.Items, out.Open = append(out.Items, l.Items...), out.Open || l.Open
		if len(l.Items) > 0 {
			out.Place = l.Place
		}
	}
	return orByGateway(out, gateway)
}

// orByGateway is where a route leads, or, if it names no such thing, the NAT gateway that it names as if that were an
// internet gateway: the API takes the ID of either for the other (Terraform AWS provider, aws_route_table, "NOTE on
// gateway_id and nat_gateway_id").
func orByGateway(through, gateway Links) Links {
	if len(through.Items) > 0 {
		return through
	}
	for _, l := range gateway.Items {
		if l.To != nil && NATGateway.Includes(l.To) == graph.True {
			return gateway
		}
	}
	return through
}

// A Translator is a NAT gateway or instance that subnets send everything through which leaves their VPC.
type Translator struct {
	*graph.Resource
	Served  Zones         // the zones of those subnets; open where there may be others
	Route   graph.Place   // the first route that leads to it
	ByRoute []graph.Place // all of them, each once

	subnets []*graph.Resource // those subnets, as far as it is certain
}

// translators gathers those of a graph.
type translators struct {
	all   []*Translator
	known map[*graph.Resource]*Translator
}

// Translators are those of a graph that a route leads to for certain, in the order of the first subnet that uses them;
// those of which no subnet is known come last.
func Translators(g *graph.Graph) []*Translator {
	type key struct{}
	return graph.Fact(g, key{}, func() []*Translator {
		found := translators{known: map[*graph.Resource]*Translator{}}
		for sub := range Subnet.In(g) {
			found.add(routesFor(sub).ways, sub)
		}
		for a := range RouteTableAssociation.In(g) {
			if l := RouteTableAssociation.Subnet.Of(a); a.Exists == graph.True && !a.Many() && len(l.Items) == 1 && l.Items[0].To != nil {
				continue
			}
			for table := range RouteTableAssociation.Table.Of(a).Targets() {
				if RouteTable.Includes(table) == graph.True {
					found.add(routesOf(table).ways, nil)
				}
			}
		}
		for r := range Route.In(g) {
			if l := Route.Table.Of(r); len(l.Items) == 1 && l.Items[0].To == nil {
				found.add([]wayOut{routeAlone(r)}, nil)
			}
		}
		g.TakeDoubts()
		return found.all
	})
}

// add notes where the routes of a subnet lead, or, without one, of subnets that are not known.
func (ts *translators) add(ways []wayOut, sub *graph.Resource) {
	for _, way := range ways {
		if way.everywhere == graph.False {
			continue
		}
		for _, l := range way.through.Items {
			for _, c := range l.Candidates {
				via := translatorAt(c)
				if via == nil {
					continue
				}
				t := ts.known[via]
				if t == nil {
					t = &Translator{Resource: via, Served: Zones{Edge: graph.False}}
					ts.known[via] = t
					ts.all = append(ts.all, t)
				}
				certain := way.everywhere.And(l.leadsTo(c))
				if sub == nil {
					t.Served.Open = true
				} else {
					certain = certain.And(sub.Exists)
					t.Served.Union(ZonesOfSubnet(sub), certain != graph.True)
				}
				t.told(l.Place, certain)
				if sub != nil && certain == graph.True {
					t.subnets = append(t.subnets, sub)
				}
			}
		}
	}
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

// Dependent is the first fleet by address that runs in several zones and has no other way out than this one, nil where none
// is known.
func (t *Translator) Dependent() *graph.Resource {
	type key struct{}
	return graph.Fact(t.Graph(), key{}, func() map[*graph.Resource]*graph.Resource {
		ways := map[*graph.Resource][]*graph.Resource{} // out of each subnet
		for _, nat := range Translators(t.Graph()) {
			for _, sub := range nat.subnets {
				ways[sub] = append(ways[sub], nat.Resource)
			}
		}
		out := map[*graph.Resource]*graph.Resource{}
		for _, tier := range Tiers(t.Graph()) {
			only := onlyWay(SubnetsOf(tier), ways)
			if only == nil || ZonesOfCompute(tier).AtLeast(2) != graph.True || FleetTier(tier) != graph.True {
				continue
			}
			if old := out[only]; old == nil || tier.Address < old.Address {
				out[only] = tier
			}
		}
		t.Graph().TakeDoubts()
		return out
	})[t.Resource]
}

// onlyWay is the one way out that all of some subnets have; nil where there is another, or where they are not known.
func onlyWay(subnets Links, ways map[*graph.Resource][]*graph.Resource) *graph.Resource {
	var only *graph.Resource
	for _, l := range subnets.Items {
		if l.To == nil || len(ways[l.To]) != 1 || only != nil && only != ways[l.To][0] {
			return nil
		}
		only = ways[l.To][0]
	}
	if subnets.Open {
		return nil
	}
	return only
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

// Regional tells whether it is a regional NAT gateway, which stands in several zones.
func (t *Translator) Regional() graph.Tri {
	if t.IsInstance() {
		return graph.False
	}
	return NATGateway.Mode.Of(t.Resource).Is("regional")
}

// Zones are those in which it stands. Those of a regional NAT gateway are only known where they are chosen by hand.
func (t *Translator) Zones() Zones {
	if t.IsInstance() {
		return ZonesOfCompute(t.Resource)
	}
	if t.Regional() == graph.True {
		chosen, _ := NATGateway.ZoneAddresses.Of(t.Resource)
		return chosen
	}
	return ZonesOfLinks(NATGateway.Subnet.Of(t.Resource))
}

// MissesZones tells whether it serves subnets in a zone other than its own, so that they lose their way out with that. A
// regional NAT gateway follows the subnets into their zones unless it is told which to stand in (Amazon VPC User Guide,
// "Regional NAT gateways").
func (t *Translator) MissesZones() graph.Tri {
	own, regional := t.Zones(), t.Regional()
	if regional != graph.False {
		_, isWritten := NATGateway.ZoneAddresses.Of(t.Resource)
		if isWritten == graph.False || regional == graph.Unknown {
			return regional.And(isWritten)
		}
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
		t.Graph().Doubt(graph.Doubt{Resource: t.Resource, Message: "which subnets leave through " + t.Address + " is not known"})
		out = graph.Unknown
	}
	return out
}
