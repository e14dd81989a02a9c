package terraform

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// name gives the alternatives of what a traversal names, evaluating nothing but what it mentions.
func (s scope) name(t hcl.Traversal) []cty.Value {
	root := t.RootName()
	for b := s.vars; b != nil; b = b.outer {
		if b.name == root && b.item == nil {
			if b.member != nil {
				return s.ofMember(b.member, t[1:])
			}
			return s.follow([]cty.Value{b.value}, t[1:])
		}
	}
	second := attributeAt(t, 1)
	if s.sealed || second == "" {
		return []cty.Value{s.m.u.fail()}
	}
	switch root {
	case "var":
		return s.follow(s.m.variable(second), t[2:])
	case "local":
		return s.follow(s.m.local(second), t[2:])
	case "each", "count":
		return s.follow([]cty.Value{s.repetition(root, second)}, t[2:])
	case "path":
		return []cty.Value{s.path(second)}
	case "terraform":
		if second == "workspace" {
			return []cty.Value{s.m.u.workspace}
		}
		return []cty.Value{cty.DynamicVal}
	case "self", "ephemeral", "provider":
		return []cty.Value{cty.DynamicVal}
	}
	g, rest := s.group(t)
	if g == nil {
		return []cty.Value{s.m.undeclared()}
	}
	return s.member(g, rest)
}

// attributeAt is the name at a step of a traversal, "" where there is none.
func attributeAt(t hcl.Traversal, i int) string {
	if i < len(t) {
		if a, ok := t[i].(hcl.TraverseAttr); ok {
			return a.Name
		}
	}
	return ""
}

func (s scope) repetition(root, name string) cty.Value {
	if s.inst == nil {
		return cty.DynamicVal
	}
	switch root + "." + name {
	case "each.key", "count.index":
		return s.inst.key
	case "each.value":
		return s.inst.value
	}
	return s.m.u.fail()
}

// path gives path.module and path.root as Terraform does when it runs in the root module's directory. Where that
// directory is nobody knows.
func (s scope) path(name string) cty.Value {
	switch name {
	case "module":
		rel, err := filepath.Rel(filepath.FromSlash(s.m.u.root), filepath.FromSlash(s.m.d.path))
		if err != nil {
			return cty.UnknownVal(cty.String)
		}
		return cty.StringVal(filepath.ToSlash(rel))
	case "root":
		return cty.StringVal(".")
	}
	return cty.UnknownVal(cty.String).RefineNotNull()
}

// A group is the instances of a resource, data source or module call, with a way to ask each for one attribute.
type group struct {
	m         *module
	key       string // "aws_subnet.a", "data.aws_ami.x", "module.web"
	x         *expansion
	called    bool // they are modules
	attribute func(i int, name string) []cty.Value
	whole     func(i int) cty.Value
}

// group resolves the start of a traversal to the instances that it names, and gives the rest of it.
func (s scope) group(t hcl.Traversal) (*group, hcl.Traversal) {
	first := 0
	if t.RootName() == "resource" {
		first = 1
	}
	kind, name := attributeAt(t, first), attributeAt(t, first+1)
	if first == 0 {
		kind = t.RootName()
	}
	switch {
	case kind == "module" && first == 0:
		return s.m.callGroup(name), t[2:]
	case kind == "data" && first == 0:
		if last := attributeAt(t, 2); last != "" {
			return s.m.resourceGroup("data." + name + "." + last), t[3:]
		}
		return nil, nil
	case name == "":
		return nil, nil
	}
	return s.m.resourceGroup(kind + "." + name), t[first+2:]
}

// A member is one instance of a group.
type member struct {
	g *group
	i int
}

// ofMember follows a path from one instance of a group.
func (s scope) ofMember(one *member, path hcl.Traversal) []cty.Value {
	return s.from(one.g, one.i, path)
}

// from follows a path from one instance of a group, asking it for no more than what the path names.
func (s scope) from(g *group, i int, path hcl.Traversal) []cty.Value {
	if all, rest, ok := g.fromState(i, path); ok {
		return s.follow(all, rest)
	}
	if name := attributeAt(path, 0); name != "" {
		return s.follow(g.attribute(i, name), path[1:])
	}
	return s.follow([]cty.Value{g.whole(i)}, path)
}

