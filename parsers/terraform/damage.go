package terraform

import (
	"math"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxErrors is how many errors outside of blocks are looked at: the parser tells of one, and of every odd byte.
const maxErrors = 100

// findDamage settles what of a file with syntax errors was read in full. The parser goes on after an error as best it
// can and tells of the first one only, so each block is parsed again by itself: the bodies that an error may have taken
// something from are kept in f.damaged, and expressions that do not parse by themselves become unknown.
func (f *file) findDamage(src []byte, diags hcl.Diagnostics) {
	f.damaged = map[*hclsyntax.Body]bool{}
	f.doubt(src, f.body)
	for _, b := range f.body.Blocks {
		text := textOf(src, b.Range())
		_, own := hclsyntax.ParseConfig(text, f.name, b.Range().Start)
		if first, ok := firstError(own); ok {
			f.damage(src, b, first)
		}
	}
	// A brace too many ends a block before its time, and what is left of it is met outside of blocks.
	for _, d := range diags[:min(len(diags), maxErrors)] {
		if d.Severity != hcl.DiagError || d.Subject == nil {
			continue
		}
		var before *hclsyntax.Block
		for _, b := range f.body.Blocks {
			if b.TypeRange.Start.Byte <= d.Subject.Start.Byte && (before == nil || before.TypeRange.Start.Byte < b.TypeRange.Start.Byte) {
				before = b
			}
		}
		if before != nil && before.Range().End.Byte <= d.Subject.Start.Byte {
			f.damage(src, before, 0)
		}
	}
}

// damage takes up that something may be missing from a block and the blocks within, as far as they reach beyond a
// place.
func (f *file) damage(src []byte, b *hclsyntax.Block, from int) {
	if b.Body == nil || b.Range().End.Byte <= from {
		return
	}
	f.damaged[b.Body] = true
	f.doubt(src, b.Body)
	for _, inner := range b.Body.Blocks {
		f.damage(src, inner, from)
	}
}

// doubt makes those arguments of a body unknown of whose expressions the parser has kept a part.
func (f *file) doubt(src []byte, body *hclsyntax.Body) {
	for _, a := range body.Attributes {
		at := a.Expr.Range()
		text := append(textOf(src, at), '\n') // which a heredoc ends with
		if _, diags := hclsyntax.ParseExpression(text, f.name, at.Start); diags.HasErrors() {
			a.Expr = unreadExpression(at)
		}
	}
}

// unreadExpression stands for an expression that could not be parsed.
func unreadExpression(at hcl.Range) hclsyntax.Expression {
	return &hclsyntax.ParenthesesExpr{Expression: &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: at}, SrcRange: at}
}

// textOf is a copy of the text at a range, as far as there is one.
func textOf(src []byte, at hcl.Range) []byte {
	end := min(max(at.End.Byte, 0), len(src))
	return append([]byte(nil), src[min(max(at.Start.Byte, 0), end):end]...)
}

// firstError is the offset of the first error that may hide something. Of an argument that is written twice the first
// stays, and nothing is lost.
func firstError(diags hcl.Diagnostics) (at int, ok bool) {
	at = math.MaxInt
	for _, d := range diags {
		if d.Severity == hcl.DiagError && d.Subject != nil && d.Summary != "Attribute redefined" {
			at, ok = min(at, d.Subject.Start.Byte), true
		}
	}
	return at, ok
}
