package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// spot is a place in a template: the node that is written there, what to show for it, and where it stands.
type spot struct {
	node  *node
	entry *pair // to show; nil where it is an element of a list
	item  *node // that element
	scope scope
}

// rng is the range to show for the place.
func (s spot) rng() graph.Range {
	if s.entry != nil {
		return s.entry.rng()
	}
	return s.item.firstLine()
}

// spot finds the deepest place that was written for a path. ok is false where not even its first step was; whole tells
// whether the path was walked to its end.
func (r *resource) spot(at cty.Path) (s spot, whole, ok bool) {
	if len(at) == 0 {
		return s, false, false
	}
	first, isName := at[0].(cty.GetAttrStep)
	if !isName {
		return s, false, false
	}
	p, by := r.property(first.Name)
	if p == nil {
		return s, false, false
	}
	s = spot{node: p.value, entry: p, scope: r.scope()}
	s.scope.loop = by
	for _, step := range at[1:] {
		s.node = s.scope.taken(s.node)
		if !s.descend(step) {
			return s, false, true
		}
	}
	return s, true, true
}

// taken is what a node comes to where its condition is decided.
func (sc scope) taken(n *node) *node {
	for range maxDepth {
		if n == nil || n.fn != fnIf || n.arg.kind != sequence || len(n.arg.items) != 3 {
			return n
		}
		switch sc.test(n.arg.items[0]) {
		case graph.True:
			n = n.arg.items[1]
		case graph.False:
			n = n.arg.items[2]
		default:
			return n
		}
	}
	return n
}

// descend goes one step deeper, if that was written.
func (s *spot) descend(step cty.PathStep) bool {
	if s.node == nil || s.node.fn != noFunction && s.node.fn != fnCondition {
		return false
	}
	name := ""
	switch step := step.(type) {
	case cty.GetAttrStep:
		name = step.Name
	case cty.IndexStep:
		key := step.Key
		switch {
		case key == cty.NilVal || key.IsMarked() || key.IsNull() || !key.IsKnown():
			return false
		case key.Type() == cty.String:
			name = key.AsString()
		case key.Type() == cty.Number:
			i, _ := key.AsBigFloat().Int64()
			return s.element(i)
		default:
			return false
		}
	}
	p := s.node.find(name)
	if p == nil {
		return false
	}
	s.node, s.entry = p.value, p
	return true
}

// element goes to an element of a list, those that are absent not counted.
func (s *spot) element(i int64) bool {
	if s.node.kind != sequence {
		return false
	}
	for _, item := range s.node.items {
		if s.scope.isThere(item) == graph.False {
			continue
		}
		if i == 0 {
			s.node, s.entry, s.item = item, nil, item
			return true
		}
		i--
	}
	return false
}

// Locate implements [graph.Source].
func (r *resource) Locate(at cty.Path) graph.Range {
	s, _, ok := r.spot(at)
	if !ok {
		return graph.Range{}
	}
	return s.rng()
}

// maxTrace is how many stations of a value's way are told.
const maxTrace = 20

// Trace implements [graph.Source].
func (r *resource) Trace(at cty.Path) []graph.Step {
	s, _, ok := r.spot(at)
	if !ok {
		return nil
	}
	first := at[0].(cty.GetAttrStep)
	steps := []graph.Step{{Kind: graph.Written, Name: r.placeName(s, first.Name), Range: s.rng()}}
	n, sc := s.node, s.scope
	for len(steps) < maxTrace && n != nil {
		n = sc.taken(n)
		step, next, to := sc.origin(n)
		if next == nil && step.Name == "" {
			break
		}
		if step.Name != "" {
			steps = append(steps, step)
		}
		n, sc = next, to
	}
	return steps
}

// placeName is the name of a property by the section where it was written.
func (r *resource) placeName(s spot, name string) string {
	written := s.item
	if s.entry != nil {
		written = s.entry.key
	}
	if r.stack.template.isGlobal(written) {
		return "Globals." + strings.TrimPrefix(r.kind, samType) + "." + name
	}
	return name
}

