package aws

import (
	"github.com/archlint/archlint/parsers/graph"
)

// ElasticIPQuota is how many Elastic IPs an account may have in a region unless it asks for more (Amazon VPC User
// Guide, "Amazon VPC quotas": Elastic IP addresses).
const ElasticIPQuota = 5

// ElasticIP is an Elastic IP address.
var ElasticIP = struct {
	Kind
	Instance     Edge
	Interface    Edge
	Pool         Attr[string] // of addresses of one's own; "amazon" is AWS's
	IPAMPool     Attr[string]
	CustomerPool Attr[string] // of an Outpost
	Region       Attr[string] // where it is not the provider's
}{
	Kind:         elasticIP,
	Instance:     elasticIP.edge(graph.AttachedTo, "instance", "InstanceId", instance),
	Interface:    elasticIP.edge(graph.AttachedTo, "network_interface", "", networkInterface, instance),
	Pool:         elasticIP.string("public_ipv4_pool", "PublicIpv4Pool"),
	IPAMPool:     elasticIP.string("ipam_pool_id", "IpamPoolId"),
	CustomerPool: elasticIP.string("customer_owned_ipv4_pool", ""),
	Region:       elasticIP.string("region", ""),
}

// ElasticIPAssociation gives an Elastic IP to an instance or an interface from outside.
var ElasticIPAssociation = struct {
	Kind
	Address, Instance, Interface Edge
}{
	Kind:      addressHolding,
	Address:   addressHolding.edge(graph.AttachedTo, "allocation_id public_ip", "AllocationId EIP", elasticIP),
	Instance:  addressHolding.edge(graph.AttachedTo, "instance_id", "InstanceId", instance),
	Interface: addressHolding.edge(graph.AttachedTo, "network_interface_id", "NetworkInterfaceId", networkInterface, instance),
}

// OwnPool tells whether an Elastic IP comes from a pool that the quota does not count: of addresses that were brought
// along, of IPAM, or of an Outpost.
func OwnPool(eip *graph.Resource) graph.Tri {
	pool := ElasticIP.Pool.Of(eip)
	own := pool.Written()
	if own != graph.False {
		own = own.And(pool.Is("amazon").Not())
	}
	return own.Or(ElasticIP.IPAMPool.Of(eip).Written(), ElasticIP.CustomerPool.Of(eip).Written())
}

// A Holding is an Elastic IP in somebody's hands.
type Holding struct {
	Address *graph.Resource // the Elastic IP; nil where it is not in sight
	Holder  *graph.Resource // an instance, NAT gateway or load balancer, or an interface of none of them that is seen; nil where it is not in sight
	Certain graph.Tri       // True or Unknown
	Place   graph.Place     // where the holder is given the address
}

// Holdings are some of the Elastic IPs of a graph; Open where there may be others.
type Holdings struct {
	Items []Holding
	Open  bool
}

// holdingsOf gathers who holds which Elastic IP, once for a graph, by holder and by address.
func holdingsOf(g *graph.Graph) *addressBook {
	type key struct{}
	return graph.Fact(g, key{}, func() *addressBook {
		book := &addressBook{byHolder: map[*graph.Resource]*Holdings{}, byAddress: map[*graph.Resource]*Holdings{}}
		for eip := range ElasticIP.In(g) {
			one := []Link{{To: eip, Exists: graph.True}}
			book.link(one, ElasticIP.Instance.Of(eip), eip.Exists)
			book.link(one, ElasticIP.Interface.Of(eip), eip.Exists)
		}
		for a := range ElasticIPAssociation.In(g) {
			addresses := ElasticIPAssociation.Address.Of(a)
			if len(addresses.Items) == 0 {
				addresses.Items = []Link{{Exists: graph.True}}
			}
			book.link(addresses.Items, ElasticIPAssociation.Instance.Of(a), a.Exists)
			book.link(addresses.Items, ElasticIPAssociation.Interface.Of(a), a.Exists)
		}
		for _, owner := range []struct {
			kind Kind
			edge Edge
		}{{natGateway, NATGateway.Addresses}, {loadBalancer, LoadBalancer.Addresses}} {
			for r := range owner.kind.In(g) {
				l := owner.edge.Of(r)
				book.anyAddress = book.anyAddress || l.Open
				for _, i := range l.Items {
					book.hold(i, r, r.Exists, i.Place)
				}
			}
		}
		g.TakeDoubts()
		return book
	})
}

