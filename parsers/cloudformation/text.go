package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// single marks an unknown string that is one thing, such as an ID: it cannot be a text with a list in it.
type single struct{}

// Transient implements [graph.Transient].
func (single) Transient() {}

// pieces marks an unknown string with what it was put together from, so that Split can take it apart again: lists are
// handed to nested stacks as joined texts.
type pieces struct{ parts []part }

// Transient implements [graph.Transient].
func (*pieces) Transient() {}

// part is a stretch of a string: a text, or a hole for a value that is not known.
type part struct {
	text  string // of a hole for a joined list: what stands between the elements
	hole  bool
	value cty.Value // of a hole, with its marks
}

// one tells whether a hole is certain to be a single thing where lists are written with the delimiter: an ID or a URL
// has no commas, but it may well have slashes.
func (p part) one(delimiter string) bool {
	return p.value.HasMark(single{}) && strings.Trim(delimiter, ",;| \n") == ""
}

// partsOf takes a value apart as a piece of a string. Null is the empty text.
func partsOf(v cty.Value) []part {
	plain, marks := v.Unmark()
	switch {
	case plain.IsNull():
		return nil
	case plain.IsKnown() && plain.Type() == cty.String:
		return []part{{text: plain.AsString()}}
	case plain.IsKnown() && plain.Type().IsPrimitiveType():
		text, _ := toText(plain, nil).Unmark()
		return []part{{text: text.AsString()}}
	}
	for m := range marks {
		if p, ok := m.(*pieces); ok {
			return p.parts
		}
	}
	return []part{{hole: true, value: v}}
}

// marksOf are the marks of a value and of all that it holds.
func marksOf(v cty.Value) cty.ValueMarks {
	if v.Type().IsPrimitiveType() || !v.IsKnown() {
		return v.Marks()
	}
	return graph.DeepMarks(v)
}

// isNull tells whether a value is absent. All nulls here are of no type; to ask a marked value itself copies its marks.
func isNull(v cty.Value) bool { return v.Type() == cty.DynamicPseudoType && v.IsNull() }

// cleanMarks are marks without those that speak of the text of one string.
func cleanMarks(marks cty.ValueMarks) cty.ValueMarks {
	drop := false
	for m := range marks {
		switch m.(type) {
		case graph.Partial, *pieces, single:
			drop = true
		}
	}
	if !drop {
		return marks
	}
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		switch m.(type) {
		case graph.Partial, *pieces, single:
		default:
			out[m] = struct{}{}
		}
	}
	return out
}

// joinParts makes a string of parts. The marks are those of the values that the parts came from.
func (sc scope) joinParts(parts []part, marks cty.ValueMarks, at *node) cty.Value {
	size := 0
	for _, p := range parts {
		size += len(p.text)
	}
	if size > maxText {
		sc.diagnose(graph.Warning, at, "the text made here is longer than %d MiB; it is taken as not known", maxText>>20)
		return cty.UnknownVal(cty.String).WithMarks(graph.Compress(cleanMarks(marks)))
	}
	sc.stack.unit.spend(size / 256)
	return stringOf(parts, marks)
}

func stringOf(parts []part, marks cty.ValueMarks) cty.Value {
	var b strings.Builder
	holes := 0
	for _, p := range parts {
		if p.hole {
			holes++
			b.WriteString(graph.Hole)
			if p.text != "" {
				b.WriteString(p.text + graph.Hole)
			}
			continue
		}
		b.WriteString(p.text)
	}
	clean := graph.Compress(cleanMarks(marks))
	if holes == 0 {
		return cty.StringVal(b.String()).WithMarks(clean)
	}
	if holes == 1 && len(parts) == 1 && parts[0].text == "" && parts[0].value.Type() == cty.String {
		return parts[0].value
	}
	v := cty.UnknownVal(cty.String).WithMarks(clean)
	return v.WithMarks(cty.NewValueMarks(graph.Partial{Text: b.String()}, &pieces{parts}))
}

// splitParts takes a string apart at a delimiter. Where a hole may hold a delimiter the result is an unknown list of
// at least as many elements as are certain.
func splitParts(parts []part, delimiter string, marks cty.ValueMarks) cty.Value {
	var elements [][]part
	var now []part
	open := false
	for _, p := range parts {
		if p.hole {
			open = open || !p.one(delimiter)
			now = append(now, p)
			continue
		}
		texts := []string{p.text}
		if delimiter != "" {
			texts = strings.Split(p.text, delimiter)
		}
		for i, text := range texts {
			if i > 0 {
				elements = append(elements, now)
				now = nil
			}
			if text != "" {
				now = append(now, part{text: text})
			}
		}
	}
	elements = append(elements, now)
	if open {
		return unknownList(cty.String, len(elements), -1).WithMarks(graph.Compress(cleanMarks(marks)))
	}
	general := cty.ValueMarks{} // marks that belong to every element
	for m := range cleanMarks(marks) {
		if _, ok := m.(graph.Ref); !ok || len(parts) == 0 || !hasHole(parts) {
			general[m] = struct{}{}
		}
	}
	out := make([]cty.Value, len(elements))
	for i, e := range elements {
		ms := cty.ValueMarks{}
		for m := range general {
			ms[m] = struct{}{}
		}
		for _, p := range e {
			if p.hole {
				for m := range marksOf(p.value) {
					ms[m] = struct{}{}
				}
			}
		}
		if len(e) == 1 && !e[0].hole {
			e[0].text = strings.TrimSpace(e[0].text)
		}
		out[i] = stringOf(e, ms)
	}
	return tuple(out)
}

