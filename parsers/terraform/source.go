package terraform

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A source answers for one instance of a resource, data source or unread module.
type source struct {
	l        *loader
	m        *module
	in       *instance
	leaveOut map[string]bool // names that are not attributes
}

// Attributes implements [graph.Source].
func (s *source) Attributes() []string {
	return writtenNames(s.in.block.Body, s.leaveOut)
}

// Attribute implements [graph.Source]. Besides the attributes it gives "@prevent_destroy" of the lifecycle block.
func (s *source) Attribute(name string) (v cty.Value) {
	if name == preventDestroy {
		return s.prevented()
	}
	if s.leaveOut[name] {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	defer s.recovered(func() { v = cty.DynamicVal })
	if name == "tags_all" && !writes(s.in.block.Body, name) {
		return s.m.allTags(s.in)
	}
	if name == "availability_zone" {
		if v, ok := s.m.soughtZone(s.in); ok {
			return v
		}
	}
	return s.m.written(s.in, name)
}

// preventDestroy names what Terraform itself keeps from being destroyed; unlike an attribute of that name it stands in the
// lifecycle block.
const preventDestroy = "@prevent_destroy"

// prevented tells whether Terraform refuses to destroy the resource: null where nothing is written. Terraform takes no
// expressions there. Summaries write it where their modules do.
func (s *source) prevented() cty.Value {
	for _, b := range s.in.block.Body.Blocks {
		if b.Type != "lifecycle" {
			continue
		}
		if a := b.Body.Attributes["prevent_destroy"]; a != nil {
			if v, diags := a.Expr.Value(nil); !diags.HasErrors() && v.Type() == cty.Bool {
				return v
			}
			return cty.UnknownVal(cty.Bool)
		}
	}
	return cty.NullVal(cty.Bool)
}

// Blocks implements [graph.BlockSource].
func (s *source) Blocks(name string) (all []graph.NestedBlock, open bool) {
	body := s.in.block.Body
	if s.leaveOut[name] || body.Attributes[name] != nil || s.m.d.damaged[body] {
		return nil, true
	}
	defer s.recovered(func() { all, open = nil, true })
	blocks, open := scope{m: s.m, inst: s.in}.nested(body, name)
	for _, n := range blocks {
		all = append(all, graph.NestedBlock{Value: n.s.content(n.body), Exists: n.exists})
	}
	return all, open
}

// Shapes implements [graph.ShapeSource].
func (s *source) Shapes(name string) (shapes []cty.Value, ok bool) {
	body := s.in.block.Body
	if s.leaveOut[name] || body.Attributes[name] != nil || s.m.d.damaged[body] {
		return nil, false
	}
	defer s.recovered(func() { shapes, ok = nil, false })
	at := scope{m: s.m, inst: s.in}
	for _, b := range body.Blocks {
		if b.Type != "dynamic" || len(b.Labels) != 1 || b.Labels[0] != name {
			continue
		}
		if _, more := at.dynamic(b); !more {
			continue
		}
		content := madeOf(b)
		if content == nil {
			return nil, false
		}
		unknown := at.bind(iteratorOf(b), cty.ObjectVal(map[string]cty.Value{"key": cty.DynamicVal, "value": cty.DynamicVal}))
		shapes = append(shapes, unknown.content(content))
	}
	return shapes, true
}

// recovered keeps a fault of the evaluator within the one question that was asked.
func (s *source) recovered(instead func()) {
	if r := recover(); r != nil {
		s.m.u.depth, s.m.u.trying = 0, 0
		s.l.report(graph.Diagnostic{Severity: graph.Error, Range: s.m.u.place(s.m.shown(s.in.block).DefRange()),
			Message: fmt.Sprintf("evaluating this failed and it is taken as unknown; please report this: %v", r)})
		instead()
	}
}

// Ignored implements [graph.Source].
func (s *source) Ignored(attribute string) graph.Tri {
	for _, b := range s.in.block.Body.Blocks {
		if b.Type != "lifecycle" {
			continue
		}
		a := b.Body.Attributes["ignore_changes"]
		if a == nil {
			continue
		}
		if word(a.Expr) == "all" {
			return graph.True
		}
		if list, ok := a.Expr.(*hclsyntax.TupleConsExpr); ok {
			for _, e := range list.Exprs {
				if w := word(e); w == attribute || w == "*" {
					return graph.True
				}
			}
		}
	}
	return graph.False
}

// word is the first name of a reference such as tags["a"], or of a quoted one.
func word(e hclsyntax.Expression) string {
	if t, diags := hcl.AbsTraversalForExpr(e); !diags.HasErrors() {
		return t.RootName()
	}
	text := constant(e)
	for i, c := range text {
		if c == '.' || c == '[' {
			return text[:i]
		}
	}
	return text
}
