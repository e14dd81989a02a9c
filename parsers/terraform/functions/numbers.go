package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

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
