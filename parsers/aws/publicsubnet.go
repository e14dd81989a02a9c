package aws

import (
	"net/netip"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// PublicSubnet tells whether a subnet is public: its own route table, else its VPC's main one, sends everything to an
// internet gateway (Amazon VPC User Guide, "Subnets for your VPC": subnet types). A NAT or transit gateway, an
// egress-only internet gateway and a firewall endpoint make no subnet public. Where the table is out of sight it is
// Unknown.
func PublicSubnet(sub *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(sub.Graph(), key{sub}, func() graph.Tri { return toInternet(routesFor(sub)) })
}

// routesFor are the routes of the table that a subnet uses, its own or its VPC's main one; open where that is out of sight.
func routesFor(sub *graph.Resource) waysOut {
	type key struct{ r *graph.Resource }
	return graph.Fact(sub.Graph(), key{sub}, func() waysOut {
		if sub.Mode != graph.Managed {
			return tableDoubt(sub)
		}
		associations := RouteTableAssociation.Subnet.Into(sub)
		if len(associations.Items) > 0 { // a subnet has one
			return byAssociation(sub, associations.Items[0])
		}
		if len(associations.Open) > 0 || sub.Graph().Hides(sub) != graph.False {
			return tableDoubt(sub)
		}
		if sub.Type == defaultSubnet {
			return defaultVPCRoutes(sub.Graph())
		}
		for v := range Subnet.VPC.Of(sub).Targets() {
			return mainRoutes(v)
		}
		return tableDoubt(sub)
	})
}

// byAssociation are the routes of the table that a subnet is associated with.
func byAssociation(sub *graph.Resource, association Back) waysOut {
	if association.Certain != graph.True {
		return tableDoubt(sub)
	}
	for t := range RouteTableAssociation.Table.Of(association.From).Targets() {
		if VPC.Includes(t) == graph.True { // associated with the main table by name
			return mainRoutes(t)
		}
		return routesOf(t)
	}
	return tableDoubt(sub)
}

// The types by which Terraform adopts what AWS made with the account: the default VPC and its subnets.
const (
	defaultSubnet = "aws_default_subnet"
	defaultVPC    = "aws_default_vpc"
)

func tableDoubt(sub *graph.Resource) waysOut {
	sub.Graph().Doubt(graph.Doubt{Resource: sub, Message: "the route table of " + sub.Address + " is not known"})
	return waysOut{open: true}
}

// OnlyInternetGateway tells whether an internet gateway is the only way out of a VPC: no route to everywhere leads
// through NAT, a transit gateway or the like, and no NAT gateway stands in it.
func OnlyInternetGateway(v *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(v.Graph(), key{v}, func() graph.Tri {
		if v.Mode != graph.Managed || v.Graph().Hides(v) != graph.False {
			v.Graph().Doubt(graph.Doubt{Resource: v, Message: "the routes of " + v.Address + " are not known"})
			return graph.Unknown
		}
		other := natsByVPC(v.Graph())[v]
		main := mainRoutes(v)
		other = other.Or(main.otherWay())
		tables := RouteTable.VPC.Into(v)
		for _, t := range tables.Items {
			other = other.Or(t.Certain.And(routesOf(t.From).otherWay()))
		}
		return other.Not()
	})
}

// natsByVPC tells of each VPC in which a NAT gateway may stand whether one does.
func natsByVPC(g *graph.Graph) map[*graph.Resource]graph.Tri {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource]graph.Tri {
		out := map[*graph.Resource]graph.Tri{}
		for nat := range NATGateway.In(g) {
			for s := range NATGateway.Subnet.Of(nat).Targets() {
				for v := range Subnet.VPC.Of(s).Targets() {
					out[v] = out[v].Or(nat.Exists)
				}
			}
		}
		for v := range VPC.In(g) {
			if _, there := out[v]; !there {
				out[v] = graph.False
			}
		}
		g.TakeDoubts()
		return out
	})
}

// A wayOut is one route of a route table.
type wayOut struct {
	everywhere graph.Tri // it is for every address, or for a list of ranges
	ipv4       graph.Tri // it is for every IPv4 address, or for a list of ranges
	internet   graph.Tri // it leads to an internet gateway
	through    Links     // the NAT gateway, instance or interface that it leads to
	place      graph.Place
}

// waysOut are the routes of one table; open where there may be others.
type waysOut struct {
	ways  []wayOut
	open  bool
	table *graph.Resource // where the routes stand; nil where nothing in sight stands for that
}

// toInternet tells whether everything is sent to an internet gateway.
func toInternet(w waysOut) graph.Tri {
	out := graph.False
	if w.open {
		out = graph.Unknown
	}
	for _, way := range w.ways {
		out = out.Or(way.everywhere.And(way.internet))
	}
	return out
}