// Words implements [graph.WordSource]. It names parameters and, where nobody gave one a value that is known, what was
// handed to it: an attribute of a resource or the output of a stack.
func (r *resource) Words(at cty.Path) string {
	s, whole, ok := r.spot(at)
	if !ok || !whole {
		return ""
	}
	n, sc := s.node, s.scope
	for range maxTrace {
		if n = sc.taken(n); n == nil {
			return ""
		}
		if n.fn == fnGetAtt {
			if id, attribute, ok := sc.getAtt(n.arg); ok {
				return sc.stack.prefix + id + "." + attribute
			}
		}
		if n.fn != fnRef || !n.arg.isText() {
			return ""
		}
		name := filled(n.arg.text, sc.loop)
		st := sc.stack
		if st.template.parameters.find(name) == nil {
			return ""
		}
		given := st.arguments.find(name)
		if given == nil {
			return st.prefix + "Parameters." + name
		}
		n, sc = given.value, st.call.scope()
	}
	return ""
}

// origin is where a value comes from: the next station, if it is one to tell, and the node to go on with.
func (sc scope) origin(n *node) (graph.Step, *node, scope) {
	switch n.fn {
	case fnRef:
		if n.arg.isText() {
			return sc.parameterOrigin(filled(n.arg.text, sc.loop))
		}
	case fnGetAtt:
		if id, attribute, ok := sc.getAtt(n.arg); ok {
			return sc.attributeOrigin(id, attribute)
		}
	case fnBase64, fnLength, fnToJSONString:
		return graph.Step{}, n.arg, sc
	case fnFindInMap:
		return sc.mappingOrigin(n.arg), nil, sc
	case fnSub:
		if name, ok := onlyVariable(n.arg); ok {
			if id, attribute, dotted := strings.Cut(name, "."); dotted {
				return sc.attributeOrigin(id, attribute)
			}
			return sc.parameterOrigin(name)
		}
	}
	return graph.Step{}, nil, sc
}

// onlyVariable is the one variable that a text of Sub has.
func onlyVariable(arg *node) (string, bool) {
	if !arg.isText() {
		return "", false
	}
	only, n := "", 0
	eachVariable(arg.text, func(string) {}, func(name string, _ int) { only, n = name, n+1 })
	return only, n == 1
}

func (sc scope) parameterOrigin(name string) (graph.Step, *node, scope) {
	st := sc.stack
	p := st.template.parameters.find(name)
	if p == nil {
		return graph.Step{}, nil, sc
	}
	if step, ok := st.given(name); ok {
		return step, nil, sc
	}
	if given := st.arguments.find(name); given != nil {
		return graph.Step{Kind: graph.Argument, Name: st.call.address() + ".Parameters." + name, Range: given.rng()}, given.value, st.call.scope()
	}
	if fallback := p.value.find("Default"); fallback != nil {
		return graph.Step{Kind: graph.Fallback, Name: "Parameters." + name, Range: fallback.rng()}, nil, sc
	}
	return graph.Step{}, nil, sc
}

func (sc scope) attributeOrigin(id, attribute string) (graph.Step, *node, scope) {
	r := sc.stack.resources[id]
	if r == nil {
		return graph.Step{}, nil, sc
	}
	if name, ok := strings.CutPrefix(attribute, "Outputs."); ok {
		child := r.nested()
		if child == nil || child.outputs[name] == nil {
			return graph.Step{}, nil, sc
		}
		o := child.outputs[name]
		value := o.pair.value.find("Value")
		if value == nil {
			return graph.Step{}, nil, sc
		}
		return graph.Step{Kind: graph.Output, Name: r.address() + ".Outputs." + name, Range: value.rng()}, value.value,
			scope{stack: child, world: child.base(), loop: o.loop}
	}
	if p, by := r.property(attribute); p != nil {
		to := r.scope()
		to.loop = by
		return graph.Step{Kind: graph.Written, Name: r.address() + "." + attribute, Range: p.rng()}, p.value, to
	}
	return graph.Step{}, nil, sc
}

func (sc scope) mappingOrigin(arg *node) graph.Step {
	if arg.kind != sequence || len(arg.items) < 3 {
		return graph.Step{}
	}
	var keys [3]string
	for i := range keys {
		key, ok := sc.decided(arg.items[i])
		if !ok {
			return graph.Step{}
		}
		keys[i] = key
	}
	if row := sc.stack.mapping(keys[0]).row(keys[1]); row != nil {
		if p := row.find(keys[2]); p != nil {
			return graph.Step{Kind: graph.Local, Name: "Mappings." + strings.Join(keys[:], "."), Range: p.rng()}
		}
	}
	return graph.Step{}
}
