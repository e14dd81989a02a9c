package terraform

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
)

// A module is one instance of a module in the tree of calls.
type module struct {
	u       *unit
	d       *dir            // nil where the module could not be read
	address string          // "" in the root, "module.web[0]." else
	exists  graph.Tri       // True or Unknown
	when    graph.Condition // where it exists; always known
	unlaid  bool            // the plan has other instances, which could not be laid over it
	caller  scope           // where the call's arguments stand
	call    *hclsyntax.Block
	calls   []graph.Call
	depth   int

	variables, locals, results, groups map[string]*cell
	conditions                         map[string]graph.Condition // what local values and arguments come to; nil until asked for
	expansions                         map[string]*expansion
	called                             map[string][]*module
}

func newModule(u *unit, d *dir) *module {
	return &module{u: u, d: d, exists: graph.True, when: graph.Always, variables: map[string]*cell{}, locals: map[string]*cell{}, results: map[string]*cell{},
		groups: map[string]*cell{}, expansions: map[string]*expansion{}, called: map[string][]*module{}}
}

// local gives the alternatives of a local value.
func (m *module) local(name string) []cty.Value {
	if c := m.locals[name]; c.known() {
		return c.alternatives
	}
	a := m.d.locals[name]
	if a == nil {
		return []cty.Value{m.undeclared()}
	}
	return m.u.once(m.locals, name, a.NameRange, func() string { return m.address + "local." + name }, func() []cty.Value {
		return scope{m: m}.alternatives(a.Expr)
	})
}

// variable gives the alternatives of an input: what the caller hands over or the user gives, else the default.
func (m *module) variable(name string) []cty.Value {
	if c := m.variables[name]; c.known() {
		return c.alternatives
	}
	v := m.d.variables[name]
	if v == nil {
		return []cty.Value{m.undeclared()}
	}
	return m.u.once(m.variables, name, v.block.DefRange(), func() string { return m.address + "var." + name }, func() []cty.Value {
		all := m.input(name, v)
		out := make([]cty.Value, len(all))
		for i, x := range all {
			out[i] = m.u.conform(x, v.typ, v.optional)
			if !v.nullable && out[i].IsNull() {
				out[i] = m.u.conform(m.fallback(v), v.typ, v.optional)
			}
		}
		return out
	})
}

// undeclared is the value of what the module does not declare: a failure, unless it may stand in what could not be
// read.
func (m *module) undeclared() cty.Value {
	if len(m.d.unread) > 0 {
		return cty.DynamicVal
	}
	return m.u.fail()
}

// input gives the value of a variable before it is converted.
func (m *module) input(name string, v *variable) []cty.Value {
	if m.call != nil {
		if a := m.call.Body.Attributes[name]; a != nil {
			return m.caller.handed(a.Expr, v)
		}
		if m.caller.m.d.damaged[m.call.Body] {
			return []cty.Value{cty.DynamicVal}
		}
		return []cty.Value{m.fallback(v)}
	}
	if g, ok := m.u.given[name]; ok {
		if x, ok := g.value(m.u, v); ok {
			return []cty.Value{x}
		}
		return []cty.Value{cty.DynamicVal}
	}
	if m.u.unread {
		return []cty.Value{cty.DynamicVal}
	}
	return []cty.Value{m.fallback(v)}
}

// handed evaluates what a call hands to a variable. Terraform 0.11 took "${…}" around a list within a list for the list
// itself, here too, and so do the modules that were written for it.
func (s scope) handed(e hclsyntax.Expression, v *variable) []cty.Value {
	all := s.alternatives(e)
	if nestsLists(v.typ) {
		return all
	}
	for i, x := range all {
		if wrapsList(e, x) {
			all[i] = s.m.u.flat(x)
		}
	}
	return all
}

// nestsLists tells whether a type says that what stands in a list is no simple value.
func nestsLists(t cty.Type) bool {
	if !t.IsListType() && !t.IsSetType() {
		return t != cty.DynamicPseudoType
	}
	return !t.ElementType().IsPrimitiveType() && t.ElementType() != cty.DynamicPseudoType
}

