package functions

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// toset makes a list, in the order that Terraform gives the set.
func toset(args []cty.Value) (cty.Value, error) {
	s, null, err := openFor(args[0], "set")
	if err != nil || null {
		return cty.NullVal(cty.List(s.element)).WithMarks(s.top), err
	}
	if !s.known && nullable(args[0]) {
		return cty.UnknownVal(cty.List(s.element)).WithMarks(union(s.top)), nil
	}
	return setOf(s)
}

// nullable tells whether a value that is not known may be null.
func nullable(v cty.Value) bool {
	u, _ := v.Unmark()
	return !u.IsKnown() && u.Range().CouldBeNull()
}

// setOf is the sequence without the elements that are there twice, ordered.
func setOf(s sequence) (cty.Value, error) {
	if !s.known {
		return unknownList(s.element, min(s.least, 1), s.most, s.top), nil
	}
	elements, t, err := unify(s.elements)
	if err != nil {
		return cty.NilVal, err
	}
	kept, least := unique(elements)
	if !s.settled {
		least = min(least, max(s.least, 1))
	}
	return settle(inSetOrder(kept), t, s.top, least).Mark(Set{}), nil
}

// settle makes a list of elements of which at least so many are there.
func settle(elements []cty.Value, t cty.Type, top cty.ValueMarks, least int) cty.Value {
	_, _, marks := unsettled(top)
	unordered := false
	for _, e := range elements {
		u, _ := e.Unmark()
		unordered = unordered || !u.IsKnown()
	}
	if least < len(elements) || unordered && len(elements) > 1 {
		copied := cty.ValueMarks{Unsettled{least}: {}}
		for m := range marks {
			copied[m] = struct{}{}
		}
		marks = copied
	}
	return list(elements, t, marks)
}

// someOf is a list of some of the elements, at least so many. Nothing tells which, so it is not known; the references
// of those that may be missing must be possible ones.
func someOf(elements []cty.Value, t cty.Type, least int, top cty.ValueMarks) cty.Value {
	return unknownList(t, least, len(elements), union(top, graph.DeepMarks(elements...)))
}

// unique drops the elements that are certainly there before, and counts those that are certainly different.
func unique(elements []cty.Value) (kept []cty.Value, least int) {
	b := fill(nil)
	for _, e := range elements {
		if b.put(e) != graph.False {
			kept = append(kept, e)
		}
	}
	return kept, b.sure()
}

// inSetOrder sorts elements as cty orders those of a set, the unknown ones last.
func inSetOrder(elements []cty.Value) []cty.Value {
	var known, rest []cty.Value
	for _, e := range elements {
		if u, _ := e.UnmarkDeep(); u.IsWhollyKnown() {
			known = append(known, e)
		} else {
			rest = append(rest, e)
		}
	}
	if allTexts(known) {
		slices.SortStableFunc(known, func(a, b cty.Value) int {
			a, _ = a.Unmark()
			b, _ = b.Unmark()
			return strings.Compare(a.AsString(), b.AsString())
		})
		return append(known, rest...)
	}
	if len(known) > 1 {
		plain := make([]cty.Value, len(known))
		at := make(map[int][]int, len(known))
		sortable := true
		for i, e := range known {
			plain[i], _ = e.UnmarkDeep()
			sortable = sortable && plain[i].Type().Equals(plain[0].Type())
			h := hash(plain[i])
			at[h] = append(at[h], i)
		}
		if sortable {
			sorted := make([]cty.Value, 0, len(known))
			for _, e := range cty.SetVal(plain).AsValueSlice() {
				h := hash(e)
				for j, i := range at[h] {
					if plain[i].RawEquals(e) {
						sorted = append(sorted, known[i])
						at[h] = slices.Delete(at[h], j, j+1)
						break
					}
				}
			}
			if len(sorted) == len(known) {
				known = sorted
			}
		}
	}
	return append(known, rest...)
}