// closed tells whether no request from the internet can reach what uses the table: nothing is sent to an internet gateway, and
// nothing but NAT gateways takes what leaves. A firewall's endpoint or an instance may stand between the two.
func (w waysOut) closed() graph.Tri {
	out := toInternet(w).Not()
	for _, way := range w.ways {
		if way.everywhere == graph.False || way.internet == graph.True {
			continue
		}
		nat := graph.Known(len(way.through.Items) > 0 && !way.through.Open)
		for _, l := range way.through.Items {
			nat = nat.And(NATGateway.Includes(l.To))
		}
		if nat != graph.True {
			if r := way.place.Resource; r != nil {
				r.Graph().Doubt(graph.Doubt{Resource: r, Message: "where a route of " + r.Address + " leads in the end is not known"})
			}
			out = out.And(graph.Unknown)
		}
	}
	return out
}

// otherWay tells whether there is a way out that is no internet gateway.
func (w waysOut) otherWay() graph.Tri {
	out := graph.False
	if w.open {
		out = graph.Unknown
	}
	for _, way := range w.ways {
		out = out.Or(way.everywhere.And(way.internet.Not()))
	}
	return out
}

// routesOf gathers the routes of a route table: those that stand in it and those that are resources of their own.
func routesOf(table *graph.Resource) waysOut {
	type key struct{ r *graph.Resource }
	return graph.Fact(table.Graph(), key{table}, func() waysOut {
		out := waysOut{table: table}
		if table.Mode != graph.Managed || table.Graph().Hides(table) != graph.False {
			out.open = true
			table.Graph().Doubt(graph.Doubt{Resource: table, Message: "the routes of " + table.Address + " are not known"})
		}
		inline := RouteTable.Routes.Of(table)
		out.open = out.open || inline.Open
		for _, b := range inline.Items {
			gateway := fieldLink(b, "gateway_id", "", internetGateway, natGateway)
			out.ways = append(out.ways, wayOut{
				everywhere: wide(fieldValue(b, "cidr_block", ""), fieldValue(b, "ipv6_cidr_block", ""), fieldValue(b, "destination_prefix_list_id", "")),
				ipv4:       wide(fieldValue(b, "cidr_block", ""), fieldValue(b, "destination_prefix_list_id", "")),
				internet:   leadsToInternet(gateway, fieldValue(b, "gateway_id", "")),
				through:    throughOf(b, gateway), place: b.Place})
		}
		out.add(Route.Table.Into(table))
		return out
	})
}

// mainRoutes are the routes of a VPC's main table: of the table that is made the main one, else of the one that AWS
// makes with the VPC, which is empty in a VPC of one's own and leads to an internet gateway in the default VPC (Amazon
// VPC User Guide, "Default VPC components").
func mainRoutes(v *graph.Resource) waysOut {
	type key struct{ r *graph.Resource }
	return graph.Fact(v.Graph(), key{v}, func() waysOut {
		out := waysOut{table: v}
		if v.Mode != graph.Managed || v.Graph().Hides(v) != graph.False {
			v.Graph().Doubt(graph.Doubt{Resource: v, Message: "the main route table of " + v.Address + " is not known"})
			return waysOut{open: true}
		}
		chosen := MainRouteTableAssociation.VPC.Into(v)
		if len(chosen.Items) > 0 { // a VPC has one
			b := chosen.Items[0]
			for t := range MainRouteTableAssociation.Table.Of(b.From).Targets() {
				if b.Certain == graph.True {
					return routesOf(t)
				}
			}
			return waysOut{open: true}
		}
		adopted := RouteTable.Main.Into(v)
		out.open = len(chosen.Open)+len(adopted.Open) > 0 || lookedUp(v)
		for _, b := range adopted.Items {
			if b.Certain != graph.True {
				return waysOut{open: true}
			}
			routes := routesOf(b.From)
			out.ways, out.open = append(out.ways, routes.ways...), out.open || routes.open
		}
		if v.Type == defaultVPC && len(adopted.Items) == 0 {
			out.ways = append(out.ways, defaultWay)
		}
		out.add(Route.Table.Into(v))
		return out
	})
}

// lookedUp tells whether a data source may find the main table of a VPC, so that routes may be added to it by that.
func lookedUp(v *graph.Resource) bool {
	for _, t := range v.Graph().OfType("aws_route_table") {
		if t.Mode != graph.Data {
			continue
		}
		if of := RouteTable.VPC.Of(t); of.Any() == graph.False || of.LeadsTo(v) != graph.False {
			v.Graph().Doubt(graph.Doubt{Resource: v, Message: t.Address + " may find the main route table of " + v.Address})
			return true
		}
	}
	return false
}

