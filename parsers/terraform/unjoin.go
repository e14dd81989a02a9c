package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// unjoined gives what split makes of a text that join has made with the same separator: the list that was joined, so that
// each item keeps its own references. Terraform 0.11 handed lists to modules in that way. ok is false for all other
// texts, and where an item that is not known may hold the separator itself.
func (s scope) unjoined(e *hclsyntax.FunctionCallExpr) (v cty.Value, ok bool) {
	if len(e.Args) != 2 || e.ExpandFinal {
		return v, false
	}
	of, made := s.madeFrom(e.Args[1])
	join, ok := made.(*hclsyntax.FunctionCallExpr)
	if !ok || strings.TrimPrefix(join.Name, "core::") != "join" || len(join.Args) != 2 || join.ExpandFinal {
		return v, false
	}
	separator := constant(e.Args[0])
	if separator == "" || constant(join.Args[0]) != separator {
		return v, false
	}
	list := of.eval(join.Args[1])
	plain, marks := list.Unmark()
	if !plain.IsKnown() || plain.IsNull() || !isSequence(plain.Type()) || plain.LengthInt() == 0 || len(only(marks, func(m any) bool { return inner(m) && !isSet(m) })) > 0 {
		return v, false
	}
	all := elements(plain)
	out := make([]cty.Value, len(all))
	for i, item := range all {
		if !whole(item.value, separator) {
			return v, false
		}
		out[i] = s.m.u.conform(item.value, cty.String, nil)
	}
	return cty.ListVal(out).WithMarks(without(marks, isSet)), true
}

// whole tells whether an item is one without the separator: a text that has none, or the ID or ARN that a provider gives.
func whole(v cty.Value, separator string) bool {
	plain, marks := v.Unmark()
	if plain.IsNull() {
		return false
	}
	if plain.IsKnown() {
		text, err := convertTo(plain, cty.String)
		return err == nil && !strings.Contains(text.AsString(), separator)
	}
	for m := range marks {
		switch m := m.(type) {
		case graph.Partial:
			return false
		case graph.Ref:
			if m.Attribute != "id" && m.Attribute != "arn" {
				return false
			}
		}
	}
	return len(marks) > 0 && separator == ","
}

// madeFrom follows an expression to where its value is made, as origin does, and into outputs of modules.
func (s scope) madeFrom(e hclsyntax.Expression) (scope, hclsyntax.Expression) {
	for range maxTrace {
		s, e = s.origin(e)
		t, ok := e.(*hclsyntax.ScopeTraversalExpr)
		if !ok || t.Traversal.RootName() != "module" || len(t.Traversal) != 3 || s.vars != nil || s.sealed {
			break
		}
		a := s.m.outputOf(t.Traversal)
		if a == nil {
			break
		}
		all, _ := s.m.children(attributeAt(t.Traversal, 1))
		s, e = scope{m: all[0]}, a.Expr
	}
	return s, e
}

// outputOf is the output of the one instance of a module that a reference names, nil where there is none.
func (m *module) outputOf(ref hcl.Traversal) *hclsyntax.Attribute {
	all, x := m.children(attributeAt(ref, 1))
	if x == nil || x.keyed() || len(all) != 1 || all[0].d == nil {
		return nil
	}
	if b := all[0].d.outputs[attributeAt(ref, 2)]; b != nil {
		return b.Body.Attributes["value"]
	}
	return nil
}
