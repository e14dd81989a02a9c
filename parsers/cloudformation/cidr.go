package cloudformation

import (
	"net/netip"
	"strconv"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// maxCidrs is how many blocks Fn::Cidr makes at most (CloudFormation User Guide, Fn::Cidr).
const maxCidrs = 256

// cidr evaluates Fn::Cidr: so many blocks, with so many host bits, of an address block.
func (sc scope) cidr(args []*node) cty.Value {
	block := toText(sc.eval(args[0], nil), nil)
	count, sure := sc.whole(args[1])
	marks := cleanMarks(marksOf(block))
	if !sure || count < 1 || count > maxCidrs {
		return cty.UnknownVal(cty.List(cty.String)).WithMarks(marks)
	}
	elems := make([]cty.Value, count)
	for i := range elems {
		elems[i] = sc.cidrBlock(args, block, marks, count, i)
	}
	return tuple(elems)
}

// cidrElement evaluates one element of Fn::Cidr; ok is false where there is none.
func (sc scope) cidrElement(args []*node, i int) (v cty.Value, ok bool) {
	count, sure := sc.whole(args[1])
	if !sure || i >= count || count > maxCidrs {
		return cty.NilVal, false
	}
	block := toText(sc.eval(args[0], nil), nil)
	return sc.cidrBlock(args, block, cleanMarks(marksOf(block)), count, i), true
}

// cidrBlock is one of the blocks, known if all that it is made from is.
func (sc scope) cidrBlock(args []*node, block cty.Value, marks cty.ValueMarks, count, i int) cty.Value {
	unknown := cty.UnknownVal(cty.String).WithMarks(marks)
	bits := -1
	if len(args) == 3 {
		n, known := sc.whole(args[2])
		if !known {
			return unknown
		}
		bits = n
	}
	plain, _ := block.Unmark()
	if !plain.IsKnown() || plain.IsNull() {
		return unknown
	}
	prefix, err := netip.ParsePrefix(plain.AsString())
	if err != nil {
		sc.diagnose(graph.Warning, args[0], "%s is no block of addresses such as 10.0.0.0/16; it is taken as not known", excerpt(plain.AsString()))
		return unknown
	}
	text, ok := cidrText(prefix, count, bits, i)
	if !ok {
		sc.diagnose(graph.Warning, args[0], "%d blocks of this size do not fit into %s; they are taken as not known", count, prefix)
		return unknown
	}
	return cty.StringVal(text).WithMarks(marks)
}

// whole evaluates a node to a whole number.
func (sc scope) whole(n *node) (int, bool) {
	if n.isText() {
		i, err := strconv.ParseInt(filled(n.text, sc.loop), 10, 32)
		return int(i), err == nil
	}
	v, _ := toNumber(sc.eval(n, nil), nil).Unmark()
	if v.IsNull() || !v.IsKnown() {
		return 0, false
	}
	i, accuracy := v.AsBigFloat().Int64()
	return int(i), accuracy == 0 && i == int64(int32(i))
}

// cidrText is the i-th block of a prefix with so many host bits; ok is false where so many blocks do not fit. Negative
// bits stand for the usual: a /24 in IPv4, a /64 in IPv6.
func cidrText(prefix netip.Prefix, count, bits, i int) (text string, ok bool) {
	const usual4, usual6 = 8, 64
	prefix = prefix.Masked()
	size := prefix.Addr().BitLen()
	if bits < 0 {
		bits = usual4
		if prefix.Addr().Is6() {
			bits = usual6
		}
	}
	length := size - bits
	if bits < 1 || length < prefix.Bits() {
		return "", false
	}
	if free := length - prefix.Bits(); free < 31 && count > 1<<free {
		return "", false
	}
	raw := prefix.Addr().AsSlice()
	for at, carry := len(raw)-1-bits/8, i<<(bits%8); at >= 0 && carry > 0; at, carry = at-1, carry>>8 {
		carry += int(raw[at])
		raw[at] = byte(carry)
	}
	addr, _ := netip.AddrFromSlice(raw)
	return netip.PrefixFrom(addr, length).String(), true
}
