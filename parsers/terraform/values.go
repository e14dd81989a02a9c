package terraform

import (
	"fmt"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// An element is one of those that a collection holds.
type element struct{ key, value cty.Value }

// elements lists what a known, unmarked collection holds: objects and maps by key, lists and tuples in order.
// Of anything else it lists nothing.
func elements(v cty.Value) []element {
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	out := make([]element, 0, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		k, e := it.Element()
		out = append(out, element{k, e})
	}
	return out
}

// itemsOf is how many items a value holds, those within them not counted.
func itemsOf(v cty.Value) int {
	v, _ = v.Unmark()
	if t := v.Type(); !v.IsKnown() || v.IsNull() || !isSequence(t) && !isMapping(t) {
		return 0
	}
	return v.LengthInt()
}

// lengthOf is how many bytes a text has, 0 where a value is none or not known.
func lengthOf(v cty.Value) int {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return 0
	}
	return len(v.AsString())
}

func isSequence(t cty.Type) bool { return t.IsListType() || t.IsTupleType() || t.IsSetType() }

func isMapping(t cty.Type) bool { return t.IsMapType() || t.IsObjectType() }

// subscript writes a key as in an address: [0], ["a"], [*] where it is not known.
func subscript(key cty.Value) string {
	key, _ = key.Unmark()
	switch {
	case !key.IsKnown() || key.IsNull():
		return "[*]"
	case key.Type() == cty.String:
		return "[" + strconv.Quote(key.AsString()) + "]"
	case key.Type() == cty.Number:
		if number, ok := graph.Digits(key); ok {
			return "[" + number + "]"
		}
	}
	return "[*]"
}

// wholeNumber gives a known number as an int within ±1e9, and whether it is one.
func wholeNumber(v cty.Value) (int, bool) {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.Number {
		return 0, false
	}
	const bound = 1_000_000_000
	f := v.AsBigFloat()
	if !f.IsInt() {
		return 0, false
	}
	i, _ := f.Int64()
	return int(min(max(i, -bound), bound)), true
}

// recoverAs turns a panic of a library that was handed odd values into an error.
func recoverAs(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("these values cannot be worked with: %v", r)
	}
}
