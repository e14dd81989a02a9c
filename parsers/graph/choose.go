package graph

import "github.com/zclconf/go-cty/cty"

// Choose is the value of an undecided choice between alternatives: their common value where all agree, else unknown,
// of the common type and with what bounds they share. A reference that every alternative has stays certain; the
// others become possible. Of one alternative it is that alternative; of none it is unknown.
//
// Objects with the same attributes and sequences of the same length are chosen between part by part, so that what all
// agree on stays known. It does not unify the types of others: where they differ the type is unknown.
func Choose(alternatives ...cty.Value) cty.Value { return choose(alternatives, false) }

// ChooseBy is [Choose] between alternatives that say when they are taken, as [Under] makes them: so the possible references
// tell when they are there.
func ChooseBy(alternatives ...cty.Value) cty.Value { return choose(alternatives, true) }

// choose is the choice between alternatives, which are told when they are taken or not.
func choose(alternatives []cty.Value, told bool) cty.Value {
	switch len(alternatives) {
	case 0:
		return cty.DynamicVal
	case 1:
		return alternatives[0]
	}
	if v, ok := chooseParts(alternatives, told); ok {
		return v
	}
	plain := make([]cty.Value, len(alternatives))
	marks := make([]cty.ValueMarks, len(alternatives))
	for i, a := range alternatives {
		if flat(a.Type()) {
			plain[i], marks[i] = a.Unmark()
		} else {
			plain[i], marks[i] = a.UnmarkDeep()
		}
	}
	all := chooseMarks(marks, told)
	same, null := true, true
	var types []cty.Type
	for _, p := range plain {
		null = null && p.IsNull()
		same = same && p.IsWhollyKnown() && p.RawEquals(plain[0])
		if !p.IsNull() || p.Type() != cty.DynamicPseudoType {
			types = append(types, p.Type())
		}
	}
	if same {
		return plain[0].WithMarks(all)
	}
	t := commonType(types)
	if null {
		return cty.NullVal(t).WithMarks(all)
	}
	return refine(cty.UnknownVal(t), plain).WithMarks(all)
}

// mostParts is how many parts an object or sequence may have to be chosen part by part.
const mostParts = 64

// chooseParts chooses between known objects that have the same attributes, or known sequences of one length; ok is
// false for all others.
func chooseParts(alternatives []cty.Value, told bool) (chosen cty.Value, ok bool) {
	if t := alternatives[0].Type(); !t.IsObjectType() && !t.IsTupleType() {
		return cty.NilVal, false
	}
	tops := make([]cty.ValueMarks, len(alternatives))
	values := make([]cty.Value, len(alternatives))
	for i, a := range alternatives {
		values[i], tops[i] = a.Unmark()
		if v := values[i]; v.IsNull() || !v.IsKnown() {
			return cty.NilVal, false
		}
	}
	first := values[0].Type()
	switch {
	case first.IsObjectType():
		names := first.AttributeTypes()
		if len(names) == 0 || len(names) > mostParts {
			return cty.NilVal, false
		}
		for _, v := range values[1:] {
			t := v.Type()
			if !t.IsObjectType() || len(t.AttributeTypes()) != len(names) {
				return cty.NilVal, false
			}
			for name := range names {
				if !t.HasAttribute(name) {
					return cty.NilVal, false
				}
			}
		}
		parts := make(map[string]cty.Value, len(names))
		for name := range names {
			of := make([]cty.Value, len(values))
			for i, v := range values {
				of[i] = v.GetAttr(name)
			}
			parts[name] = choose(of, told)
		}
		chosen = cty.ObjectVal(parts)
	case first.IsTupleType():
		length := first.Length()
		if length == 0 || length > mostParts {
			return cty.NilVal, false
		}
		for _, v := range values[1:] {
			if t := v.Type(); !t.IsTupleType() || t.Length() != length {
				return cty.NilVal, false
			}
		}
		parts := make([]cty.Value, length)
		for n := range parts {
			of := make([]cty.Value, len(values))
			for i, v := range values {
				of[i] = v.Index(cty.NumberIntVal(int64(n)))
			}
			parts[n] = choose(of, told)
		}
		chosen = cty.TupleVal(parts)
	default:
		return cty.NilVal, false
	}
	return chosen.WithMarks(chooseMarks(tops, told)), true
}

