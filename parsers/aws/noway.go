package aws

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// NoWayOut is what compute wants from the internet, and why it does not come by it.
type NoWayOut struct {
	Is     graph.Tri
	Want   Want
	Subnet *graph.Resource // the first that it may run in and cannot leave; nil where none is in sight
	Place  graph.Place     // where that is chosen, or where it should be given a public address
	Public bool            // the routes lead to an internet gateway, which only those use that have a public address
	Lacks  []string        // of the endpoints that would do, those that are missing although others of them are there
}

// LeavesNoWay tells whether a group, an instance or an ECS service on Fargate downloads something when it starts from a
// subnet that it cannot leave: no route of it leads to a NAT gateway or the like, or one to an internet gateway, which takes a
// public address (Amazon VPC User Guide, "Enable internet access for a VPC using an internet gateway"; Amazon ECS Developer
// Guide, "Amazon ECS task networking options for Fargate").
func LeavesNoWay(compute *graph.Resource) NoWayOut {
	wants := wantsOf(compute)
	out := NoWayOut{Is: graph.False, Place: graph.Place{Resource: compute}}
	if len(wants) == 0 {
		return out
	}
	subnets := startsIn(compute)
	if subnets.Any() == graph.False && NamesNoNetwork(compute) {
		out.Is = publicly(compute).Is.Not().And(graph.Unknown) // the default VPC, whose routes are out of sight
		return out
	}
	if subnets.Open || subnets.Any() == graph.False {
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "the subnets of " + compute.Address + " are not known"})
		out.Is = graph.Unknown
	}
	for _, l := range subnets.Items {
		if l.To == nil {
			doubtPlace(compute, pathText(l.Place.Path))
			out.Is = out.Is.Or(graph.Unknown)
			continue
		}
		stuck, public := stuckIn(l.To, compute)
		if stuck = stuck.And(l.Exists); stuck == graph.False {
			continue
		}
		for _, w := range wants {
			missing, lacks := w.missing(l.To)
			is := stuck.And(missing)
			if is == graph.True && out.Is != graph.True {
				out.Want, out.Subnet, out.Place, out.Public, out.Lacks = w, l.To, l.Place, public, lacks
			}
			out.Is = out.Is.Or(is)
		}
	}
	if out.Is == graph.True && out.Public {
		if at := publicly(compute).Place; at.Resource != nil {
			out.Place = at
		}
	}
	if out.Is == graph.True {
		out.Is = goesRound(compute).Not()
	}
	return out
}

// startsIn are the subnets that compute may be started in, wherever they are written.
func startsIn(compute *graph.Resource) Links {
	subnets := SubnetsOf(compute)
	if subnets.Any() != graph.False || ECSService.Includes(compute) == graph.True {
		return subnets
	}
	if Instance.Includes(compute) == graph.True {
		for i := range Instance.Interfaces.Of(compute).Targets() {
			if l := NetworkInterface.Subnet.Of(i); l.Any() != graph.False {
				return l
			}
		}
	}
	for _, t := range LaunchTemplateOf(compute) {
		if l := LaunchTemplate.Subnets.Of(t); l.Any() != graph.False {
			return l
		}
	}
	return subnets
}

// publicly tells whether compute takes a public address, and where that is or would be written. Tasks do not unless they are
// told to (Amazon ECS API Reference, AwsVpcConfiguration: assignPublicIp).
func publicly(compute *graph.Resource) Public {
	if ECSService.Includes(compute) != graph.True {
		return PublicAddress(compute)
	}
	flag := ECSService.PublicAddress.Of(compute)
	return Public{Is: flag.In("true", "enabled"), Place: flag.Place}
}

// stuckIn tells whether nothing that compute sends leaves a subnet for the internet; public tells that it would with a public
// address.
func stuckIn(sub, compute *graph.Resource) (stuck graph.Tri, public bool) {
	routes := routesFor(sub)
	through, direct, six := graph.False, graph.False, graph.False
	if routes.open {
		through = graph.Unknown
	}
	for _, way := range routes.ways {
		switch {
		case way.ipv4 != graph.False:
			direct = direct.Or(way.ipv4.And(way.internet))
			through = through.Or(way.ipv4.And(way.internet.Not()))
		case way.everywhere != graph.False:
			sub.Graph().Doubt(graph.Doubt{Resource: sub, Message: "what leaves " + sub.Address + " may do so by IPv6"})
			six = graph.Unknown
		case way.internet != graph.True: // to another network, where a proxy or a mirror may be
			sub.Graph().Doubt(graph.Doubt{Resource: sub, Message: "where a route of " + sub.Address + " leads is not known"})
			through = through.Or(graph.Unknown)
		}
	}
	switch {
	case through == graph.True:
		return graph.False, false
	case direct == graph.True: // a table has one route to every IPv4 address
		return publicly(compute).Is.Or(six).Not(), true
	}
	through = through.Or(six)
	if through == graph.False {
		through = waysElsewhere(sub, routes.table)
	}
	return through.Or(direct.And(graph.Unknown)).Not(), false
}

