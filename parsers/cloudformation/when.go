package cloudformation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// place tells where the resource is there: where its own condition is met and the stack is there that it is in. What a macro
// or another tool may take away hangs on that alone, with what is nested in it.
func (r *resource) place() {
	if r.removable() {
		r.exists, r.when = graph.Unknown, graph.Met(r.stack.prefix+"what makes "+r.id)
		return
	}
	r.when = r.stack.when
	if r.condition == "" {
		r.exists = r.when.Tri()
		return
	}
	switch r.stack.base().condition(r.condition, r.loop) {
	case graph.False:
		r.when = graph.Never
	case graph.Unknown:
		if r.when = r.when.And(r.stack.formula(r.condition).Condition); !r.when.Known() {
			r.when = graph.Met(r.address() + " exists")
		}
	}
	r.exists = r.when.Tri()
}

// A formula is what a condition comes to by the choices that it is made of: the values of parameters, and comparisons that
// nobody can make before.
type formula struct {
	graph.Condition

	// hidden is how many conditions have to be judged to learn what the formula does not tell, because a comparison or a
	// condition that it is made of stands in it by its name alone: 0 where it tells all, at most maxHidden+1.
	hidden int
}

// maxHidden is how many conditions are judged anew in each world for what the formula of one does not tell: with more, it
// tells what it can, and so do those that are made of it.
const maxHidden = 32

// formula is that of a condition of the stack. It is known for every name.
func (st *stack) formula(name string) formula {
	if f := st.formulas[name]; f != nil {
		return *f
	}
	if st.formulas == nil {
		st.formulas = map[string]*formula{}
	}
	f := &formula{graph.Met(st.prefix + name), 1} // of one that depends on itself, too
	st.formulas[name] = f
	if c := st.conditions[name]; c != nil {
		hidden := 0
		made := st.formulaOf(c.pair.value, c.loop, &hidden)
		if made.Known() {
			f.Condition = made
		}
		if made.Known() && hidden == 0 {
			f.hidden = 0
		} else {
			f.hidden = min(hidden, maxHidden) + 1
		}
	}
	return *f
}

// formulaOf is what the expression of a condition comes to; it is not known where that takes too much. To hidden it adds what
// is hidden in its parts.
func (st *stack) formulaOf(n *node, l *loop, hidden *int) (f graph.Condition) {
	u := st.unit
	u.depth++
	defer func() { u.depth-- }()
	if !u.spend(1) || u.depth > maxEval {
		return f
	}
	fn, arg := conditionCall(n)
	if fn == fnCondition {
		part := st.formula(filled(arg.literal(), l))
		if part.hidden <= maxHidden {
			*hidden += part.hidden
		} else {
			*hidden++ // nobody looks behind it
		}
		return part.Condition
	}
	if n.isText() {
		switch strings.ToLower(n.text) {
		case "true":
			return graph.Always
		case "false":
			return graph.Never
		}
		return f
	}
	if arg == nil || arg.kind != sequence || arg.fn != noFunction {
		return f
	}
	switch {
	case fn == fnNot && len(arg.items) == 1:
		return st.formulaOf(arg.items[0], l, hidden).Not()
	case fn == fnAnd:
		f = graph.Always
		for _, item := range arg.items {
			f = f.And(st.formulaOf(item, l, hidden))
		}
	case fn == fnOr:
		f = graph.Never
		for _, item := range arg.items {
			f = f.Or(st.formulaOf(item, l, hidden))
		}
	case fn == fnEquals && len(arg.items) == 2:
		return st.equality(arg.items[0], arg.items[1], l, hidden)
	}
	return f
}

// equality is what the comparison of two values comes to. To hidden it adds one that stands for itself.
func (st *stack) equality(a, b *node, l *loop, hidden *int) graph.Condition {
	sc := scope{stack: st, world: st.base(), loop: l}
	switch sc.equals(a, b) {
	case graph.True:
		return graph.Always
	case graph.False:
		return graph.Never
	}
	for _, pair := range [][2]*node{{a, b}, {b, a}} {
		if text, ok := sc.settled(pair[1]); ok {
			if f := sc.has(pair[0], text, 0); f.Known() {
				return f
			}
		}
	}
	most := maxExpression
	*hidden++
	x, y := written(a, l, &most), written(b, l, &most)
	if most < 0 {
		return graph.Condition{}
	}
	return graph.Met(st.prefix + "Equals(" + min(x, y) + "," + max(x, y) + ")")
}

// settled is the text of a value that no choice changes; ok is false for all others.
func (sc scope) settled(n *node) (text string, ok bool) {
	v := sc.comparable(n)
	plain, _ := v.UnmarkDeep()
	if isNull(v) || plain.IsNull() || !plain.IsKnown() || !plain.Type().IsPrimitiveType() || graph.RestsOnDefault(v) || graph.Symbolic(v) {
		return "", false
	}
	plain = toText(plain, nil)
	return plain.AsString(), true
}

