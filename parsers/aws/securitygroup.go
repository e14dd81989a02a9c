package aws

import (
	"net/netip"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// An Ingress is one rule of a security group that lets traffic in, wherever it is written.
type Ingress struct {
	Place    graph.Place
	Protocol Value[string] // in lower case: "tcp", "6", "-1" for all
	From, To Value[int]
	Groups   Links // the groups that it admits
	Self     graph.Tri
	CIDRs    []Source  // IPv4 and IPv6, those of prefix lists in sight included
	Prefixes graph.Tri // True where it also admits a prefix list whose entries are not in sight, else False
	OfAWS    bool      // it admits a prefix list that AWS keeps, of one of its services
}

// A Source is a range of addresses that a rule admits: its text where that is known, and the value with its marks.
type Source struct {
	Prefix netip.Prefix
	Known  bool
	Place  graph.Place // where it is written: in the rule, or in a prefix list that the rule names
	value  cty.Value
}

// IngressRules are the rules of one group; Open where there may be others.
type IngressRules struct {
	Items []Ingress
	Open  bool
}

// IngressOf gathers what a security group lets in: rules inside it and rules that stand as resources of their own.
func IngressOf(group *graph.Resource) IngressRules {
	type key struct{ r *graph.Resource }
	return graph.Fact(group.Graph(), key{group}, func() IngressRules {
		var out IngressRules
		if group.Mode == graph.Data || group.Graph().Hides(group) != graph.False {
			out.Open = true
		}
		if group.Mode != graph.Data {
			inline := SecurityGroup.Ingress.Of(group)
			out.Open = out.Open || inline.Open
			for _, b := range inline.Items {
				out.Items = append(out.Items, inlineIngress(b))
			}
		}
		own := SecurityGroupIngress.Group.Into(group)
		out.Open = out.Open || len(own.Open) > 0
		for _, b := range own.Items {
			if b.Certain != graph.True {
				out.Open = true
				continue
			}
			r := b.From
			in := Ingress{Place: graph.Place{Resource: r}, Protocol: SecurityGroupIngress.Protocol.Of(r), From: SecurityGroupIngress.From.Of(r), To: SecurityGroupIngress.To.Of(r),
				Groups: SecurityGroupIngress.Admits.Of(r), Self: graph.False}
			in.addOwn(r, "cidr_ipv4", "cidr_ipv6", "CidrIp", "CidrIpv6")
			in.addLists(SecurityGroupIngress.PrefixList.Of(r))
			out.Items = append(out.Items, in)
		}
		rules := SecurityGroupRule.Group.Into(group)
		out.Open = out.Open || len(rules.Open) > 0
		for _, b := range rules.Items {
			r := b.From
			switch SecurityGroupRule.Type.Of(r).Is("ingress").And(b.Certain) {
			case graph.False:
				continue
			case graph.Unknown:
				out.Open = true
				continue
			}
			out.Items = append(out.Items, olderRule(r))
		}
		return out
	})
}

// inlineIngress reads a rule that lets traffic in; CloudFormation may name the other group by its name.
func inlineIngress(b Block) Ingress {
	in := inlineRule(b, "SourceSecurityGroupId", "SourcePrefixListId")
	byName := fieldLinks(b, "", "SourceSecurityGroupName", securityGroup)
	in.Groups.Items = append(in.Groups.Items, byName.Items...)
	return in
}

// inlineRule reads a rule that stands in its group; in CloudFormation the names of the other group and of a prefix list tell the
// two directions apart.
func inlineRule(b Block, otherGroup, list string) Ingress {
	in := Ingress{Place: b.Place, Protocol: inLowerCase(field[string](b, "protocol", "IpProtocol")), From: field[int](b, "from_port", "FromPort"), To: field[int](b, "to_port", "ToPort"),
		Groups: fieldLinks(b, "security_groups", otherGroup, securityGroup), Self: field[bool](b, "self", "").Is(true)}
	for _, names := range [][2]string{{"cidr_blocks", "CidrIp"}, {"ipv6_cidr_blocks", "CidrIpv6"}} {
		at := b.Place.Path.GetAttr(names[b.Place.Resource.Language])
		in.addCIDRs(fieldValue(b, names[0], names[1]), graph.Place{Resource: b.Place.Resource, Path: at})
	}
	in.addLists(fieldLinks(b, "prefix_list_ids", list, prefixList))
	return in
}

// inLowerCase reads a protocol as AWS and the provider do, which take it in any case.
func inLowerCase(v Value[string]) Value[string] {
	v.value, v.folded = strings.ToLower(v.value), true
	return v
}

// olderRule reads one of Terraform's older rule resources, of either type.
func olderRule(r *graph.Resource) Ingress {
	in := Ingress{Place: graph.Place{Resource: r}, Protocol: SecurityGroupRule.Protocol.Of(r), From: SecurityGroupRule.From.Of(r), To: SecurityGroupRule.To.Of(r),
		Groups: SecurityGroupRule.Admits.Of(r), Self: SecurityGroupRule.Self.Of(r).Is(true)}
	in.addOwn(r, "cidr_blocks", "ipv6_cidr_blocks")
	in.addLists(SecurityGroupRule.PrefixLists.Of(r))
	return in
}

// addOwn adds the ranges that a rule of its own names in its attributes.
func (in *Ingress) addOwn(r *graph.Resource, attributes ...string) {
	for _, name := range attributes {
		in.addCIDRs(r.Attribute(name), graph.Place{Resource: r, Path: cty.GetAttrPath(name)})
	}
}

// names tells whether a value names anything, or a list of them does: an empty list does not.
func names(v cty.Value) graph.Tri {
	u, _ := v.Unmark()
	t := u.Type()
	empty := u.IsNull() || u.IsKnown() && (t.IsTupleType() || t.IsListType() || t.IsSetType()) && u.LengthInt() == 0
	return graph.Known(!empty)
}

// addCIDRs adds one range or a list of them, written at a place.
func (in *Ingress) addCIDRs(v cty.Value, at graph.Place) {
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
	case u.IsKnown() && (t.IsTupleType() || t.IsListType() || t.IsSetType()):
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			in.addCIDRs(withMarks(e, marks), graph.Place{Resource: at.Resource, Path: itemAt(at.Path, i)})
		}
	default:
		s := Source{value: v, Place: at}
		if text, ok := textOf(v); ok {
			p, err := netip.ParsePrefix(text)
			s.Prefix, s.Known = p, err == nil
		}
		in.CIDRs = append(in.CIDRs, s)
	}
}

