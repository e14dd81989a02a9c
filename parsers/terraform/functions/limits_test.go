package functions

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// TestLimits: calls that would take too much time or memory fail, and soon.
func TestLimits(t *testing.T) {
	long := cty.StringVal(strings.Repeat("x", MaxText))
	many := make([]cty.Value, 1000)
	for i := range many {
		many[i] = n(int64(i))
	}
	thousand := ls(many...)
	shared := ls(a)
	for range 40 {
		shared = tuple(shared, shared)
	}
	str := cty.StringVal
	for _, c := range []struct {
		name string
		args []cty.Value
		want error // nil: any
	}{
		{"upper", []cty.Value{str(long.AsString() + "x")}, errTooLong},
		{"join", []cty.Value{long, tuple(a, b)}, errTooLong},
		{"join", []cty.Value{long, tuple(a, b, a)}, errTooLong},
		{"replace", []cty.Value{long, str("x"), str("yy")}, errTooLong},
		{"replace", []cty.Value{str(strings.Repeat("x", 1000)), str("/(x+)/"), str(strings.Repeat("$1", 100_000))}, errTooLong},
		{"indent", []cty.Value{n(1 << 40), a}, errTooLong},
		{"indent", []cty.Value{n(1 << 20), str("\n\n\n\n\n")}, errTooLong},
		{"format", []cty.Value{str("%1000000000s"), a}, errTooLong},
		{"format", []cty.Value{str("%99999999999999999999s"), a}, errTooLong},
		{"format", []cty.Value{str("%.1000000000f"), n(1)}, errTooLong},
		{"format", []cty.Value{str(strings.Repeat("%1000000s", 10)), a}, errTooLong},
		{"format", []cty.Value{str("%[99999999]s"), a}, errTooLong},
		{"formatlist", []cty.Value{str("%10000s"), thousand}, errTooLong},
		{"setproduct", []cty.Value{thousand, thousand}, errTooMany},
		{"setproduct", []cty.Value{thousand, thousand, thousand, thousand, thousand, thousand, thousand}, errTooMany},
		{"range", []cty.Value{n(1_000_000_000)}, nil},
		{"range", []cty.Value{n(0), n(1), cty.NumberFloatVal(1e-9)}, nil},
		{"split", []cty.Value{str(""), str(strings.Repeat("x", MaxElements+1))}, errTooMany},
		{"tostring", []cty.Value{cty.MustParseNumberVal("1e600000000")}, errTooBig},
		{"tonumber", []cty.Value{str("1e600000000")}, errTooBig},
		{"tonumber", []cty.Value{str(strings.Repeat("1", MaxDigits+1))}, errTooBig},
		{"ceil", []cty.Value{cty.MustParseNumberVal("1e-600000000")}, errTooBig},
		{"parseint", []cty.Value{str(strings.Repeat("1", 1<<20)), n(10)}, errTooBig},
		{"regex", []cty.Value{str("(x{0,1000}){0,1}y"), long}, nil},
		{"regexall", []cty.Value{str("[a-z]{1000}[0-9]"), long}, nil},
		{"jsondecode", []cty.Value{str(strings.Repeat("[", 1<<20))}, errTooMuch},
		{"yamldecode", []cty.Value{str(strings.Repeat("- ", 1<<20))}, errTooMuch},
		{"yamldecode", []cty.Value{str(strings.Repeat("[", 1<<20))}, errTooMuch},
		{"yamldecode", []cty.Value{str(laughs(30))}, errTooMuch},
		{"jsonencode", []cty.Value{shared}, errTooMuch},
		{"contains", []cty.Value{tuple(shared), shared}, errTooMuch},
		{"flatten", []cty.Value{shared}, errTooMuch},
		{"toset", []cty.Value{tuple(shared, shared)}, errTooMuch},
		{"yamlencode", []cty.Value{str("\xff")}, errNotText},
		{"upper", []cty.Value{cty.NilVal}, errNull},
	} {
		v, known, err := Call(c.name, c.args)
		if err == nil || !known || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
		if v.IsKnown() {
			t.Errorf("%s failed and has a value", c.name)
		}
	}
}

// laughs is a YAML text in which each of n lines holds the one before it ten times.
func laughs(n int) string {
	var b strings.Builder
	b.WriteString("l0: &l0 x\n")
	for i := 1; i < n; i++ {
		name := func(i int) string { return "l" + string(rune('a'+i/10)) + string(rune('a'+i%10)) }
		b.WriteString(name(i) + ": &" + name(i) + " [")
		prev := name(i - 1)
		if i == 1 {
			prev = "l0"
		}
		b.WriteString(strings.Repeat("*"+prev+", ", 10))
		b.WriteString("]\n")
	}
	return b.String()
}

// TestManyElements: the greatest collections are worked with; what takes quadratic time does not end here.
func TestManyElements(t *testing.T) {
	elements := make([]cty.Value, MaxElements)
	for i := range elements {
		elements[i] = marked(n(int64(i%5000)), graph.Ref{Address: "aws_x.y", Attribute: "id"})
	}
	all := ls(elements...)
	for _, name := range []string{"toset", "distinct", "sort", "compact", "tolist", "flatten", "reverse", "concat", "length", "jsonencode", "sum", "setunion"} {
		if _, _, err := Call(name, []cty.Value{all}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzCall calls every function with arguments of every kind: no panic is let through and results are bounded.
func FuzzCall(f *testing.F) {
	f.Add("a%s", "b", 3.0, uint16(7))
	f.Add("/(a)/", "10.0.0.0/8", -1.0, uint16(4242))
	f.Add("{{[\xff", "2017-11-22T00:00:00Z", 1e300, uint16(65535))
	names := slices.Sorted(maps.Keys(library))
	f.Fuzz(func(t *testing.T, s, u string, x float64, shape uint16) {
		if x != x || len(s)+len(u) > 10_000 {
			return
		}
		kinds := []cty.Value{
			cty.StringVal(s), cty.StringVal(u), cty.NumberFloatVal(x), cty.True, unknown, cty.DynamicVal, cty.NullVal(cty.DynamicPseudoType),
			tuple(cty.StringVal(s), n(1)), ls(cty.StringVal(s), marked(unknown, graph.Ref{Address: "a"})), object(cty.StringVal(s).AsString(), cty.StringVal(u)),
			cty.UnknownVal(cty.List(cty.String)), cty.UnknownVal(cty.Map(cty.String)), marked(cty.StringVal(u), byDef), zoneA, cty.EmptyTupleVal,
			marked(unknown, graph.Partial{Text: s + graph.Hole}),
		}
		var args []cty.Value
		for i := range int(shape&3) + 1 {
			args = append(args, kinds[shape>>(2+4*i)&15])
		}
		for _, name := range names {
			v, known, err := Call(name, args)
			if !known {
				t.Fatalf("%s is not known", name)
			}
			if err == nil && bounded(v) != nil {
				t.Fatalf("%s%#v: the result is not bounded", name, args)
			}
		}
	})
}