type addressBook struct {
	byHolder, byAddress map[*graph.Resource]*Holdings
	anyHolder           bool // some address may be held by anyone
	anyAddress          bool // someone may hold any address
}

// link enters that each of the holders, or the instance behind it, holds one of the addresses.
func (b *addressBook) link(addresses []Link, holders Links, certain graph.Tri) {
	b.anyHolder = b.anyHolder || holders.Open
	for _, h := range holders.Items {
		b.anyHolder = b.anyHolder || h.Open
		for _, a := range addresses {
			if h.To != nil {
				b.holdBy(a, h.To, h.Exists.And(certain), h.Place)
				continue
			}
			for _, c := range h.Candidates {
				b.holdBy(a, c, graph.Unknown, h.Place)
			}
			if len(h.Candidates) == 0 {
				b.hold(a, nil, h.Exists.And(certain), h.Place)
			}
		}
	}
}

// holdBy enters a holding of a resource, or of the instance that an interface belongs to.
func (b *addressBook) holdBy(a Link, holder *graph.Resource, certain graph.Tri, at graph.Place) {
	if NetworkInterface.Includes(holder) != graph.True {
		b.hold(a, holder, certain, at)
		return
	}
	owners := instancesOf(holder)
	for _, o := range owners.Items {
		b.hold(a, o.From, certain.And(o.Certain), at)
	}
	if len(owners.Items) == 0 {
		b.anyHolder = b.anyHolder || len(owners.Open) > 0
		b.hold(a, holder, certain, at)
	}
}

func (b *addressBook) hold(a Link, holder *graph.Resource, certain graph.Tri, at graph.Place) {
	addresses := a.Candidates
	if a.To != nil {
		addresses = []*graph.Resource{a.To}
	} else if len(addresses) > 0 {
		certain = graph.Unknown
	}
	if len(addresses) == 0 {
		b.anyAddress = b.anyAddress || a.Open
		addresses = []*graph.Resource{nil}
	}
	for _, eip := range addresses {
		h := Holding{eip, holder, certain, at}
		if eip != nil {
			enter(b.byAddress, eip, h)
		}
		if holder != nil {
			enter(b.byHolder, holder, h)
		}
	}
}

func enter(m map[*graph.Resource]*Holdings, r *graph.Resource, h Holding) {
	if m[r] == nil {
		m[r] = &Holdings{}
	}
	m[r].Items = append(m[r].Items, h)
}

// instancesOf are the instances that a network interface is attached to.
func instancesOf(eni *graph.Resource) Backs {
	out := Instance.Interfaces.Into(eni)
	out.Items = out.Items[:len(out.Items):len(out.Items)]
	own := NetworkInterface.Instance.Of(eni)
	for i := range own.Targets() {
		out.Items = append(out.Items, Back{From: i, Certain: graph.True, Place: own.Place})
	}
	outside := NetworkInterfaceAttachment.Interface.Into(eni)
	for _, a := range outside.Items {
		links := NetworkInterfaceAttachment.Instance.Of(a.From)
		for i := range links.Targets() {
			out.Items = append(out.Items, Back{From: i, Certain: a.Certain, Place: links.Place})
		}
	}
	return out
}

// HoldersOf tells who holds an Elastic IP.
func HoldersOf(eip *graph.Resource) Holdings {
	book := holdingsOf(eip.Graph())
	out := Holdings{Open: book.anyAddress}
	if h := book.byAddress[eip]; h != nil {
		out.Items = h.Items
	}
	if eip.Graph().Hides(eip) != graph.False {
		out.Open = true
	}
	return out
}

