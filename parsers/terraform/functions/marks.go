package functions

import (
	"math"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Unsettled marks a list whose elements are all there, while nothing is certain of their order and some may be equal
// and stand for one, so that Least is how many there are at least: what toset makes of two unknown strings, or sort of
// one and a known one. Whoever takes such a list by position must choose between all its elements.
type Unsettled struct{ Least int }

// Set marks a list that is a set for Terraform: a for expression over it has the elements for keys.
type Set struct{}

// unsettled gives the Unsettled mark among others, if any, and the marks that are the elements' too.
func unsettled(marks cty.ValueMarks) (u Unsettled, ok bool, rest cty.ValueMarks) {
	own := false
	for m := range marks {
		switch m := m.(type) {
		case Unsettled:
			if !ok || m.Least < u.Least {
				u = m
			}
			ok, own = true, true
		case Set:
			own = true
		}
	}
	if !own {
		return u, ok, marks
	}
	rest = make(cty.ValueMarks, len(marks))
	for m := range marks {
		switch m.(type) {
		case Unsettled, Set:
		default:
			rest[m] = struct{}{}
		}
	}
	return u, ok, rest
}

// listed drops the mark of a set: what is made of a set is a list.
func listed(marks cty.ValueMarks) cty.ValueMarks {
	if !has(marks, Set{}) {
		return marks
	}
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		if m != (Set{}) {
			out[m] = struct{}{}
		}
	}
	return out
}

// union is all marks of the sets but those that tell of one value only: its text, its order.
func union(sets ...cty.ValueMarks) cty.ValueMarks {
	var out cty.ValueMarks
	for _, ms := range sets {
		for m := range ms {
			switch m.(type) {
			case graph.Partial, Unsettled, Set:
				continue
			}
			if out == nil {
				out = make(cty.ValueMarks, len(ms))
			}
			out[m] = struct{}{}
		}
	}
	return graph.Compress(out)
}

// deepMarks are the marks that a result carries which was made from the whole of the values.
func deepMarks(values ...cty.Value) cty.ValueMarks { return union(graph.DeepMarks(values...)) }

// possible makes every reference a possible one, in the marks that a result carries.
func possible(marks cty.ValueMarks) cty.ValueMarks { return unsure(union(marks)) }

// unsure makes every reference a possible one.
func unsure(marks cty.ValueMarks) cty.ValueMarks {
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		if r, ok := m.(graph.Ref); ok {
			r.Possible, r.When = true, graph.Condition{}
			m = r
		}
		out[m] = struct{}{}
	}
	return out
}

// perhaps is a value that may be there or not: its references are only possible.
func perhaps(v cty.Value) cty.Value {
	if !v.ContainsMarked() {
		return v
	}
	if u, marks := v.Unmark(); !u.ContainsMarked() {
		return u.WithMarks(unsure(marks))
	}
	out, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		u, marks := v.Unmark()
		return u.WithMarks(unsure(marks)), nil
	})
	if err != nil {
		return v
	}
	return out
}

// has tells whether a mark is among the marks.
func has(marks cty.ValueMarks, m any) bool {
	_, ok := marks[m]
	return ok
}

// quantity is what the marks of a number, a bound or a pick leave on the list that was made with it: that it rests on
// a default, or failed. Its references are those of a test, and dropped as those of a predicate are.
func quantity(marks cty.ValueMarks) cty.ValueMarks {
	var out cty.ValueMarks
	for m := range marks {
		switch m.(type) {
		case graph.Default, graph.Transient:
			if out == nil {
				out = cty.ValueMarks{}
			}
			out[m] = struct{}{}
		}
	}
	return out
}

// faults are the marks of a failure among the marks.
func faults(marks cty.ValueMarks) cty.ValueMarks {
	var out cty.ValueMarks
	for m := range marks {
		if _, ok := m.(graph.Transient); ok {
			if out == nil {
				out = cty.ValueMarks{}
			}
			out[m] = struct{}{}
		}
	}
	return out
}

// undecided tells whether a pick rests on something that must not decide: a default, or a text nobody knows.
func undecided(marks cty.ValueMarks) bool {
	for m := range marks {
		switch m.(type) {
		case graph.Default, graph.Symbol:
			return true
		}
	}
	return false
}

// unknownList is a list of which only the length is bounded; high is -1 where nothing bounds it.
func unknownList(element cty.Type, low, high int, marks cty.ValueMarks) cty.Value {
	b := cty.UnknownVal(cty.List(element)).Refine().NotNull().CollectionLengthLowerBound(max(low, 0))
	if high >= 0 && high >= low {
		b = b.CollectionLengthUpperBound(high)
	}
	return b.NewValue().WithMarks(union(marks))
}

// lengths are the bounds of how many elements a sequence has; high is -1 where nothing bounds it.
func lengths(v cty.Value) (low, high int) {
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
		return 0, 0
	case t.IsTupleType():
		low, high = t.Length(), t.Length()
	case t.IsObjectType():
		low, high = len(t.AttributeTypes()), len(t.AttributeTypes())
	case u.IsKnown() && u.CanIterateElements():
		low, high = u.LengthInt(), u.LengthInt()
	case t.IsCollectionType():
		r := u.Range()
		low, high = r.LengthLowerBound(), r.LengthUpperBound()
		if high == math.MaxInt {
			high = -1
		}
	default:
		return 0, -1
	}
	if n, ok, _ := unsettled(marks); ok && n.Least < low {
		low = n.Least
	}
	return low, high
}
