package functions

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Words of the tables below.
var (
	a, b    = cty.StringVal("a"), cty.StringVal("b")
	unknown = cty.UnknownVal(cty.String)
	x       = graph.Ref{Address: "aws_subnet.x", Attribute: "id"}
	y       = graph.Ref{Address: "aws_subnet.y", Attribute: "id"}
	xZone   = graph.Ref{Address: "aws_subnet.x", Attribute: "availability_zone"}
	xText   = graph.Ref{Address: "aws_subnet.x", Attribute: "description"}
	zones   = graph.Symbol{Source: "data.aws_availability_zones.a"}
	zoneA   = marked(cty.StringVal("us-east-1a"), zones)
	zoneB   = marked(cty.StringVal("us-east-1b"), zones)
	byDef   = graph.Default{}
)

func marked(v cty.Value, marks ...any) cty.Value {
	for _, m := range marks {
		v = v.Mark(m)
	}
	return v
}

func maybe(r graph.Ref) graph.Ref { r.Possible = true; return r }

func tuple(vs ...cty.Value) cty.Value { return cty.TupleVal(vs) }

func ls(vs ...cty.Value) cty.Value { return cty.ListVal(vs) }

func object(kv ...any) cty.Value {
	m := map[string]cty.Value{}
	for i := 0; i < len(kv); i += 2 {
		m[kv[i].(string)] = kv[i+1].(cty.Value)
	}
	return cty.ObjectVal(m)
}

func n(i int64) cty.Value { return cty.NumberIntVal(i) }

func atLeast(element cty.Type, low int) cty.Value {
	return cty.UnknownVal(cty.List(element)).Refine().NotNull().CollectionLengthLowerBound(low).NewValue()
}

func between(element cty.Type, low, high int) cty.Value {
	return cty.UnknownVal(cty.List(element)).Refine().NotNull().CollectionLengthLowerBound(low).CollectionLengthUpperBound(high).NewValue()
}

