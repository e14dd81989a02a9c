package cloudformation

import (
	"strconv"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// mismatch is told when a value cannot have the type that is wanted of it.
type mismatch func(want string, got cty.Value)

// coerce makes of a value one of the type that the property wants, as CloudFormation does: "3" is a number where one
// is wanted. What cannot be converted is unknown and keeps its references.
func (sc scope) coerce(v cty.Value, want *schema.Type, at *node) cty.Value {
	switch t := v.Type(); {
	case want.Kind() == schema.Any, want.Kind() != schema.List && t == ctyOf(want) && t != cty.DynamicPseudoType, isNull(v):
		return v
	}
	wrong := func(wanted string, got cty.Value) {
		if graph.RestsOnDefault(got) || graph.Symbolic(got) || sc.stack.template.rewritten {
			return
		}
		sc.diagnose(graph.Warning, at, "%s is wanted here, and this is %s; it is taken as not known", wanted, describe(got))
	}
	switch want.Kind() {
	case schema.String:
		return toText(v, wrong)
	case schema.Number:
		return toNumber(v, wrong)
	case schema.Bool:
		return toBool(v, wrong)
	case schema.List:
		return sc.toList(v, want, at, wrong)
	}
	return toObject(v, wrong)
}

// describe names what a value is, for a message.
func describe(v cty.Value) string {
	plain, _ := v.UnmarkDeep()
	t := plain.Type()
	switch {
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return "a list"
	case t.IsObjectType() || t.IsMapType():
		return "a mapping"
	case !plain.IsKnown() || plain.IsNull():
		return "something else"
	case t == cty.String:
		return "the text " + excerpt(plain.AsString())
	case t == cty.Bool:
		return "true or false"
	}
	return "a number"
}

func isCollection(t cty.Type) bool {
	return t.IsTupleType() || t.IsListType() || t.IsSetType() || t.IsObjectType() || t.IsMapType()
}

// lost is an unknown value of a type that keeps the references of the value that it stands for.
func lost(t cty.Type, v cty.Value) cty.Value {
	return cty.UnknownVal(t).WithMarks(graph.Compress(cleanMarks(marksOf(v))))
}

// toText makes a string of a value.
func toText(v cty.Value, wrong mismatch) cty.Value {
	t := v.Type()
	if isNull(v) || t == cty.String {
		return v
	}
	plain, marks := v.Unmark()
	switch {
	case isCollection(t):
		if wrong != nil {
			wrong("a text", v)
		}
		return lost(cty.DynamicPseudoType, v) // it may stand for several
	case !plain.IsKnown():
		return cty.UnknownVal(cty.String).WithMarks(marks)
	}
	text, err := convert.Convert(plain, cty.String)
	if err != nil {
		return lost(cty.String, v)
	}
	return text.WithMarks(marks)
}

// toNumber makes a number of a value.
func toNumber(v cty.Value, wrong mismatch) cty.Value {
	t := v.Type()
	if isNull(v) || t == cty.Number {
		return v
	}
	plain, marks := v.Unmark()
	if plain.IsKnown() && t == cty.String {
		if n, ok := parseNumber(plain.AsString()); ok {
			return n.WithMarks(marks)
		}
	}
	if wrong != nil && (plain.IsKnown() || isCollection(t)) {
		wrong("a number", v)
	}
	return lost(cty.Number, v)
}

// toBool makes a truth value of a value.
func toBool(v cty.Value, wrong mismatch) cty.Value {
	t := v.Type()
	if isNull(v) || t == cty.Bool {
		return v
	}
	plain, marks := v.Unmark()
	if plain.IsKnown() && t == cty.String {
		if b, ok := parseBool(plain.AsString()); ok {
			return cty.BoolVal(b).WithMarks(marks)
		}
	}
	if wrong != nil && (plain.IsKnown() || isCollection(t)) {
		wrong("true or false", v)
	}
	return lost(cty.Bool, v)
}

// toList makes a list of a value, each element of the type that is wanted.
func (sc scope) toList(v cty.Value, want *schema.Type, at *node, wrong mismatch) cty.Value {
	plain, marks := v.Unmark()
	t := plain.Type()
	switch {
	case t.IsTupleType() || (t.IsListType() || t.IsSetType()) && plain.IsKnown():
		if want.Elem().Kind() == schema.Any {
			return v
		}
		elems := plain.AsValueSlice()
		for i := range elems {
			elems[i] = sc.coerce(elems[i], want.Elem(), at)
		}
		return tuple(elems).WithMarks(marks)
	case t.IsListType() || t.IsSetType():
		return v
	}
	if plain.IsKnown() {
		wrong("a list", v)
	}
	return lost(cty.List(ctyOf(want.Elem())), v)
}

// ctyOf is the type of values of a plain property; dynamic for all else.
func ctyOf(t *schema.Type) cty.Type {
	switch t.Kind() {
	case schema.String:
		return cty.String
	case schema.Number:
		return cty.Number
	case schema.Bool:
		return cty.Bool
	}
	return cty.DynamicPseudoType
}

// toObject takes mappings as they are.
func toObject(v cty.Value, wrong mismatch) cty.Value {
	t := v.Type()
	if t.IsObjectType() || t.IsMapType() || t == cty.DynamicPseudoType {
		return v
	}
	if v.IsKnown() && !isLocalPath(v) {
		wrong("a mapping", v)
	}
	return lost(cty.DynamicPseudoType, v)
}

// parseNumber reads a number. It refuses what no property of AWS takes: more than 40 digits, exponents of more than
// three, whose value would fill the memory.
func parseNumber(text string) (cty.Value, bool) {
	text = strings.TrimSpace(text)
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return cty.NumberIntVal(n), true
	}
	const longest, widest = 40, 3
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	if len(mantissa) > longest || len(strings.TrimLeft(exponent, "+-")) > widest {
		return cty.NilVal, false
	}
	n, err := cty.ParseNumberVal(strings.TrimPrefix(text, "+"))
	return n, err == nil && !n.RawEquals(cty.PositiveInfinity) && !n.RawEquals(cty.NegativeInfinity)
}

// parseBool reads a truth value, with YAML 1.1's other words for it.
func parseBool(text string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "true", "yes", "on", "1":
		return true, true
	case "false", "no", "off", "0":
		return false, true
	}
	return false, false
}

// isLocalPath tells whether a text may be the path of a file or directory, which "aws cloudformation package" replaces
// by the place in S3 that it uploads it to.
func isLocalPath(v cty.Value) bool {
	plain, _ := v.Unmark()
	return plain.Type() == cty.String && strings.ContainsAny(plain.AsString(), "./")
}
