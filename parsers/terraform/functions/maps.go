package functions

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A mapping is a map or object taken apart.
type mapping struct {
	known    bool                 // the keys are those that it has
	elements map[string]cty.Value // each with its own marks only
	top      cty.ValueMarks       // those of the mapping as a whole
	element  cty.Type             // the type that elements have in common, where that is known
	isMap    bool                 // a map, or not known to be an object
}

// openMap takes a map or object apart. It fails for what is certainly none, and for null.
func openMap(v cty.Value) (mapping, error) {
	u, top := v.Unmark()
	m := mapping{top: top, element: cty.DynamicPseudoType, isMap: true}
	t := u.Type()
	switch {
	case t == cty.DynamicPseudoType && !u.IsKnown():
		return m, nil
	case u.IsNull():
		return m, errNull
	case t.IsMapType():
		m.element = t.ElementType()
	case t.IsObjectType():
		m.isMap = false
	default:
		return m, errors.New("a map or object is required")
	}
	switch {
	case u.IsKnown():
		m.known = true
		m.elements = u.AsValueMap()
	case t.IsObjectType():
		m.known = true
		m.elements = map[string]cty.Value{}
		for k, e := range t.AttributeTypes() {
			m.elements[k] = cty.UnknownVal(e)
		}
	}
	return m, nil
}

// keys are sorted.
func (m mapping) keys() []string { return slices.Sorted(maps.Keys(m.elements)) }

// mapOf makes a map of the elements where it can be one and asMap is true, else an object.
func mapOf(elements map[string]cty.Value, element cty.Type, asMap bool, marks cty.ValueMarks) cty.Value {
	if !asMap {
		return cty.ObjectVal(elements).WithMarks(marks)
	}
	if len(elements) == 0 {
		return cty.MapValEmpty(element).WithMarks(marks)
	}
	var first cty.Type
	for _, e := range elements {
		t := e.Type()
		if first == cty.NilType {
			first = t
		}
		if t.HasDynamicTypes() || !t.Equals(first) {
			return cty.ObjectVal(elements).WithMarks(marks)
		}
	}
	return cty.MapVal(elements).WithMarks(marks)
}

// merge joins maps and objects, later ones first. What the parts carry as wholes goes to their elements.
func merge(args []cty.Value) (cty.Value, error) {
	out := map[string]cty.Value{}
	marks := cty.ValueMarks{}
	known, asMap := true, true
	element := cty.NilType
	for i, a := range args {
		u, top := a.Unmark()
		if u.IsNull() {
			marks = union(marks, top)
			continue
		}
		m, err := openMap(a)
		if err != nil {
			return cty.NilVal, fmt.Errorf("arguments must be maps or objects; argument %d is %s", i+1, u.Type().FriendlyName())
		}
		known, asMap = known && m.known, asMap && m.isMap
		switch {
		case element == cty.NilType:
			element = m.element
		case !element.Equals(m.element):
			asMap = false
		}
		if len(m.elements) == 0 {
			marks = union(marks, top)
		} else {
			marks = union(marks, quantity(top))
		}
		for k, e := range m.elements {
			out[k] = e.WithMarks(union(top))
		}
		if len(out) > MaxElements {
			return cty.NilVal, errTooMany
		}
	}
	switch {
	case !known:
		all := deepMarks(args...)
		v := cty.DynamicVal
		if asMap && element != cty.DynamicPseudoType {
			v = cty.UnknownVal(cty.Map(element)).Refine().NotNull().CollectionLengthLowerBound(len(out)).NewValue()
		}
		return v.WithMarks(all), nil
	case element == cty.NilType:
		return cty.EmptyObjectVal.WithMarks(marks), nil
	}
	return mapOf(out, element, asMap, marks), nil
}

