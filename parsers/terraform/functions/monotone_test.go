package functions

import (
	"path/filepath"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// TestLessKnown: what a function says of arguments that are known in part is true of those that are known. In every
// call of the table each part of each argument is made unknown, once with its type and once without.
func TestLessKnown(t *testing.T) {
	ctx := &hcl.EvalContext{Functions: map[string]function.Function{"try": tryfunc.TryFunc}}
	for name := range library {
		if name != "try" {
			ctx.Functions[name] = callable(name, map[string]bool{})
		}
	}
	calls := 0
	for _, e := range examples(t) {
		parsed, diags := hclsyntax.ParseExpression([]byte(e.expression), "", hcl.InitialPos)
		call, ok := parsed.(*hclsyntax.FunctionCallExpr)
		if diags.HasErrors() || !ok || call.ExpandFinal || call.Name == "try" {
			continue
		}
		args := make([]cty.Value, len(call.Args))
		for i, a := range call.Args {
			v, diags := a.Value(ctx)
			if diags.HasErrors() {
				args = nil
				break
			}
			args[i], _ = v.UnmarkDeep()
		}
		full, _, err := Call(call.Name, args)
		if args == nil || err != nil || full.RawEquals(cty.PositiveInfinity) || full.RawEquals(cty.NegativeInfinity) {
			continue // cty has infinity outside of every range
		}
		full, _ = full.UnmarkDeep()
		for i := range args {
			for _, less := range blurred(args[i], 3) {
				some := append([]cty.Value{}, args...)
				some[i] = less
				calls++
				got, _, err := Call(call.Name, some)
				if err != nil {
					t.Errorf("%s:%d: %s%#v fails: %v", filepath.Base(table), e.line, call.Name, some, err)
				} else if !allows(got, full) {
					t.Errorf("%s:%d: %s%#v\n says %#v\n  but %#v", filepath.Base(table), e.line, call.Name, some, got, full)
				}
			}
		}
	}
	if calls < 1000 {
		t.Errorf("only %d calls were made", calls)
	}
}

// blurred gives a value with one part unknown, in every way, so many levels deep.
func blurred(v cty.Value, levels int) []cty.Value {
	out := []cty.Value{cty.DynamicVal}
	if v.Type() != cty.DynamicPseudoType {
		out = append(out, cty.UnknownVal(v.Type()))
	}
	if levels == 0 || v.IsNull() || !v.IsKnown() {
		return out
	}
	switch {
	case isSequence(v):
		elements := v.AsValueSlice()
		for i, e := range elements {
			for _, less := range blurred(e, levels-1) {
				some := append([]cty.Value{}, elements...)
				some[i] = less
				out = append(out, cty.TupleVal(some))
			}
		}
	case isMapping(v):
		for k, e := range v.AsValueMap() {
			for _, less := range blurred(e, levels-1) {
				some := v.AsValueMap()
				some[k] = less
				out = append(out, cty.ObjectVal(some))
			}
		}
	}
	return out
}

// allows tells whether a value known in part may turn out to be the full one.
func allows(some, full cty.Value) bool {
	some, marks := some.Unmark()
	if !some.IsKnown() {
		return inRange(some, full)
	}
	if n, loose, _ := unsettled(marks); loose {
		return isSequence(full) && n.Least <= full.LengthInt() && full.LengthInt() <= some.LengthInt()
	}
	switch {
	case some.IsNull() || full.IsNull():
		return some.IsNull() && full.IsNull()
	case isSequence(some):
		if !isSequence(full) || some.LengthInt() != full.LengthInt() {
			return false
		}
		for i, e := range some.AsValueSlice() {
			if !allows(e, full.AsValueSlice()[i]) {
				return false
			}
		}
		return true
	case isMapping(some):
		if !isMapping(full) || some.LengthInt() != full.LengthInt() {
			return false
		}
		elements := full.AsValueMap()
		for k, e := range some.AsValueMap() {
			if f, ok := elements[k]; !ok || !allows(e, f) {
				return false
			}
		}
		return true
	}
	a, err := convert.Convert(some, cty.String) // the type that elements have in common may not be known yet
	b, err2 := convert.Convert(full, cty.String)
	return err == nil && err2 == nil && a.RawEquals(b)
}

// inRange tells whether what is known of an unknown value is true of the full one.
func inRange(some, full cty.Value) bool {
	if some.Type() == cty.DynamicPseudoType {
		return true
	}
	r := some.Range()
	switch t := some.Type(); {
	case full.IsNull():
		return !r.DefinitelyNotNull()
	case t.IsListType():
		return isSequence(full) && r.LengthLowerBound() <= full.LengthInt() && full.LengthInt() <= r.LengthUpperBound()
	case t.IsMapType():
		return isMapping(full) && r.LengthLowerBound() <= full.LengthInt() && full.LengthInt() <= r.LengthUpperBound()
	case t.IsPrimitiveType():
		same, err := convert.Convert(full, t)
		includes := r.Includes(same)
		return err == nil && (!includes.IsKnown() || includes.True())
	}
	return true
}