// defaultVPCRoutes are the routes of the default VPC's main table, whether or not the VPC is adopted.
func defaultVPCRoutes(g *graph.Graph) waysOut {
	for _, v := range g.OfType(defaultVPC) {
		return mainRoutes(v)
	}
	return waysOut{ways: []wayOut{defaultWay}}
}

// defaultWay is the route by which a default VPC reaches the internet.
var defaultWay = wayOut{everywhere: graph.True, ipv4: graph.True, internet: graph.True}

// add takes up the routes that stand as resources of their own.
func (w *waysOut) add(b Backs) {
	w.open = w.open || len(b.Open) > 0
	for _, i := range b.Items {
		r := i.From
		if i.Certain != graph.True {
			w.open = true
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: r.Address + " may not exist, or may stand in another table"})
			continue
		}
		w.ways = append(w.ways, routeAlone(r))
	}
}

// routeAlone reads a route that stands as a resource of its own.
func routeAlone(r *graph.Resource) wayOut {
	var destinations []cty.Value
	for _, name := range routeDestinations[r.Language] {
		destinations = append(destinations, r.Attribute(name))
	}
	gateway := Route.Gateway.Of(r)
	named := r.Attribute([graph.Languages]string{"gateway_id", "GatewayId"}[r.Language])
	return wayOut{wide(destinations...), wide(destinations[0], destinations[2]), leadsToInternet(gateway, named), orByGateway(Route.Through.Of(r), gateway), graph.Place{Resource: r}}
}

var routeDestinations = [graph.Languages][]string{
	graph.Terraform:      {"destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"},
	graph.CloudFormation: {"DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"},
}

// wide tells whether one of a route's destinations is everywhere; the last is a list of ranges, and wide.
func wide(destinations ...cty.Value) graph.Tri {
	out := graph.False
	for i, v := range destinations {
		u, _ := v.Unmark()
		text, known := textOf(v)
		switch {
		case u.IsNull() || known && text == "":
		case i == len(destinations)-1:
			out = out.Or(present(v))
		case known:
			p, err := netip.ParsePrefix(text)
			out = out.Or(graph.Known(err == nil && p.Bits() == 0))
		default:
			out = out.Or(graph.Unknown)
		}
	}
	return out
}

// leadsToInternet tells whether a route's gateway is an internet gateway: by what it refers to, or by the prefix of its
// ID.
func leadsToInternet(l Links, v cty.Value) graph.Tri {
	for t := range l.Targets() {
		return InternetGateway.Includes(t)
	}
	if text, known := textOf(v); known && text != "" {
		return graph.Known(strings.HasPrefix(text, "igw-"))
	}
	if len(l.Items) == 0 && !l.Open {
		return graph.False
	}
	for _, i := range l.Items {
		if len(i.Candidates) > 0 && !i.Open { // one of several internet gateways
			return i.Exists
		}
	}
	for _, ref := range graph.Refs(v) {
		if !ref.Possible && len(l.Place.Resource.Graph().Targets(ref)) > 0 && identity(ref.Attribute) && !mayBeInternetGateway(l.Place.Resource.Graph().Targets(ref)) {
			return graph.False // a VPN gateway, say
		}
	}
	return graph.Unknown
}

func mayBeInternetGateway(all []*graph.Resource) bool {
	for _, t := range all {
		if t.Mode == graph.Module || InternetGateway.Includes(t) != graph.False {
			return true
		}
	}
	return false
}

// OnlyWayOutIsInternet tells whether a group or instance runs in a VPC whose only way out is an internet gateway, so that
// without a public address it could reach nothing. The default VPC has no other.
func OnlyWayOutIsInternet(server *graph.Resource) graph.Tri {
	subnets := SubnetsOf(server)
	if subnets.Any() == graph.False {
		for _, t := range LaunchTemplateOf(server) {
			if l := LaunchTemplate.Subnets.Of(t); l.Any() != graph.False {
				subnets = l
			}
		}
	}
	if subnets.Any() == graph.False && NamesNoNetwork(server) {
		return graph.True
	}
	for _, l := range subnets.Items {
		if l.To == nil {
			continue
		}
		if l.To.Type == defaultSubnet {
			return graph.True
		}
		for v := range Subnet.VPC.Of(l.To).Targets() { // all of them lie in one
			return OnlyInternetGateway(v)
		}
	}
	server.Graph().Doubt(graph.Doubt{Resource: server, Message: "the VPC of " + server.Address + " is not in sight"})
	return graph.Unknown
}
