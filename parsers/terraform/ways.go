package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A chance is a condition that is found out when somebody asks for it: most choices are between values that refer to
// nothing, and nobody asks when those are taken.
type chance struct {
	compute func() graph.Condition // nil once it is known
	when    graph.Condition
}

// condition finds the condition out.
func (c *chance) condition() graph.Condition {
	if c == nil {
		return graph.Condition{}
	}
	if compute := c.compute; compute != nil {
		c.compute = nil // for one that depends on itself nothing is known
		c.when = compute()
	}
	return c.when
}

// not is the chance that the condition is not met.
func (c *chance) not() *chance {
	return &chance{compute: func() graph.Condition { return c.condition().Not() }}
}

// certainly is the chance of what is so in any case.
var certainly = &chance{when: graph.Always}

// under marks one of several alternatives with when it is the one that is taken, and in no other case; more than one of
// these marks are met together. An alternative without is taken nobody knows when. The mark stands on alternatives only:
// what is made of one of them carries it where it is made of that in each case, and a choice takes it off.
type under struct{ *chance }

func isUnder(m any) bool { _, ok := m.(under); return ok }

// split takes off an alternative when it is taken.
func split(v cty.Value) (plain cty.Value, when cty.ValueMarks) {
	if !carries(v, isUnder) {
		return v, nil
	}
	u, marks := v.Unmark()
	when = only(marks, isUnder)
	return u.WithMarks(without(marks, isUnder)), when
}

// met is the condition that alternatives carry marks for; not known without any.
func met(when cty.ValueMarks) graph.Condition {
	if len(when) == 0 {
		return graph.Condition{}
	}
	out := graph.Always
	for m := range when {
		out = out.And(m.(under).condition())
	}
	return out
}

// eachAlone applies something to each alternative as to a value by itself, and leaves with what it gives when that is
// taken.
func eachAlone(alternatives []cty.Value, change func(cty.Value) cty.Value) []cty.Value {
	out := make([]cty.Value, len(alternatives))
	for i, v := range alternatives {
		plain, when := split(v)
		out[i] = change(plain).WithMarks(when)
	}
	return out
}

// takenBy marks alternatives as taken under one more condition.
func takenBy(c *chance, alternatives []cty.Value) []cty.Value {
	out := make([]cty.Value, len(alternatives))
	for i, v := range alternatives {
		out[i] = v.Mark(under{c})
	}
	return out
}

// refers tells whether one of several alternatives refers to something.
func refers(alternatives []cty.Value) bool {
	return len(alternatives) > 1 && slices.ContainsFunc(alternatives, func(v cty.Value) bool { return has(v, isRef) })
}

// here is the condition that what the scope belongs to is there.
func (s scope) here() graph.Condition {
	if s.inst == nil {
		return s.m.when
	}
	return s.m.whenOf(s.inst)
}

