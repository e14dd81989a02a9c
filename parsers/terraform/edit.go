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

// Edit implements [graph.EditSource] for what is written in HCL.
func (s *source) Edit(path cty.Path, value cty.Value) (e graph.Edit, ok bool) {
	defer s.recovered(func() { e, ok = graph.Edit{}, false })
	text := literalText(value)
	if text == "" || len(path) == 0 || s.m.d.summary || downloaded(s.m.d.path) || strings.HasSuffix(s.in.block.TypeRange.Filename, ".json") {
		return graph.Edit{}, false
	}
	found, written := s.find(path)
	if !written {
		return s.addition(path, text)
	}
	if found.expr == nil || len(found.rest) > 0 || !isLiteral(found.expr) {
		return graph.Edit{}, false
	}
	at := found.expr.Range()
	if at.Start.Line != at.End.Line { // a heredoc
		return graph.Edit{}, false
	}
	return graph.Edit{Range: s.m.u.place(at), Text: text}, true
}

// addition adds an attribute to the resource's block: below the last of those that stand on a line of their own before the
// nested blocks. What comes from an override file stands elsewhere.
func (s *source) addition(path cty.Path, text string) (graph.Edit, bool) {
	name, block := stepName(path[0]), s.in.block
	here := func(at hcl.Range) bool { return at.Filename == block.TypeRange.Filename }
	if len(path) != 1 || !hclsyntax.ValidIdentifier(name) || s.leaveOut[name] {
		return graph.Edit{}, false
	}
	end := block.CloseBraceRange.Start.Byte
	for _, b := range block.Body.Blocks {
		if here(b.TypeRange) {
			end = min(end, b.TypeRange.Start.Byte)
		}
	}
	var last *hclsyntax.Attribute
	for _, a := range block.Body.Attributes {
		at := a.SrcRange
		alone := at.Start.Line == at.End.Line && at.Start.Line > block.OpenBraceRange.End.Line && at.End.Line < block.CloseBraceRange.Start.Line
		if here(at) && alone && at.End.Byte <= end && (last == nil || at.Start.Byte > last.SrcRange.Start.Byte) {
			last = a
		}
	}
	if last == nil {
		return graph.Edit{}, false
	}
	indent := strings.Repeat(" ", last.SrcRange.Start.Column-1)
	return graph.Edit{Range: s.m.u.place(last.SrcRange), Text: indent + name + " = " + text, Below: true}, true
}

// downloaded tells whether a directory is one that terraform init has filled: its modules are others'.
func downloaded(dir string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(dir), "/"), ".terraform")
}

// isLiteral tells whether an expression is a literal scalar.
func isLiteral(e hclsyntax.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.TemplateExpr:
		return e.IsStringLiteral()
	}
	return false
}

// literalText is a scalar as HCL writes it; "" of what is none, or would need more than quotes.
func literalText(v cty.Value) string {
	if v.IsMarked() || !v.IsKnown() || v.IsNull() {
		return ""
	}
	switch v.Type() {
	case cty.Bool:
		if v.True() {
			return "true"
		}
		return "false"
	case cty.Number:
		number, _ := graph.Digits(v)
		return number
	case cty.String:
		if text := v.AsString(); !strings.ContainsAny(text, "\"\\$%\r\n\t") {
			return `"` + text + `"`
		}
	}
	return ""
}
