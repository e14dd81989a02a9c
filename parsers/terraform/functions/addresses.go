package functions

import (
	"errors"
	"fmt"
	"math/big"
	"net/netip"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var cidrHost = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "prefix", Type: cty.String}, {Name: "hostnum", Type: cty.Number}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := network(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		n, err := integer(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		size := new(big.Int).Lsh(big.NewInt(1), uint(p.Addr().BitLen()-p.Bits()))
		at := new(big.Int).Set(n)
		if n.Sign() < 0 {
			at.Add(at, size)
		}
		if at.Sign() < 0 || at.Cmp(size) >= 0 {
			return cty.NilVal, fmt.Errorf("prefix of %d does not accommodate a host numbered %v", p.Bits(), n)
		}
		return cty.StringVal(offset(p.Addr(), at).String()), nil
	},
})

var cidrNetmask = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "prefix", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := network(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		if !p.Addr().Is4() {
			return cty.NilVal, errors.New("IPv6 addresses cannot have a netmask; use the prefix length")
		}
		mask := ^uint32(0) << (32 - p.Bits())
		return cty.StringVal(netip.AddrFrom4([4]byte{byte(mask >> 24), byte(mask >> 16), byte(mask >> 8), byte(mask)}).String()), nil
	},
})

var cidrSubnet = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "prefix", Type: cty.String}, {Name: "newbits", Type: cty.Number}, {Name: "netnum", Type: cty.Number}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := network(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		more, err := whole(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		n, err := integer(args[2])
		if err != nil {
			return cty.NilVal, err
		}
		bits := p.Bits() + more
		switch {
		case more < 0:
			return cty.NilVal, errors.New("the number of new bits must not be negative")
		case bits > p.Addr().BitLen():
			return cty.NilVal, fmt.Errorf("insufficient address space to extend prefix of %d by %d", p.Bits(), more)
		case n.Sign() < 0 || n.BitLen() > more:
			return cty.NilVal, fmt.Errorf("prefix extension of %d does not accommodate a subnet numbered %v", more, n)
		}
		at := new(big.Int).Lsh(n, uint(p.Addr().BitLen()-bits))
		return cty.StringVal(netip.PrefixFrom(offset(p.Addr(), at), bits).String()), nil
	},
})

var cidrSubnets = function.New(&function.Spec{
	Params:   []function.Parameter{{Name: "prefix", Type: cty.String}},
	VarParam: &function.Parameter{Name: "newbits", Type: cty.Number},
	Type:     function.StaticReturnType(cty.List(cty.String)),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := network(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		if len(args) == 1 {
			return cty.ListValEmpty(cty.String), nil
		}
		total := p.Addr().BitLen()
		end := new(big.Int).Lsh(big.NewInt(1), uint(total-p.Bits()))
		next := new(big.Int)
		var out []cty.Value
		for i, a := range args[1:] {
			more, err := whole(a)
			if err != nil {
				return cty.NilVal, function.NewArgError(i+1, err)
			}
			bits := p.Bits() + more
			switch {
			case more < 1:
				return cty.NilVal, function.NewArgErrorf(i+1, "must extend prefix by at least one bit")
			case more > 32 && total > 32:
				return cty.NilVal, function.NewArgErrorf(i+1, "may not extend prefix by more than 32 bits")
			case bits > total:
				return cty.NilVal, function.NewArgErrorf(i+1, "would extend prefix to %d bits, which is too long for an address of %d", bits, total)
			}
			// A network begins at a multiple of its size.
			size := new(big.Int).Lsh(big.NewInt(1), uint(total-bits))
			if rest := new(big.Int).Mod(next, size); rest.Sign() > 0 {
				next.Add(next, size).Sub(next, rest)
			}
			from := new(big.Int).Set(next)
			if next.Add(next, size); next.Cmp(end) > 0 {
				return cty.NilVal, function.NewArgErrorf(i+1, "not enough remaining address space for a subnet with a prefix of %d bits after %d others", bits, i)
			}
			out = append(out, cty.StringVal(netip.PrefixFrom(offset(p.Addr(), from), bits).String()))
		}
		return cty.ListVal(out), nil
	},
})

// network reads an address range. Numbers of an IPv4 address may begin with zeros, which say nothing.
func network(text string) (netip.Prefix, error) {
	address, bits, found := strings.Cut(text, "/")
	if !strings.Contains(address, ":") {
		parts := strings.Split(address, ".")
		for i, p := range parts {
			if len(p) > 1 {
				parts[i] = strings.TrimLeft(p[:len(p)-1], "0") + p[len(p)-1:]
			}
		}
		address = strings.Join(parts, ".")
	}
	a, err := netip.ParseAddr(address)
	n, err2 := strconv.Atoi(bits)
	if !found || err != nil || err2 != nil || a.Zone() != "" || n < 0 || n > a.BitLen() {
		return netip.Prefix{}, fmt.Errorf("invalid CIDR expression: invalid CIDR address: %s", text)
	}
	return netip.PrefixFrom(a, n).Masked(), nil
}

// integer takes a number of any size.
func integer(v cty.Value) (*big.Int, error) {
	n, accuracy := v.AsBigFloat().Int(nil)
	if n == nil || accuracy != big.Exact {
		return nil, errors.New("a whole number is required")
	}
	return n, nil
}

// offset is the address that lies so far behind another.
func offset(a netip.Addr, by *big.Int) netip.Addr {
	b := a.AsSlice()
	n := new(big.Int).SetBytes(b)
	n.Add(n, by).FillBytes(b)
	out, _ := netip.AddrFromSlice(b)
	return out
}