// The protocols of a rule by their names and numbers (EC2 API Reference, IpPermission: IpProtocol).

func (in Ingress) allProtocols() graph.Tri { return in.Protocol.In("-1", "all") }
func (in Ingress) tcp() graph.Tri          { return in.Protocol.In("tcp", "6") }
func (in Ingress) tcpOrUDP() graph.Tri     { return in.Protocol.In("tcp", "6", "udp", "17") }

// port tells whether the rule lets TCP traffic to the port in.
func (in Ingress) port(p int) graph.Tri {
	low := in.From.Test(func(from int) bool { return from <= p })
	high := in.To.Test(func(to int) bool { return to >= p })
	return in.allProtocols().Or(in.tcp().And(low, high))
}

// opens tells whether the rule lets traffic to a store in, which listens on one of the ports: by number, or because the
// rule takes its port from the store itself.
func (in Ingress) opens(store *graph.Resource, ports []int) graph.Tri {
	for m := range in.From.marks {
		ref, ok := m.(graph.Ref)
		if !ok || ref.Possible || !portAttributes[ref.Attribute] {
			continue
		}
		for _, t := range store.Graph().Targets(ref) {
			if t == store {
				return in.tcp()
			}
		}
	}
	return in.anyPort(ports)
}

// portAttributes are the attributes by which a store tells its port.
var portAttributes = map[string]bool{
	"port": true, "Port": true, "Endpoint.Port": true, "RedisEndpoint.Port": true, "PrimaryEndPoint.Port": true, "ConfigurationEndpoint.Port": true,
	"ConfigurationEndPoint.Port": true, "ClusterEndpoint.Port": true,
}

