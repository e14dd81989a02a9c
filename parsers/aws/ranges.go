package aws

import (
	"math/big"
	"net/netip"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// PrefixList is a managed prefix list: a list of ranges of addresses that rules and routes name as one. Those that AWS
// keeps for its services are found by data sources.
var PrefixList = struct {
	Kind
	Name    Attr[string]
	Entries Blocks
}{
	Kind:    prefixList,
	Name:    prefixList.string("name", "PrefixListName"),
	Entries: prefixList.blocks("entry", "Entries"),
}

// PrefixListEntry is an entry of a prefix list that stands as a resource of its own.
var PrefixListEntry = struct {
	Kind
	List Edge
}{
	Kind: prefixListEntry,
	List: prefixListEntry.edge(graph.MemberOf, "prefix_list_id", "", prefixList),
}

// VPCRange is a further range of addresses of a VPC.
var VPCRange = struct {
	Kind
	VPC  Edge
	CIDR Attr[string]
}{
	Kind: vpcRange,
	VPC:  vpcRange.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
	CIDR: vpcRange.string("cidr_block", "CidrBlock"),
}

// defaultVPCRange is the range of a default VPC (Amazon VPC User Guide, "Default VPC components").
var defaultVPCRange = netip.MustParsePrefix("172.31.0.0/16")

// awsList begins the names of the prefix lists that AWS keeps (Amazon VPC User Guide, "AWS-managed prefix lists").
const awsList = "com.amazonaws."

// addLists adds what prefix lists hold.
func (in *Ingress) addLists(l Links) {
	in.Prefixes = graph.Known(l.Open)
	for _, i := range l.Items {
		switch {
		case i.To != nil && HasPrefix(PrefixList.Name.Of(i.To), awsList) == graph.True:
			in.OfAWS = true
		case i.To != nil && i.Exists == graph.True && i.To.Mode == graph.Managed:
			if !in.addEntries(i.To) {
				in.Prefixes = graph.True
			}
		default:
			in.Prefixes = graph.True
		}
	}
}

// addEntries adds the entries of a prefix list; it is false where there may be others.
func (in *Ingress) addEntries(list *graph.Resource) bool {
	inline := PrefixList.Entries.Of(list)
	for _, b := range inline.Items {
		name := [graph.Languages]string{"cidr", "Cidr"}[list.Language]
		in.addCIDRs(fieldValue(b, name, name), graph.Place{Resource: list, Path: b.Place.Path.GetAttr(name)})
	}
	own := PrefixListEntry.List.Into(list)
	for _, b := range own.Items {
		if b.Certain == graph.True {
			in.addCIDRs(b.From.Attribute("cidr"), graph.Place{Resource: b.From, Path: cty.GetAttrPath("cidr")})
		}
	}
	return !inline.Open && len(own.Open) == 0 && list.Graph().Hides(list) == graph.False
}

// everywhere tells whether the range is all addresses.
func (s Source) everywhere() graph.Tri {
	if !s.Known {
		doubtPlace(s.Place.Resource, pathText(s.Place.Path))
		return graph.Unknown
	}
	return graph.Known(s.Prefix.Bits() == 0)
}

// lone tells whether the range is a single address.
func (s Source) lone() bool { return s.Known && s.Prefix.IsSingleIP() }

// String is the range as it is written, or what stands for it.
func (s Source) String() string {
	if s.Known {
		return s.Prefix.String()
	}
	for _, ref := range graph.Refs(s.value) {
		if rangeOf(ref) {
			return "the range of " + ref.Address
		}
	}
	return "a range"
}

// rangeOf tells whether a reference means the range of a VPC or subnet.
func rangeOf(ref graph.Ref) bool {
	return !ref.Possible && (ref.Attribute == "cidr_block" || ref.Attribute == "CidrBlock")
}

// of tells whether the range was taken from a VPC or subnet.
func (s Source) of(net *graph.Resource) bool {
	for _, ref := range graph.Refs(s.value) {
		if rangeOf(ref) && ref.Address == net.Address {
			return true
		}
	}
	return false
}

// vpcOfGroup is the VPC of a security group, nil where that is not in sight; isDefault tells that it is the default VPC
// of the account, which nothing stands for (provider documentation of aws_security_group: vpc_id).
func vpcOfGroup(group *graph.Resource) (net *graph.Resource, isDefault bool) {
	l := SecurityGroup.VPC.Of(group)
	for v := range l.Targets() {
		return v, false
	}
	return nil, group.Mode == graph.Managed && l.Any() == graph.False
}

// inVPC tells whether the range holds addresses of the VPC that a security group is for.
func (s Source) inVPC(group *graph.Resource) graph.Tri {
	net, isDefault := vpcOfGroup(group)
	if net != nil && s.of(net) {
		return graph.True
	}
	for _, ref := range graph.Refs(s.value) {
		if !rangeOf(ref) {
			continue
		}
		for _, sub := range group.Graph().Targets(ref) {
			if net == nil || Subnet.Includes(sub) != graph.True {
				continue
			}
			for v := range Subnet.VPC.Of(sub).Targets() {
				if v == net {
					return graph.True
				}
			}
		}
	}
	if !s.Known {
		doubtPlace(s.Place.Resource, pathText(s.Place.Path))
		return graph.Unknown
	}
	if !s.Prefix.Addr().Is4() || s.Prefix.Bits() > 0 && !s.mayBePrivate() {
		return graph.False
	}
	if isDefault {
		return graph.Known(s.Prefix.Overlaps(defaultVPCRange))
	}
	if net == nil {
		group.Graph().Doubt(graph.Doubt{Resource: group, Message: "the VPC of " + group.Address + " is not in sight"})
		return graph.Unknown
	}
	return s.overlaps(net)
}

// overlaps tells whether the range holds addresses of a VPC.
func (s Source) overlaps(net *graph.Resource) graph.Tri {
	one := func(v Value[string]) graph.Tri {
		return v.Test(func(text string) bool {
			p, err := netip.ParsePrefix(text)
			return err == nil && p.Overlaps(s.Prefix)
		})
	}
	main := VPC.CIDR.Of(net)
	if net.Type == defaultVPC {
		return graph.Known(s.Prefix.Overlaps(defaultVPCRange))
	}
	if main.Written() != graph.True {
		doubtPlace(net, "the range")
		return graph.Unknown
	}
	out := one(main)
	more := VPCRange.VPC.Into(net)
	for _, b := range more.Items {
		out = out.Or(b.Certain.And(one(VPCRange.CIDR.Of(b.From))))
	}
	if len(more.Open) > 0 {
		out = out.Or(graph.Unknown)
	}
	return out
}

// privateRanges are those that nobody on the internet has: RFC 1918, and RFC 6598, which VPCs may use as well (Amazon VPC
// User Guide, "VPC CIDR blocks").
var privateRanges = []netip.Prefix{
	netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.16.0.0/12"), netip.MustParsePrefix("192.168.0.0/16"), netip.MustParsePrefix("100.64.0.0/10"),
}

// mayBePrivate tells whether the range holds private addresses.
func (s Source) mayBePrivate() bool {
	for _, p := range privateRanges {
		if p.Overlaps(s.Prefix) {
			return true
		}
	}
	return false
}

// widerThan tells whether the range holds some of the subnets, and addresses beyond theirs.
func (s Source) widerThan(subnets Links, group *graph.Resource) graph.Tri {
	net, _ := vpcOfGroup(group)
	if net != nil && (s.of(net) || s.Known && s.covers(VPC.CIDR.Of(net))) {
		return graph.True
	}
	held := graph.False
	size := new(big.Int)
	exact := !subnets.Open
	for _, l := range subnets.Items {
		if l.To == nil {
			held, exact = held.Or(graph.Unknown), false
			continue
		}
		if s.of(l.To) {
			return graph.False
		}
		holds := s.holdsSubnet(l.To)
		held = held.Or(holds)
		text, ok := Subnet.CIDR.Of(l.To).Get()
		p, err := netip.ParsePrefix(text)
		if !ok || err != nil {
			exact = false
		} else if holds == graph.True {
			size.Add(size, sizeOf(p))
		}
	}
	if subnets.Open {
		held = held.Or(graph.Unknown)
	}
	if held != graph.True || !s.Known {
		return held.And(graph.Unknown)
	}
	if !exact {
		return graph.Unknown
	}
	return graph.Known(sizeOf(s.Prefix).Cmp(size) > 0)
}

// covers tells whether the range holds the whole of another that is known.
func (s Source) covers(other Value[string]) bool {
	text, ok := other.Get()
	if !ok {
		return false
	}
	p, err := netip.ParsePrefix(text)
	return err == nil && s.Prefix.Bits() <= p.Bits() && s.Prefix.Contains(p.Addr())
}

// sizeOf is how many addresses a range has.
func sizeOf(p netip.Prefix) *big.Int {
	return new(big.Int).Lsh(big.NewInt(1), uint(p.Addr().BitLen()-p.Bits()))
}