// ElasticIPsOf tells which Elastic IPs an instance holds.
func ElasticIPsOf(holder *graph.Resource) Holdings {
	book := holdingsOf(holder.Graph())
	out := Holdings{Open: book.anyHolder}
	if h := book.byHolder[holder]; h != nil {
		out.Items = h.Items
	}
	return out
}

// Any tells whether there is a holding at all.
func (h Holdings) Any() graph.Tri {
	out := graph.False
	if h.Open {
		out = graph.Unknown
	}
	for _, i := range h.Items {
		out = out.Or(i.Certain)
	}
	return out
}

// Public tells whether and how some compute takes public addresses.
type Public struct {
	Is      graph.Tri
	Place   graph.Place // what must be edited so that it does not
	Because string      // "aws_eip.web is associated with it"
}

// PublicAddress tells whether a group or an instance takes public IPv4 addresses: by an Elastic IP, by the flag of its
// interface, else by that of its subnet (EC2 User Guide, "Amazon EC2 instance IP addressing": public IPv4 addresses).
// What names no subnet lands in a default one, which gives public addresses.
func PublicAddress(compute *graph.Resource) Public {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() Public {
		flagged := publicByFlag(compute)
		if flagged.Is == graph.True || Instance.Includes(compute) != graph.True {
			return flagged
		}
		held := ElasticIPsOf(compute)
		for _, h := range held.Items {
			if h.Certain == graph.True {
				name := "an Elastic IP"
				if h.Address != nil {
					name = h.Address.Address
				}
				return Public{graph.True, h.Place, name + " is associated with it"}
			}
		}
		if holds := held.Any(); holds != graph.False {
			compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "an Elastic IP may be associated with " + compute.Address})
			flagged.Is = flagged.Is.Or(holds)
		}
		return flagged
	})
}

// publicByFlag leaves Elastic IPs aside.
func publicByFlag(compute *graph.Resource) Public {
	isGroup := AutoScalingGroup.Includes(compute) == graph.True
	out := Public{Is: graph.False, Place: graph.Place{Resource: compute}}
	decided := graph.False // by a flag that is written
	judge := func(flag Value[bool], certain graph.Tri) {
		isWritten := flag.Written()
		if isWritten == graph.False {
			return
		}
		decided = decided.Or(certain.And(isWritten))
		if is := certain.And(isWritten, flag.Is(true)); is != graph.False {
			if out.Is != graph.True {
				out.Place, out.Because = flag.Place, "its interface asks for one"
			}
			out.Is = out.Is.Or(is)
		}
	}
	subnets := SubnetsOf(compute)
	templates := AutoScalingGroup.LaunchTemplate
	if !isGroup {
		judge(Instance.PublicAddress.Of(compute), graph.True)
		if Instance.Interfaces.Of(compute).Any() != graph.False { // an interface of its own has an Elastic IP, or none
			return out
		}
		templates = Instance.LaunchTemplate
	}
	out.Is = out.Is.Or(viaTemplate(compute, templates, func(t *graph.Resource, certain graph.Tri) {
		judge(LaunchTemplate.PublicAddress.Of(t), certain)
		if subnets.Any() == graph.False {
			subnets = LaunchTemplate.Subnets.Of(t)
		}
	}))
	if isGroup {
		out.Is = out.Is.Or(viaTemplate(compute, AutoScalingGroup.LaunchConfiguration, func(t *graph.Resource, certain graph.Tri) {
			judge(LaunchConfiguration.PublicAddress.Of(t), certain)
		}))
	}
	if decided == graph.True || out.Is == graph.True {
		return out
	}
	bySubnet := publicBySubnet(compute, subnets)
	if decided == graph.Unknown {
		bySubnet.Is = bySubnet.Is.And(graph.Unknown)
	}
	if bySubnet.Is != graph.False && out.Is != graph.True {
		out.Place, out.Because = bySubnet.Place, bySubnet.Because
		out.Is = out.Is.Or(bySubnet.Is)
	}
	return out
}

