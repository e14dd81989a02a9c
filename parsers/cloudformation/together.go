package cloudformation

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// under names the undecided condition that the existence of a resource hangs on: its own, as "Network/WithWeb", that
// of the stack that it is in, or both. Resources with the same one exist together. It is empty where the resource
// exists for certain. What a macro or another tool may take away hangs on that alone, with what is nested in it.
func (r *resource) under() string {
	if r.exists != graph.Unknown {
		return ""
	}
	if r.removable() {
		return r.stack.prefix + "what makes " + r.id
	}
	around := ""
	if call := r.stack.call; call != nil {
		around = call.under()
	}
	if r.condition == "" || r.stack.base().condition(r.condition, r.loop) == graph.True {
		return around
	}
	own := r.stack.prefix + r.stack.namesake(r.condition)
	if around == "" {
		return own
	}
	return around + " and " + own
}

// namesake is the first of all conditions, by name, that are made by the same expression as one.
func (st *stack) namesake(condition string) string {
	if st.namesakes == nil {
		st.namesakes = map[string]string{}
		first := map[string]string{}
		for _, name := range slices.Sorted(maps.Keys(st.conditions)) {
			text, ok := st.expression(st.conditions[name], maxExpression)
			if _, seen := first[text]; ok && !seen {
				first[text] = name
			}
			if ok {
				st.namesakes[name] = first[text]
			}
		}
	}
	if name, ok := st.namesakes[condition]; ok {
		return name
	}
	return condition
}

// maxExpression is how many nodes of a condition's expression are compared with those of others.
const maxExpression = 64

// expression writes what makes a condition so that two texts are equal only if the conditions are: other conditions are
// replaced by what makes them. ok is false for what is too large.
func (st *stack) expression(c *named, most int) (text string, ok bool) {
	var b strings.Builder
	var write func(n *node, l *loop)
	write = func(n *node, l *loop) {
		if most--; most < 0 || n.kind == broken {
			most = -1
			return
		}
		fn, arg := conditionCall(n)
		if fn == fnCondition {
			if other := st.conditions[filled(arg.literal(), l)]; other != nil {
				write(other.pair.value, other.loop)
				return
			}
		}
		switch {
		case fn == fnUnknown:
			most = -1
		case fn != noFunction:
			b.WriteString(fn.String())
			b.WriteByte('(')
			write(arg, l)
			b.WriteByte(')')
		case n.kind == scalar:
			b.WriteString(strconv.Quote(filled(n.text, l)))
		default:
			b.WriteByte('[')
			for _, p := range n.pairs {
				write(p.key, l)
				b.WriteByte(':')
				write(p.value, l)
				b.WriteByte(',')
			}
			for _, item := range n.items {
				write(item, l)
				b.WriteByte(',')
			}
			b.WriteByte(']')
		}
	}
	write(c.pair.value, c.loop)
	return b.String(), most >= 0
}