func hasHole(parts []part) bool {
	for _, p := range parts {
		if p.hole {
			return true
		}
	}
	return false
}

// unknownList is a list of which only the bounds of its length are known; most is negative where there is no bound.
func unknownList(elem cty.Type, least, most int) cty.Value {
	b := cty.UnknownVal(cty.List(elem)).Refine().NotNull()
	if least > 0 {
		b = b.CollectionLengthLowerBound(least)
	}
	if most >= 0 {
		b = b.CollectionLengthUpperBound(most)
	}
	return b.NewValue()
}

func tuple(elems []cty.Value) cty.Value {
	if len(elems) == 0 {
		return cty.EmptyTupleVal
	}
	return cty.TupleVal(elems)
}

// choose is [graph.Choose], which keeps that a value is one thing where all alternatives are, and chooses between lists
// of one length, and mappings of the same keys, part by part.
func choose(alternatives ...cty.Value) cty.Value {
	return chooseWith(graph.Choose, alternatives)
}

// chooseBy is choose between alternatives that say when they are taken; see [graph.ChooseBy].
func chooseBy(alternatives ...cty.Value) cty.Value { return chooseWith(graph.ChooseBy, alternatives) }

func chooseWith(chosen func(...cty.Value) cty.Value, alternatives []cty.Value) cty.Value {
	if len(alternatives) < 2 {
		return chosen(alternatives...)
	}
	if v, ok := chooseParts(chosen, alternatives); ok {
		return v
	}
	v := chosen(alternatives...)
	if v.IsKnown() {
		return v
	}
	for _, a := range alternatives {
		if a.HasMark(single{}) {
			continue
		}
		if plain, _ := a.Unmark(); plain.IsNull() || !plain.IsKnown() || plain.Type() != cty.String || strings.Contains(plain.AsString(), ",") {
			return v
		}
	}
	return v.Mark(single{})
}

// chooseParts is the choice between written lists of one length or mappings of the same keys; ok is false for all else.
func chooseParts(chosen func(...cty.Value) cty.Value, alternatives []cty.Value) (_ cty.Value, ok bool) {
	first := alternatives[0].Type()
	if !first.IsTupleType() && !first.IsObjectType() {
		return cty.NilVal, false
	}
	plain := make([]cty.Value, len(alternatives))
	own := make([]cty.Value, len(alternatives)) // what marks the whole
	for i, a := range alternatives {
		var marks cty.ValueMarks
		plain[i], marks = a.Unmark()
		own[i] = cty.True.WithMarks(marks)
		if !plain[i].IsKnown() || plain[i].IsNull() || !sameShape(plain[i].Type(), first) {
			return cty.NilVal, false
		}
	}
	marks := chosen(own...).Marks()
	part := make([]cty.Value, len(plain))
	choice := func(of func(cty.Value) cty.Value) cty.Value {
		for i, p := range plain {
			part[i] = of(p)
		}
		return chooseWith(chosen, part)
	}
	if first.IsTupleType() {
		elems := make([]cty.Value, first.Length())
		for i := range elems {
			index := cty.NumberIntVal(int64(i))
			elems[i] = choice(func(v cty.Value) cty.Value { return v.Index(index) })
		}
		return tuple(elems).WithMarks(marks), true
	}
	attributes := make(map[string]cty.Value, len(first.AttributeTypes()))
	for name := range first.AttributeTypes() {
		attributes[name] = choice(func(v cty.Value) cty.Value { return v.GetAttr(name) })
	}
	return cty.ObjectVal(attributes).WithMarks(marks), true
}

// sameShape tells whether values of two types have the same parts.
func sameShape(a, b cty.Type) bool {
	switch {
	case a.IsTupleType() && b.IsTupleType():
		return a.Length() == b.Length()
	case a.IsObjectType() && b.IsObjectType() && len(a.AttributeTypes()) == len(b.AttributeTypes()):
		for name := range a.AttributeTypes() {
			if !b.HasAttribute(name) {
				return false
			}
		}
		return true
	}
	return false
}
