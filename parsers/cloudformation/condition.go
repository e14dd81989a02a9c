package cloudformation

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// world is where conditions are judged: the base world, the inside of a resource, where its own condition is met, or that
// of a branch of an If.
type world struct {
	stack  *stack
	outer  *world // that of the If around a branch; nil elsewhere
	memo   map[string]*verdict
	when   graph.Condition       // is met in it
	inside map[assumption]*world // branches of Ifs, by what holds there
}

// assumption is what holds in a branch of an If.
type assumption struct {
	condition string
	tri       graph.Tri
}

// branch is the world of a branch of an If on a condition, where that has an outcome.
func (w *world) branch(condition string, tri graph.Tri) *world {
	key := assumption{condition, tri}
	if b := w.inside[key]; b != nil {
		return b
	}
	when := w.stack.formula(condition).Condition
	if tri == graph.False {
		when = when.Not()
	}
	b := &world{stack: w.stack, outer: w, memo: map[string]*verdict{}, when: w.when.And(when)}
	b.assume(condition, tri, 0)
	if w.inside == nil {
		w.inside = map[assumption]*world{}
	}
	w.inside[key] = b
	return b
}

// in is the scope of a branch of an If whose condition is open: inside, it has an outcome.
func (sc scope) in(condition *node, tri graph.Tri) scope {
	if condition.isText() {
		sc.world = sc.world.branch(filled(condition.text, sc.loop), tri)
	}
	return sc
}

// verdict is what a condition came to.
type verdict struct {
	tri  graph.Tri
	busy bool
}

// assume fixes a condition, and what follows from it for the conditions that it is made of.
func (w *world) assume(name string, tri graph.Tri, depth int) {
	c := w.stack.conditions[name]
	if c == nil || w.memo[name] != nil || w.around(name) != graph.Unknown || depth > maxNesting {
		return
	}
	w.memo[name] = &verdict{tri: tri}
	w.follow(c.pair.value, c.loop, tri, depth+1)
}

// around is what a condition came to in the worlds around a branch: what was open there may be decided inside.
func (w *world) around(name string) graph.Tri {
	for o := w.outer; o != nil; o = o.outer {
		if v := o.memo[name]; v != nil && !v.busy && v.tri != graph.Unknown {
			return v.tri
		}
	}
	return graph.Unknown
}

// follow assumes what must hold of the parts of an expression whose outcome is given.
func (w *world) follow(n *node, l *loop, tri graph.Tri, depth int) {
	switch fn, arg := conditionCall(n); {
	case depth > maxNesting:
	case fn == fnCondition:
		w.assume(filled(arg.literal(), l), tri, depth)
	case fn == fnNot && arg.kind == sequence && len(arg.items) == 1:
		w.follow(arg.items[0], l, tri.Not(), depth+1)
	case arg != nil && arg.kind == sequence && (fn == fnAnd && tri == graph.True || fn == fnOr && tri == graph.False):
		for _, n := range arg.items {
			w.follow(n, l, tri, depth+1)
		}
	}
}

// conditionCall is the function that an expression calls where a condition should stand: there, Condition is one.
func conditionCall(n *node) (function, *node) {
	if n.fn != noFunction {
		return n.fn, n.arg
	}
	if n.kind == mapping && len(n.pairs) == 1 && n.pairs[0].key.text == "Condition" {
		return fnCondition, n.pairs[0].value
	}
	return noFunction, nil
}

// condition judges a condition by its name.
func (w *world) condition(name string, l *loop) graph.Tri {
	if v := w.memo[name]; v != nil {
		if v.busy {
			c := w.stack.conditions[name]
			w.stack.unit.diagnose(graph.Warning, c.pair.key.rng(), "the condition %s depends on itself; it is taken as not known", name)
		}
		return v.tri
	}
	if tri := w.around(name); tri != graph.Unknown {
		return tri
	}
	c := w.stack.conditions[name]
	if c == nil {
		return graph.Unknown
	}
	base := w.stack.base()
	if w != base { // what is decided without an assumption needs none
		if tri := base.condition(name, l); tri != graph.Unknown {
			return tri
		}
	}
	v := &verdict{busy: true}
	w.memo[name] = v
	if w == base {
		v.tri = w.judge(c.pair.value, c.loop)
	}
	if v.tri == graph.Unknown { // conditions that exclude each other, or that are all there are
		f := w.stack.formula(name)
		v.tri = f.Given(w.when).Tri()
		if w != base && v.tri == graph.Unknown && 0 < f.hidden && f.hidden <= maxHidden {
			v.tri = w.judge(c.pair.value, c.loop)
		}
	}
	v.busy = false
	return v.tri
}

