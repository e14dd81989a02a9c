package terraform

import (
	"errors"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/archlint/archlint/parsers/graph"
)

// resolve reads the declaration of a variable, after overrides have been merged into it.
func (d *dir) resolve(v *variable) {
	attrs := v.block.Body.Attributes
	v.typ, v.fallback, v.nullable = cty.DynamicPseudoType, attrs["default"], flag(attrs["nullable"], true)
	a := attrs["type"]
	if a == nil {
		return
	}
	v.typed = true
	if t, ok := legacyType(a.Expr); ok {
		v.typ = t
		return
	}
	expr := a.Expr
	if text := constant(expr); text != "" { // JSON, and 0.11's quoted types
		if nestsTooDeeply([]byte(text), configuration) {
			d.diagnostics = append(d.diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: place(expr.Range(), d.lines),
				Message: "the type of variable " + v.block.Labels[0] + " has brackets nested deeper than 1,000 and is taken as any"})
			return
		}
		parsed, diags := hclsyntax.ParseExpression([]byte(text), expr.Range().Filename, expr.Range().Start)
		if diags.HasErrors() {
			return
		}
		expr = parsed
	}
	t, optional, diags := typeexpr.TypeConstraintWithDefaults(expr)
	if diags.HasErrors() {
		d.diagnostics = append(d.diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: place(a.Expr.Range(), d.lines),
			Message: "the type of variable " + v.block.Labels[0] + " is not understood and taken as any: " + diags[0].Summary})
		return
	}
	v.typ, v.optional = t, optional
}

// legacyType reads the types of Terraform 0.11, quoted or bare.
func legacyType(e hclsyntax.Expression) (cty.Type, bool) {
	name := constant(e)
	if name == "" {
		name = hcl.ExprAsKeyword(e)
	}
	switch name {
	case "list", "set":
		return cty.List(cty.DynamicPseudoType), true
	case "map":
		return cty.Map(cty.DynamicPseudoType), true
	}
	return cty.NilType, false
}

// withoutSets turns sets into lists at any depth: a cty set would raise the marks of its elements to the whole.
// A set is a list here that has every element once, in the set's order.
func withoutSets(t cty.Type) cty.Type {
	switch {
	case t.IsListType() || t.IsSetType():
		return cty.List(withoutSets(t.ElementType()))
	case t.IsMapType():
		return cty.Map(withoutSets(t.ElementType()))
	case t.IsTupleType():
		ts := t.TupleElementTypes()
		out := make([]cty.Type, len(ts))
		for i, e := range ts {
			out[i] = withoutSets(e)
		}
		return cty.Tuple(out)
	case t.IsObjectType():
		out := map[string]cty.Type{}
		for n, e := range t.AttributeTypes() {
			out[n] = withoutSets(e)
		}
		var optional []string
		for n := range t.OptionalAttributes() {
			optional = append(optional, n)
		}
		return cty.ObjectWithOptionalAttrs(out, optional)
	}
	return t
}

// conform gives a value the type that a variable demands, as Terraform converts arguments, but element by element, so
// that every element keeps its marks. What cannot be converted is unknown.
func (u *unit) conform(v cty.Value, t cty.Type, optional *typeexpr.Defaults) cty.Value {
	if t == cty.DynamicPseudoType {
		return v
	}
	plain, marks := v.Unmark()
	if !t.IsSetType() {
		marks = without(marks, isSet)
	}
	switch {
	case plain.IsNull():
		return cty.NullVal(settledType(t)).WithMarks(marks)
	case !plain.IsKnown():
		plainType := settledType(t)
		if refs, _ := wholes(marks); len(refs) > 0 && t.IsObjectType() {
			return v // a resource that may not exist: any attribute may yet be asked of it
		}
		if c, err := convertTo(plain, plainType); err == nil && !c.IsKnown() && plain.Type() != cty.DynamicPseudoType {
			return c.WithMarks(marks)
		}
		return cty.UnknownVal(plainType).WithMarks(marks)
	case t.IsPrimitiveType():
		c, err := convertTo(plain, t)
		if err != nil {
			return cty.UnknownVal(t).WithMarks(marks)
		}
		return c.WithMarks(marks)
	}
	var out cty.Value
	switch {
	case t.IsListType():
		out = u.conformList(plain, t, child(optional, ""))
	case t.IsSetType():
		out = u.conformList(plain, t, child(optional, ""))
		if out != cty.NilVal {
			if set, err := u.callLibrary("toset", out); err == nil {
				out = set
			}
		}
	case t.IsTupleType():
		out = u.conformTuple(plain, t)
	case t.IsMapType():
		out = u.conformMap(plain, t, child(optional, ""))
	case t.IsObjectType():
		out = u.conformObject(plain, marks, t, optional)
	}
	if out == cty.NilVal {
		out = cty.UnknownVal(settledType(t))
	}
	return out.WithMarks(marks)
}

// settledType is the type of the values that a constraint lets through.
func settledType(t cty.Type) cty.Type {
	if t.IsPrimitiveType() || t == cty.DynamicPseudoType { // as most are, and nothing is built anew
		return t
	}
	return withoutSets(t).WithoutOptionalAttributesDeep()
}

func child(d *typeexpr.Defaults, key string) *typeexpr.Defaults {
	if d == nil {
		return nil
	}
	return d.Children[key]
}