// allTexts tells whether all values are strings, and none is null.
func allTexts(values []cty.Value) bool {
	for _, v := range values {
		if u, _ := v.Unmark(); u.Type() != cty.String || u.IsNull() {
			return false
		}
	}
	return true
}

// openFor takes apart what is to become a list or set.
func openFor(v cty.Value, kind string) (s sequence, null bool, err error) {
	u, top := v.Unmark()
	if u.IsNull() {
		t := cty.DynamicPseudoType
		if u.Type().IsListType() || u.Type().IsSetType() {
			t = u.Type().ElementType()
		}
		return sequence{element: t, top: top}, true, nil
	}
	s, err = open(v)
	if err != nil {
		err = fmt.Errorf("cannot convert %s to %s", u.Type().FriendlyName(), kind)
	}
	return s, false, err
}

func tolist(args []cty.Value) (cty.Value, error) {
	s, null, err := openFor(args[0], "list of any single type")
	if err != nil || null {
		return cty.NullVal(cty.List(s.element)).WithMarks(s.top), err
	}
	switch {
	case !s.known && nullable(args[0]):
		return cty.UnknownVal(cty.List(s.element)).WithMarks(union(s.top)), nil
	case !s.known:
		return unknownList(s.element, s.least, s.most, s.top), nil
	}
	elements, t, err := unify(s.elements)
	if err != nil {
		return cty.NilVal, err
	}
	return list(elements, t, s.top), nil
}

func distinct(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !s.known {
		return unknownList(s.element, min(s.least, 1), s.most, s.top), nil
	}
	elements, t, err := unify(s.elements)
	if err != nil {
		return cty.NilVal, err
	}
	kept, least := unique(elements)
	_, _, marks := unsettled(s.top)
	if !s.settled {
		least = min(least, max(s.least, 1))
	}
	if least < len(kept) {
		marks = with(union(marks), Unsettled{least})
	}
	return list(kept, t, marks), nil
}

