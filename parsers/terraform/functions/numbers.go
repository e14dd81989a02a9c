package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// extreme is min or max: of numbers that are not all known its result lies between what it makes of their lower and of
// their upper bounds, so that min(1, length(var.subnets)) is 0 or 1.
func extreme(f function.Function) builtin {
	b := lift(f)
	plain := b.call
	b.call = func(args []cty.Value) (cty.Value, error) {
		v, err := plain(args)
		u, marks := v.Unmark()
		if err != nil || u.IsKnown() {
			return v, err
		}
		var lows, highs []cty.Value
		for _, a := range args {
			a, _ = a.UnmarkDeep()
			n, err := toType(a, cty.Number)
			if err != nil {
				return cty.NilVal, err
			}
			low, high := n, n
			if !n.IsKnown() {
				low, _ = n.Range().NumberLowerBound()
				high, _ = n.Range().NumberUpperBound()
			}
			if !low.IsKnown() {
				low = cty.NegativeInfinity
			}
			if !high.IsKnown() {
				high = cty.PositiveInfinity
			}
			lows, highs = append(lows, low), append(highs, high)
		}
		refined := u.Refine().NotNull()
		if low, err := f.Call(lows); err == nil && !low.RawEquals(cty.NegativeInfinity) {
			refined = refined.NumberRangeLowerBound(low, true)
		}
		if high, err := f.Call(highs); err == nil && !high.RawEquals(cty.PositiveInfinity) {
			refined = refined.NumberRangeUpperBound(high, true)
		}
		return refined.NewValue().WithMarks(marks), nil
	}
	return b
}

// sum adds the numbers of a list.
func sum(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("argument must be list, set, or tuple")
	}
	marks := deepMarks(args...)
	if s.known && len(s.elements) == 0 {
		return cty.NilVal, errors.New("cannot sum an empty list")
	}
	if !s.known || !s.settled {
		return cty.UnknownVal(cty.Number).RefineNotNull().WithMarks(marks), nil
	}
	total := cty.Zero
	for _, e := range s.elements {
		u, _ := e.Unmark()
		if u.IsNull() {
			return cty.NilVal, errors.New("argument must be list, set, or tuple of number values")
		}
		n, err := toType(u, cty.Number)
		if err != nil {
			return cty.NilVal, errors.New("argument must be list, set, or tuple of number values")
		}
		total = total.Add(n)
	}
	return total.WithMarks(marks), nil
}

// parseint reads an integer in a base. Reading takes time by the square of the length.
func parseint(args []cty.Value) (cty.Value, error) {
	if u, _ := args[0].Unmark(); u.Type() == cty.String && u.IsKnown() && !u.IsNull() && len(u.AsString()) > MaxDigits {
		return cty.NilVal, errTooBig
	}
	return lift(stdlib.ParseIntFunc).call(args)
}
