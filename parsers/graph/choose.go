package graph

import "github.com/zclconf/go-cty/cty"

// Choose is the value of an undecided choice between alternatives: their common value where all agree, else unknown,
// of the common type and with what bounds they share. A reference that every alternative has stays certain; the
// others become possible. Of one alternative it is that alternative; of none it is unknown.
//
// It does not unify the types of big objects: where they differ the type is unknown.
func Choose(alternatives ...cty.Value) cty.Value {
	switch len(alternatives) {
	case 0:
		return cty.DynamicVal
	case 1:
		return alternatives[0]
	}
	plain := make([]cty.Value, len(alternatives))
	marks := make([]cty.ValueMarks, len(alternatives))
	for i, a := range alternatives {
		plain[i], marks[i] = a.UnmarkDeep()
	}
	all := chooseMarks(marks)
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

// chooseMarks joins the marks of alternatives. Texts are dropped: a choice between texts is none of them.
func chooseMarks(sets []cty.ValueMarks) cty.ValueMarks {
	out := cty.ValueMarks{}
	certain := map[Ref]int{}
	for _, ms := range sets {
		for m := range ms {
			switch m := m.(type) {
			case Partial:
			case Ref:
				if !m.Possible {
					certain[m]++
				}
				m.Possible = true
				out[m] = struct{}{}
			default:
				if _, lost := m.(Transient); !lost {
					out[m] = struct{}{}
				}
			}
		}
	}
	for r, n := range certain {
		if n == len(sets) {
			out[r] = struct{}{}
			r.Possible = true
			delete(out, r)
		}
	}
	return Compress(out)
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
