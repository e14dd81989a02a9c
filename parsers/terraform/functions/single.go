package functions

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/archlint/archlint/parsers/graph"
)

// single tells of a value without a type that it is one text or number, because it is an attribute that every
// provider makes one: an identity, a name, an address.
func single(marks cty.ValueMarks) bool {
	return everyRef(marks, func(r graph.Ref) bool {
		switch name := lastStep(r.Attribute); name {
		case "name", "endpoint", "address", "availability_zone", "dns_name", "bucket":
			return true
		default:
			return identity(name) || strings.HasSuffix(name, "_id") || strings.HasSuffix(name, "_arn")
		}
	})
}

// filled tells of a string that is not known that it is not empty: part of it is known, or it is the identity of a
// resource.
func filled(v cty.Value) bool {
	u, marks := v.Unmark()
	if u.Type() == cty.String && u.Range().StringPrefix() != "" {
		return true
	}
	if text, _ := graph.Text(v); strings.ReplaceAll(text, graph.Hole, "") != "" {
		return true
	}
	return everyRef(marks, func(r graph.Ref) bool { return !r.Possible && always(lastStep(r.Attribute)) })
}

// identity tells whether an attribute of that name tells a resource from all others: it is never null or empty.
func identity(name string) bool { return name == "id" || name == "arn" }

// always tells whether every provider fills in an attribute of that name.
func always(name string) bool {
	return identity(name) || name == "availability_zone" || name == "dns_name" || name == "endpoint"
}

// lastStep is the last name in an attribute's path.
func lastStep(attribute string) string { return attribute[strings.LastIndexByte(attribute, '.')+1:] }

// everyRef tells whether there are references among the marks and the condition holds for each.
func everyRef(marks cty.ValueMarks, condition func(graph.Ref) bool) bool {
	found := false
	for m := range marks {
		if r, ok := m.(graph.Ref); ok {
			if !condition(r) {
				return false
			}
			found = true
		}
	}
	return found
}

// convertAll converts each value.
func convertAll(values []cty.Value, t cty.Type) ([]cty.Value, error) {
	out := make([]cty.Value, len(values))
	for i, v := range values {
		c, err := toType(v, t)
		if err != nil {
			return nil, err
		}
		out[i] = c
	}
	return out, nil
}

// toType converts a value as the argument of a function is. Texts too long for a number are refused: reading one
// takes time by the square of its length.
func toType(v cty.Value, t cty.Type) (cty.Value, error) {
	if t == cty.Number && v.Type() == cty.String {
		if u, _ := v.Unmark(); u.IsKnown() && !u.IsNull() && len(u.AsString()) > MaxDigits {
			return cty.NilVal, errTooBig
		}
	}
	if t == cty.String && v.Type() == cty.Number {
		u, marks := v.Unmark()
		if text, ok := wholeNumber(u); ok {
			return cty.StringVal(text).WithMarks(marks), nil
		}
	}
	return convert.Convert(v, t)
}

// wholeNumber writes a whole number as the library does, which takes as many digits as it calculates with on the way:
// summaries turn hundreds of ports into texts for each call.
func wholeNumber(v cty.Value) (text string, ok bool) {
	if !v.IsKnown() || v.IsNull() {
		return "", false
	}
	n := v.AsBigFloat()
	whole, accuracy := n.Int64()
	if accuracy != big.Exact || whole == 0 { // there is a zero below zero
		return "", false
	}
	return strconv.FormatInt(whole, 10), true
}