// fallback is the default of a variable. That of a root variable may be another when the configuration is applied; in
// a library it says nothing. The defaults of a called module are what its caller chose by saying nothing.
func (m *module) fallback(v *variable) cty.Value {
	root := m.call == nil
	if v.fallback == nil && m.d.damaged[v.block.Body] {
		return cty.DynamicVal
	}
	if v.fallback == nil || root && m.u.library && !m.u.assumeDefaults {
		x := cty.UnknownVal(settledType(v.typ))
		if !v.nullable && v.typ != cty.DynamicPseudoType {
			x = x.RefineNotNull()
		}
		return x
	}
	x := scope{m: m}.eval(v.fallback.Expr)
	if root && !m.u.assumeDefaults {
		x = x.Mark(graph.Default{})
	}
	return x
}

// output gives the alternatives of an output.
func (m *module) output(name string) []cty.Value {
	if v, ok := m.plannedOutput(name); ok {
		return []cty.Value{v}
	}
	if m.d == nil {
		return []cty.Value{attributeOf([]graph.Ref{{Address: strings.TrimSuffix(m.address, ".")}}, name)}
	}
	b := m.d.outputs[name]
	if b == nil && m.d.summary {
		return []cty.Value{attributeOf([]graph.Ref{{Address: strings.TrimSuffix(m.address, ".")}}, name)}
	}
	if b == nil || b.Body.Attributes["value"] == nil {
		return []cty.Value{m.undeclared()}
	}
	return m.u.once(m.results, name, b.DefRange(), func() string { return m.address + "output." + name }, func() []cty.Value {
		return scope{m: m}.alternatives(b.Body.Attributes["value"].Expr)
	})
}

// outputs is the module as an object.
func (m *module) outputs() cty.Value {
	if m.d == nil {
		return cty.DynamicVal.Mark(graph.Ref{Address: strings.TrimSuffix(m.address, ".")})
	}
	values := make(map[string]cty.Value, len(m.d.outputs))
	for _, name := range slices.Sorted(maps.Keys(m.d.outputs)) {
		values[name] = m.u.choose(m.output(name))
	}
	return cty.ObjectVal(values)
}

// children gives the instances of a module call, made once; x is nil where there is no such call.
func (m *module) children(name string) (all []*module, x *expansion) {
	call := m.d.calls[name]
	if call == nil {
		return nil, nil
	}
	key := "module." + name
	x = m.expand(key, call)
	if all, ok := m.called[name]; ok && len(all) == len(x.instances) {
		return all, x
	}
	var d *dir
	if m.u.modules += len(x.instances); m.u.modules <= maxModules {
		d = m.u.moduleDir(m, name, call)
	} else if len(x.instances) > 1 {
		in := anyInstance(cty.DynamicVal)
		in.block, in.address = call, m.address+key+"[*]"
		*x = expansion{instances: []*instance{in}, count: x.count, each: x.each, open: true, high: -1}
	}
	for _, in := range x.instances {
		c := newModule(m.u, d)
		c.address, c.call, c.caller, c.depth = in.address+".", call, scope{m: m, inst: in}, m.depth+1
		c.exists, c.when = m.exists.And(in.exists), m.whenOf(in)
		c.unlaid = m.unlaid || in.unlaid
		c.confirm()
		c.calls = m.calls
		if !m.d.summary { // within a published module there is nothing to go to
			c.calls = append(m.calls[:len(m.calls):len(m.calls)], graph.Call{Address: in.address, Range: m.u.place(call.DefRange())})
		}
		all = append(all, c)
	}
	m.called[name] = all
	return all, x
}