// judge evaluates the expression of a condition.
func (w *world) judge(n *node, l *loop) graph.Tri {
	u := w.stack.unit
	u.depth++
	defer func() { u.depth-- }()
	if !u.spend(1) || u.depth > maxEval {
		return graph.Unknown
	}
	fn, arg := conditionCall(n)
	if fn == fnCondition {
		return w.condition(filled(arg.literal(), l), l)
	}
	if n.isText() {
		switch strings.ToLower(n.text) {
		case "true":
			return graph.True
		case "false":
			return graph.False
		}
		return graph.Unknown
	}
	if arg == nil || arg.kind != sequence || arg.fn != noFunction {
		return graph.Unknown
	}
	switch fn {
	case fnNot:
		if len(arg.items) == 1 {
			return w.judge(arg.items[0], l).Not()
		}
	case fnAnd, fnOr:
		all := make([]graph.Tri, len(arg.items))
		for i, item := range arg.items {
			all[i] = w.judge(item, l)
		}
		if fn == fnAnd {
			return graph.All(all...)
		}
		return graph.Any(all...)
	case fnEquals:
		if len(arg.items) == 2 {
			return scope{stack: w.stack, world: w, loop: l}.equals(arg.items[0], arg.items[1])
		}
	}
	return graph.Unknown
}

// equals compares two values as texts. What rests on a default is not decided by it, unless the parameter may not
// have the other value at all.
func (sc scope) equals(a, b *node) graph.Tri {
	x, y := sc.comparable(a), sc.comparable(b)
	switch {
	case graph.RestsOnDefault(x) || graph.RestsOnDefault(y):
	case graph.Symbolic(x) || graph.Symbolic(y):
		if slices.Equal(symbols(x), symbols(y)) && x.IsWhollyKnown() && y.IsWhollyKnown() {
			return same(x, y)
		}
	case x.IsWhollyKnown() && y.IsWhollyKnown():
		return same(x, y)
	case contradict(x, y) || contradict(y, x):
		return graph.False
	}
	if limited := sc.limited(a, y); limited != graph.Unknown {
		return limited
	}
	return sc.limited(b, x)
}

// comparable is a value as Equals compares it: numbers and truth values as the texts they were written as.
func (sc scope) comparable(n *node) cty.Value {
	if n.isText() {
		return sc.eval(n, schema.Text)
	}
	v := sc.eval(n, nil)
	if plain, _ := v.Unmark(); plain.Type().IsPrimitiveType() {
		return toText(v, nil)
	}
	return v
}

func same(x, y cty.Value) graph.Tri {
	x, _ = x.UnmarkDeep()
	y, _ = y.UnmarkDeep()
	return graph.Known(x.RawEquals(y))
}

// symbols are the sources of what is symbolic in a value, sorted.
func symbols(v cty.Value) []string {
	var out []string
	for m := range graph.DeepMarks(v) {
		if s, ok := m.(graph.Symbol); ok {
			out = append(out, s.Source)
		}
	}
	slices.Sort(out)
	return out
}

// contradict tells whether an unknown text has known parts that the other, known text does not.
func contradict(unknown, known cty.Value) bool {
	text, whole := graph.Text(unknown)
	plain, _ := known.Unmark()
	if whole || plain.IsNull() || !plain.IsKnown() || plain.Type() != cty.String {
		return false
	}
	first, last := strings.Index(text, graph.Hole), strings.LastIndex(text, graph.Hole)
	if first < 0 {
		return false
	}
	other := plain.AsString()
	return !strings.HasPrefix(other, text[:first]) || !strings.HasSuffix(other, text[last+len(graph.Hole):])
}

// limited tells whether the node is a reference to a parameter that may never have the known text, or that may have no
// other.
func (sc scope) limited(n *node, other cty.Value) graph.Tri {
	allowed := sc.allowedOf(n)
	plain, _ := other.UnmarkDeep()
	if len(allowed) == 0 || plain.IsNull() || !plain.IsKnown() || plain.Type() != cty.String || graph.RestsOnDefault(other) || graph.Symbolic(other) {
		return graph.Unknown
	}
	may := slices.Contains(allowed, plain.AsString())
	if may && len(allowed) > 1 {
		return graph.Unknown
	}
	return graph.Known(may)
}