func (in Ingress) anyPort(ports []int) graph.Tri {
	out := graph.False
	for _, p := range ports {
		out = out.Or(in.port(p))
	}
	return out
}

// fromAnywhere tells whether the rule admits every address.
func (in Ingress) fromAnywhere() graph.Tri {
	out := graph.False
	for _, s := range in.CIDRs {
		if !s.Known {
			out = out.Or(graph.Unknown)
			r := in.Place.Resource
			doubtAddresses(r)
		} else if s.Prefix.Bits() == 0 {
			out = graph.True
		}
	}
	return out
}

// SecurityGroupsOf are the groups that guard compute or a store, wherever they are written: on the resource, on its
// launch template or configuration, on its network interfaces. Where none is written, the VPC's default group guards
// it, which is out of sight: an open set.
func SecurityGroupsOf(r *graph.Resource) Links {
	out := writtenGroups(r)
	if len(out.Items) == 0 && !out.Open && BeanstalkEnvironment.Includes(r) != graph.True {
		out.Open = true
		r.Graph().Doubt(graph.Doubt{Resource: r, Message: r.Address + " names no security group of its own"})
	}
	return out
}

// writtenGroups are the groups that are written for compute or a store; none where that is left to its VPC.
func writtenGroups(r *graph.Resource) Links {
	type key struct{ r *graph.Resource }
	return graph.Fact(r.Graph(), key{r}, func() Links {
		var out Links
		add := func(l Links) {
			out.Items = append(out.Items, l.Items...)
			out.Open = out.Open || l.Open
		}
		switch {
		case AutoScalingGroup.Includes(r) == graph.True:
			add(launched(r, AutoScalingGroup.LaunchTemplate, LaunchTemplate.SecurityGroups))
			add(launched(r, AutoScalingGroup.LaunchConfiguration, LaunchConfiguration.SecurityGroups))
		case Instance.Includes(r) == graph.True:
			add(Instance.SecurityGroups.Of(r))
			add(launched(r, Instance.LaunchTemplate, LaunchTemplate.SecurityGroups))
			for i := range Instance.Interfaces.Of(r).Targets() {
				add(NetworkInterface.SecurityGroups.Of(i))
			}
		case BeanstalkEnvironment.Includes(r) == graph.True:
			return SettingsOf(r).securityGroups()
		default:
			for _, e := range guards {
				if e.owner.Includes(r) == graph.True {
					add(e.Of(r))
				}
			}
		}
		return out
	})
}

// AdmitsOnlyMembers tells whether nothing guards compute or a store but the default group of its VPC, as it is made: it lets
// in only those that carry it (Amazon VPC User Guide, "Default security groups for your VPCs"). So does a service of
// containers that has no network of its own: its tasks take the groups of their instances, which are judged themselves
// (ECS API Reference, CreateService: networkConfiguration). Where anything in sight may be about a default group it is
// Unknown.
func AdmitsOnlyMembers(r *graph.Resource) graph.Tri {
	groups := writtenGroups(r)
	switch {
	case len(groups.Items) > 0 || BeanstalkEnvironment.Includes(r) == graph.True:
		return graph.False
	case groups.Open:
		return graph.Unknown
	case sharesInterface(r):
		return graph.True
	case defaultGroupsChange(r.Graph()):
		r.Graph().Doubt(graph.Doubt{Resource: r, Message: r.Address + " names no security group of its own, and what the VPC's default group admits is not known"})
		return graph.Unknown
	}
	return graph.True
}

// sharesInterface tells whether compute is a service whose tasks share the interfaces of the instances that they run on.
func sharesInterface(compute *graph.Resource) bool {
	if ECSService.Includes(compute) != graph.True {
		return false
	}
	network := ECSService.Network.Of(compute)
	return len(network.Items) == 0 && !network.Open
}

