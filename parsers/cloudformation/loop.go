package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// loop binds the variable of an Fn::ForEach, inside the loops around it.
type loop struct {
	name, text string
	outer      *loop
}

// value is the text that a variable is bound to.
func (l *loop) value(name string) (string, bool) {
	for ; l != nil; l = l.outer {
		if l.name == name {
			return l.text, true
		}
	}
	return "", false
}

// fill replaces ${Name} and &{Name} by what the variables are bound to; the second form leaves out what is no letter
// or digit, as logical IDs must.
func (l *loop) fill(text string) string {
	for ; l != nil && strings.Contains(text, "{"); l = l.outer {
		text = strings.ReplaceAll(text, "${"+l.name+"}", l.text)
		if strings.Contains(text, "&{") {
			text = strings.ReplaceAll(text, "&{"+l.name+"}", alphanumeric(l.text))
		}
	}
	return text
}

func alphanumeric(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, text)
}

// loopSteps is what each turn of a loop costs of the steps of a unit: what it makes is kept, and takes as much memory as that many
// nodes. A hundred thousand turns are left, where CloudFormation takes 500 resources.
const loopSteps = maxSteps / 100_000

// expand yields the entries of a mapping, those that loops make included. What a loop over an unknown collection would
// make is a gap.
func (st *stack) expand(pairs []pair, l *loop, yield func(string, pair, *loop)) {
	for _, p := range pairs {
		if !strings.HasPrefix(p.key.text, forEach) {
			yield(filled(p.key.text, l), p, l)
			continue
		}
		args := p.value
		if args.kind != sequence || len(args.items) != 3 || !args.items[0].isText() || args.items[2].kind != mapping {
			continue // told of by check
		}
		texts, ok := st.collection(args.items[1], l)
		if !ok {
			st.unit.gap(p.key.rng(), "what the loop "+p.key.text+" makes is not seen: its collection is not known")
			continue
		}
		if st.loops++; st.loops > maxNesting {
			st.unit.diagnose(graph.Warning, p.key.rng(), "loops are nested more than %d deep; this one is not read", maxNesting)
			texts = nil
		}
		for _, text := range texts {
			if !st.unit.spend(loopSteps) {
				break
			}
			st.expand(args.items[2].pairs, &loop{name: args.items[0].text, text: text, outer: l}, yield)
		}
		st.loops--
	}
}

// collection gives the texts that a loop goes over. A default decides, as it decides every quantity.
func (st *stack) collection(n *node, l *loop) ([]string, bool) {
	sc := scope{stack: st, world: st.base(), loop: l}
	v, _ := sc.eval(n, schema.Texts).UnmarkDeep()
	if !v.IsWhollyKnown() || v.IsNull() || !v.Type().IsTupleType() {
		return nil, false
	}
	var out []string
	for _, e := range v.AsValueSlice() {
		if e.IsNull() || e.Type() != cty.String {
			return nil, false
		}
		out = append(out, e.AsString())
	}
	return out, true
}

// gap tells of what is not seen, once.
func (u *unit) gap(at graph.Range, message string) {
	for _, g := range u.gaps {
		if g.Range == at && g.Message == message {
			return
		}
	}
	u.gaps = append(u.gaps, graph.Gap{Range: at, Message: message})
	if u.graph != nil {
		u.graph.Gaps = append(u.graph.Gaps, graph.Gap{Range: at, Message: message})
	}
}