// viaTemplate visits the launch templates or configurations that compute starts from; it is Unknown where one is out of
// sight.
func viaTemplate(compute *graph.Resource, e Edge, visit func(t *graph.Resource, certain graph.Tri)) graph.Tri {
	l := e.Of(compute)
	out := graph.False
	if l.Open {
		out = graph.Unknown
	}
	for _, i := range l.Items {
		if i.To == nil || i.To.Mode != graph.Managed {
			compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "what " + compute.Address + " is launched from is not in sight"})
			out = graph.Unknown
			continue
		}
		visit(i.To, i.Exists)
	}
	return out
}

// publicBySubnet tells whether the subnets give public addresses.
func publicBySubnet(compute *graph.Resource, subnets Links) Public {
	out := Public{Is: graph.False, Place: graph.Place{Resource: compute}}
	switch some := subnets.Any(); {
	case some == graph.False && NamesNoNetwork(compute):
		return Public{graph.True, graph.Place{Resource: compute}, "no subnet is written, so that it lands in a default one, which gives them"}
	case some == graph.False || subnets.Open:
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "the subnets of " + compute.Address + " are not known"})
		out.Is = graph.Unknown
	}
	for _, l := range subnets.Items {
		if l.To == nil {
			doubtPlace(compute, pathText(l.Place.Path))
			out.Is = out.Is.Or(graph.Unknown)
			continue
		}
		if is := l.Exists.And(mapsPublic(l.To)); is != graph.False {
			if out.Is != graph.True {
				out.Place, out.Because = subnets.Place, "its subnet "+l.To.Address+" gives them"
			}
			out.Is = out.Is.Or(is)
		}
	}
	return out
}

// NamesNoNetwork tells whether a group or instance names neither subnets nor interfaces, so that it runs in the default
// VPC. A group names at least zones.
func NamesNoNetwork(compute *graph.Resource) bool {
	if AutoScalingGroup.Includes(compute) == graph.True {
		_, zones := AutoScalingGroup.Zones.Of(compute)
		return zones == graph.True
	}
	return Instance.Includes(compute) == graph.True && compute.Mode == graph.Managed
}

// mapsPublic tells whether a subnet gives public addresses to what is launched in it: not by default, unless it is one
// of the default subnets (EC2 User Guide, as above).
func mapsPublic(sub *graph.Resource) graph.Tri {
	flag := Subnet.MapPublic.Of(sub)
	switch isWritten := flag.Written(); {
	case isWritten == graph.True || isWritten == graph.False && flag.Observed():
		return flag.Is(true)
	case sub.Mode == graph.Data || isWritten == graph.Unknown:
		sub.Graph().Doubt(graph.Doubt{Resource: sub, Message: "whether " + sub.Address + " gives public addresses is not known"})
		return graph.Unknown
	}
	return graph.Known(sub.Type == defaultSubnet)
}

// A Demand is what a unit asks of the quota of Elastic IPs in one region by one provider configuration.
type Demand struct {
	Addresses []*graph.Resource // those that count, in the order of their addresses; one or more
	Certain   int               // how many of them certainly are asked for
	Count     graph.Set
}

// AddressDemands are the demands of a graph; Elastic IPs from pools of one's own are not among them.
func AddressDemands(g *graph.Graph) []Demand {
	var out []Demand
	index := map[[2]string]int{}
	for eip := range ElasticIP.In(g) {
		own := OwnPool(eip)
		if own == graph.True {
			continue
		}
		region, _ := graph.Text(ElasticIP.Region.raw(eip))
		at := [2]string{eip.Provider, region}
		i, known := index[at]
		if !known {
			i = len(out)
			index[at] = i
			out = append(out, Demand{})
		}
		d := &out[i]
		d.Addresses = append(d.Addresses, eip)
		possible := own == graph.Unknown || eip.Exists != graph.True
		d.Count.Add(graph.Member{Key: eip.Address, Possible: possible})
		if !possible {
			d.Certain++
		}
		d.Count.Open = d.Count.Open || eip.Many()
	}
	return out
}
