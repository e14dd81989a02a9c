package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// maxTrace is how many stations of a value's way are told.
const maxTrace = 32

// Trace implements [graph.Source]. It follows plain references, through locals, arguments, outputs, decided conditionals
// and the items of literals, and ends at the first expression that calculates.
func (s *source) Trace(path cty.Path) (steps []graph.Step) {
	defer s.recovered(func() { steps = nil })
	found, ok := s.find(path)
	if !ok {
		return nil
	}
	if s.m.d.summary {
		found.at = blame(s.m, found)
	}
	t := tracer{steps: []graph.Step{{Kind: graph.Written, Name: pathText(path), Range: s.m.u.place(found.at)}}}
	if found.expr != nil {
		t.follow(found.s, found.expr, found.rest)
	}
	return t.steps
}

// Words implements [graph.WordSource].
func (s *source) Words(path cty.Path) (words string) {
	defer s.recovered(func() { words = "" })
	found, ok := s.find(path)
	if !ok || found.expr == nil {
		return ""
	}
	words = found.s.words(found.expr)
	if strings.Contains(words, "[*]") { // which of several is not told
		return ""
	}
	if words != "" && len(found.rest) > 0 {
		rest := pathText(found.rest)
		if !strings.HasPrefix(rest, "[") {
			rest = "." + rest
		}
		words += rest
	}
	return words
}

// pathText writes a path as Terraform does.
func pathText(path cty.Path) string {
	var b strings.Builder
	for i, step := range path {
		switch name := stepName(step); {
		case name != "" && hclsyntax.ValidIdentifier(name):
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(name)
		default:
			if x, ok := step.(cty.IndexStep); ok {
				b.WriteString(subscript(x.Key))
			}
		}
	}
	return b.String()
}

// A tracer gathers the stations of a value's way.
type tracer struct{ steps []graph.Step }

// add takes up a station, but for those within a summary: nobody wrote them who could read of it.
func (t *tracer) add(u *unit, kind graph.StepKind, name string, at hcl.Range) {
	if summaries.Is(at.Filename) {
		return
	}
	t.steps = append(t.steps, graph.Step{Kind: kind, Name: name, Range: u.place(at)})
}

// follow goes on from an expression whose value is asked for a path.
func (t *tracer) follow(s scope, e hclsyntax.Expression, path cty.Path) {
	for range maxTrace * 4 {
		if e == nil || len(t.steps) >= maxTrace {
			return
		}
		e, _, path = descend(e, path)
		s, e, path = t.next(s, e, path)
	}
}

// next is where the value of an expression comes from; the expression is nil where the way ends.
func (t *tracer) next(s scope, e hclsyntax.Expression, path cty.Path) (scope, hclsyntax.Expression, cty.Path) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return s, e.Expression, path
	case *hclsyntax.TemplateWrapExpr:
		return s, e.Wrapped, path
	case *hclsyntax.RelativeTraversalExpr:
		return s, e.Source, append(steps(e.Traversal), path...)
	case *hclsyntax.IndexExpr:
		key := s.eval(e.Key)
		if k := unmarked(key); k.IsKnown() && !graph.RestsOnDefault(key) {
			return s, e.Collection, append(cty.Path{cty.IndexStep{Key: k}}, path...)
		}
	case *hclsyntax.ConditionalExpr:
		if yes, decided := predicate(s.eval(e.Condition)); decided && yes {
			return s, e.TrueResult, path
		} else if decided {
			return s, e.FalseResult, path
		}
	case *hclsyntax.ForExpr:
		if len(path) > 0 && sieves(e) {
			return s, e.CollExpr, path
		}
	case *hclsyntax.ScopeTraversalExpr:
		return t.named(s, e.Traversal, path)
	}
	return s, nil, nil
}

// sieves tells whether a for expression takes members of a map as they are: { for k, v in m : k => v if … }.
func sieves(e *hclsyntax.ForExpr) bool {
	return e.KeyVar != "" && !e.Group && isName(e.KeyExpr, e.KeyVar) && isName(e.ValExpr, e.ValVar)
}

func isName(e hclsyntax.Expression, name string) bool {
	x, ok := e.(*hclsyntax.ScopeTraversalExpr)
	return ok && len(x.Traversal) == 1 && x.Traversal.RootName() == name
}

// steps turns a relative traversal into a path.
func steps(t hcl.Traversal) cty.Path {
	var out cty.Path
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			out = append(out, cty.GetAttrStep{Name: step.Name})
		case hcl.TraverseIndex:
			out = append(out, cty.IndexStep{Key: step.Key})
		}
	}
	return out
}