// has is the condition that a value is a text; it is not known where no choice alone makes the value.
func (sc scope) has(n *node, text string, depth int) (f graph.Condition) {
	if depth > maxNesting || !sc.stack.unit.spend(1) {
		return f
	}
	if own, ok := sc.settled(n); ok {
		if own == text {
			return graph.Always
		}
		return graph.Never
	}
	switch n.fn {
	case fnIf:
		if n.arg.kind != sequence || len(n.arg.items) != 3 {
			return f
		}
		test := sc.stack.tested(n.arg.items[0], sc.loop)
		return test.And(sc.has(n.arg.items[1], text, depth+1)).Or(test.Not().And(sc.has(n.arg.items[2], text, depth+1)))
	case fnFindInMap:
		return sc.mapped(n, text)
	}
	name := referred(n, sc.loop)
	if name == "" {
		return f
	}
	switch name {
	case "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::URLSuffix": // the same in all stacks of a unit
		return graph.Choice{Name: name}.Is(text)
	}
	st := sc.stack
	p := st.template.parameters.find(name)
	switch {
	case strings.HasPrefix(name, "AWS::"):
		return graph.Choice{Name: st.prefix + name}.Is(text)
	case p == nil || typeOfParameter(p).list:
		return f
	}
	if given := st.arguments.find(name); given != nil && !st.call.stack.template.macro {
		if f := st.call.scope().has(given.value, text, depth+1); f.Known() {
			return f
		}
	}
	return graph.Choice{Name: st.prefix + name, Values: sc.allowedValues(p)}.Is(text)
}

// tested is what the first argument of an If comes to.
func (st *stack) tested(n *node, l *loop) graph.Condition {
	if n.isText() {
		return st.formula(filled(n.text, l)).Condition
	}
	return st.formulaOf(n, l, new(int))
}

// referred is the name of the parameter that a node is the value of, with Ref or as the whole of a Sub; "" for others.
func referred(n *node, l *loop) string {
	name := ""
	switch n.fn {
	case fnRef:
		name = filled(n.arg.literal(), l)
	case fnSub:
		inner, begins := strings.CutPrefix(filled(n.arg.literal(), l), "${")
		if inner, ends := strings.CutSuffix(inner, "}"); begins && ends && !strings.ContainsAny(inner, "${}!. ") {
			name = inner
		}
	}
	if _, bound := l.value(name); bound {
		return ""
	}
	return name
}

// mapped is the condition that a member of a mapping, by a parameter, is a text.
func (sc scope) mapped(n *node, text string) (f graph.Condition) {
	if n.arg.kind != sequence || len(n.arg.items) != 3 {
		return f // one with a default is more
	}
	args := n.arg.items
	name, named := sc.settled(args[0])
	second, fixed := sc.settled(args[2])
	m := sc.stack.mapping(name)
	if !named || !fixed || m == nil || len(m.keys) > maxRows {
		return f
	}
	f = graph.Never
	for _, key := range m.keys {
		v := m.row(key).get(second)
		if v == nil {
			continue
		}
		own, ok := sc.settled(v)
		if !ok {
			return graph.Condition{}
		}
		if own == text {
			f = f.Or(sc.has(args[1], key, 1))
		}
	}
	return f
}

// maxRows is how many rows of a mapping are looked at for those with a value.
const maxRows = 64

// maxExpression is how many nodes of a comparison are told apart from those of others.
const maxExpression = 64

// written writes an expression such that two of a stack with the same text have the same value; most is what is left of
// the nodes that it may have, negative where it is too large.
func written(n *node, l *loop, most *int) string {
	var b strings.Builder
	var write func(*node)
	write = func(n *node) {
		if *most--; *most < 0 || n.kind == broken || n.fn == fnUnknown {
			*most = -1
			return
		}
		switch {
		case n.fn != noFunction:
			b.WriteString(n.fn.String())
			b.WriteByte('(')
			write(n.arg)
			b.WriteByte(')')
		case n.kind == scalar:
			b.WriteString(strconv.Quote(filled(n.text, l)))
		default:
			b.WriteByte('[')
			for _, p := range n.pairs {
				write(p.key)
				b.WriteByte(':')
				write(p.value)
				b.WriteByte(',')
			}
			for _, item := range n.items {
				write(item)
				b.WriteByte(',')
			}
			b.WriteByte(']')
		}
	}
	write(n)
	return b.String()
}

// there tells where an element or entry is there: AWS::NoValue is absence. It is not known where that takes too much.
func (sc scope) there(n *node, depth int) (f graph.Condition) {
	if depth > maxNesting || !sc.stack.unit.spend(1) {
		return f
	}
	if n == nil || n.fn != fnIf || n.arg.kind != sequence || len(n.arg.items) != 3 {
		switch sc.presence(n) {
		case graph.True:
			return graph.Always
		case graph.False:
			return graph.Never
		}
		return f
	}
	items := n.arg.items
	test := sc.stack.tested(items[0], sc.loop).Given(sc.world.when)
	return test.And(sc.there(items[1], depth+1)).Or(test.Not().And(sc.there(items[2], depth+1)))
}

// together joins elements of a list that may not be there to such as are for certain: of elements that are never there
// together and of which one always is, one is there.
func (sc scope) together(elements []perhaps) []perhaps {
	var out []perhaps
	for _, e := range elements {
		i := slices.IndexFunc(out, func(o perhaps) bool {
			return o.when.Tri() == graph.Unknown && o.when.And(e.when).Tri() == graph.False && o.when.Or(e.when).Known()
		})
		if i < 0 || e.when.Tri() != graph.Unknown {
			out = append(out, e)
			continue
		}
		out[i].value = chooseBy(graph.Under(out[i].when, out[i].value), graph.Under(e.when, e.value))
		out[i].when = out[i].when.Or(e.when)
	}
	return out
}
