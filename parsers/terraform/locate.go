package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A spot is where something of a resource was written.
type spot struct {
	s    scope
	expr hclsyntax.Expression // nil where it is a block
	at   hcl.Range
	rest cty.Path // what is asked of the value of expr and not written in its literals

	over   hclsyntax.Expression // the for_each of the innermost dynamic block around it; nil where there is none
	around scope                // where that stands
}

// Locate implements [graph.Source].
func (s *source) Locate(path cty.Path) (at graph.Range) {
	defer s.recovered(func() { at = graph.Range{} })
	found, ok := s.find(path)
	switch {
	case !ok:
		return graph.Range{}
	case s.m.d.summary:
		return s.m.u.place(blame(s.m, found))
	}
	return s.m.u.place(found.at)
}

func (s *source) find(path cty.Path) (spot, bool) {
	if len(path) > 0 && s.leaveOut[stepName(path[0])] {
		return spot{}, false
	}
	return scope{m: s.m, inst: s.in}.find(s.in.block.Body, path)
}

// find descends into a body as far as the path was written.
func (s scope) find(body *hclsyntax.Body, path cty.Path) (spot, bool) {
	if len(path) == 0 {
		return spot{}, false
	}
	name, rest := stepName(path[0]), path[1:]
	if a := body.Attributes[name]; a != nil {
		expr, at, rest := descend(a.Expr, rest)
		if expr == a.Expr {
			at = a.SrcRange
		}
		return spot{s: s, expr: expr, at: at, rest: rest}, true
	}
	if !hasBlocks(body, name) {
		return spot{}, false
	}
	i := 0
	if len(rest) > 0 {
		if n, ok := stepIndex(rest[0]); ok {
			i, rest = n, rest[1:]
		}
	}
	all, _ := s.nested(body, name)
	if i < 0 || i >= len(all) {
		for _, b := range body.Blocks {
			if blockName(b) == name {
				return spot{s: s, at: b.DefRange()}, true
			}
		}
		return spot{}, false
	}
	found, ok := all[i].s.find(all[i].body, rest)
	if !ok {
		found = spot{s: all[i].s, at: all[i].block.DefRange()}
	}
	if a := all[i].block.Body.Attributes["for_each"]; all[i].block.Type == "dynamic" && a != nil && found.over == nil {
		found.over, found.around = a.Expr, s
	}
	return found, true
}

// descend follows a path into the literals of an expression: to the items of tuples and objects.
func descend(e hclsyntax.Expression, path cty.Path) (at hclsyntax.Expression, where hcl.Range, rest cty.Path) {
	where = e.Range()
	for len(path) > 0 {
		next, within := item(e, path[0])
		if next == nil {
			break
		}
		if next != e {
			where = within
		}
		e, path = next, path[1:]
	}
	return e, where, path
}

// item is the item of a literal tuple or object, and the range of what was written for it; nil where there is none.
func item(e hclsyntax.Expression, step cty.PathStep) (hclsyntax.Expression, hcl.Range) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return item(e.Expression, step)
	case *hclsyntax.TupleConsExpr:
		if i, ok := stepIndex(step); ok && i >= 0 && i < len(e.Exprs) {
			return e.Exprs[i], e.Exprs[i].Range()
		}
	case *hclsyntax.ObjectConsExpr:
		if i, ok := stepIndex(step); ok && i == 0 {
			return e, e.SrcRange // in JSON an object may stand for the only block of its name
		}
		name := stepName(step)
		for _, it := range e.Items {
			if literalKey(it.KeyExpr) == name && name != "" {
				return it.ValueExpr, hcl.RangeBetween(it.KeyExpr.Range(), it.ValueExpr.Range())
			}
		}
	}
	return nil, hcl.Range{}
}

// literalKey is the text of an object's key that is written as a word or a literal text, else "".
func literalKey(e hclsyntax.Expression) string {
	k, ok := e.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return constant(e)
	}
	if !k.ForceNonLiteral {
		if w := hcl.ExprAsKeyword(k.Wrapped); w != "" {
			return w
		}
	}
	return constant(k.Wrapped)
}

// stepName is the name that a step of a path asks for, "" where it asks for a number.
func stepName(step cty.PathStep) string {
	switch step := step.(type) {
	case cty.GetAttrStep:
		return step.Name
	case cty.IndexStep:
		if k := unmarked(step.Key); k.IsKnown() && !k.IsNull() && k.Type() == cty.String {
			return k.AsString()
		}
	}
	return ""
}

func stepIndex(step cty.PathStep) (int, bool) {
	if i, ok := step.(cty.IndexStep); ok {
		return wholeNumber(i.Key)
	}
	return 0, false
}
