package functions

import (
	"errors"
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/archlint/archlint/parsers/graph"
)

// A sequence is a list, set or tuple taken apart.
type sequence struct {
	known    bool           // the elements are those that it has
	elements []cty.Value    // each with its own marks only
	top      cty.ValueMarks // those of the sequence as a whole
	element  cty.Type       // the type that elements have in common, where that is known
	settled  bool           // the number and order of the elements are certain
	least    int            // how many there are at least
	most     int            // how many there may be, or -1
}

// open takes a sequence apart. It fails for what is certainly none, and for null.
func open(v cty.Value) (sequence, error) {
	u, top := v.Unmark()
	n, loose, _ := unsettled(top)
	s := sequence{top: listed(top), element: cty.DynamicPseudoType, settled: !loose}
	t := u.Type()
	switch {
	case t == cty.DynamicPseudoType && !u.IsKnown():
		s.most = -1
		return s, nil
	case u.IsNull():
		return s, errNull
	case t.IsListType() || t.IsSetType():
		s.element = t.ElementType()
	case !t.IsTupleType():
		return s, errNotAList
	}
	s.least, s.most = lengths(u)
	if loose {
		s.least = min(n.Least, s.least)
	}
	switch {
	case u.IsKnown():
		s.known = true
		s.elements = u.AsValueSlice()
	case t.IsTupleType():
		s.known = true
		for _, e := range t.TupleElementTypes() {
			s.elements = append(s.elements, cty.UnknownVal(e))
		}
	}
	return s, nil
}

// all are the elements with the marks of the whole, but for the Unsettled one.
func (s sequence) all() []cty.Value {
	if len(s.top) == 0 {
		return s.elements
	}
	_, _, top := unsettled(s.top)
	out := make([]cty.Value, len(s.elements))
	for i, e := range s.elements {
		out[i] = e.WithMarks(top)
	}
	return out
}

// any is the choice between all elements: what is picked by an index that is not known.
func (s sequence) any() cty.Value {
	if !s.known {
		return cty.UnknownVal(s.element).WithMarks(possible(s.top))
	}
	return graph.Choose(s.all()...)
}

// list makes a list of the elements, or a tuple where their types differ, with marks on the whole.
func list(elements []cty.Value, element cty.Type, marks cty.ValueMarks) cty.Value {
	if len(elements) == 0 {
		return cty.ListValEmpty(element).WithMarks(marks)
	}
	first := elements[0].Type()
	same := !first.HasDynamicTypes()
	for _, e := range elements {
		if !same {
			break
		}
		same = e.Type().Equals(first)
	}
	if same {
		return cty.ListVal(elements).WithMarks(marks)
	}
	return cty.TupleVal(elements).WithMarks(marks)
}

// unify converts values to the one type that fits all. Where a type is not known they stay as they are, unless the
// others are strings, which everything becomes.
func unify(values []cty.Value) ([]cty.Value, cty.Type, error) {
	types, dynamic := distinctTypes(values)
	switch {
	case len(types) == 0:
		return values, cty.DynamicPseudoType, nil
	case len(types) > maxTypes:
		return values, cty.DynamicPseudoType, nil
	}
	common, _ := convert.UnifyUnsafe(types)
	for _, t := range types {
		dynamic = dynamic || t.HasDynamicTypes()
	}
	if common == cty.NilType {
		if dynamic {
			return values, cty.DynamicPseudoType, nil
		}
		return nil, cty.NilType, errors.New("all elements must be of one type")
	}
	if dynamic && common != cty.String {
		return values, cty.DynamicPseudoType, nil
	}
	out := make([]cty.Value, len(values))
	for i, v := range values {
		c, err := convert.Convert(v, common)
		if err != nil {
			return nil, cty.NilType, err
		}
		out[i] = c
	}
	return out, common, nil
}

// maxTypes is how many different types are unified: each is compared with each.
const maxTypes = 100

// untyped tells of nulls and empty collections that they take any type.
func untyped(v cty.Value) bool {
	u, _ := v.Unmark()
	switch t := u.Type(); {
	case t == cty.DynamicPseudoType:
		return u.IsNull()
	case t.IsCollectionType() && t.ElementType() == cty.DynamicPseudoType:
		return u.IsNull() || u.IsKnown() && u.LengthInt() == 0
	}
	return false
}