// moduleDir reads the module that is called, or gives nil where it cannot be read; [unit.list] makes a gap of that.
func (u *unit) moduleDir(m *module, name string, call *hclsyntax.Block) *dir {
	where, ok := u.locate(m, name, call)
	if !ok || m.depth >= maxCalls {
		return nil
	}
	for c := m; c != nil; c = c.caller.m {
		if c.d.path == where {
			u.diagnose(graph.Error, call.DefRange(), "module "+name+" calls itself, by way of "+where+": Terraform refuses this")
			return nil
		}
	}
	d, err := u.load(where)
	if d == nil {
		message := "module " + name + ": there are no Terraform files in " + where
		switch {
		case errors.Is(err, fence.ErrOutside):
			message = "module " + name + ": the directory " + where + " is not read: " + err.Error()
		case err != nil:
			message = "module " + name + ": the directory " + where + " cannot be read; check its source"
		}
		u.diagnose(graph.Warning, call.DefRange(), message)
		return nil
	}
	u.adopt(d)
	return d
}

// locate gives the directory of the module that is called: a local one, one that was installed, or a summary.
func (u *unit) locate(m *module, name string, call *hclsyntax.Block) (where string, ok bool) {
	source := sourceOf(call)
	if isLocal(source) {
		if tooLong(source) {
			u.diagnose(graph.Warning, call.DefRange(), fmt.Sprintf("module %s: its source is longer than %d bytes, and names no directory", name, disk.MaxPath))
			return "", false
		}
		return path.Join(m.d.path, source), true
	}
	if where, ok = u.locked[m.installedKey(name)]; ok {
		return where, true
	}
	return u.summary(source, call, func() []string { return m.d.reads()[name] })
}

// installedKey is the key of a call in modules.json: the names of the calls, without instances, joined by dots.
func (m *module) installedKey(name string) string {
	for c := m; c.call != nil; c = c.caller.m {
		name = c.call.Labels[0] + "." + name
	}
	return name
}

func sourceOf(call *hclsyntax.Block) string {
	if a := call.Body.Attributes["source"]; a != nil {
		return slashed(constant(a.Expr))
	}
	return ""
}

// slashed writes a local source with slashes. Terraform takes backslashes for them on Windows only, but what was
// written there is linted elsewhere, too.
func slashed(source string) string {
	if strings.HasPrefix(source, `.\`) || strings.HasPrefix(source, `..\`) {
		return strings.ReplaceAll(source, `\`, "/")
	}
	return source
}

// tooLong tells whether a local source is longer than the path of any directory.
func tooLong(source string) bool { return len(source) > disk.MaxPath }

// isLocal tells whether a module's source is a directory of the same tree.
func isLocal(source string) bool {
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}

// provider gives the name that the root has for a provider configuration, and the block that configures it with the
// module that it stands in; b is nil where there is none.
func (m *module) provider(local string) (name string, at *module, b *hclsyntax.Block) {
	if m.call == nil {
		return m.address + local, m, m.d.providers[local]
	}
	if a := m.call.Body.Attributes["providers"]; a != nil {
		if o, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok {
			for _, item := range o.Items {
				if providerName(item.KeyExpr) == local {
					return m.caller.m.provider(providerName(item.ValueExpr))
				}
			}
		}
	}
	if b := m.d.providers[local]; b != nil {
		return m.address + local, m, b
	}
	return m.caller.m.provider(local)
}

// providerName reads a reference to a provider configuration: aws.west, or "aws.west" as of old.
func providerName(e hclsyntax.Expression) string {
	switch x := e.(type) {
	case *hclsyntax.ObjectConsKeyExpr:
		return providerName(x.Wrapped)
	case *hclsyntax.ParenthesesExpr:
		return providerName(x.Expression)
	case *hclsyntax.IndexExpr:
		return providerName(x.Collection)
	case *hclsyntax.ScopeTraversalExpr:
		if alias := attributeAt(x.Traversal, 1); alias != "" {
			return x.Traversal.RootName() + "." + alias
		}
		return x.Traversal.RootName()
	}
	return constant(e)
}

// providerOf is the provider configuration of a resource.
func (m *module) providerOf(b *hclsyntax.Block) (name string, at *module, config *hclsyntax.Block) {
	local := ""
	if a := b.Body.Attributes["provider"]; a != nil {
		local = providerName(a.Expr)
	}
	if local == "" && len(b.Labels) > 0 {
		local, _, _ = strings.Cut(b.Labels[0], "_")
	}
	return m.provider(local)
}
