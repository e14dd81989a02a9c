package graph

import "github.com/zclconf/go-cty/cty"

// EachPart shows what a value holds, in no particular order, until seen says no more; the value's own marks are left out. It
// tells whether it was all seen. Other than cty's iterator it sorts no names.
func EachPart(v cty.Value, seen func(cty.Value) bool) bool {
	t := v.Type()
	if flat(t) || !v.IsKnown() || v.IsNull() {
		return true
	}
	v, _ = v.Unmark()
	if t.IsObjectType() {
		for name := range t.AttributeTypes() {
			if !seen(v.GetAttr(name)) {
				return false
			}
		}
		return true
	}
	if !v.CanIterateElements() {
		return true
	}
	for it := v.ElementIterator(); it.Next(); {
		if _, e := it.Element(); !seen(e) {
			return false
		}
	}
	return true
}

// flat tells whether nothing lies within values of a type, so that their own marks are all that they have.
func flat(t cty.Type) bool { return t.IsPrimitiveType() || t == cty.DynamicPseudoType }
