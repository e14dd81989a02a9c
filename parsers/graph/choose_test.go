package graph_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

func TestChoose(t *testing.T) {
	a := graph.Ref{Address: "aws_subnet.a", Attribute: "id"}
	b := graph.Ref{Address: "aws_subnet.b", Attribute: "id"}
	maybe := func(r graph.Ref) graph.Ref { r.Possible = true; return r }
	id := cty.UnknownVal(cty.String)
	for _, c := range []struct {
		name  string
		alts  []cty.Value
		value cty.Value
		marks []any
	}{
		{"none", nil, cty.DynamicVal, nil},
		{"one is itself", []cty.Value{cty.True}, cty.True, nil},
		{"all agree", []cty.Value{cty.StringVal("x"), cty.StringVal("x")}, cty.StringVal("x"), nil},
		{"marks stay where all agree", []cty.Value{cty.True.Mark(graph.Default{}), cty.True}, cty.True, []any{graph.Default{}}},
		{"they differ", []cty.Value{cty.StringVal("x"), cty.StringVal("y")}, cty.UnknownVal(cty.String), nil},
		{"scalars are a string", []cty.Value{cty.StringVal("x"), cty.True}, cty.UnknownVal(cty.String), nil},
		{"all null", []cty.Value{cty.NullVal(cty.String), cty.NullVal(cty.String)}, cty.NullVal(cty.String), nil},
		{"a reference of one is possible", []cty.Value{id.Mark(a), cty.StringVal("")}, cty.UnknownVal(cty.String), []any{maybe(a)}},
		{"a reference of all is certain", []cty.Value{cty.TupleVal([]cty.Value{id.Mark(a)}), cty.TupleVal([]cty.Value{id.Mark(a), id.Mark(b)})},
			cty.UnknownVal(cty.List(cty.DynamicPseudoType)), []any{a, maybe(b)}},
		{"texts are dropped", []cty.Value{id.Mark(graph.Partial{Text: "x"}), id.Mark(graph.Partial{Text: "y"})}, cty.UnknownVal(cty.String), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			value, marks := graph.Choose(c.alts...).Unmark()
			if value.Type() != c.value.Type() || value.IsKnown() != c.value.IsKnown() || value.IsKnown() && !value.RawEquals(c.value) {
				t.Errorf("got %#v, want %#v", value, c.value)
			}
			if len(marks) != len(c.marks) {
				t.Errorf("got marks %v, want %v", marks, c.marks)
			}
			for _, m := range c.marks {
				if _, ok := marks[m]; !ok {
					t.Errorf("mark %v is missing of %v", m, marks)
				}
			}
		})
	}
}

func TestChooseKeepsBounds(t *testing.T) {
	v := graph.Choose(cty.NumberIntVal(3), cty.NumberIntVal(1), cty.NumberIntVal(2))
	low, _ := v.Range().NumberLowerBound()
	high, _ := v.Range().NumberUpperBound()
	if !low.RawEquals(cty.NumberIntVal(1)) || !high.RawEquals(cty.NumberIntVal(3)) {
		t.Errorf("bounds are %#v and %#v", low, high)
	}
}

func TestChoosePartByPart(t *testing.T) {
	a := graph.Ref{Address: "aws_subnet.a", Attribute: "id"}
	object := func(size string, multi bool) cty.Value {
		return cty.ObjectVal(map[string]cty.Value{"size": cty.StringVal(size), "multi": cty.BoolVal(multi), "subnet": cty.UnknownVal(cty.String).Mark(a)})
	}
	got := graph.Choose(object("small", true), object("large", true))
	if multi := got.GetAttr("multi"); !multi.RawEquals(cty.True) {
		t.Errorf("what both agree on is %#v", multi)
	}
	if size := got.GetAttr("size"); size.IsKnown() {
		t.Errorf("what they differ in is %#v", size)
	}
	if refs := graph.Refs(got.GetAttr("subnet")); len(refs) != 1 || refs[0] != a {
		t.Errorf("a reference of both is %v", refs)
	}
	list := graph.Choose(cty.TupleVal([]cty.Value{cty.StringVal("x"), cty.StringVal("y")}), cty.TupleVal([]cty.Value{cty.StringVal("x"), cty.StringVal("z")}))
	if list.LengthInt() != 2 || !list.Index(cty.NumberIntVal(0)).RawEquals(cty.StringVal("x")) || list.Index(cty.NumberIntVal(1)).IsKnown() {
		t.Errorf("the sequence is %#v", list)
	}
	other := cty.ObjectVal(map[string]cty.Value{"size": cty.StringVal("small")})
	if v := graph.Choose(object("small", true), other); v.IsKnown() {
		t.Errorf("objects with other attributes are %#v", v)
	}
}

