package terraform

import (
	"math"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// object evaluates { key = value }. Keys carry no marks, so what a key carried the object does, but for references:
// those are of the key alone.
func (s scope) object(e *hclsyntax.ObjectConsExpr) cty.Value {
	values := make(map[string]cty.Value, len(e.Items))
	marks := cty.ValueMarks{}
	known := true
	var hidden []cty.Value
	for _, item := range e.Items {
		key, km := s.eval(item.KeyExpr).Unmark()
		v := s.eval(item.ValueExpr)
		for m := range keyMarks(km) {
			marks[m] = struct{}{}
		}
		c, err := convertTo(key, cty.String)
		if err != nil || c.IsNull() {
			return s.m.u.fail(v)
		}
		if !c.IsKnown() {
			known = false
			hidden = append(hidden, v)
			continue
		}
		values[c.AsString()] = v
	}
	if known {
		return cty.ObjectVal(values).WithMarks(marks)
	}
	for _, v := range values {
		hidden = append(hidden, v)
	}
	if !s.m.u.weigh(e.SrcRange, hidden...) {
		return s.m.u.fail()
	}
	return cty.DynamicVal.WithMarks(marks, traces(hidden...))
}

// keyMarks are the marks of a key that pass to the whole that it stands in.
func keyMarks(marks cty.ValueMarks) cty.ValueMarks {
	return graph.WithoutPartial(without(marks, func(m any) bool { _, ok := m.(graph.Ref); return ok }))
}

// A gathering is what a for expression has come to.
type gathering struct {
	keys  []string
	sure  []cty.Value
	every []cty.Value     // with those that may be left out
	open  bool            // something may be left out, or a key is not known
	marks cty.ValueMarks  // of the keys
	taken map[string]bool // keys, where none may be twice
}

// forEach evaluates a for expression over a collection.
func (s scope) forEach(e *hclsyntax.ForExpr, over cty.Value) cty.Value {
	u := s.m.u
	coll, marks := over.Unmark()
	if coll.IsNull() || u.trying > 0 && u.transients > 0 && has(over, isFault) {
		return u.fail(over)
	}
	if !coll.IsKnown() {
		return s.forUnknown(e, coll, marks)
	}
	if !coll.CanIterateElements() {
		return u.fail(over)
	}
	_, own := wholes(without(marks, isUnsettled))
	mapping := isMapping(coll.Type())
	all := elements(coll)
	items := make([]bound, len(all))
	_, set := marks[functions.Set{}]
	for i, el := range all {
		value := el.value.WithMarks(own)
		switch {
		case mapping:
			el.key = el.key.WithMarks(only(marks, isSymbol))
		case set:
			el.key = value
		}
		items[i] = bound{key: el.key, value: value}
	}
	g, ok := s.gather(e, items)
	if !ok {
		return u.fail(over)
	}
	return s.gathered(e, g, len(items), marks)
}

// forInstances evaluates a for expression over the instances of a resource or module, of which only what it names is
// evaluated. ok is false for other collections.
func (s scope) forInstances(e *hclsyntax.ForExpr) (v cty.Value, ok bool) {
	over, values := e.CollExpr, false
	if call, ok := over.(*hclsyntax.FunctionCallExpr); ok && call.Name == "values" && len(call.Args) == 1 && !call.ExpandFinal {
		over, values = call.Args[0], true
	}
	source, ok := over.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return cty.NilVal, false
	}
	g, rest := s.instances(source.Traversal)
	if g == nil || len(rest) > 0 || !g.x.keyed() || !g.x.decided() || values && g.x.count {
		return cty.NilVal, false
	}
	items := make([]bound, len(g.x.instances))
	for n, i := range g.order() {
		items[n] = bound{key: g.x.instances[i].key, member: &member{g, i}}
		if values {
			items[n].key = cty.NumberIntVal(int64(n))
		}
	}
	gathered, ok := s.gather(e, items)
	if !ok {
		return s.m.u.fail(), true
	}
	return s.gathered(e, gathered, len(items), nil), true
}

