package functions

import (
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// equal tells whether two values are equal for Terraform. Symbolic texts are comparable only with texts drawn from
// the same sources.
func equal(a, b cty.Value) graph.Tri {
	a, am := a.UnmarkDeep()
	b, bm := b.UnmarkDeep()
	if symbols(am) != symbols(bm) {
		return graph.Unknown
	}
	if a.IsWhollyKnown() && b.IsWhollyKnown() {
		return same(a, b)
	}
	switch e := a.Equals(b); {
	case !e.IsKnown():
		return graph.Unknown
	default:
		return graph.Known(e.True())
	}
}

// same compares known, unmarked values. Terraform tells lists from tuples and maps from objects; which of them a value
// is here says little of what it is there, so of those that hold the same nothing is said.
func same(a, b cty.Value) graph.Tri {
	switch {
	case a.Type().Equals(b.Type()):
		return graph.Known(a.RawEquals(b))
	case a.IsNull() || b.IsNull():
		return graph.Known(a.IsNull() && b.IsNull())
	case alikeInside(a, b):
		return graph.Unknown
	}
	return graph.False
}

// alikeInside tells whether two values hold the same, whatever they are themselves.
func alikeInside(a, b cty.Value) bool {
	switch {
	case a.IsNull() || b.IsNull():
		return a.IsNull() && b.IsNull()
	case isSequence(a) && isSequence(b):
		return a.LengthInt() == b.LengthInt() && slices.EqualFunc(a.AsValueSlice(), b.AsValueSlice(), alikeInside)
	case isMapping(a) && isMapping(b):
		return a.LengthInt() == b.LengthInt() && maps.EqualFunc(a.AsValueMap(), b.AsValueMap(), alikeInside)
	}
	return a.Type().Equals(b.Type()) && a.RawEquals(b)
}

func isSequence(v cty.Value) bool {
	t := v.Type()
	return t.IsListType() || t.IsSetType() || t.IsTupleType()
}

func isMapping(v cty.Value) bool { return v.Type().IsMapType() || v.Type().IsObjectType() }

// symbols names the sources that symbolic texts among the marks were drawn from: within one such class texts can be
// compared.
func symbols(marks cty.ValueMarks) string {
	var sources []string
	for m := range marks {
		if s, ok := m.(graph.Symbol); ok {
			sources = append(sources, s.Source)
		}
	}
	slices.Sort(sources)
	return strings.Join(sources, "\x00")
}

// A bag holds values for the question whether one is among them.
type bag struct {
	classes map[string]map[int][]cty.Value // by symbols, then by hash: known values without marks
	issued  map[string]bool                // IDs that are not known yet, by the addresses of what they are issued to
	unknown bool                           // there are others, of which nothing is known
	null    bool
}

// fill makes a bag of values.
func fill(values []cty.Value) *bag {
	b := &bag{classes: map[string]map[int][]cty.Value{}, issued: map[string]bool{}}
	for _, v := range values {
		b.put(v)
	}
	return b
}

// put adds a value and tells whether it was not there before: Unknown where that cannot be told.
func (b *bag) put(v cty.Value) graph.Tri {
	added := b.holds(v).Not()
	u, marks := v.UnmarkDeep()
	to, issued := issuedTo(v)
	switch {
	case issued:
		b.issued[to] = true
	case !u.IsWhollyKnown():
		b.unknown = true
	case u.IsNull():
		b.null = true
	case added != graph.False:
		class := symbols(marks)
		if b.classes[class] == nil {
			b.classes[class] = map[int][]cty.Value{}
		}
		h := hash(u)
		b.classes[class][h] = append(b.classes[class][h], u)
	}
	return added
}

// holds tells whether the value is in the bag.
func (b *bag) holds(v cty.Value) graph.Tri {
	u, marks := v.UnmarkDeep()
	empty := len(b.classes) == 0 && len(b.issued) == 0 && !b.unknown && !b.null
	to, issued := issuedTo(v)
	switch {
	case empty:
		return graph.False
	case issued && b.issued[to]:
		return graph.True
	case issued && len(b.classes) == 0 && !b.unknown:
		return graph.False
	case !u.IsWhollyKnown():
		return graph.Unknown
	case u.IsNull():
		if b.null {
			return graph.True
		}
		if b.unknown {
			return graph.Unknown
		}
		return graph.False
	}
	class := symbols(marks)
	among := graph.False
	for _, o := range b.classes[class][hash(u)] {
		among = among.Or(same(u, o))
	}
	if among != graph.False {
		return among
	}
	others := len(b.classes)
	if b.classes[class] != nil {
		others--
	}
	if b.unknown || len(b.issued) > 0 || others > 0 {
		return graph.Unknown
	}
	return graph.False
}

// sure is how many different values are certainly in the bag.
func (b *bag) sure() int {
	most := 0
	for _, class := range b.classes {
		n := 0
		for _, values := range class {
			n += len(values)
		}
		most = max(most, n)
	}
	most = max(most, len(b.issued))
	if b.null {
		most++
	}
	if b.unknown {
		most = max(most, 1)
	}
	return most
}

// issuers are the types of resources to which AWS issues an ID that nothing else ever has (Amazon EC2 User Guide, "Resource
// IDs").
var issuers = []string{"aws_subnet", "aws_security_group", "aws_instance", "aws_vpc"}

// issuedTo is the address of the one resource that an unknown value is the ID of, where AWS issues that.
func issuedTo(v cty.Value) (address string, ok bool) {
	u, marks := v.Unmark()
	if u.IsKnown() {
		return "", false
	}
	refs := 0
	for m := range marks {
		if r, is := m.(graph.Ref); is {
			refs++
			address, ok = r.Address, r.Attribute == "id" && !r.Possible
		}
	}
	return address, ok && refs == 1 && !strings.Contains(address, "[*]") && slices.ContainsFunc(issuers, func(kind string) bool { return isOf(address, kind) })
}

// isOf tells whether an address is that of a managed resource of a type.
func isOf(address, kind string) bool {
	i := strings.LastIndex(address, kind+".")
	if i < 0 {
		return false
	}
	before, name := address[:i], address[i+len(kind)+1:]
	name, _, _ = strings.Cut(name, "[")
	return hclsyntax.ValidIdentifier(name) && (before == "" || strings.HasSuffix(before, ".")) &&
		!strings.HasSuffix("."+before, ".data.") && !strings.HasSuffix("."+before, ".module.")
}

// hash is equal for values that are the same, lists and tuples alike.
func hash(v cty.Value) int {
	switch {
	case !v.IsNull() && v.Type() == cty.String:
		h := fnv.New32a()
		_, _ = h.Write([]byte(v.AsString())) // it never fails
		return int(h.Sum32())
	case v.IsNull() || v.Type().IsPrimitiveType() || !v.CanIterateElements():
		return v.Hash()
	}
	h := v.LengthInt()
	for it := v.ElementIterator(); it.Next(); {
		k, e := it.Element()
		if isMapping(v) {
			h = h*31 + hash(k)
		}
		h = h*31 + hash(e)
	}
	return h
}