func (u *unit) conformList(v cty.Value, t cty.Type, optional *typeexpr.Defaults) cty.Value {
	if !isSequence(v.Type()) {
		return cty.NilVal
	}
	var marks cty.ValueMarks
	if t.ElementType().IsPrimitiveType() && holdsList(v) { // as Terraform 0.11 let it
		v, marks = u.flat(v).Unmark()
		if !v.IsKnown() {
			return cty.UnknownVal(settledType(t)).WithMarks(marks)
		}
	}
	var out []cty.Value
	for _, e := range elements(v) {
		for _, item := range spread(e.value, t.ElementType()) {
			out = append(out, u.conform(item, t.ElementType(), optional))
		}
	}
	return u.oneType("tolist", t, listOf(out, t.ElementType())).WithMarks(marks)
}

// holdsList tells whether an item of a list is a list that is known.
func holdsList(v cty.Value) bool {
	for _, e := range elements(v) {
		if item := unmarked(e.value); item.IsKnown() && !item.IsNull() && isSequence(item.Type()) {
			return true
		}
	}
	return false
}

// oneType gives the elements of a collection of "any" the one type that fits all, by the function that does so.
func (u *unit) oneType(function string, t cty.Type, v cty.Value) cty.Value {
	if !t.HasDynamicTypes() {
		return v
	}
	if same, err := u.callLibrary(function, v); err == nil {
		return same
	}
	return v
}

// spread gives what an element of a list of the type stands for: itself, or the scalars of a list where one is wanted.
// ["${var.list}"] was the list itself before Terraform 0.12; later versions refuse it.
func spread(v cty.Value, t cty.Type) []cty.Value {
	inner, marks := v.Unmark()
	if !t.IsPrimitiveType() || !inner.IsKnown() || inner.IsNull() || !isSequence(inner.Type()) {
		return []cty.Value{v}
	}
	var out []cty.Value
	for _, e := range elements(inner) {
		out = append(out, spread(e.value.WithMarks(marks), t)...)
	}
	return out
}

func (u *unit) conformTuple(v cty.Value, t cty.Type) cty.Value {
	types := t.TupleElementTypes()
	if !isSequence(v.Type()) || v.LengthInt() != len(types) {
		return cty.NilVal
	}
	out := make([]cty.Value, len(types))
	for i, e := range elements(v) {
		out[i] = u.conform(e.value, types[i], nil)
	}
	return cty.TupleVal(out)
}

func (u *unit) conformMap(v cty.Value, t cty.Type, optional *typeexpr.Defaults) cty.Value {
	if !isMapping(v.Type()) {
		return cty.NilVal
	}
	out := map[string]cty.Value{}
	for _, e := range elements(v) {
		out[e.key.AsString()] = u.conform(e.value, t.ElementType(), optional)
	}
	return u.oneType("tomap", t, mapOf(out, t.ElementType()))
}

// conformObject fills in optional attributes. Of a resource seen as an object, every attribute can be had.
func (u *unit) conformObject(v cty.Value, marks cty.ValueMarks, t cty.Type, optional *typeexpr.Defaults) cty.Value {
	if !isMapping(v.Type()) {
		return cty.NilVal
	}
	have := map[string]cty.Value{}
	for _, e := range elements(v) {
		have[e.key.AsString()] = e.value
	}
	refs, _ := wholes(marks)
	out := map[string]cty.Value{}
	for name, at := range t.AttributeTypes() {
		e, written := have[name]
		if !written && len(refs) > 0 {
			e, written = attributeOf(refs, name), true
		}
		if !written || e.IsNull() {
			if optional != nil && optional.DefaultValues[name] != cty.NilVal {
				e, written = optional.DefaultValues[name], true
			}
		}
		switch {
		case written:
			out[name] = u.conform(e, at, child(optional, name))
		case t.AttributeOptional(name):
			out[name] = cty.NullVal(settledType(at))
		default:
			out[name] = cty.UnknownVal(settledType(at))
		}
	}
	return cty.ObjectVal(out)
}

// listOf is a list of values of one type, or a tuple where their types differ; t is the type that their constraint
// demands.
func listOf(values []cty.Value, t cty.Type) cty.Value {
	if len(values) == 0 {
		return cty.ListValEmpty(settledType(t))
	}
	for _, v := range values {
		if !v.Type().Equals(values[0].Type()) {
			return cty.TupleVal(values)
		}
	}
	return cty.ListVal(values)
}

// mapOf is a map of values of one type, or an object where their types differ; t is the type that their constraint
// demands.
func mapOf(values map[string]cty.Value, t cty.Type) cty.Value {
	if len(values) == 0 {
		return cty.MapValEmpty(settledType(t))
	}
	first := cty.NilType
	for _, v := range values {
		if first == cty.NilType {
			first = v.Type()
		} else if !v.Type().Equals(first) {
			return cty.ObjectVal(values)
		}
	}
	return cty.MapVal(values)
}

// convertTo is convert.Convert of an unmarked value that turns a panic of the library into an error.
func convertTo(v cty.Value, t cty.Type) (out cty.Value, err error) {
	if v.Type().Equals(t) {
		return v, nil
	}
	defer recoverAs(&err)
	if !allSized(v) {
		return cty.NilVal, errManyDigits
	}
	out, err = convert.Convert(v, t)
	if err == nil && !allSized(out) {
		return cty.NilVal, errManyDigits
	}
	return out, err
}

var errManyDigits = errors.New("a number has more digits than can be worked with")

// allSized is sized of a value and, where it is a collection of numbers, of each.
func allSized(v cty.Value) bool {
	t := v.Type()
	return sized(v) && (!t.IsCollectionType() || t.ElementType() != cty.Number || graph.EachPart(v, sized))
}