// defaultGroupsChange tells whether the default group of a VPC is taken charge of, or a rule may be added to one.
func defaultGroupsChange(g *graph.Graph) bool {
	type key struct{}
	return graph.Fact(g, key{}, func() bool {
		if len(g.OfType("aws_default_security_group")) > 0 {
			return true
		}
		for _, e := range []Edge{SecurityGroupRule.Group, SecurityGroupIngress.Group} {
			for r := range e.owner.In(g) {
				for _, l := range e.Of(r).Items {
					if l.To == nil {
						return true
					}
				}
				if e.Of(r).Open {
					return true
				}
			}
		}
		return false
	})
}

// guards are the edges to security groups of what is neither a group nor an instance.
var guards = []Edge{
	LoadBalancer.SecurityGroups, ClassicLoadBalancer.SecurityGroups, ECSService.SecurityGroups,
	Database.SecurityGroups, DatabaseCluster.SecurityGroups, DatabaseProxy.SecurityGroups, ReplicationGroup.SecurityGroups, CacheCluster.SecurityGroups,
	ServerlessCache.SecurityGroups, MemoryDB.SecurityGroups, MountTarget.SecurityGroups, FSx.SecurityGroups,
	Function.SecurityGroups, Warehouse.SecurityGroups, SearchDomain.SecurityGroups,
}

// launched follows an edge of the launch template or configuration that compute starts from.
func launched(r *graph.Resource, from, edge Edge) Links {
	var out Links
	l := from.Of(r)
	out.Open = l.Open
	for _, i := range l.Items {
		if i.To == nil || i.To.Mode != graph.Managed {
			out.Open = true
			continue
		}
		links := edge.Of(i.To)
		out.Items = append(out.Items, links.Items...)
		out.Open = out.Open || links.Open
	}
	return out
}

// SubnetsOf are the subnets that compute runs in.
func SubnetsOf(r *graph.Resource) Links {
	switch {
	case AutoScalingGroup.Includes(r) == graph.True:
		return AutoScalingGroup.Subnets.Of(r)
	case Instance.Includes(r) == graph.True:
		return Instance.Subnet.Of(r)
	case ECSService.Includes(r) == graph.True:
		return ECSService.Subnets.Of(r)
	case Function.Includes(r) == graph.True:
		return Function.Subnets.Of(r)
	}
	return Links{Open: true}
}

// anyGroup asks a question of every group in a set, Unknown where one is out of sight.
func anyGroup(groups Links, question func(group *graph.Resource) graph.Tri) graph.Tri {
	out := graph.False
	if groups.Open {
		out = graph.Unknown
	}
	for _, l := range groups.Items {
		if l.To == nil {
			switch r := l.Place.Resource; {
			case l.Literal != "":
				r.Graph().Doubt(graph.Doubt{Resource: r, Message: "what " + l.Literal + " admits is not in sight"})
			case !l.Open: // or else the edge itself is in doubt
				doubtPlace(r, pathText(l.Place.Path))
			}
			out = out.Or(graph.Unknown)
			continue
		}
		out = out.Or(l.Exists.And(question(l.To)))
	}
	return out
}

// anyIngress asks a question of every rule of a group, Unknown where one is out of sight.
func anyIngress(group *graph.Resource, question func(Ingress) graph.Tri) graph.Tri {
	rules := IngressOf(group)
	out := graph.False
	if rules.Open {
		out = graph.Unknown
	}
	for _, r := range rules.Items {
		out = out.Or(question(r))
	}
	if rules.Open && out == graph.Unknown {
		doubtIngress(group)
	}
	return out
}

// doubtAddresses leaves with the graph that it is not known whom a security group, or a rule of one, admits.
func doubtAddresses(r *graph.Resource) {
	r.Graph().Doubt(graph.Doubt{Resource: r, Message: "the addresses that " + r.Address + " admits are not known"})
}

// doubtIngress leaves with the graph that a group may let in more than is in sight.
func doubtIngress(group *graph.Resource) {
	group.Graph().Doubt(graph.Doubt{Resource: group, Message: "not all that " + group.Address + " lets in is in sight"})
}