// named goes on from a reference.
func (t *tracer) named(s scope, ref hcl.Traversal, path cty.Path) (scope, hclsyntax.Expression, cty.Path) {
	name := attributeAt(ref, 1)
	if name == "" || s.sealed {
		return s, nil, nil
	}
	for b := s.vars; b != nil; b = b.outer {
		if b.item == nil && b.name == ref.RootName() {
			return b.repeated(s, ref, path)
		}
	}
	m := s.m
	rest := func(from int) cty.Path { return append(steps(ref[from:]), path...) }
	switch ref.RootName() {
	case "local":
		if a := m.d.locals[name]; a != nil {
			t.add(m.u, graph.Local, "local."+name, a.SrcRange)
			return scope{m: m}, a.Expr, rest(2)
		}
	case "var":
		if v := m.d.variables[name]; v != nil {
			return t.variable(m, name, v, rest(2))
		}
	case "each":
		if name == "value" && s.inst != nil && s.inst.block.Body.Attributes["for_each"] != nil {
			if key := unmarked(s.inst.key); key.IsKnown() {
				return scope{m: m}, s.inst.block.Body.Attributes["for_each"].Expr, append(cty.Path{cty.IndexStep{Key: key}}, rest(2)...)
			}
		}
	case "module":
		return t.output(m, name, ref, path)
	case "data":
		if of, a, rest := m.tracedState(ref); a != nil {
			t.add(of.m.u, graph.Output, "data."+name+"."+attributeAt(ref, 2)+".outputs", a.SrcRange)
			return of, a.Expr, append(steps(rest), path...)
		}
	}
	return s, nil, nil
}

// repeated goes on from the value of a dynamic block's iterator to the item in its for_each.
func (b *binding) repeated(s scope, ref hcl.Traversal, path cty.Path) (scope, hclsyntax.Expression, cty.Path) {
	if b.from == nil || attributeAt(ref, 1) != "value" {
		return s, nil, nil
	}
	key := unmarked(b.from.key)
	if !key.IsKnown() {
		return s, nil, nil
	}
	rest := append(cty.Path{cty.IndexStep{Key: key}}, steps(ref[2:])...)
	return b.from.s, b.from.over, append(rest, path...)
}

// variable goes on to where an input was decided.
func (t *tracer) variable(m *module, name string, v *variable, path cty.Path) (scope, hclsyntax.Expression, cty.Path) {
	if m.call != nil {
		if a := m.call.Body.Attributes[name]; a != nil {
			t.add(m.u, graph.Argument, m.caller.m.address+"module."+m.call.Labels[0], a.SrcRange)
			return m.caller, a.Expr, path
		}
	} else if g, ok := m.u.given[name]; ok {
		t.steps = append(t.steps, graph.Step{Kind: graph.Given, Name: "var." + name, Range: g.at})
		return scope{m: m}, nil, nil
	} else if m.u.library && !m.u.assumeDefaults {
		return scope{m: m}, nil, nil
	}
	if v.fallback != nil {
		at := v.fallback.SrcRange
		if expr, where, _ := descend(v.fallback.Expr, path); expr != v.fallback.Expr {
			at = where
		}
		if m.d.summary {
			t.add(m.u, graph.Fallback, name+" of "+summaries.Module(m.d.path), m.shown(v.block).DefRange())
		} else {
			t.add(m.u, graph.Fallback, "var."+name, at)
		}
	}
	return scope{m: m}, nil, nil
}

// output goes on into the module that an output is of.
func (t *tracer) output(m *module, name string, ref hcl.Traversal, path cty.Path) (scope, hclsyntax.Expression, cty.Path) {
	all, x := m.children(name)
	if x == nil {
		return scope{m: m}, nil, nil
	}
	i, next := 0, 2
	if x.keyed() {
		i = -1
		if len(ref) > 2 {
			if index, ok := ref[2].(hcl.TraverseIndex); ok {
				i = x.find(index.Key)
			}
		}
		next = 3
	}
	output := attributeAt(ref, next)
	if i < 0 || i >= len(all) || all[i].d == nil || output == "" {
		return scope{m: m}, nil, nil
	}
	b := all[i].d.outputs[output]
	if b == nil || b.Body.Attributes["value"] == nil {
		return scope{m: m}, nil, nil
	}
	a := b.Body.Attributes["value"]
	t.add(m.u, graph.Output, "module."+name+"."+output, a.SrcRange)
	return scope{m: all[i]}, a.Expr, append(steps(ref[next+1:]), path...)
}
