package terraform

import (
	"maps"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/archlint/archlint/parsers/graph"
)

func (s scope) unary(e *hclsyntax.UnaryOpExpr) cty.Value {
	v := s.eval(e.Val)
	plain, marks := v.Unmark()
	c, err := convertTo(plain, e.Op.Impl.Params()[0].Type)
	if err != nil {
		return s.m.u.fail(v)
	}
	r, err := apply(e.Op.Impl, c)
	if err != nil {
		return s.m.u.fail(v)
	}
	return r.WithMarks(graph.WithoutPartial(marks))
}

func (s scope) binary(e *hclsyntax.BinaryOpExpr) cty.Value {
	left := s.eval(e.LHS)
	logical := e.Op == hclsyntax.OpLogicalAnd || e.Op == hclsyntax.OpLogicalOr
	if logical && settles(e.Op, left) {
		return boolean(left)
	}
	right := s.eval(e.RHS)
	if logical && settles(e.Op, right) {
		return boolean(right)
	}
	return s.operate(e, left, right, logical)
}

// settles tells whether one operand alone decides && or ||.
func settles(op *hclsyntax.Operation, operand cty.Value) bool {
	b, _ := boolean(operand).Unmark()
	return b.IsKnown() && !b.IsNull() && b.True() == (op == hclsyntax.OpLogicalOr)
}

// boolean is the value as a bool, with its marks; unknown where it is none.
func boolean(v cty.Value) cty.Value {
	u, marks := v.Unmark()
	c, err := convertTo(u, cty.Bool)
	if err != nil {
		c = cty.UnknownVal(cty.Bool)
	}
	return c.WithMarks(graph.WithoutPartial(marks))
}

func (s scope) operate(e *hclsyntax.BinaryOpExpr, left, right cty.Value, logical bool) cty.Value {
	u := s.m.u
	if !u.weigh(e.SrcRange, left, right) {
		return u.fail()
	}
	l, lm := left.UnmarkDeep()
	r, rm := right.UnmarkDeep()
	params := e.Op.Impl.Params()
	lc, err1 := convertTo(l, params[0].Type)
	rc, err2 := convertTo(r, params[1].Type)
	if err1 != nil || err2 != nil || !sized(lc) || !sized(rc) {
		return u.fail(left, right)
	}
	v, err := apply(e.Op.Impl, lc, rc)
	if err != nil {
		return u.fail(left, right)
	}
	marks := cty.ValueMarks{}
	maps.Copy(marks, lm)
	maps.Copy(marks, rm)
	marks = without(graph.WithoutPartial(marks), isUnsettled)
	if e.Op.Type == cty.Bool && !logical {
		if isEqual := v.IsKnown() && !v.IsNull() && v.True() == (e.Op == hclsyntax.OpEqual); isEqual && hasSet(lm) != hasSet(rm) {
			v = cty.UnknownVal(cty.Bool) // a list is no set, but a set may have come to look like a list
		}
		if s.untestable(left, right) {
			v = cty.UnknownVal(cty.Bool)
		}
		marks = without(marks, isSymbol) // a test is no text
	}
	return v.WithMarks(graph.Compress(marks))
}

func hasSet(marks cty.ValueMarks) bool { return len(only(marks, isSet)) > 0 }

func isSymbol(m any) bool { _, ok := m.(graph.Symbol); return ok }

// untestable tells whether nothing can be said of a comparison: one side rests on a default, or is a symbol and the
// other is not one of the same sources.
func (s scope) untestable(left, right cty.Value) bool {
	if rests(left) || rests(right) {
		return true
	}
	if left.IsNull() || right.IsNull() {
		return false
	}
	if !holdsText(left) || !holdsText(right) {
		return false
	}
	return !maps.Equal(symbolsOf(left), symbolsOf(right))
}

// holdsText tells whether the value is a string or a collection: a number made from a symbol, such as a length, can be
// compared.
func holdsText(v cty.Value) bool {
	t := v.Type()
	return t != cty.Number && t != cty.Bool
}

// sized tells whether a value is no number that has more digits than can be worked with.
func sized(v cty.Value) bool {
	return v.Type() != cty.Number || !v.IsKnown() || v.IsNull() || graph.Writable(v)
}

// apply calls a function of hcl or cty on unmarked values and turns its panics into errors.
func apply(f function.Function, args ...cty.Value) (v cty.Value, err error) {
	defer recoverAs(&err)
	return f.Call(args)
}