// order gives the places of the instances in the order in which Terraform iterates them: by index or by key.
func (g *group) order() []int {
	out := make([]int, len(g.x.instances))
	for i := range out {
		out[i] = i
	}
	if g.x.each {
		slices.SortFunc(out, func(a, b int) int {
			return strings.Compare(unmarked(g.x.instances[a].key).AsString(), unmarked(g.x.instances[b].key).AsString())
		})
	}
	return out
}

func (m *module) resourceGroup(key string) *group {
	b := m.d.resources[key]
	if b == nil {
		return nil
	}
	x := m.expand(key, b)
	return &group{m: m, key: key, x: x,
		attribute: func(i int, name string) []cty.Value { return []cty.Value{m.attribute(x.instances[i], name)} },
		whole:     func(i int) cty.Value { return m.object(x.instances[i]) }}
}

func (m *module) callGroup(name string) *group {
	all, x := m.children(name)
	if x == nil {
		return nil
	}
	return &group{m: m, key: "module." + name, x: x, called: true,
		attribute: func(i int, output string) []cty.Value { return all[i].output(output) },
		whole:     func(i int) cty.Value { return all[i].outputs() }}
}

// member follows a path from a group: to the instance and attribute that it names, if it does, and otherwise from
// the group as a whole.
func (s scope) member(g *group, path hcl.Traversal) []cty.Value {
	if !g.x.keyed() {
		return s.from(g, 0, path)
	}
	if len(path) > 0 {
		if step, ok := path[0].(hcl.TraverseIndex); ok {
			return s.instance(g, step.Key, path[1:])
		}
		if g.x.count && !g.called { // Terraform 0.11 took this for the first one
			return s.instance(g, cty.Zero, path)
		}
	}
	return s.follow([]cty.Value{g.all()}, path)
}

// instance follows a path from the instance with a decided key. What may not exist is taken to: Terraform would fail
// otherwise, unless it is told to try.
func (s scope) instance(g *group, key cty.Value, path hcl.Traversal) []cty.Value {
	u := s.m.u
	i := g.x.find(key)
	switch {
	case i < 0 && !g.x.open:
		return []cty.Value{u.fail()}
	case i < 0:
		u.transients++
		return s.follow([]cty.Value{cty.DynamicVal.WithMarks(cty.NewValueMarks(g.anyOf(), absent{}))}, path)
	}
	out := s.from(g, i, path)
	in := g.x.instances[i]
	if in.exists == graph.True {
		return out
	}
	when := g.m.whenOf(in)
	if when.Given(s.here()).Tri() == graph.True {
		return out
	}
	u.transients++
	there := absent{&chance{when: when}}
	marked := make([]cty.Value, len(out))
	for i, v := range out {
		marked[i] = v.Mark(there)
	}
	return marked
}

// anyOf refers to any instance of the group.
func (g *group) anyOf() graph.Ref {
	return graph.Ref{Address: g.m.address + g.key + "[*]", Possible: true}
}

// all is the value of the group as a whole: a tuple or object of its instances where they are all decided.
func (g *group) all() cty.Value {
	return g.m.u.choose(g.m.u.once(g.m.groups, g.key, hcl.Range{}, func() string { return g.m.address + g.key }, func() []cty.Value {
		return []cty.Value{g.collect(g.whole)}
	}))
}

// collect makes one value of something of every instance; of instances that are not decided, an unknown collection
// that refers to what there may be.
func (g *group) collect(of func(i int) cty.Value) cty.Value {
	x := g.x
	switch {
	case !x.decided() && g.called:
		return g.undecidedOf(of)
	case !x.decided():
		return g.undecided()
	}
	if x.count {
		values := make([]cty.Value, len(x.instances))
		for i := range values {
			values[i] = of(i)
		}
		return cty.TupleVal(values)
	}
	values := make(map[string]cty.Value, len(x.instances))
	marks := cty.ValueMarks{}
	for i, in := range x.instances {
		key, km := in.key.Unmark()
		for m := range only(km, isSymbol) {
			marks[m] = struct{}{}
		}
		values[key.AsString()] = of(i)
	}
	return cty.ObjectVal(values).WithMarks(marks)
}