// left are the alternatives that may be taken where the scope's instance or module is there. Of one only it is certain that
// it is.
func (s scope) left(alternatives []cty.Value) []cty.Value {
	if len(alternatives) == 1 || !slices.ContainsFunc(alternatives, func(v cty.Value) bool { return v.IsMarked() }) {
		return alternatives
	}
	here := s.here()
	if here.Tri() != graph.Unknown {
		return alternatives
	}
	var out []cty.Value
	for _, v := range alternatives {
		if _, when := split(v); met(when).Given(here).Tri() != graph.False {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		return alternatives
	}
	return out
}

// choose is the choice between alternatives where the scope stands.
func (s scope) choose(alternatives []cty.Value) cty.Value {
	if len(alternatives) > 1 {
		alternatives = s.left(alternatives)
	}
	return s.m.u.choose(alternatives)
}

// apart are the alternatives of an argument. Those of the items of a list are alternatives of the list.
func (s scope) apart(e hclsyntax.Expression) []cty.Value {
	list, ok := unwrapped(e).(*hclsyntax.TupleConsExpr)
	if !ok || len(list.Exprs) == 0 || len(list.Exprs) > maxAlternatives {
		return s.left(s.alternatives(e))
	}
	items := make([][]cty.Value, len(list.Exprs))
	for i, x := range list.Exprs {
		items[i] = s.left(s.alternatives(x))
	}
	rows := s.rows(items)
	out := make([]cty.Value, len(rows))
	for i, r := range rows {
		out[i] = cty.TupleVal(r.values).WithMarks(r.when)
	}
	return out
}

// A row is one alternative of each of several values, and when all of them are taken.
type row struct {
	values []cty.Value
	when   cty.ValueMarks
	told   int // how many of the values tell when they are taken
	untold bool
}

// rows are the combinations of alternatives, without those that exclude each other. Alternatives that would make too many
// are chosen between first.
func (s scope) rows(all [][]cty.Value) []row {
	out := []row{{}}
	for _, alternatives := range all {
		if len(alternatives)*len(out) > maxAlternatives {
			alternatives = []cty.Value{s.m.u.choose(alternatives)}
		}
		next := make([]row, 0, len(out)*len(alternatives))
		for _, r := range out {
			for _, v := range alternatives {
				plain, when := split(v)
				n := row{values: append(r.values[:len(r.values):len(r.values)], plain), when: r.when, told: r.told, untold: r.untold}
				switch {
				case len(alternatives) == 1:
				case len(when) == 0:
					n.untold = true
				default:
					n.told++
					n.when = make(cty.ValueMarks, len(r.when)+len(when))
					for _, from := range []cty.ValueMarks{r.when, when} {
						for m := range from {
							n.when[m] = struct{}{}
						}
					}
					if n.told > 1 && met(n.when).Tri() == graph.False {
						continue
					}
				}
				next = append(next, n)
			}
		}
		if len(next) > 0 {
			out = next
		}
	}
	for i := range out {
		if out[i].untold || len(out) == 1 {
			out[i].when = nil
		}
	}
	return out
}

// A standing is what a group may come to: which of its instances there are, and when those and no others.
type standing struct {
	instances []int
	when      *chance
}

// states are all that a group may come to; nil where that is not known, or too much to tell.
func (g *group) states() []standing {
	x := g.x
	if x.open || len(x.instances) > maxUnder || !x.keyed() {
		return nil
	}
	if x.each {
		return g.eachStates()
	}
	if x.high != len(x.instances) || x.high-x.low+1 > maxAlternatives {
		return nil
	}
	var out []standing
	for n := x.low; n <= x.high; n++ {
		when := graph.Always
		if n > x.low {
			when = g.m.whenOf(x.instances[n-1])
		}
		if n < x.high {
			when = when.And(g.m.whenOf(x.instances[n]).Not())
		}
		if when.Tri() == graph.False {
			continue
		}
		out = append(out, standing{g.order()[:n], &chance{when: when}})
	}
	return out
}

// eachStates are the states of a group whose instances that may not be there are there together.
func (g *group) eachStates() []standing {
	when := graph.Condition{}
	var sure []int
	order := g.order()
	for _, i := range order {
		in := g.x.instances[i]
		if in.exists == graph.True {
			sure = append(sure, i)
			continue
		}
		w := g.m.whenOf(in)
		if when.Known() && (w.Given(when).Tri() != graph.True || when.Given(w).Tri() != graph.True) {
			return nil
		}
		when = w
	}
	if when.Tri() != graph.Unknown || !when.Known() {
		return nil
	}
	return []standing{{sure, &chance{when: when.Not()}}, {order, &chance{when: when}}}
}

// overStates gives a list for every state of a group, of something of each instance.
func (s scope) overStates(g *group, of func(i int) cty.Value) (all []cty.Value, ok bool) {
	states := g.states()
	if len(states) == 0 {
		return nil, false
	}
	values := map[int]cty.Value{}
	for _, state := range states {
		list := make([]cty.Value, len(state.instances))
		for n, i := range state.instances {
			v, again := values[i]
			if !again {
				v = of(i)
				values[i] = v
			}
			list[n] = v
		}
		v := cty.TupleVal(list)
		if len(states) > 1 {
			v = v.Mark(under{state.when})
		}
		all = append(all, v)
	}
	return all, true
}

// longer is the condition that a group that a length is asked of has more than so many instances; ok is false for the
// lengths of others.
func (s scope) longer(e hclsyntax.Expression, than int) (when graph.Condition, ok bool) {
	call, is := e.(*hclsyntax.FunctionCallExpr)
	if !is || strings.TrimPrefix(call.Name, "core::") != "length" || len(call.Args) != 1 || call.ExpandFinal {
		return when, false
	}
	from := unwrapped(call.Args[0])
	if splat, is := from.(*hclsyntax.SplatExpr); is {
		from = splat.Source
	}
	name, is := from.(*hclsyntax.ScopeTraversalExpr)
	if !is {
		return when, false
	}
	g, rest := s.instances(name.Traversal)
	if g == nil || len(rest) > 0 {
		return when, false
	}
	states := g.states()
	if len(states) == 0 {
		return when, false
	}
	when = graph.Never
	for _, state := range states {
		if len(state.instances) > than {
			when = when.Or(state.when.condition())
		}
	}
	return when, when.Known()
}