func TestChooseKeepsTheCommonBeginning(t *testing.T) {
	v := graph.Choose(cty.StringVal("HTTPS"), cty.StringVal("HTTP"))
	if got := v.Range().StringPrefix(); got != "HTTP" {
		t.Errorf("the beginning is %q", got)
	}
}

func TestCompressJoinsInstances(t *testing.T) {
	marks := cty.ValueMarks{}
	for i := range graph.MaxMarks + 1 {
		marks[graph.Ref{Address: "aws_subnet.a[" + string(rune('0'+i)) + "]", Attribute: "id"}] = struct{}{}
	}
	got := graph.Compress(marks)
	if _, ok := got[graph.Ref{Address: "aws_subnet.a[*]", Attribute: "id"}]; !ok || len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		value cty.Value
		text  string
		whole bool
	}{
		{cty.StringVal("all"), "all", true},
		{cty.NullVal(cty.String), "", true},
		{cty.UnknownVal(cty.String), graph.Hole, false},
		{cty.UnknownVal(cty.String).Mark(graph.Partial{Text: "a" + graph.Hole}), "a" + graph.Hole, false},
		{cty.UnknownVal(cty.String).WithMarks(cty.NewValueMarks(graph.Partial{Text: "a"}, graph.Partial{Text: "b"})), graph.Hole, false},
		{cty.True, graph.Hole, false},
	} {
		if text, whole := graph.Text(c.value); text != c.text || whole != c.whole {
			t.Errorf("%#v: got %q, %v", c.value, text, whole)
		}
	}
}

// TestChooseBy has references tell when they are there, through several choices; a choice of which nobody knows when it goes
// which way tells nothing.
func TestChooseBy(t *testing.T) {
	a, b := graph.Ref{Address: "A", Attribute: "Ref"}, graph.Ref{Address: "B", Attribute: "Ref"}
	id := cty.UnknownVal(cty.String)
	on, prod := graph.Met("on"), graph.Choice{Name: "Env"}.Is("prod")
	either := func(when graph.Condition, yes, no cty.Value) cty.Value {
		return graph.ChooseBy(graph.Under(when, yes), graph.Under(when.Not(), no))
	}
	one := either(on, id.Mark(a), id.Mark(b))
	for _, c := range []struct {
		name string
		v    cty.Value
		a, b string // where they are there; "" where they are not at all
	}{
		{"one or the other", one, "on", "!on"},
		{"one or none", either(on, id.Mark(a), cty.NullVal(cty.String)), "on", ""},
		{"both", either(on, id.WithMarks(cty.NewValueMarks(a, b)), id.Mark(b)), "on", "always"},
		{"in parts", either(on, cty.TupleVal([]cty.Value{id.Mark(a), cty.True}), cty.TupleVal([]cty.Value{id.Mark(b), cty.True})), "on", "!on"},
		{"a choice in a choice", either(prod, one, cty.StringVal("")), "Env is prod and on", "Env is prod and !on"},
		{"the same in all branches", either(prod, one, either(on.Not(), id.Mark(a), id.Mark(b))), "Env is prod and on or Env is not prod and !on", "Env is prod and !on or Env is not prod and on"},
		{"always after all", either(prod, one, id.Mark(a)), "Env is prod and on or Env is not prod", "Env is prod and !on"},
		{"all branches together", either(on, one, either(on, id.Mark(b), id.Mark(a))), "always", ""},
		{"nobody knows when", graph.Choose(one, cty.StringVal("")), "?", "?"},
		{"nobody knows when in a choice", either(on, graph.Choose(id.Mark(a), cty.StringVal("")), id.Mark(b)), "?", "!on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := map[string]string{}
			for _, r := range graph.Refs(c.v) {
				got[r.Address] = r.When.String()
				if !r.Possible {
					got[r.Address] = "always"
				}
			}
			if got["A"] != c.a || got["B"] != c.b {
				t.Errorf("A is there where %q and B where %q, want %q and %q", got["A"], got["B"], c.a, c.b)
			}
		})
	}
}