// undecidedOf is the unknown collection of something of every instance, where some may not exist.
func (g *group) undecidedOf(of func(i int) cty.Value) cty.Value {
	marks := cty.ValueMarks{}
	for i, in := range g.x.instances {
		v := of(i)
		if !g.m.u.weigh(hcl.Range{}, v) {
			break
		}
		ms := perhaps(v)
		if in.exists == graph.True {
			ms = without(traces(v), inner)
		}
		for m := range ms {
			marks[m] = struct{}{}
		}
	}
	return g.x.collection().WithMarks(graph.Compress(marks))
}

// collection is the unknown collection of the instances.
func (x *expansion) collection() cty.Value {
	t := cty.Map(cty.DynamicPseudoType)
	if x.count {
		t = cty.List(cty.DynamicPseudoType)
	}
	return bounded(t, x.low, x.high)
}

// undecided is the unknown collection of resources of which some may not exist. It refers to them, so that any
// attribute can be asked of it.
func (g *group) undecided() cty.Value {
	const named = 8 // so many instances are referred to one by one
	marks := cty.ValueMarks{}
	if g.x.open || len(g.x.instances) > named {
		marks[g.anyOf()] = struct{}{}
	}
	for _, in := range g.x.instances {
		if len(g.x.instances) <= named {
			ref := graph.Ref{Address: in.address}
			if in.exists != graph.True {
				ref.Possible = true
				if !g.x.open {
					ref.When = g.m.whenOf(in)
				}
			}
			marks[ref] = struct{}{}
		}
	}
	return g.x.collection().WithMarks(marks)
}

// instances is group for a traversal that may also name something else: then there is none.
func (s scope) instances(t hcl.Traversal) (*group, hcl.Traversal) {
	if s.sealed {
		return nil, nil
	}
	for b := s.vars; b != nil; b = b.outer {
		if b.item == nil && b.name == t.RootName() {
			return nil, nil
		}
	}
	switch t.RootName() {
	case "var", "local", "each", "count", "path", "terraform", "self", "ephemeral", "provider":
		return nil, nil
	}
	return s.group(t)
}

// splatInstances gives the alternatives of a splat over instances, asking each for one attribute only. ok is false for other
// splats.
func (s scope) splatInstances(e *hclsyntax.SplatExpr) (all []cty.Value, ok bool) {
	from, values := e.Source, false
	if call, ok := from.(*hclsyntax.FunctionCallExpr); ok && call.Name == "values" && len(call.Args) == 1 && !call.ExpandFinal {
		from, values = call.Args[0], true
	}
	source, ok := from.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return nil, false
	}
	path, ok := e.Each.(*hclsyntax.RelativeTraversalExpr)
	if !ok || path.Source != hclsyntax.Expression(e.Item) || attributeAt(path.Traversal, 0) == "" {
		return nil, false
	}
	g, rest := s.instances(source.Traversal)
	if g == nil || len(rest) > 0 || g.x.each != values {
		return nil, false
	}
	of := func(i int) cty.Value {
		return s.m.u.choose(s.follow(g.attribute(i, attributeAt(path.Traversal, 0)), path.Traversal[1:]))
	}
	if g.x.decided() {
		out := make([]cty.Value, len(g.x.instances))
		for n, i := range g.order() {
			out[n] = of(i)
		}
		return []cty.Value{cty.TupleVal(out)}, true
	}
	if all, ok := s.overStates(g, of); ok {
		return all, true
	}
	if g.called {
		return []cty.Value{g.undecidedOf(of)}, true
	}
	return nil, false
}

// indexedInstance evaluates group[key].attribute without asking for more than that. ok is false for other paths.
func (s scope) indexedInstance(e *hclsyntax.IndexExpr, path hcl.Traversal) (all []cty.Value, ok bool) {
	source, ok := e.Collection.(*hclsyntax.ScopeTraversalExpr)
	if !ok || attributeAt(path, 0) == "" {
		return nil, false
	}
	g, rest := s.instances(source.Traversal)
	if g == nil || len(rest) > 0 || !g.x.keyed() {
		return nil, false
	}
	key := s.eval(e.Key)
	k, km := key.Unmark()
	if !k.IsKnown() || k.IsNull() || graph.RestsOnDefault(key) || hasFault(km) || len(only(km, isSymbol)) > 0 {
		return nil, false
	}
	return s.instance(g, k, path), true
}
