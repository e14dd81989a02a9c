package terraform

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// parseJSON parses a .tf.json file and turns it into the nodes that a .tf file would give, once, so that one evaluator
// serves both.
func (f *file) parseJSON(src []byte) {
	f.lines = linesOf(src)
	known := map[string]*lines{f.name: f.lines}
	body, diags := jsonBody(f.name, src)
	f.report(diags, known)
	if body == nil {
		return
	}
	c := converter{file: f, lines: known}
	f.body = c.top(body)
	c.topRemarks(src)
	f.bindIgnores()
}

// jsonBody parses JSON as an hcl body; a byte order mark counts in positions.
func jsonBody(name string, src []byte) (hcl.Attributes, hcl.Diagnostics) {
	src, start := jsonStart(src)
	file, diags := hcljson.ParseWithStartPos(src, name, start)
	if file == nil || diags.HasErrors() {
		return nil, diags
	}
	attributes, more := file.Body.JustAttributes()
	return attributes, append(diags, more...)
}

// jsonStart is a text without its byte order mark, and where it starts.
func jsonStart(src []byte) ([]byte, hcl.Pos) {
	start := hcl.InitialPos
	trimmed, ok := bytes.CutPrefix(src, byteOrderMark)
	if ok {
		start.Byte += len(byteOrderMark)
	}
	return trimmed, start
}

// A converter makes hclsyntax nodes of JSON.
type converter struct {
	file  *file
	lines map[string]*lines
}

// labelled are the blocks of the top level with the number of their labels.
var labelled = map[string]int{"resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "check": 1}

// innerBlocks are the names that stand for a block, with the number of its labels, wherever they are met in a resource:
// without the provider's schema JSON does not tell other blocks from attributes.
var innerBlocks = map[string]int{"dynamic": 1, "content": 0, "lifecycle": 0, "provisioner": 1, "connection": 0}

// top converts a file.
func (c converter) top(attributes hcl.Attributes) *hclsyntax.Body {
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for name, a := range attributes {
		if name == "//" {
			continue
		}
		c.blocks(out, name, a.NameRange, a.Expr, nil, labelled[name], name == "variable")
	}
	return out
}

// pairs are the members of a JSON object; ok is false for any other value.
func pairs(e hcl.Expression) (all []hcl.KeyValuePair, ok bool) {
	all, diags := hcl.ExprMap(e)
	return all, !diags.HasErrors()
}

// blocks adds the blocks of a type, descending through their labels; a list stands for several.
func (c converter) blocks(body *hclsyntax.Body, kind string, at hcl.Range, e hcl.Expression, names []hcl.KeyValuePair, labels int, literal bool) {
	if list, diags := hcl.ExprList(e); !diags.HasErrors() {
		for _, item := range list {
			c.blocks(body, kind, at, item, names, labels, literal)
		}
		return
	}
	members, ok := pairs(e)
	if !ok {
		return
	}
	if labels > 0 {
		for _, p := range members {
			c.blocks(body, kind, at, p.Value, append(names[:len(names):len(names)], p), labels-1, literal)
		}
		return
	}
	b := &hclsyntax.Block{Type: kind, TypeRange: at, OpenBraceRange: e.Range(), CloseBraceRange: lastByte(e.Range()), Body: c.body(members, literal)}
	for _, p := range names {
		b.Labels = append(b.Labels, keyText(p.Key))
		b.LabelRanges = append(b.LabelRanges, p.Key.Range())
	}
	if n := len(names); n > 0 { // the header is the innermost name
		b.TypeRange = names[n-1].Key.Range()
		for i := range b.LabelRanges {
			b.LabelRanges[i] = b.TypeRange
		}
	}
	b.Body.SrcRange = e.Range()
	c.remarks(members, b.Range())
	body.Blocks = append(body.Blocks, b)
}

func lastByte(r hcl.Range) hcl.Range {
	r.Start = r.End
	return r
}

// body converts the members of a block. Texts are templates, unless the block is of literals.
func (c converter) body(members []hcl.KeyValuePair, literal bool) *hclsyntax.Body {
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for _, p := range members {
		name := keyText(p.Key)
		labels, isBlock := innerBlocks[name]
		switch {
		case name == "//":
		case isBlock:
			c.blocks(out, name, p.Key.Range(), p.Value, nil, labels, false)
		default:
			out.Attributes[name] = &hclsyntax.Attribute{Name: name, NameRange: p.Key.Range(),
				SrcRange: hcl.RangeBetween(p.Key.Range(), p.Value.Range()), Expr: c.expression(p.Value, literal)}
		}
	}
	return out
}

func keyText(e hcl.Expression) string {
	v, _ := e.Value(nil)
	if v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
		return v.AsString()
	}
	return ""
}

// expression converts a value.
func (c converter) expression(e hcl.Expression, literal bool) hclsyntax.Expression {
	if list, diags := hcl.ExprList(e); !diags.HasErrors() {
		out := &hclsyntax.TupleConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		for _, item := range list {
			out.Exprs = append(out.Exprs, c.expression(item, literal))
		}
		return out
	}
	if members, ok := pairs(e); ok {
		out := &hclsyntax.ObjectConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		c.remarks(members, e.Range())
		for _, p := range members {
			out.Items = append(out.Items, hclsyntax.ObjectConsItem{KeyExpr: &hclsyntax.ObjectConsKeyExpr{Wrapped: c.scalar(p.Key, literal), ForceNonLiteral: true}, ValueExpr: c.expression(p.Value, literal)})
		}
		return out
	}
	return c.scalar(e, literal)
}

// scalar converts a text, number, bool or null. The range of what a text holds is that of the text: escapes may stand
// in it.
func (c converter) scalar(e hcl.Expression, literal bool) hclsyntax.Expression {
	v, _ := e.Value(nil)
	l := &hclsyntax.LiteralValueExpr{Val: v, SrcRange: e.Range()}
	if literal || v.Type() != cty.String || !v.IsKnown() || v.IsNull() || !bytes.ContainsAny([]byte(v.AsString()), "$%") {
		return l
	}
	text := []byte(v.AsString())
	if nestsTooDeeply(text, templateText) {
		c.file.fault(place(e.Range(), c.lines), "the brackets in this text are nested deeper than 1,000: it is not read")
		return unreadExpression(e.Range())
	}
	start := e.Range().Start
	start.Byte++
	start.Column++
	t, diags := hclsyntax.ParseTemplate(text, e.Range().Filename, start)
	if diags.HasErrors() {
		c.file.report(hcl.Diagnostics{{Severity: hcl.DiagError, Summary: diags[0].Summary, Detail: diags[0].Detail, Subject: e.Range().Ptr()}}, c.lines)
		return unreadExpression(e.Range())
	}
	return &hclsyntax.ParenthesesExpr{Expression: t, SrcRange: e.Range()}
}
