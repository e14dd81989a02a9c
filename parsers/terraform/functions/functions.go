// Package functions is Terraform's function library for values of which not everything is known.
//
// It answers what `terraform console` would for arguments that are known, and keeps as much as can be kept where they
// are not: marks stay on the elements that carry them, references become possible where a function picks one of
// several, tests of a variable's default stay undecided. It reads no file, no clock and no environment, and it must
// not: a function that needs one of those, or the evaluator itself, has an unknown result here.
package functions

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// Bounds on what a function takes and makes. Beyond them a call fails.
const (
	MaxText     = 4 << 20 // bytes of a string
	MaxElements = 100_000 // elements of a list, set, map, tuple or object, and arguments of a call
	MaxNodes    = 1 << 20 // values within values that a function looks at
	MaxDigits   = 10_000  // decimal digits of a number, on either side of the point
)

// A builtin is one function. Its arguments may be unknown and marked anywhere; their number and size were checked.
type builtin struct {
	least, most int // how many arguments it takes; most is -1 where there is no limit
	call        func(args []cty.Value) (cty.Value, error)
}

// Call calls the Terraform function of that name, with or without "core::", on evaluated arguments, which may be
// unknown and marked anywhere. Sets are lists here, so that their elements keep marks of their own: a result that is
// a set for Terraform is a list, or a tuple, in the order of the set.
//
// The result carries the marks of what it was made from, on the element that was made from it where it has elements;
// a list may carry [Unsettled] and [Set], which are not its elements'. known is false where Terraform has no such function. Functions of providers and those
// that need the evaluator, a file or the clock are known and their result is not. err is the reason why the call
// fails, in Terraform's words where they are short. Call never panics and its work is bounded.
func Call(name string, args []cty.Value) (v cty.Value, known bool, err error) {
	name = strings.TrimPrefix(name, "core::")
	f, ok := library[name]
	if !ok {
		if !strings.HasPrefix(name, "provider::") {
			return cty.DynamicVal, false, nil
		}
		f = unknowable(cty.DynamicPseudoType)
	}
	defer func() {
		if r := recover(); r != nil {
			v, known, err = cty.DynamicVal, true, fmt.Errorf("these arguments cannot be worked with: %v", r)
		}
	}()
	switch {
	case len(args) < f.least:
		return cty.DynamicVal, true, fmt.Errorf("not enough arguments: %s needs %d, got %d", name, f.least, len(args))
	case f.most >= 0 && len(args) > f.most:
		return cty.DynamicVal, true, fmt.Errorf("too many arguments: %s takes %d, got %d", name, f.most, len(args))
	case len(args) > MaxElements:
		return cty.DynamicVal, true, errTooMany
	}
	if v, ok := picked(name, args); ok && bounded(v) == nil {
		return v, true, nil
	}
	for _, a := range args {
		if err := boundedDeep(a); err != nil {
			return cty.DynamicVal, true, err
		}
	}
	v, err = f.call(args)
	if err == nil {
		err = bounded(v)
	}
	if err != nil {
		return cty.DynamicVal, true, err
	}
	return v, true, nil
}

// picked answers the calls that loops make most, where everything is known, without looking at the whole argument.
func picked(name string, args []cty.Value) (cty.Value, bool) {
	if len(args) < 2 || args[0] == cty.NilVal || args[1] == cty.NilVal || args[0].IsMarked() || args[1].IsMarked() {
		return cty.NilVal, false
	}
	from, k := args[0], args[1]
	if !from.IsKnown() || from.IsNull() || !k.IsKnown() || k.IsNull() {
		return cty.NilVal, false
	}
	switch t := from.Type(); {
	case name == "lookup" && k.Type() == cty.String && t.IsObjectType() && t.HasAttribute(k.AsString()):
		return from.GetAttr(k.AsString()), true
	case name == "element" && k.Type() == cty.Number && (t.IsListType() || t.IsTupleType()):
		if i, err := whole(k); err == nil && i >= 0 && from.LengthInt() > 0 {
			return from.Index(cty.NumberIntVal(int64(i % from.LengthInt()))), true
		}
	}
	return cty.NilVal, false
}

var (
	errTooLong  = errors.New("the text is longer than 4 MiB")
	errTooMany  = errors.New("the collection has more than 100,000 elements")
	errTooMuch  = errors.New("the value has too many parts")
	errTooBig   = errors.New("the number has more than 10,000 digits")
	errNotText  = errors.New("the text is not valid UTF-8")
	errNull     = errors.New("argument must not be null")
	errNotAList = errors.New("a list, set or tuple is required")
)

// bounded tells whether a value is small enough to be worked with. It does not look into collections.
func bounded(v cty.Value) error {
	if v == cty.NilVal {
		return errNull
	}
	if !v.IsKnown() || v.IsNull() {
		return nil
	}
	u, _ := v.Unmark()
	switch t := u.Type(); {
	case t == cty.String:
		switch s := u.AsString(); {
		case len(s) > MaxText:
			return errTooLong
		case !utf8.ValidString(s):
			return errNotText // the encoder of YAML never comes back from such a text
		}
	case t == cty.Number:
		const bits = MaxDigits * 332193 / 100_000 // log2(10) = 3.32193
		f := u.AsBigFloat()
		if e := f.MantExp(nil); e > bits || e < -bits {
			return errTooBig
		}
	case u.CanIterateElements():
		if u.LengthInt() > MaxElements {
			return errTooMany
		}
	}
	return nil
}

// boundedDeep is bounded for a value and all that it holds. Values and types share their parts, so a small text can
// make one that takes for ever to walk, or only to compare: a function asks this first.
func boundedDeep(v cty.Value) error {
	left := MaxNodes
	return walk(v, &left)
}

func walk(v cty.Value, left *int) error {
	if *left--; *left < 0 {
		return errTooMuch
	}
	if err := bounded(v); err != nil {
		return err
	}
	t := v.Type()
	if t.IsPrimitiveType() {
		return nil
	}
	u, _ := v.Unmark()
	if !u.IsKnown() || u.IsNull() || !u.CanIterateElements() || u.LengthInt() == 0 {
		return walkType(t, left)
	}
	if t.IsObjectType() { // of which cty's iterator sorts the names
		for name := range t.AttributeTypes() {
			if !utf8.ValidString(name) {
				return errNotText
			}
			if err := walk(u.GetAttr(name), left); err != nil {
				return err
			}
		}
		return nil
	}
	for it := u.ElementIterator(); it.Next(); {
		k, e := it.Element()
		if t.IsMapType() && !utf8.ValidString(k.AsString()) {
			return errNotText
		}
		if err := walk(e, left); err != nil {
			return err
		}
	}
	return nil
}

func walkType(t cty.Type, left *int) error {
	if *left--; *left < 0 {
		return errTooMuch
	}
	switch {
	case t.IsCollectionType():
		return walkType(t.ElementType(), left)
	case t.IsTupleType():
		for _, e := range t.TupleElementTypes() {
			if err := walkType(e, left); err != nil {
				return err
			}
		}
	case t.IsObjectType():
		for _, e := range t.AttributeTypes() {
			if err := walkType(e, left); err != nil {
				return err
			}
		}
	}
	return nil
}

// unknowable is a function whose result cannot be known here.
func unknowable(t cty.Type) builtin {
	return builtin{0, -1, func(args []cty.Value) (cty.Value, error) {
		return cty.UnknownVal(t).WithMarks(deepMarks(args...)), nil
	}}
}