// gathered makes the value of a for expression over so many items, of a collection with these marks.
func (s scope) gathered(e *hclsyntax.ForExpr, g gathering, items int, marks cty.ValueMarks) cty.Value {
	u := s.m.u
	least, loose := unsettled(marks)
	if loose && least < items && e.KeyExpr != nil {
		g.open = true
	}
	rests := quantity(without(marks, isUnsettled))
	if !u.weigh(e.SrcRange, g.every...) {
		return u.fail()
	}
	switch {
	case g.open && e.KeyExpr != nil:
		return cty.UnknownVal(cty.Map(cty.DynamicPseudoType)).WithMarks(perhaps(g.every...), rests)
	case g.open:
		out := graph.Choose(strip(cty.TupleVal(g.every), inner), strip(cty.TupleVal(g.sure), inner))
		return out.WithMarks(rests)
	case e.KeyExpr == nil:
		if loose {
			dropped := items - len(g.sure)
			rests[functions.Unsettled{Least: max(0, least-dropped)}] = struct{}{}
		}
		return cty.TupleVal(g.sure).WithMarks(rests)
	}
	return cty.ObjectVal(g.object(e.Group)).WithMarks(rests, g.marks)
}

// A bound is what the variables of a for expression stand for in one round.
type bound struct {
	key, value cty.Value
	member     *member // in place of value
}

// gather evaluates the body of a for expression for every item. ok is false where it cannot be evaluated at all.
func (s scope) gather(e *hclsyntax.ForExpr, items []bound) (g gathering, ok bool) {
	u := s.m.u
	g.marks = cty.ValueMarks{}
	for _, it := range items {
		if !u.spend(1, e.SrcRange) {
			return g, false
		}
		c := s.bind(e.KeyVar, it.key)
		c.vars = &binding{name: e.ValVar, value: it.value, member: it.member, outer: c.vars}
		if e.CondExpr != nil {
			since := u.transients
			cond := c.eval(e.CondExpr)
			if u.failed(since, cond) {
				return g, false
			}
			yes, decided := predicate(cond)
			if !decided {
				g.open = true
				g.every = append(g.every, c.eval(e.ValExpr))
				continue
			}
			if !yes {
				continue
			}
		}
		if e.KeyExpr != nil {
			since := u.transients
			key := c.eval(e.KeyExpr)
			if u.failed(since, key) {
				return g, false
			}
			k, km := key.Unmark()
			for m := range without(keyMarks(km), inner) {
				g.marks[m] = struct{}{}
			}
			name, err := convertTo(k, cty.String)
			if err != nil || name.IsNull() {
				return g, false
			}
			if !name.IsKnown() {
				g.open = true
				g.every = append(g.every, c.eval(e.ValExpr))
				continue
			}
			if text := name.AsString(); !e.Group && g.taken[text] && !rests(key) && !graph.Symbolic(key) {
				return g, false // two of one key, which Terraform refuses
			} else if !e.Group {
				if g.taken == nil {
					g.taken = make(map[string]bool, len(items))
				}
				g.taken[text] = true
			}
			g.keys = append(g.keys, name.AsString())
		}
		v := c.eval(e.ValExpr)
		g.sure = append(g.sure, v)
		g.every = append(g.every, v)
	}
	return g, true
}

// object puts the values under their keys; where they are grouped, all values of a key.
func (g gathering) object(group bool) map[string]cty.Value {
	out := make(map[string]cty.Value, len(g.sure))
	if !group {
		for i, k := range g.keys {
			out[k] = g.sure[i]
		}
		return out
	}
	groups := make(map[string][]cty.Value, len(g.sure))
	for i, k := range g.keys {
		groups[k] = append(groups[k], g.sure[i])
	}
	for k, values := range groups {
		out[k] = cty.TupleVal(values)
	}
	return out
}

// forUnknown evaluates the body of a for expression once, for an element of which nothing but the marks is known.
func (s scope) forUnknown(e *hclsyntax.ForExpr, coll cty.Value, marks cty.ValueMarks) cty.Value {
	item := cty.DynamicVal
	if t := coll.Type(); t.IsCollectionType() {
		item = cty.UnknownVal(t.ElementType())
	}
	v := s.bind(e.KeyVar, cty.DynamicVal).bind(e.ValVar, item.WithMarks(marks)).eval(e.ValExpr)
	if !s.m.u.weigh(e.SrcRange, v) {
		return s.m.u.fail()
	}
	all := traces(v)
	if e.CondExpr != nil {
		all = perhaps(v)
	}
	if e.KeyExpr != nil {
		return cty.UnknownVal(cty.Map(cty.DynamicPseudoType)).WithMarks(all, quantity(marks))
	}
	low, high := lengths(coll)
	if e.CondExpr != nil {
		low = 0
	}
	return unknownList(low, high).WithMarks(all, quantity(marks))
}

