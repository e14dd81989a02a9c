package aws

import "github.com/archlint/archlint/parsers/graph"

// Edges of a network that clients on the internet, or servers in private subnets, come through: load balancers that face the
// internet and public NAT gateways.
var internetEdges = []struct {
	kind    Kind
	subnets Edge
	faces   func(*graph.Resource) graph.Tri
}{
	{loadBalancer, LoadBalancer.Subnets, facesInternet},
	{classicLoadBalancer, ClassicLoadBalancer.Subnets, classicFacesInternet},
	{natGateway, NATGateway.Subnet, func(r *graph.Resource) graph.Tri { return NATGateway.Private.Of(r).Is("public") }},
}

// facesInternet: load balancers do unless they say otherwise (API reference, CreateLoadBalancer: Scheme; provider
// documentation of aws_lb: internal). A gateway load balancer has no such choice.
func facesInternet(lb *graph.Resource) graph.Tri {
	if gateway := LoadBalancer.Type.Of(lb).Is(Gateway); gateway != graph.False {
		return gateway.Not()
	}
	if lb.Language == graph.Terraform {
		return LoadBalancer.Internal.Of(lb).Is(false)
	}
	return LoadBalancer.Scheme.Of(lb).Is("internal").Not()
}

func classicFacesInternet(lb *graph.Resource) graph.Tri {
	return ClassicLoadBalancer.Internal.Of(lb).Is(true).Or(ClassicLoadBalancer.Scheme.Of(lb).Is("internal")).Not()
}

// An InternetEdge is a load balancer that faces the internet or a public NAT gateway.
type InternetEdge struct {
	*graph.Resource
	Closed graph.Tri // whether it stands in a subnet that nothing from the internet reaches
	In     Link      // the first such subnet
}

// InternetEdges are those of a graph, by kind and address.
func InternetEdges(g *graph.Graph, yield func(InternetEdge)) {
	for _, e := range internetEdges {
		for r := range e.kind.In(g) {
			g.TakeDoubts()
			out := InternetEdge{Resource: r, Closed: e.faces(r)}
			if out.Closed != graph.False {
				closed, in := inClosedSubnet(e.subnets.Of(r))
				out.Closed, out.In = out.Closed.And(closed), in
			}
			yield(out)
		}
	}
}

func inClosedSubnet(subnets Links) (graph.Tri, Link) {
	out := graph.False
	if subnets.Open {
		out = graph.Unknown
	}
	var in Link
	for _, l := range subnets.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			out = out.Or(graph.Unknown)
			continue
		}
		closed := routesFor(l.To).closed().And(l.Exists)
		if closed == graph.True && in.To == nil {
			in = l
		}
		out = out.Or(closed)
	}
	return out, in
}

// VPCEndpoint is an endpoint of a service in a VPC: of the types Gateway, Interface and others. Gateway is what counts where
// nothing is written (provider documentation of aws_vpc_endpoint; API reference, CreateVpcEndpoint).
var VPCEndpoint = struct {
	Kind
	Service Attr[string] // com.amazonaws.eu-west-1.s3
	Type    Attr[string]
	VPC     Edge
	Subnets Edge
}{
	Kind:    vpcEndpoint,
	Service: vpcEndpoint.string("service_name", "ServiceName"),
	Type:    vpcEndpoint.string("vpc_endpoint_type", "VpcEndpointType").or("Gateway"),
	VPC:     vpcEndpoint.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
	Subnets: vpcEndpoint.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
}

// VPCEndpointSubnetAssociation puts an endpoint into a further subnet.
var VPCEndpointSubnetAssociation = struct {
	Kind
	Endpoint, Subnet Edge
}{
	Kind:     endpointSubnet,
	Endpoint: endpointSubnet.edge(graph.AttachedTo, "vpc_endpoint_id", "", vpcEndpoint),
	Subnet:   endpointSubnet.edge(graph.InSubnet, "subnet_id", "", subnet),
}

// ZonesOfEndpoint are the zones in which an endpoint has interfaces.
func ZonesOfEndpoint(endpoint *graph.Resource) Zones {
	zones := ZonesOfLinks(VPCEndpoint.Subnets.Of(endpoint))
	own := VPCEndpointSubnetAssociation.Endpoint.Into(endpoint)
	for _, b := range own.Items {
		zones.Union(ZonesOfLinks(VPCEndpointSubnetAssociation.Subnet.Of(b.From)), b.Certain != graph.True)
	}
	zones.Open = zones.Open || len(own.Open) > 0 || endpoint.Graph().Hides(endpoint) != graph.False
	return zones
}

// ZonesOfConsumers are the zones in which compute and functions run in a VPC.
func ZonesOfConsumers(net *graph.Resource) Zones {
	type key struct{}
	g := net.Graph()
	all := graph.Fact(g, key{}, func() map[*graph.Resource]*Zones {
		out := map[*graph.Resource]*Zones{}
		add := func(r *graph.Resource) {
			for _, l := range SubnetsOf(r).Items {
				if l.To == nil {
					continue
				}
				for v := range Subnet.VPC.Of(l.To).Targets() {
					if out[v] == nil {
						out[v] = &Zones{Edge: graph.False}
					}
					out[v].Union(ZonesOfSubnet(l.To), l.Exists.And(r.Exists) != graph.True)
				}
			}
		}
		for _, r := range Tiers(g) {
			add(r)
		}
		for r := range Function.In(g) {
			add(r)
		}
		g.TakeDoubts()
		return out
	})
	if z := all[net]; z != nil {
		return *z
	}
	return Zones{Edge: graph.False}
}

// InVPC are the resources that lie in the subnets of a VPC, as far as that is known.
func InVPC(net *graph.Resource) []*graph.Resource {
	type key struct{}
	g := net.Graph()
	return graph.Fact(g, key{}, func() map[*graph.Resource][]*graph.Resource {
		out := map[*graph.Resource][]*graph.Resource{}
		note := func(r *graph.Resource, subnets Links) {
			seen := map[*graph.Resource]bool{}
			for sub := range subnets.Targets() {
				for v := range Subnet.VPC.Of(sub).Targets() {
					if !seen[v] {
						seen[v] = true
						out[v] = append(out[v], r)
					}
				}
			}
		}
		for _, k := range kinds {
			for _, e := range k.edges {
				if e.relation != graph.InSubnet {
					continue
				}
				for r := range k.In(g) {
					note(r, e.Of(r))
				}
			}
		}
		for env := range BeanstalkEnvironment.In(g) {
			note(env, SettingsOf(env).links(GroupSubnets, subnet))
		}
		g.TakeDoubts()
		return out
	})[net]
}

// SubnetsInOneZone tells whether a VPC has two subnets or more and all of them lie in one zone.
func SubnetsInOneZone(net *graph.Resource) graph.Tri {
	g := net.Graph()
	backs := Subnet.VPC.Into(net)
	var certain int
	for _, b := range backs.Items {
		if b.Certain == graph.True && b.From.Exists == graph.True && !b.From.Many() {
			certain++
		}
	}
	several := graph.Known(certain >= 2)
	if several == graph.False && len(backs.Items) >= 2 {
		several = graph.Unknown
	}
	out := several.And(ZonesOfVPC(net).AtLeast(2).Not())
	if out == graph.False {
		return out
	}
	if len(backs.Open) > 0 {
		doubtPlace(backs.Open[0].From, pathText(backs.Open[0].Place.Path))
		out = out.And(graph.Unknown)
	}
	if out = out.And(g.Hides(net).Not()); out == graph.True {
		out = g.Offered(net).Not()
	}
	return out
}