// connectors are the types by which a VPC is joined to other networks: routes to those may stand out of sight, or be learnt.
var connectors = [graph.Languages][]string{
	graph.Terraform: {"aws_vpn_gateway", "aws_vpn_gateway_attachment", "aws_vpn_gateway_route_propagation", "aws_ec2_transit_gateway_vpc_attachment",
		"aws_vpc_peering_connection", "aws_vpc_peering_connection_accepter", "aws_dx_gateway_association", "aws_networkmanager_vpc_attachment"},
	graph.CloudFormation: {"AWS::EC2::VPNGateway", "AWS::EC2::VPNGatewayRoutePropagation", "AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment",
		"AWS::EC2::VPCPeeringConnection", "AWS::NetworkManager::VpcAttachment"},
}

// waysElsewhere tells whether a route may stand out of sight: whoever uses the unit may add one to its table, or the VPC is
// joined to another network. It is Unknown where that is so, else False.
func waysElsewhere(sub, table *graph.Resource) graph.Tri {
	g := sub.Graph()
	for _, t := range connectors[g.Language] {
		for _, r := range g.OfType(t) {
			g.Doubt(graph.Doubt{Resource: sub, Message: r.Address + " leads to another network"})
			return graph.Unknown
		}
	}
	if RouteTable.Includes(table) == graph.True {
		return g.Offered(table)
	}
	out := g.Offered(sub) // which may be given a table of its own
	if table != nil {
		out = out.Or(g.Offered(table))
	}
	return out
}

// goesRound tells whether boot scripts of compute speak of a proxy or a mirror by which they do without the internet: Unknown
// where they do, else False.
func goesRound(compute *graph.Resource) graph.Tri {
	if ECSService.Includes(compute) == graph.True {
		return graph.False
	}
	for _, t := range BootOf(compute).Texts {
		text := strings.ToLower(t.Text)
		for _, w := range []string{"proxy=", "proxy =", "http_proxy", "https_proxy", "http::proxy", "https::proxy", "--proxy", "mirror", "index-url", "codeartifact", "artifactory", "nexus", "registry="} {
			if strings.Contains(text, w) {
				compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "the boot script of " + compute.Address + " may go by a proxy or a mirror"})
				return graph.Unknown
			}
		}
	}
	return graph.False
}

// endpoints are those of one VPC, by the service that they lead to: "s3", "ecr.dkr".
type endpoints struct {
	of   map[string]graph.Tri
	open bool // there may be others
}

// has tells whether there is an endpoint of a service.
func (e endpoints) has(service string) graph.Tri {
	out := orFalse(e.of, service)
	if out == graph.False && e.open {
		return graph.Unknown
	}
	return out
}

// endpointsIn are the endpoints of a VPC.
func endpointsIn(net *graph.Resource) endpoints {
	type key struct{}
	type index struct {
		by    map[*graph.Resource]map[string]graph.Tri
		open  bool // one may be in any VPC
		vague map[*graph.Resource]bool
	}
	g := net.Graph()
	all := graph.Fact(g, key{}, func() index {
		out := index{by: map[*graph.Resource]map[string]graph.Tri{}, vague: map[*graph.Resource]bool{}}
		for e := range VPCEndpoint.In(g) {
			service := serviceOf(e)
			known := false
			for v := range VPCEndpoint.VPC.Of(e).Targets() {
				known = true
				if out.by[v] == nil {
					out.by[v] = map[string]graph.Tri{}
				}
				out.vague[v] = out.vague[v] || service == ""
				out.by[v][service] = e.Exists.Or(orFalse(out.by[v], service))
			}
			out.open = out.open || !known
		}
		g.TakeDoubts()
		return out
	})
	out := endpoints{of: all.by[net], open: all.open || all.vague[net] || net.Mode != graph.Managed || g.Hides(net) != graph.False}
	if !out.open {
		out.open = g.Offered(net) != graph.False
	}
	return out
}

// serviceOf is the service that an endpoint leads to, without what comes before the region's name; "" where it is not known.
func serviceOf(endpoint *graph.Resource) string {
	name := VPCEndpoint.Service.raw(endpoint)
	for _, ref := range graph.Refs(name) { // a data source finds the name of a service
		for _, t := range endpoint.Graph().Targets(ref) {
			if t.Mode == graph.Data && t.Type == "aws_vpc_endpoint_service" {
				service, _ := textOf(t.Attribute("service"))
				return service
			}
		}
	}
	text, _ := graph.Text(name)
	words := strings.Split(text, ".")
	if at := slices.Index(words, "amazonaws"); at >= 0 && len(words) > at+2 && !strings.Contains(strings.Join(words[at+2:], "."), graph.Hole) {
		return strings.Join(words[at+2:], ".")
	}
	return ""
}