// distinctTypes gives the types of the values, each once and at most maxTypes+1, without the unknown type, and
// whether that was among them.
func distinctTypes(values []cty.Value) (types []cty.Type, dynamic bool) {
next:
	for _, v := range values {
		t := v.Type()
		switch {
		case untyped(v):
			continue
		case t == cty.DynamicPseudoType:
			dynamic = true
			continue
		}
		for _, o := range types {
			if o.Equals(t) {
				continue next
			}
		}
		if types = append(types, t); len(types) > maxTypes {
			return types, dynamic
		}
	}
	return types, dynamic
}

// whole takes an index or a count: an integer.
func whole(v cty.Value) (int, error) {
	u, _ := v.Unmark()
	if u.IsNull() {
		return 0, errNull
	}
	n, err := convert.Convert(u, cty.Number)
	if err != nil {
		return 0, err
	}
	f := n.AsBigFloat()
	i, exact := f.Int64()
	if !f.IsInt() || exact != 0 {
		return 0, errors.New("a whole number is required")
	}
	return int(i), nil
}

func length(args []cty.Value) (cty.Value, error) {
	u, marks := args[0].Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
		return cty.NilVal, errNull
	case t == cty.String && u.IsKnown():
		n, err := stringLength(u)
		return n.WithMarks(union(marks)), err
	case t == cty.String || t == cty.DynamicPseudoType:
		return cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(cty.Zero, true).NewValue().WithMarks(union(marks)), nil
	case t.IsPrimitiveType():
		return cty.NilVal, errors.New("argument must be a string, a collection type, or a structural type")
	}
	low, high := lengths(args[0])
	return count(low, high).WithMarks(union(marks)), nil
}

// count is a number of which the bounds are known; high is -1 where there is none.
func count(low, high int) cty.Value {
	if low == high {
		return cty.NumberIntVal(int64(low))
	}
	b := cty.UnknownVal(cty.Number).Refine().NotNull().NumberRangeLowerBound(cty.NumberIntVal(int64(low)), true)
	if high >= low {
		b = b.NumberRangeUpperBound(cty.NumberIntVal(int64(high)), true)
	}
	return b.NewValue()
}

func element(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	k, marks := args[1].Unmark()
	if s.known && len(s.elements) == 0 {
		return cty.NilVal, errors.New("cannot use element function with an empty list")
	}
	if !k.IsKnown() || undecided(marks) || !s.settled {
		return s.any().WithMarks(faults(marks)), nil
	}
	i, err := whole(k)
	if err != nil {
		return cty.NilVal, err
	}
	if !s.known {
		return cty.UnknownVal(s.element).WithMarks(union(graph.Untimed(s.top), faults(marks))), nil
	}
	n := len(s.elements)
	_, _, top := unsettled(s.top)
	return s.elements[(i%n+n)%n].WithMarks(top).WithMarks(faults(marks)), nil
}

func one(args []cty.Value) (cty.Value, error) {
	if u, _ := args[0].Unmark(); u.IsNull() {
		return cty.NilVal, errNull
	}
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("must be a list, set, or tuple value with either zero or one elements")
	}
	_, _, top := unsettled(s.top)
	switch {
	case s.least > 1:
		return cty.NilVal, errors.New("must be a list, set, or tuple value with either zero or one elements")
	case s.most == 0:
		return cty.NullVal(s.element).WithMarks(top), nil
	case s.known && s.least == 1 && len(s.elements) == 1:
		return s.elements[0].WithMarks(top), nil
	case !s.known && s.least == 1:
		return cty.UnknownVal(s.element).WithMarks(union(top)), nil
	}
	return graph.Choose(s.any(), cty.NullVal(s.element).WithMarks(faults(top))), nil
}