// lengths are the bounds of the number of elements of an unmarked collection; high is -1 where there is none.
func lengths(v cty.Value) (low, high int) {
	t := v.Type()
	switch {
	case t.IsTupleType():
		return t.Length(), t.Length()
	case v.IsNull():
		return 0, 0
	case v.IsKnown() && v.CanIterateElements():
		return v.LengthInt(), v.LengthInt()
	case t.IsCollectionType():
		r := v.Range()
		low, high = r.LengthLowerBound(), r.LengthUpperBound()
		if high == math.MaxInt {
			high = -1
		}
		return low, high
	}
	return 0, -1
}

// unknownList is a list of which only the bounds of its length are known; high is -1 where there is none.
func unknownList(low, high int) cty.Value { return bounded(cty.List(cty.DynamicPseudoType), low, high) }

func bounded(t cty.Type, low, high int) cty.Value {
	b := cty.UnknownVal(t).Refine().NotNull().CollectionLengthLowerBound(max(low, 0))
	if high >= max(low, 0) {
		b = b.CollectionLengthUpperBound(high)
	}
	return b.NewValue()
}

func (s scope) splat(e *hclsyntax.SplatExpr) cty.Value {
	if all, ok := s.splatInstances(e); ok {
		return s.choose(all)
	}
	return s.splatOf(e, s.eval(e.Source))
}

// splatOf evaluates a splat over a value.
func (s scope) splatOf(e *hclsyntax.SplatExpr, source cty.Value) cty.Value {
	u := s.m.u
	src, marks := source.Unmark()
	item := func(v cty.Value) cty.Value {
		c := s
		c.vars = &binding{item: e.Item, value: v, outer: s.vars}
		return c.eval(e.Each)
	}
	t := src.Type()
	switch {
	case src.IsNull():
		if isSequence(t) {
			return u.fail(source)
		}
		if rests(source) {
			return cty.DynamicVal.WithMarks(marks)
		}
		return cty.EmptyTupleVal.WithMarks(quantity(marks))
	case !src.IsKnown() && (t == cty.DynamicPseudoType || isSequence(t) || src.Range().CouldBeNull()):
		one := cty.DynamicVal
		if t.IsCollectionType() {
			one = cty.UnknownVal(t.ElementType())
		}
		v := item(one.WithMarks(marks))
		low, high := 0, -1
		if isSequence(t) {
			low, high = lengths(src)
		}
		if !u.weigh(e.SrcRange, v) {
			return u.fail()
		}
		return unknownList(low, high).WithMarks(traces(v), quantity(marks))
	case !isSequence(t):
		return cty.TupleVal([]cty.Value{item(src.WithMarks(marks))})
	}
	_, own := wholes(without(marks, isUnsettled))
	all := elements(src)
	values := make([]cty.Value, len(all))
	for i, el := range all {
		if !u.spend(1, e.SrcRange) {
			return u.fail()
		}
		values[i] = item(el.value.WithMarks(own))
	}
	if !u.weigh(e.SrcRange, values...) {
		return u.fail()
	}
	return cty.TupleVal(values).WithMarks(quantity(marks))
}

// step takes one step of a path.
func (s scope) step(v cty.Value, step hcl.Traverser) cty.Value {
	switch step := step.(type) {
	case hcl.TraverseAttr:
		return s.attribute(v, step.Name)
	case hcl.TraverseIndex:
		return s.index(v, step.Key)
	}
	return s.m.u.fail(v)
}

// attribute is v.name. A resource seen as an object has every attribute: those that nobody wrote are unknown and
// refer to it.
func (s scope) attribute(v cty.Value, name string) cty.Value {
	u, marks := v.Unmark()
	if u.IsNull() {
		return s.m.u.fail(v)
	}
	refs, own := wholes(marks)
	switch t := u.Type(); {
	case t.IsObjectType() && t.HasAttribute(name):
		return u.GetAttr(name).WithMarks(own)
	case len(refs) > 0 && (t.IsObjectType() || t == cty.DynamicPseudoType):
		return attributeOf(refs, name).WithMarks(own)
	case t.IsMapType():
		return s.at(u, cty.StringVal(name), marks, v)
	case t == cty.DynamicPseudoType:
		return s.perhapsThere(cty.DynamicVal.WithMarks(graph.WithoutPartial(marks)))
	}
	return s.missing(marks)
}

// missing is the failure to find something in what carries marks: what is in it does not rest on what its other parts
// carry.
func (s scope) missing(marks cty.ValueMarks) cty.Value {
	return s.m.u.fail(cty.DynamicVal.WithMarks(marks))
}

// perhapsThere is what is taken of an input of which nobody knows whether it has that: where the configuration tries, it
// may have to go on. Of a resource it is taken to have it.
func (s scope) perhapsThere(v cty.Value) cty.Value {
	if s.m.u.trying == 0 || len(only(v.Marks(), isRef)) > 0 {
		return v
	}
	s.m.u.transients++
	return v.Mark(absent{})
}

