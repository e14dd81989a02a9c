package cloudformation

import (
	"math/big"
	"net/netip"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// maxCidrs is how many blocks Fn::Cidr makes at most (CloudFormation User Guide, Fn::Cidr).
const maxCidrs = 256

// cidr evaluates Fn::Cidr: so many blocks, with so many host bits, of an address block.
func (sc scope) cidr(args []*node) cty.Value {
	block := toText(sc.eval(args[0], nil), nil)
	count, sure := sc.whole(args[1])
	marks := cleanMarks(graph.DeepMarks(block))
	if !sure || count < 1 || count > maxCidrs {
		return cty.UnknownVal(cty.List(cty.String)).WithMarks(marks)
	}
	bits, known := 0, false
	if len(args) == 3 {
		bits, known = sc.whole(args[2])
	} else {
		bits, known = -1, true // 8 for IPv4, 64 for IPv6
	}
	plain, _ := block.Unmark()
	var blocks []string
	if known && plain.IsKnown() && !plain.IsNull() {
		prefix, err := netip.ParsePrefix(plain.AsString())
		if err != nil {
			sc.diagnose(graph.Warning, args[0], "%s is no block of addresses such as 10.0.0.0/16; it is taken as not known", excerpt(plain.AsString()))
		} else if blocks = cidrBlocks(prefix, count, bits); blocks == nil {
			sc.diagnose(graph.Warning, args[0], "%d blocks of this size do not fit into %s; they are taken as not known", count, prefix)
		}
	}
	elems := make([]cty.Value, count)
	for i := range elems {
		elems[i] = cty.UnknownVal(cty.String).WithMarks(marks)
		if blocks != nil {
			elems[i] = cty.StringVal(blocks[i]).WithMarks(marks)
		}
	}
	return tuple(elems)
}

// whole evaluates a node to a whole number.
func (sc scope) whole(n *node) (int, bool) {
	v, _ := toNumber(sc.eval(n, nil), nil).Unmark()
	if v.IsNull() || !v.IsKnown() {
		return 0, false
	}
	i, accuracy := v.AsBigFloat().Int64()
	return int(i), accuracy == 0 && i == int64(int32(i))
}

// cidrBlocks are the first blocks of a prefix with so many host bits; nil where they do not fit. Negative bits stand
// for the usual: a /24 in IPv4, a /64 in IPv6.
func cidrBlocks(prefix netip.Prefix, count, bits int) []string {
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
		return nil
	}
	if free := length - prefix.Bits(); free < 31 && count > 1<<free {
		return nil
	}
	base := new(big.Int).SetBytes(prefix.Addr().AsSlice())
	step := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	out := make([]string, count)
	for i := range out {
		raw := make([]byte, size/8)
		addr, _ := netip.AddrFromSlice(base.FillBytes(raw))
		out[i] = netip.PrefixFrom(addr, length).String()
		base.Add(base, step)
		if base.BitLen() > size && i+1 < count {
			return nil
		}
	}
	return out
}