// concat joins lists. What the parts carry as wholes goes to their elements, so that one part's references are not
// those of another's elements.
func concat(args []cty.Value) (cty.Value, error) {
	var elements []cty.Value
	marks := cty.ValueMarks{}
	known, settled, lists := true, true, true
	low, high := 0, 0
	for i, a := range args {
		s, err := open(a)
		if err != nil {
			return cty.NilVal, fmt.Errorf("all arguments must be lists or tuples; argument %d is not", i+1)
		}
		low += s.least
		if s.most < 0 || high < 0 {
			high = -1
		} else {
			high += s.most
		}
		known, settled = known && s.known, settled && s.settled
		lists = lists && !a.Type().IsTupleType()
		elements = append(elements, s.all()...)
		if len(elements) > MaxElements {
			return cty.NilVal, errTooMany
		}
		if len(s.elements) == 0 {
			marks = union(marks, s.top)
		} else {
			marks = union(marks, quantity(s.top))
		}
	}
	if known {
		if !settled {
			marks = union(marks)
			marks = with(marks, Unsettled{low})
		}
		if lists {
			if same, t, err := unify(elements); err == nil {
				return list(same, t, marks), nil
			}
		}
		return cty.TupleVal(elements).WithMarks(marks), nil
	}
	return unknownList(commonElement(args), low, high, deepMarks(args...)), nil
}

// commonElement is the element type of the sequences where they agree.
func commonElement(sequences []cty.Value) cty.Type {
	var values []cty.Value
	for _, v := range sequences {
		switch t := v.Type(); {
		case t.IsListType() || t.IsSetType():
			values = append(values, cty.UnknownVal(t.ElementType()))
		case t.IsTupleType():
			for _, e := range t.TupleElementTypes() {
				values = append(values, cty.UnknownVal(e))
			}
		default:
			return cty.DynamicPseudoType
		}
	}
	if _, t, err := unify(values); err == nil {
		return t
	}
	return cty.DynamicPseudoType
}

// with adds a mark to a set of marks that nobody else holds.
func with(marks cty.ValueMarks, m any) cty.ValueMarks {
	if marks == nil {
		marks = cty.ValueMarks{}
	}
	marks[m] = struct{}{}
	return marks
}

// flatten joins the sequences within a sequence, at any depth.
func flatten(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("can only flatten lists, sets and tuples")
	}
	f := flattened{settled: true, left: MaxNodes, marks: cty.ValueMarks{}}
	if err := f.add(s, nil); err != nil {
		return cty.NilVal, err
	}
	if f.open {
		return unknownList(cty.DynamicPseudoType, f.low, -1, deepMarks(args...)), nil
	}
	marks := f.marks
	if !f.settled {
		marks = with(union(marks), Unsettled{f.low})
	}
	if len(f.elements) == 0 {
		return cty.EmptyTupleVal.WithMarks(marks), nil
	}
	return cty.TupleVal(f.elements).WithMarks(marks), nil
}

// flattened gathers what flatten finds.
type flattened struct {
	elements []cty.Value
	marks    cty.ValueMarks
	open     bool // something of unknown length is among them
	settled  bool
	low      int // elements that are certainly there
	left     int
}

func (f *flattened) add(s sequence, outer cty.ValueMarks) error {
	if !s.known {
		f.open = true
		f.low += s.least
		return nil
	}
	f.settled = f.settled && s.settled
	_, _, top := unsettled(s.top)
	if len(s.elements) == 0 {
		f.marks = union(f.marks, outer, top)
	} else {
		f.marks = union(f.marks, quantity(outer), quantity(top))
	}
	inherited := union(outer, top)
	missing := len(s.elements) - s.least
	for _, e := range s.elements {
		if f.left--; f.left < 0 || len(f.elements) > MaxElements {
			return errTooMany
		}
		u, marks := e.Unmark()
		t := u.Type()
		switch {
		case t.IsListType() || t.IsSetType() || t.IsTupleType():
			if u.IsNull() {
				f.elements = append(f.elements, e.WithMarks(inherited))
				f.low++
				continue
			}
			inner, err := open(e)
			if err != nil {
				return err
			}
			if err := f.add(inner, inherited); err != nil {
				return err
			}
		case t == cty.DynamicPseudoType && !u.IsKnown() && !single(marks):
			f.open = true
		default:
			f.elements = append(f.elements, e.WithMarks(inherited))
			f.low++
		}
	}
	f.low = max(0, f.low-missing)
	return nil
}

func reverse(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("can only reverse lists and tuples")
	}
	if !s.known {
		u, marks := args[0].Unmark()
		return u.WithMarks(union(marks)), nil
	}
	out := make([]cty.Value, len(s.elements))
	for i, e := range s.elements {
		out[len(out)-1-i] = e
	}
	return like(args[0], out), nil
}