func isRef(m any) bool { _, ok := m.(graph.Ref); return ok }

// index is v[key] where the key is decided.
func (s scope) index(v, key cty.Value) cty.Value {
	return s.m.u.choose(s.indexed([]cty.Value{v}, key))
}

// indexed takes the element at a key of every alternative. A key that is not known, or rests on a default, or is a
// symbol among other texts, may take any element.
func (s scope) indexed(alternatives []cty.Value, key cty.Value) []cty.Value {
	if len(alternatives) == 1 {
		return s.pick(alternatives[0], key)
	}
	of := 0
	var ok []cty.Value
	for _, v := range alternatives {
		v, when := split(v)
		since := s.m.u.transients
		picked := s.pick(v, key)
		if len(picked) > 1 {
			when = nil
		}
		for _, p := range picked {
			of++
			if !s.m.u.failed(since, p) {
				ok = append(ok, p.WithMarks(when))
			}
		}
	}
	return s.m.u.feasible(ok, of)
}

// pick gives the element at a key, or all that it may be.
func (s scope) pick(v, key cty.Value) []cty.Value {
	u, marks := v.Unmark()
	k, km := key.Unmark()
	if u.IsNull() || k.IsNull() {
		return []cty.Value{s.m.u.fail(v, key)}
	}
	if hasFault(km) {
		return []cty.Value{s.m.u.fail(v, key)}
	}
	if !undecidedKey(u, marks, k, km) {
		out := s.at(u, k, marks, v)
		if _, ok := km[measured{}]; ok {
			out = out.Mark(measured{})
		}
		return []cty.Value{out}
	}
	_, own := wholes(without(marks, isUnsettled))
	var out []cty.Value
	for _, e := range elements(u) {
		if !s.m.u.spend(1, hcl.Range{}) {
			return []cty.Value{s.m.u.fail()}
		}
		out = append(out, e.value.WithMarks(own))
	}
	switch {
	case len(out) > 0:
		return s.m.u.few(out)
	case u.IsKnown():
		return []cty.Value{s.m.u.fail(v)}
	}
	return []cty.Value{elementType(u.Type()).WithMarks(anyMarks(u, marks))}
}

// anyMarks are the marks of an element of an unknown collection that has them all: of which element it is, and so when it
// refers to what, they tell only where there can be one element only.
func anyMarks(u cty.Value, marks cty.ValueMarks) cty.ValueMarks {
	marks = graph.WithoutPartial(marks)
	if _, high := lengths(u); high == 1 {
		return marks
	}
	return graph.Untimed(marks)
}

func hasFault(marks cty.ValueMarks) bool { _, ok := marks[fault{}]; return ok }

// undecidedKey tells whether it is open which element a key takes.
func undecidedKey(v cty.Value, marks cty.ValueMarks, key cty.Value, km cty.ValueMarks) bool {
	if _, byDefault := km[graph.Default{}]; !key.IsKnown() || byDefault {
		return true
	}
	if _, loose := unsettled(marks); loose {
		return true
	}
	if !isMapping(v.Type()) || !v.IsKnown() {
		return false
	}
	// Keys that were made from symbols left their mark on the whole.
	symbols := only(km, isSymbol)
	if len(symbols) == 0 {
		return len(only(marks, isSymbol)) > 0 && len(elements(v)) > 0
	}
	for m := range symbols {
		if _, ok := marks[m]; !ok {
			return true
		}
	}
	return false
}

// at is the element of an unmarked collection at a decided key, with the collection's marks.
func (s scope) at(u, key cty.Value, marks cty.ValueMarks, v cty.Value) cty.Value {
	t := u.Type()
	if isMapping(t) || t == cty.DynamicPseudoType {
		if c, err := convertTo(key, cty.String); err == nil && t.IsObjectType() {
			return s.attribute(v, c.AsString())
		}
	}
	if !u.IsKnown() && !t.IsObjectType() && !t.IsTupleType() {
		return s.perhapsThere(elementType(t).WithMarks(anyMarks(u, marks)))
	}
	r, diags := hcl.Index(u, key, &hcl.Range{})
	if diags.HasErrors() {
		return s.missing(marks)
	}
	_, own := wholes(marks)
	return r.WithMarks(own)
}

// elementType is an unknown element of a collection of that type.
func elementType(t cty.Type) cty.Value {
	if t.IsCollectionType() {
		return cty.UnknownVal(t.ElementType())
	}
	return cty.DynamicVal
}
