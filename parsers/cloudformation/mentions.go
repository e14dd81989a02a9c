package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Mentions implements [graph.Source]. Properties have their own names; what stands beside them is called as it is
// written: "DependsOn", "UpdatePolicy". What is mentioned behind a parameter or an output may not be what comes to
// count.
func (r *resource) Mentions() []graph.Mention {
	found := graph.Mentions{}
	w := walk{visit: func(attribute string, ref graph.Ref) { found.Add(graph.Mention{Attribute: attribute, Ref: ref}) }}
	if r.rewritable() {
		w.possible++
	}
	sc := r.scope()
	sc.entries(r.pair.value.pairs, func(name string, p pair, l *loop) {
		inner := sc
		inner.loop = l
		switch name {
		case "Properties":
			w.node(inner, p.value, "")
		case "DependsOn":
			w.dependsOn(inner, p.value)
		case "Type", "Condition", "DeletionPolicy", "UpdateReplacePolicy":
		default:
			w.node(inner, p.value, name)
		}
	})
	return found.List()
}

// Mentions implements [graph.Source].
func (h handed) Mentions() []graph.Mention {
	all := h.r.Mentions()
	for i := range all {
		all[i].Attribute = strings.TrimPrefix(all[i].Attribute, "Parameters.")
	}
	return all
}

// A walk visits the references that stand in nodes.
type walk struct {
	visit    func(attribute string, ref graph.Ref)
	possible int // branches that may not be taken, within each other
	depth    int
}

func (w *walk) dependsOn(sc scope, n *node) {
	if n.kind == sequence {
		for _, item := range n.items {
			w.dependsOn(sc, item)
		}
		return
	}
	if name, ok := sc.name(n); ok && n.kind == scalar {
		if sc.stack.resources[name] == nil {
			for _, made := range sc.stack.generated(name).from {
				w.visit("DependsOn", graph.Ref{Address: made.address(), Possible: w.possible > 0})
			}
			return
		}
		w.visit("DependsOn", graph.Ref{Address: sc.stack.address(name), Possible: w.possible > 0})
	}
}

// node visits what stands in a node, which is the value of the attribute.
func (w *walk) node(sc scope, n *node, attribute string) {
	if n == nil || !sc.stack.unit.spend(1) {
		return
	}
	if w.depth++; w.depth <= maxEval {
		w.inside(sc, n, attribute)
	}
	w.depth--
}

func (w *walk) inside(sc scope, n *node, attribute string) {
	switch n.fn {
	case noFunction, fnCondition:
		for _, item := range n.items {
			w.node(sc, item, attribute)
		}
		sc.entries(n.pairs, func(name string, p pair, l *loop) {
			inner := sc
			inner.loop = l
			if attribute != "" {
				name = attribute + "." + name
			}
			w.node(inner, p.value, name)
		})
	case fnRef:
		if name, ok := sc.name(n.arg); ok {
			w.named(sc, name, attribute)
		}
	case fnGetAtt:
		if id, of, ok := sc.getAtt(n.arg); ok {
			w.attributeOf(sc, id, of, attribute)
		}
	case fnIf:
		if n.arg.kind != sequence || len(n.arg.items) != 3 {
			return
		}
		w.possible++
		w.node(sc, n.arg.items[1], attribute)
		w.node(sc, n.arg.items[2], attribute)
		w.possible--
	case fnSub:
		w.sub(sc, n.arg, attribute)
	default: // the arguments of a function, which are no attributes of their own
		w.arguments(sc, n.arg, attribute)
	}
}

func (w *walk) arguments(sc scope, n *node, attribute string) {
	if n == nil || n.fn != noFunction || len(n.pairs) == 0 && len(n.items) == 0 {
		w.node(sc, n, attribute)
		return
	}
	for _, item := range n.items {
		w.node(sc, item, attribute)
	}
	for _, p := range n.pairs {
		w.node(sc, p.value, attribute)
	}
}

// sub visits the variables of a text, but for those that the map beside it gives; and that map.
func (w *walk) sub(sc scope, arg *node, attribute string) {
	var variables *node
	if arg.kind == sequence && arg.fn == noFunction {
		if len(arg.items) == 0 {
			return
		}
		if len(arg.items) > 1 {
			variables = arg.items[1]
			w.arguments(sc, variables, attribute)
		}
		arg = arg.items[0]
	}
	if !arg.isText() {
		return
	}
	eachVariable(filled(arg.text, sc.loop), func(string) {}, func(name string, _ int) {
		id, of, dotted := strings.Cut(name, ".")
		switch {
		case variables.get(name) != nil || foreign(name):
		case dotted:
			w.attributeOf(sc, id, of, attribute)
		default:
			w.named(sc, name, attribute)
		}
	})
}

// named visits what Ref means: a resource, or what a nested stack's parameter is given.
func (w *walk) named(sc scope, name, attribute string) {
	st := sc.stack
	if _, bound := sc.loop.value(name); bound {
		return
	}
	if st.template.parameters.find(name) == nil {
		if st.resources[name] != nil {
			w.visit(attribute, graph.Ref{Address: st.address(name), Attribute: "Ref", Possible: w.possible > 0})
		} else {
			w.undeclared(sc, name, "Ref", attribute)
		}
		return
	}
	if st.call == nil {
		return
	}
	if p := st.arguments.find(name); p != nil {
		w.behind(attribute, st.mentions("parameter "+name, func(inner *walk) {
			inner.node(st.call.scope(), p.value, "")
		}))
	}
}

// attributeOf visits what GetAtt means: a resource, or what the output of a nested stack is made of.
func (w *walk) attributeOf(sc scope, id, of, attribute string) {
	st := sc.stack
	res := st.resources[id]
	if res == nil {
		w.undeclared(sc, id, of, attribute)
		return
	}
	if name, ok := strings.CutPrefix(of, "Outputs."); ok {
		if child := res.nested(); child != nil {
			if o := child.outputs[name]; o != nil {
				w.behind(attribute, child.mentions("output "+name, func(inner *walk) {
					inner.node(scope{stack: child, world: child.base(), loop: o.loop}, o.pair.value.get("Value"), "")
				}))
			}
			return
		}
	}
	w.visit(attribute, graph.Ref{Address: st.address(id), Attribute: of, Possible: w.possible > 0})
}

// undeclared visits what SAM makes the resource of a name from.
func (w *walk) undeclared(sc scope, name, of, attribute string) {
	for _, ref := range sc.stack.generated(name).refs(of) {
		ref.Possible = w.possible > 0
		w.visit(attribute, ref)
	}
}

// behind visits what a definition mentions.
func (w *walk) behind(attribute string, refs []graph.Ref) {
	for _, ref := range refs {
		ref.Possible = true
		w.visit(attribute, ref)
	}
}

// mentions gives what a parameter or an output of the stack mentions, found once.
func (st *stack) mentions(definition string, look func(*walk)) []graph.Ref {
	if refs, ok := st.mentioned[definition]; ok {
		return refs
	}
	if st.mentioned == nil {
		st.mentioned = map[string][]graph.Ref{}
	}
	st.mentioned[definition] = nil // what depends on itself mentions nothing more
	seen := map[graph.Ref]bool{}
	var refs []graph.Ref
	look(&walk{visit: func(_ string, ref graph.Ref) {
		ref.Possible = false
		if !seen[ref] && st.unit.spend(1) {
			seen[ref] = true
			refs = append(refs, ref)
		}
	}})
	st.mentioned[definition] = refs
	return refs
}