// like makes a sequence of the same kind and marks as another.
func like(v cty.Value, elements []cty.Value) cty.Value {
	u, marks := v.Unmark()
	marks = listed(marks)
	if u.Type().IsTupleType() {
		return cty.TupleVal(elements).WithMarks(marks)
	}
	return list(elements, u.Type().ElementType(), marks)
}

func slice(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("can only slice lists and tuples")
	}
	from, fm := args[1].Unmark()
	to, tm := args[2].Unmark()
	rest := union(quantity(fm), quantity(tm))
	if !from.IsKnown() || !to.IsKnown() || !s.settled {
		return unknownList(s.element, 0, s.most, union(possible(deepMarks(args[0])), rest)), nil
	}
	i, err := whole(from)
	if err != nil {
		return cty.NilVal, err
	}
	j, err := whole(to)
	if err != nil {
		return cty.NilVal, err
	}
	switch {
	case i < 0:
		return cty.NilVal, errors.New("start index must not be less than zero")
	case i > j:
		return cty.NilVal, errors.New("end index must be greater than or equal to start index")
	case s.most >= 0 && j > s.most:
		return cty.NilVal, errors.New("end index must not be greater than the length of the list")
	case s.known:
		return like(args[0], s.elements[i:j]).WithMarks(rest), nil
	case j > MaxElements:
		return cty.NilVal, errTooMany
	}
	return unknownList(s.element, j-i, j-i, union(graph.Untimed(s.top), rest)), nil
}

func chunklist(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	size, marks := args[1].Unmark()
	rest := quantity(marks)
	if !size.IsKnown() || !s.known || !s.settled {
		return unknownList(cty.List(s.element), 0, -1, union(deepMarks(args[0]), rest)), nil
	}
	n, err := whole(size)
	if err != nil {
		return cty.NilVal, err
	}
	if n < 0 {
		return cty.NilVal, errors.New("the size argument must be positive")
	}
	elements, t, err := unify(s.elements)
	if err != nil {
		return cty.NilVal, err
	}
	if n == 0 {
		n = max(len(elements), 1)
	}
	var chunks []cty.Value
	for i := 0; i < len(elements); i += n {
		chunks = append(chunks, list(elements[i:min(i+n, len(elements))], t, nil))
	}
	return list(chunks, cty.List(t), s.top).WithMarks(rest), nil
}

// index finds the place of a value in a list.
func index(args []cty.Value) (cty.Value, error) {
	s, err := open(args[0])
	if err != nil {
		return cty.NilVal, errors.New("argument must be a list or tuple")
	}
	marks := deepMarks(args...)
	if s.known && s.most == 0 {
		return cty.NilVal, errors.New("cannot search an empty list")
	}
	unsure := func() cty.Value {
		high := s.most
		if high > 0 {
			high--
		}
		return count(0, high).WithMarks(possible(marks))
	}
	if !s.known || !s.settled || has(marks, graph.Default{}) {
		return unsure(), nil
	}
	for i, e := range s.elements {
		switch equal(e, args[1]) {
		case graph.True:
			return cty.NumberIntVal(int64(i)).WithMarks(marks), nil
		case graph.Unknown:
			return unsure(), nil
		}
	}
	return cty.NilVal, errors.New("item not found")
}

// coalescelist gives the first list that is not empty.
func coalescelist(args []cty.Value) (cty.Value, error) {
	var alternatives []cty.Value
	for _, a := range args {
		u, marks := a.Unmark()
		if u.IsNull() {
			if has(marks, graph.Default{}) {
				alternatives = append(alternatives, cty.DynamicVal)
			}
			continue
		}
		s, err := open(a)
		switch {
		case err != nil:
			return cty.NilVal, errors.New("coalescelist arguments must be lists or tuples")
		case s.least > 0:
			return graph.Choose(append(alternatives, a)...), nil
		case s.most == 0:
			if has(marks, graph.Default{}) {
				alternatives = append(alternatives, cty.DynamicVal)
			}
		default:
			alternatives = append(alternatives, a)
		}
	}
	if len(alternatives) == 0 {
		return cty.NilVal, errors.New("no non-null arguments")
	}
	return graph.Choose(append(alternatives, cty.DynamicVal)...), nil
}