// lookup takes an element of a map, or else the fallback. A key that is not known, or rests on a default, picks any.
func lookup(args []cty.Value) (cty.Value, error) {
	if u, _ := args[0].Unmark(); u.IsNull() {
		return cty.NilVal, errNull
	}
	m, err := openMap(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	k, err := toType(args[1], cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	k, km := k.Unmark()
	fallback := slices.Clone(args[2:])
	if len(fallback) > 0 && m.isMap && m.element != cty.DynamicPseudoType {
		c, err := toType(fallback[0], m.element)
		if err != nil {
			return cty.NilVal, fmt.Errorf("the default value must have the same type as the map elements: %w", err)
		}
		fallback = []cty.Value{c}
	}
	switch {
	case k.IsNull():
		return cty.NilVal, errNull
	case !m.known:
		one := cty.UnknownVal(m.element).WithMarks(graph.Untimed(m.top))
		return graph.Choose(append(fallback, one)...).WithMarks(faults(km)), nil
	case !k.IsKnown() || undecided(km):
		var each []cty.Value
		for _, name := range m.keys() {
			each = append(each, m.elements[name].WithMarks(m.top))
		}
		return graph.Choose(append(each, fallback...)...).WithMarks(faults(km)), nil
	}
	if e, ok := m.elements[k.AsString()]; ok {
		return e.WithMarks(m.top).WithMarks(faults(km)), nil
	}
	if len(fallback) == 0 {
		return cty.NilVal, fmt.Errorf("the given object has no attribute %q", k.AsString())
	}
	if has(m.top, graph.Default{}) {
		return graph.Choose(cty.DynamicVal, fallback[0]), nil
	}
	return fallback[0].WithMarks(faults(km)), nil
}

func keys(args []cty.Value) (cty.Value, error) {
	m, err := openMap(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !m.known {
		low, high := lengths(args[0])
		return unknownList(cty.String, low, high, m.top), nil
	}
	var out []cty.Value
	for _, k := range m.keys() {
		out = append(out, cty.StringVal(k))
	}
	return list(out, cty.String, m.top), nil
}

func values(args []cty.Value) (cty.Value, error) {
	m, err := openMap(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !m.known {
		low, high := lengths(args[0])
		return unknownList(m.element, low, high, m.top), nil
	}
	var out []cty.Value
	for _, k := range m.keys() {
		out = append(out, m.elements[k])
	}
	if !m.isMap {
		return cty.TupleVal(out).WithMarks(m.top), nil
	}
	return list(out, m.element, m.top), nil
}

// zipmap makes a map of a list of keys and a list of values.
func zipmap(args []cty.Value) (cty.Value, error) {
	ks, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	vs, err := open(args[1])
	if err != nil {
		return cty.NilVal, errors.New("values argument must be a list or tuple value")
	}
	if ks.known && vs.known && ks.settled && vs.settled && len(ks.elements) != len(vs.elements) {
		return cty.NilVal, fmt.Errorf("number of keys (%d) does not match number of values (%d)", len(ks.elements), len(vs.elements))
	}
	names, err := convertAll(ks.elements, cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	known := ks.known && vs.known && ks.settled && vs.settled
	_, _, keyMarks := unsettled(ks.top)
	_, _, valueMarks := unsettled(vs.top)
	marks := union(keyMarks, valueMarks)
	out := make(map[string]cty.Value, len(names))
	for i, k := range names {
		u, own := k.Unmark()
		marks = union(marks, possible(own)) // the values are not made of them
		switch {
		case u.IsNull():
			return cty.NilVal, fmt.Errorf("keys argument must not have null elements; element %d is", i)
		case !u.IsKnown():
			known = false
		case known:
			out[u.AsString()] = vs.elements[i]
		}
	}
	if !known {
		return cty.UnknownVal(cty.Map(commonElement(args[1:]))).RefineNotNull().WithMarks(deepMarks(args...)), nil
	}
	return mapOf(out, vs.element, !args[1].Type().IsTupleType(), marks), nil
}

func tomap(args []cty.Value) (cty.Value, error) {
	u, top := args[0].Unmark()
	if u.IsNull() {
		t := cty.DynamicPseudoType
		if u.Type().IsMapType() {
			t = u.Type().ElementType()
		}
		return cty.NullVal(cty.Map(t)).WithMarks(top), nil
	}
	m, err := openMap(args[0])
	if err != nil {
		return cty.NilVal, fmt.Errorf("cannot convert %s to map of any single type", u.Type().FriendlyName())
	}
	if !m.known {
		return cty.UnknownVal(cty.Map(m.element)).WithMarks(union(top)), nil
	}
	names := m.keys()
	elements := make([]cty.Value, len(names))
	for i, k := range names {
		elements[i] = m.elements[k]
	}
	same, t, err := unify(elements)
	if err != nil {
		return cty.NilVal, err
	}
	out := make(map[string]cty.Value, len(names))
	for i, k := range names {
		out[k] = same[i]
	}
	return mapOf(out, t, true, top), nil
}

// transpose makes of a map of lists of strings the map from each string to the keys under which it stands.
func transpose(args []cty.Value) (cty.Value, error) {
	result := cty.Map(cty.List(cty.String))
	marks := deepMarks(args...)
	u, _ := args[0].UnmarkDeep()
	m, err := openMap(u)
	if err != nil {
		return cty.NilVal, err
	}
	if !u.IsWhollyKnown() {
		return cty.UnknownVal(result).RefineNotNull().WithMarks(marks), nil
	}
	places := map[string][]cty.Value{}
	for _, k := range m.keys() {
		s, err := open(m.elements[k])
		if err != nil {
			return cty.NilVal, err
		}
		names, err := convertAll(s.elements, cty.String)
		if err != nil {
			return cty.NilVal, err
		}
		for _, n := range names {
			if n.IsNull() {
				return cty.NilVal, errors.New("cannot use a null string as a key")
			}
			places[n.AsString()] = append(places[n.AsString()], cty.StringVal(k))
		}
	}
	out := make(map[string]cty.Value, len(places))
	for n, ks := range places {
		out[n] = cty.ListVal(ks)
	}
	return mapOf(out, cty.List(cty.String), true, marks), nil
}

// legacyMap is the function of Terraform 0.11 that made a map of keys and values in turn.
func legacyMap(args []cty.Value) (cty.Value, error) {
	if len(args)%2 != 0 {
		return cty.NilVal, errors.New("an even number of arguments is required: keys and values in turn")
	}
	out := make(map[string]cty.Value, len(args)/2)
	var marks cty.ValueMarks
	for i := 0; i < len(args); i += 2 {
		k, err := toType(args[i], cty.String)
		if err != nil {
			return cty.NilVal, err
		}
		u, own := k.Unmark()
		marks = union(marks, own)
		if u.IsNull() {
			return cty.NilVal, errNull
		}
		if !u.IsKnown() {
			return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
		}
		out[u.AsString()] = args[i+1]
	}
	return cty.ObjectVal(out).WithMarks(marks), nil
}

// legacyList is the function of Terraform 0.11 that made a list of its arguments.
func legacyList(args []cty.Value) (cty.Value, error) {
	return tolist([]cty.Value{cty.TupleVal(args)})
}

// coalesce gives the first argument that is not null and no empty string. One that is empty by a variable's default
// may be set by fallbacks.
func coalesce(args []cty.Value) (cty.Value, error) {
	converted, _, err := unify(args)
	if err != nil {
		converted = args
	}
	var alternatives []cty.Value
	for _, a := range converted {
		u, marks := a.Unmark()
		switch {
		case !u.IsKnown():
			alternatives = append(alternatives, a)
			if filled(a) {
				return graph.Choose(alternatives...), nil
			}
		case u.IsNull() || u.Type() == cty.String && u.AsString() == "":
			if has(marks, graph.Default{}) {
				alternatives = append(alternatives, cty.DynamicVal)
			}
		default:
			return graph.Choose(append(alternatives, a)...), nil
		}
	}
	switch len(alternatives) {
	case 0:
		return cty.NilVal, errors.New("no non-null, non-empty-string arguments")
	case 1:
		return alternatives[0], nil
	}
	return graph.Choose(alternatives...), nil
}