// compact drops null and empty strings. A string that is not known may be empty, unless it is the identity of
// something.
func compact(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !s.known {
		return unknownList(cty.String, 0, s.most, s.top), nil
	}
	texts, err := convertAll(s.elements, cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	var kept []cty.Value
	marks := s.top
	least, missing := 0, false
	for _, e := range texts {
		u, own := e.Unmark()
		switch {
		case u.IsNull() || u.IsKnown() && u.AsString() == "":
			marks = union(marks, quantity(own))
			continue
		case u.IsKnown() || filled(e):
			least++
		default:
			missing = true
			e = perhaps(e)
		}
		kept = append(kept, e)
	}
	least = min(least, s.least)
	switch {
	case missing:
		return someOf(kept, cty.String, least, marks), nil
	case !s.settled:
		marks = with(union(marks), Unsettled{least})
	}
	return list(kept, cty.String, marks), nil
}

// sorted orders strings. Nobody knows the places of those that are not known.
func sorted(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !s.known {
		return unknownList(cty.String, s.least, s.most, s.top), nil
	}
	texts, err := convertAll(s.elements, cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	texts = slices.Clone(texts)
	slices.SortStableFunc(texts, func(a, b cty.Value) int {
		a, _ = a.Unmark()
		b, _ = b.Unmark()
		switch {
		case a.IsNull() || b.IsNull():
			return order(b.IsNull(), a.IsNull())
		case !a.IsKnown() || !b.IsKnown():
			return order(b.IsKnown(), a.IsKnown())
		}
		return order(a.AsString() > b.AsString(), a.AsString() < b.AsString())
	})
	least := len(texts)
	if !s.settled {
		least = min(least, s.least)
	}
	return settle(texts, cty.String, s.top, least), nil
}

func order(after, before bool) int {
	switch {
	case after && !before:
		return 1
	case before && !after:
		return -1
	}
	return 0
}

func setunion(args []cty.Value) (cty.Value, error) {
	joined, err := concat(args)
	if err != nil {
		return cty.NilVal, err
	}
	s, err := open(joined)
	if err != nil {
		return cty.NilVal, err
	}
	return setOf(s)
}

func setintersection(args []cty.Value) (cty.Value, error) {
	return sieve(args, func(in graph.Tri) graph.Tri { return in })
}

func setsubtract(args []cty.Value) (cty.Value, error) {
	return sieve(args, graph.Tri.Not)
}

// sameElements converts the elements of all sets to one type.
func sameElements(args []cty.Value) ([]cty.Value, error) {
	var all []cty.Value
	counts := make([]int, len(args))
	for i, a := range args {
		s, err := open(a)
		if err != nil {
			return nil, err
		}
		if counts[i] = len(s.elements); len(all)+counts[i] > MaxElements {
			return nil, errTooMany
		}
		all = append(all, s.elements...)
	}
	same, t, err := unify(all)
	if err != nil {
		return nil, err
	}
	out := make([]cty.Value, len(args))
	for i, a := range args {
		u, marks := a.Unmark()
		if out[i] = a; u.IsKnown() {
			out[i] = list(same[:counts[i]:counts[i]], t, marks)
		}
		same = same[counts[i]:]
	}
	return out, nil
}

// sieve keeps of the first set the elements that the question about each other set, whether they are in it, is true
// of. Those of which it cannot be told may be there.
func sieve(args []cty.Value, keep func(in graph.Tri) graph.Tri) (cty.Value, error) {
	args, err := sameElements(args)
	if err != nil {
		return cty.NilVal, err
	}
	first, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	marks := first.top
	var bags []*bag
	known := true
	for _, a := range args[1:] {
		s, err := open(a)
		if err != nil {
			return cty.NilVal, err
		}
		marks = union(marks, quantity(deepMarks(a)))
		known = known && s.known
		b := fill(s.elements)
		b.unknown = b.unknown || !s.known
		bags = append(bags, b)
	}
	if !first.known {
		return unknownList(first.element, 0, first.most, possible(deepMarks(args...))), nil
	}
	elements, t, err := unify(first.elements)
	if err != nil {
		return cty.NilVal, err
	}
	kept, _ := unique(elements)
	var out, sure []cty.Value
	for _, e := range kept {
		in := graph.True
		for _, b := range bags {
			in = in.And(keep(b.holds(e)))
		}
		switch in {
		case graph.True:
			out, sure = append(out, e), append(sure, e)
		case graph.Unknown:
			out = append(out, perhaps(e))
		}
	}
	_, least := unique(sure)
	if len(sure) < len(out) {
		return someOf(out, t, least, marks), nil
	}
	return settle(inSetOrder(out), t, marks, least).Mark(Set{}), nil
}

// setproduct makes every combination of one element of each set.
func setproduct(args []cty.Value) (cty.Value, error) {
	combinations := [][]cty.Value{nil}
	var top cty.ValueMarks
	types := make([]cty.Type, len(args))
	low, high := 1, 1
	known, settled := true, true
	for i, a := range args {
		s, err := open(a)
		if err != nil {
			return cty.NilVal, errors.New("a set or a list is required")
		}
		elements, t, err := unify(s.elements)
		if err != nil {
			return cty.NilVal, err
		}
		if len(elements) == 0 {
			t = s.element
		}
		types[i] = t
		known, settled = known && s.known, settled && s.settled
		low = min(low*s.least, MaxElements+1)
		if s.most < 0 || high < 0 {
			high = -1
		} else {
			high = min(high*s.most, MaxElements+1)
		}
		if low > MaxElements || high > MaxElements {
			return cty.NilVal, errTooMany
		}
		_, _, marks := unsettled(s.top)
		top = union(top, marks)
		if !known {
			continue
		}
		next := make([][]cty.Value, 0, len(combinations)*len(elements))
		for _, c := range combinations {
			for _, e := range elements {
				next = append(next, append(slices.Clip(c), e))
			}
		}
		combinations = next
	}
	if !known {
		return unknownList(cty.Tuple(types), low, high, deepMarks(args...)), nil
	}
	out := make([]cty.Value, len(combinations))
	for i, c := range combinations {
		out[i] = cty.TupleVal(c)
	}
	if !settled {
		top = with(union(top), Unsettled{low})
	}
	return list(out, cty.Tuple(types), top), nil
}

// contains tests whether a value is in a list.
func contains(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("argument must be list, tuple, or set")
	}
	marks := deepMarks(args...)
	if u, _ := args[1].Unmark(); u.IsNull() {
		return cty.NilVal, errNull
	}
	answer := graph.Unknown
	if s.known {
		answer = graph.False
		for _, e := range s.elements {
			if answer = answer.Or(equal(e, args[1])); answer == graph.True {
				break
			}
		}
		if !s.settled && answer == graph.True && s.least < len(s.elements) {
			answer = graph.Unknown
		}
	}
	return truth(answer, marks), nil
}

// truth is the answer of a test. A test of what rests on a default is not decided.
func truth(answer graph.Tri, marks cty.ValueMarks) cty.Value {
	if answer == graph.Unknown || has(marks, graph.Default{}) {
		return cty.UnknownVal(cty.Bool).RefineNotNull().WithMarks(union(marks))
	}
	return cty.BoolVal(answer == graph.True).WithMarks(union(marks))
}

func alltrue(args []cty.Value) (cty.Value, error) { return fold(args[0], graph.True, graph.Tri.And) }

func anytrue(args []cty.Value) (cty.Value, error) { return fold(args[0], graph.False, graph.Tri.Or) }

// fold joins the truth of all elements. A null is not true.
func fold(v cty.Value, start graph.Tri, join func(graph.Tri, ...graph.Tri) graph.Tri) (cty.Value, error) {
	s, err := open(v)
	if err != nil {
		return cty.NilVal, err
	}
	marks := deepMarks(v)
	bools, err := convertAll(s.elements, cty.Bool)
	if err != nil {
		return cty.NilVal, err
	}
	answer := start
	if !s.known {
		answer = graph.Unknown
	}
	for _, e := range bools {
		u, _ := e.Unmark()
		truth := graph.Unknown
		if u.IsNull() {
			truth = graph.False
		} else if u.IsKnown() {
			truth = graph.Known(u.True())
		}
		answer = join(answer, truth)
	}
	if s.least < len(s.elements) && answer != start {
		answer = graph.Unknown
	}
	return truth(answer, marks), nil
}

// matchkeys takes the values at the places where the keys are among those searched for.
func matchkeys(args []cty.Value) (cty.Value, error) {
	values, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	keys, err := open(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	wanted, err := open(args[2])
	if err != nil {
		return cty.NilVal, err
	}
	tested := deepMarks(args[1], args[2])
	rest := quantity(tested)
	if !values.known || !keys.known || !wanted.known || !values.settled || !keys.settled {
		return unknownList(values.element, 0, values.most, union(possible(deepMarks(args[0])), rest)), nil
	}
	if len(keys.elements) != len(values.elements) {
		return cty.NilVal, errors.New("length of keys and values should be equal")
	}
	elements, t, err := unify(values.elements)
	if err != nil {
		return cty.NilVal, err
	}
	both, _, err := unify(append(slices.Clone(keys.elements), wanted.elements...))
	if err != nil {
		return cty.NilVal, errors.New("list elements of the keys and the search set must be of one type")
	}
	b := fill(both[len(keys.elements):])
	var out []cty.Value
	least := 0
	for i, e := range elements {
		in := b.holds(both[i])
		if has(tested, graph.Default{}) && in != graph.Unknown {
			in = graph.Unknown
		}
		switch in {
		case graph.True:
			out = append(out, e)
			least++
		case graph.Unknown:
			out = append(out, perhaps(e))
		}
	}
	marks := union(values.top, rest)
	if least < len(out) {
		return someOf(out, t, least, marks), nil
	}
	return list(out, t, marks), nil
}