// TestMarks: the table of what marks and unknown values become. A failed call is NilVal.
func TestMarks(t *testing.T) {
	anyOf := cty.DynamicPseudoType
	idX, idY := marked(unknown, x), marked(unknown, y)
	text := func(s string, marks ...any) cty.Value {
		return marked(unknown.RefineNotNull(), append(marks, graph.Partial{Text: strings.ReplaceAll(s, "_", graph.Hole)})...)
	}
	for _, c := range []struct {
		name string
		args []cty.Value
		want cty.Value
	}{
		// Elements keep their own marks.
		{"tolist", []cty.Value{tuple(idX, b)}, ls(idX, b)},
		{"tolist", []cty.Value{tuple(marked(cty.DynamicVal, x), n(1))}, tuple(marked(cty.DynamicVal, x), n(1))},
		{"tolist", []cty.Value{tuple(marked(cty.DynamicVal, x), a)}, ls(idX, a)},
		{"toset", []cty.Value{tuple(marked(b, x), marked(a, y), a)}, marked(ls(marked(a, y), marked(b, x)), Set{})},
		{"toset", []cty.Value{marked(tuple(a), byDef)}, marked(ls(a), byDef, Set{})},
		{"toset", []cty.Value{tuple(idX, idY)}, marked(ls(idX, idY), Unsettled{2}, Set{})},
		{"toset", []cty.Value{tuple(zoneB, zoneA)}, marked(ls(zoneA, zoneB), Set{})},
		{"toset", []cty.Value{tuple(zoneA, cty.StringVal("us-east-1a"))}, marked(ls(zoneA, cty.StringVal("us-east-1a")), Unsettled{1}, Set{})},
		{"tomap", []cty.Value{object("p", idX, "q", n(1))}, cty.MapVal(map[string]cty.Value{"p": idX, "q": cty.StringVal("1")})},
		{"distinct", []cty.Value{tuple(marked(a, x), marked(a, y), b)}, ls(marked(a, x), b)},
		// AWS issues no ID twice, but a text may be one.
		{"distinct", []cty.Value{tuple(idX, idY, idX)}, ls(idX, idY)},
		{"distinct", []cty.Value{tuple(idX, a)}, marked(ls(idX, a), Unsettled{1})},
		{"distinct", []cty.Value{tuple(idX, marked(unknown, graph.Ref{Address: "aws_subnet.z[*]", Attribute: "id"}))}, marked(ls(idX, marked(unknown, graph.Ref{Address: "aws_subnet.z[*]", Attribute: "id"})), Unsettled{1})},
		{"distinct", []cty.Value{tuple(idX, marked(unknown, graph.Ref{Address: "data.aws_subnet.z", Attribute: "id"}))}, marked(ls(idX, marked(unknown, graph.Ref{Address: "data.aws_subnet.z", Attribute: "id"})), Unsettled{1})},
		{"compact", []cty.Value{tuple(idX, cty.StringVal(""), a)}, ls(idX, a)},
		{"compact", []cty.Value{tuple(marked(unknown, xText), a)}, marked(between(cty.String, 1, 2), maybe(xText))},
		{"compact", []cty.Value{tuple(marked(unknown, xZone), a)}, ls(marked(unknown, xZone), a)},
		{"compact", []cty.Value{marked(ls(idX, idY), Unsettled{1})}, marked(ls(idX, idY), Unsettled{1})},
		{"compact", []cty.Value{tuple(marked(cty.StringVal(""), byDef), a)}, marked(ls(a), byDef)},
		{"sort", []cty.Value{tuple(marked(b, x), a)}, ls(a, marked(b, x))},
		{"sort", []cty.Value{tuple(idY, b)}, marked(ls(b, idY), Unsettled{2})},
		{"concat", []cty.Value{tuple(idX), ls(a)}, tuple(idX, a)},
		{"concat", []cty.Value{marked(ls(a), x), ls(b)}, ls(marked(a, x), b)},
		{"concat", []cty.Value{marked(ls(a), byDef), ls(b)}, marked(ls(marked(a, byDef), b), byDef)},
		{"merge", []cty.Value{object("p", idX), object("p", a, "q", idY)}, object("p", a, "q", idY)},
		{"merge", []cty.Value{marked(object("p", a), x), object("q", b)}, object("p", marked(a, x), "q", b)},
		{"flatten", []cty.Value{tuple(tuple(idX), marked(ls(a), y))}, tuple(idX, marked(a, y))},
		{"flatten", []cty.Value{tuple(marked(cty.DynamicVal, x), tuple(a))}, tuple(marked(cty.DynamicVal, x), a)},
		{"values", []cty.Value{object("q", idX, "p", a)}, tuple(a, idX)},
		{"zipmap", []cty.Value{tuple(a), tuple(idX)}, object("a", idX)},
		{"zipmap", []cty.Value{tuple(marked(a, xZone)), tuple(idY)}, marked(object("a", idY), maybe(xZone))},
		{"slice", []cty.Value{tuple(a, idX, b), n(1), n(2)}, tuple(idX)},
		{"slice", []cty.Value{ls(zoneA, zoneB), n(0), marked(n(1), byDef)}, marked(ls(zoneA), byDef)},
		{"reverse", []cty.Value{tuple(a, idX)}, tuple(idX, a)},
		{"chunklist", []cty.Value{tuple(a, idX, b), n(2)}, ls(ls(a, idX), ls(b))},
		{"formatlist", []cty.Value{cty.StringVal("%s!"), tuple(marked(a, x), b)}, ls(marked(cty.StringVal("a!"), x), cty.StringVal("b!"))},
		{"formatlist", []cty.Value{cty.StringVal("%s!"), tuple(idX)}, ls(text("_!", x))},
		{"setunion", []cty.Value{ls(marked(b, x)), ls(marked(a, y))}, marked(ls(marked(a, y), marked(b, x)), Set{})},
		{"setproduct", []cty.Value{ls(marked(a, x)), ls(marked(b, y))}, ls(tuple(marked(a, x), marked(b, y)))},

		// What is made of a set is a list.
		{"tolist", []cty.Value{marked(ls(idX), Set{})}, ls(idX)},
		{"reverse", []cty.Value{marked(ls(a, b), Set{})}, ls(b, a)},
		{"concat", []cty.Value{marked(ls(a), Set{}), tuple(idX)}, tuple(a, idX)},
		{"length", []cty.Value{marked(ls(a), Set{}, byDef)}, marked(n(1), byDef)},
		{"flatten", []cty.Value{tuple(marked(ls(a), Set{}))}, tuple(a)},
		{"one", []cty.Value{marked(ls(a), Set{})}, a},

		// Unknown parts: bounds stay, and the references are certain.
		{"concat", []cty.Value{ls(a, b), marked(cty.UnknownVal(cty.List(cty.String)), x)}, marked(atLeast(cty.String, 2), x)},
		{"concat", []cty.Value{tuple(idY), marked(cty.DynamicVal, x)}, marked(atLeast(anyOf, 1), x, y)},
		{"merge", []cty.Value{object("p", idY), marked(cty.DynamicVal, x)}, marked(cty.DynamicVal, x, y)},
		{"flatten", []cty.Value{tuple(ls(a, b), marked(cty.UnknownVal(cty.List(cty.String)), x))}, marked(atLeast(anyOf, 2), x)},
		{"slice", []cty.Value{marked(cty.UnknownVal(cty.List(cty.String)), x), n(0), n(2)}, marked(ls(unknown, unknown), x)},
		{"slice", []cty.Value{ls(idX, idY), n(0), cty.UnknownVal(cty.Number)},
			marked(cty.UnknownVal(cty.List(cty.String)).Refine().NotNull().CollectionLengthUpperBound(2).NewValue(), maybe(x), maybe(y))},
		{"split", []cty.Value{cty.StringVal(","), text("_,_", x, y)}, marked(atLeast(cty.String, 0), x, y)},
		{"keys", []cty.Value{cty.UnknownVal(cty.Object(map[string]cty.Type{"p": cty.String}))}, ls(cty.StringVal("p"))},

		// Picks: an undecided one makes references possible.
		{"element", []cty.Value{ls(idX, idY), n(3)}, idY},
		{"element", []cty.Value{ls(idX, idY), n(-1)}, idY},
		{"element", []cty.Value{ls(idX, idY), cty.UnknownVal(cty.Number)}, marked(unknown, maybe(x), maybe(y))},
		{"element", []cty.Value{ls(a, a), marked(n(1), byDef)}, a},
		{"element", []cty.Value{ls(a, b), marked(n(1), byDef)}, unknown.RefineNotNull()},
		{"element", []cty.Value{marked(cty.UnknownVal(cty.List(cty.String)), x), n(0)}, marked(unknown, x)},
		{"element", []cty.Value{marked(cty.UnknownVal(cty.List(cty.String)), x), cty.UnknownVal(cty.Number)}, marked(unknown, maybe(x))},
		{"element", []cty.Value{marked(ls(idX, idY), Unsettled{1}), n(0)}, marked(unknown, maybe(x), maybe(y))},
		{"lookup", []cty.Value{object("a", idX), a}, idX},
		{"lookup", []cty.Value{object("a", idX, "b", idX), marked(a, byDef)}, idX},
		{"lookup", []cty.Value{object("a", idX), marked(a, byDef), idY}, marked(unknown, maybe(x), maybe(y))},
		{"lookup", []cty.Value{marked(object("a", a), byDef), a, b}, marked(a, byDef)},
		{"lookup", []cty.Value{marked(object("a", a), byDef), b, b}, cty.DynamicVal},
		{"one", []cty.Value{tuple(idX)}, idX},
		{"one", []cty.Value{marked(cty.UnknownVal(cty.List(cty.String)), x)}, marked(unknown, maybe(x))},
		{"index", []cty.Value{ls(a, b), marked(b, byDef)},
			marked(cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeInclusive(n(0), n(1)).NewValue(), byDef)},
		{"matchkeys", []cty.Value{ls(idX, idY), ls(a, unknown), ls(a)}, marked(between(cty.String, 1, 2), x, maybe(y))},
		{"setintersection", []cty.Value{ls(marked(a, x)), marked(cty.UnknownVal(cty.List(cty.String)), y)}, marked(between(cty.String, 0, 1), maybe(x))},
		{"setsubtract", []cty.Value{ls(a, b), ls(a)}, marked(ls(b), Set{})},
		{"coalesce", []cty.Value{idX, a}, idX},
		{"coalesce", []cty.Value{marked(unknown, xText), a}, marked(unknown, maybe(xText))},
		{"coalesce", []cty.Value{marked(cty.StringVal(""), byDef), idX}, marked(cty.DynamicVal, maybe(x))},
		{"coalesce", []cty.Value{marked(a, byDef), b}, marked(a, byDef)},
		{"coalescelist", []cty.Value{cty.UnknownVal(cty.List(cty.String)), ls(idX)}, marked(cty.UnknownVal(cty.List(cty.String)), maybe(x))},
		{"coalescelist", []cty.Value{ls(idX), ls(idY)}, ls(idX)},

		// Tests of a default, or of a symbol against a plain text, are undecided.
		{"contains", []cty.Value{ls(a), b}, cty.False},
		{"contains", []cty.Value{ls(a), marked(a, byDef)}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), byDef)},
		{"contains", []cty.Value{ls(zoneA, zoneB), zoneB}, marked(cty.True, zones)},
		{"contains", []cty.Value{ls(zoneA), cty.StringVal("us-east-1a")}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), zones)},
		{"contains", []cty.Value{tuple(ls(a)), tuple(a)}, cty.UnknownVal(cty.Bool).RefineNotNull()}, // a list or a tuple: who knows
		{"contains", []cty.Value{tuple(ls(a)), tuple(b)}, cty.False},
		{"contains", []cty.Value{tuple(object("p", a)), cty.MapVal(map[string]cty.Value{"p": a})}, cty.UnknownVal(cty.Bool).RefineNotNull()},
		{"contains", []cty.Value{ls(unknown, a), a}, cty.True},
		{"contains", []cty.Value{ls(unknown, a), b}, cty.UnknownVal(cty.Bool).RefineNotNull()},
		{"startswith", []cty.Value{marked(a, byDef), a}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), byDef)},
		{"startswith", []cty.Value{zoneA, cty.StringVal("us-")}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), zones)},
		{"endswith", []cty.Value{a, a}, cty.True},
		{"strcontains", []cty.Value{marked(unknown, x), a}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), x)},
		{"alltrue", []cty.Value{tuple(cty.False, cty.UnknownVal(cty.Bool))}, cty.False},
		{"alltrue", []cty.Value{tuple(marked(cty.True, byDef))}, marked(cty.UnknownVal(cty.Bool).RefineNotNull(), byDef)},
		{"anytrue", []cty.Value{tuple(cty.True, cty.UnknownVal(cty.Bool))}, cty.True},

		// Lengths are quantities: decided.
		{"length", []cty.Value{marked(ls(a, b), byDef)}, marked(n(2), byDef)},
		{"length", []cty.Value{ls(idX, marked(b, byDef))}, n(2)},
		{"length", []cty.Value{marked(ls(idX, idY), Unsettled{1})}, cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeInclusive(n(1), n(2)).NewValue()},
		{"length", []cty.Value{marked(ls(b, idY), Unsettled{2})}, n(2)},
		{"length", []cty.Value{atLeast(cty.String, 2)}, cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(n(2), true).NewValue()},

		// The shape of a symbolic text may be asked; what is taken from it is symbolic.
		{"regexall", []cty.Value{cty.StringVal("^[a-z]{2}-"), zoneA}, ls(marked(cty.StringVal("us-"), zones))},
		{"upper", []cty.Value{zoneA}, marked(cty.StringVal("US-EAST-1A"), zones)},

		// Texts known in part.
		{"join", []cty.Value{cty.StringVal("-"), tuple(a, idX)}, text("a-_", x)},
		{"join", []cty.Value{cty.StringVal("-"), tuple(a, text("b_", y))}, text("a-b_", y)},
		{"format", []cty.Value{cty.StringVal("%s=%d"), a, marked(cty.UnknownVal(cty.Number), x)}, text("a=_", x)},
		{"format", []cty.Value{cty.StringVal("%[2]s%[1]s%%"), idX, a}, text("a_%", x)},
		{"base64encode", []cty.Value{text("yum _", x)}, text("yum _", x)},
		{"base64decode", []cty.Value{text("yum _", x)}, text("yum _", x)},
		{"trimspace", []cty.Value{text(" a _\n", x)}, text("a _", x)},
		{"chomp", []cty.Value{text("a\n_\n", x)}, text("a\n_", x)},
		{"indent", []cty.Value{n(1), text("a\n_", x)}, text("a\n _", x)},
		{"tostring", []cty.Value{text("a_", x)}, text("a_", x)},
		{"tonumber", []cty.Value{text("1_", x)}, marked(cty.UnknownVal(cty.Number).RefineNotNull(), x)},
		{"compact", []cty.Value{tuple(text("_b", xText))}, ls(text("_b", xText))},
		{"compact", []cty.Value{tuple(text("_", xText))}, marked(between(cty.String, 0, 1), maybe(xText))},
		{"jsonencode", []cty.Value{tuple(n(1), ls(idX), object("k", cty.UnknownVal(cty.Number)), cty.NullVal(cty.String))}, marked(unknown.Refine().NotNull().StringPrefixFull("[").NewValue(), x, graph.Partial{Text: `[1,["` + graph.Hole + `"],{"k":"` + graph.Hole + `"},null]`})},
		{"yamlencode", []cty.Value{object("k", text("a_", x))}, marked(unknown, x, graph.Partial{Text: "\"k\": \"a" + graph.Hole + "\"\n"})},
		{"jsonencode", []cty.Value{object("k", idX)}, marked(unknown.Refine().NotNull().StringPrefixFull("{").NewValue(), x, graph.Partial{Text: `{"k":"` + graph.Hole + `"}`})},
		{"upper", []cty.Value{text("a_", x)}, marked(unknown.RefineNotNull(), x)},
		{"replace", []cty.Value{text("a_", x), a, b}, marked(unknown.RefineNotNull(), x)},

		// What nobody can know here.
		{"timestamp", nil, unknown},
		{"bcrypt", []cty.Value{marked(a, x)}, marked(unknown, x)},
		{"file", []cty.Value{a}, unknown},

		// Failures.
		{"element", []cty.Value{cty.EmptyTupleVal, n(0)}, cty.NilVal},
		{"one", []cty.Value{ls(idX, idY)}, cty.NilVal},
		{"upper", nil, cty.NilVal},
		{"upper", []cty.Value{a, b}, cty.NilVal},
	} {
		got, known, err := Call(c.name, c.args)
		switch {
		case !known:
			t.Errorf("%s is not known", c.name)
		case c.want == cty.NilVal:
			if err == nil {
				t.Errorf("%s(%#v) = %#v, want an error", c.name, c.args, got)
			}
		case err != nil:
			t.Errorf("%s(%#v): %v", c.name, c.args, err)
		case !got.RawEquals(c.want):
			t.Errorf("%s(%#v)\n got %#v\nwant %#v", c.name, c.args, got, c.want)
		}
	}
}