// chooseMarks joins the marks of alternatives. Texts are dropped: a choice between texts is none of them.
func chooseMarks(sets []cty.ValueMarks, told bool) cty.ValueMarks {
	out := cty.ValueMarks{}
	refs := map[Ref]chosenRef{} // with neither Possible nor When
	for _, ms := range sets {
		for m := range ms {
			switch m := m.(type) {
			case Partial:
			case Ref:
				if !told {
					m.When = Condition{}
				}
				key := Ref{Address: m.Address, Attribute: m.Attribute}
				c, again := refs[key]
				if !m.Possible {
					c.certain++
				}
				if again {
					c.when = c.when.Or(m.When)
				} else {
					c.when = m.When
				}
				refs[key] = c
			default:
				if _, lost := m.(Transient); !lost {
					out[m] = struct{}{}
				}
			}
		}
	}
	for r, c := range refs {
		if c.certain != len(sets) {
			switch c.when.Tri() {
			case False:
				continue
			case Unknown:
				r.Possible, r.When = true, c.when
			}
		}
		out[r] = struct{}{}
	}
	return Compress(out)
}

// chosenRef is a reference that alternatives have: how many for certain, and when.
type chosenRef struct {
	certain int
	when    Condition
}

// Under is a value as an alternative that is taken where a condition is met: [ChooseBy] tells of what such alternatives refer
// to when it does. Where nothing is known of the condition, the choice tells nothing.
func Under(when Condition, v cty.Value) cty.Value {
	if !v.ContainsMarked() {
		return v
	}
	mark := func(marks cty.ValueMarks) (cty.ValueMarks, bool) {
		changed := false
		out := make(cty.ValueMarks, len(marks))
		for m := range marks {
			if r, ok := m.(Ref); ok {
				before := r
				if r.Possible {
					r.When = r.When.And(when)
				} else {
					r.When = when
				}
				changed = changed || r != before
				m = r
			}
			out[m] = struct{}{}
		}
		return out, changed
	}
	if flat(v.Type()) || !v.IsKnown() {
		u, marks := v.Unmark()
		if marks, changed := mark(marks); changed {
			return u.WithMarks(marks)
		}
		return v
	}
	u, paths := v.UnmarkDeepWithPaths()
	tells := false
	for i := range paths {
		marks, changed := mark(paths[i].Marks)
		paths[i].Marks, tells = marks, tells || changed
	}
	if !tells {
		return v
	}
	return u.MarkWithPaths(paths)
}

// Transient is implemented by marks that do not outlive a choice, such as a parser's note that an expression failed.
type Transient interface{ Transient() }

// refine keeps of known alternatives what bounds them: the range of numbers, the lengths of collections, the common
// beginning of strings.
func refine(v cty.Value, alternatives []cty.Value) cty.Value {
	if v.Type() == cty.String {
		return refinePrefix(v, alternatives)
	}
	number := v.Type() == cty.Number
	if !number && !v.Type().IsCollectionType() {
		return v
	}
	var low, high cty.Value
	for i, a := range alternatives {
		if a.IsNull() || !a.IsKnown() {
			return v
		}
		n := a
		if !number {
			if !a.CanIterateElements() {
				return v
			}
			n = cty.NumberIntVal(int64(a.LengthInt()))
		} else if a.Type() != cty.Number {
			return v
		}
		if i == 0 || n.LessThan(low).True() {
			low = n
		}
		if i == 0 || n.GreaterThan(high).True() {
			high = n
		}
	}
	if number {
		return v.Refine().NotNull().NumberRangeInclusive(low, high).NewValue()
	}
	lo, _ := low.AsBigFloat().Int64()
	hi, _ := high.AsBigFloat().Int64()
	return v.Refine().NotNull().CollectionLengthLowerBound(int(lo)).CollectionLengthUpperBound(int(hi)).NewValue()
}

func refinePrefix(v cty.Value, alternatives []cty.Value) cty.Value {
	prefix := ""
	for i, a := range alternatives {
		if a.IsNull() || !a.IsKnown() || a.Type() != cty.String {
			return v
		}
		text := a.AsString()
		if i == 0 {
			prefix = text
		}
		n := 0
		for n < len(prefix) && n < len(text) && prefix[n] == text[n] {
			n++
		}
		prefix = prefix[:n]
	}
	const most = 128 // a refinement is a hint, not a copy of the text
	if len(prefix) > most {
		prefix = prefix[:most]
	}
	return v.Refine().NotNull().StringPrefixFull(prefix).NewValue()
}

// commonType is the type of a choice: the type itself where all are equal, string for scalars, a list for
// sequences, and unknown for the rest.
func commonType(types []cty.Type) cty.Type {
	if len(types) == 0 {
		return cty.DynamicPseudoType
	}
	equal, scalar, sequence := true, true, true
	for _, t := range types {
		equal = equal && t.Equals(types[0])
		scalar = scalar && t.IsPrimitiveType()
		sequence = sequence && (t.IsTupleType() || t.IsListType())
	}
	switch {
	case equal && !types[0].IsTupleType():
		return types[0]
	case scalar:
		return cty.String
	case sequence:
		return cty.List(cty.DynamicPseudoType)
	}
	return cty.DynamicPseudoType
}
