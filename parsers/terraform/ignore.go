package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/remarks"
)

// findIgnores finds the remarks in the comments of a file. Few files have any, so that only those are looked at which hold
// the word.
func (f *file) findIgnores(src []byte) {
	if !remarks.In(src) || f.body == nil {
		return
	}
	tokens, _ := hclsyntax.LexConfig(src, f.name, hcl.InitialPos)
	var outline remarks.Outline
	outlined := false
	code := codeBelow(tokens)
	behind := 0 // the line that the last token of code ends on
	for i, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			if t.Type != hclsyntax.TokenNewline {
				behind = t.Range.End.Line
			}
			continue
		}
		for _, r := range remarks.Find(string(t.Bytes)) {
			if !outlined {
				outlined = true
				outlineBody(&outline, f.body)
			}
			ignore := r.Ignore(stretchesOf(t.Range, string(t.Bytes)))
			switch {
			case ignore.File:
				ignore.Covers = wholeFile(f.name, src)
			case behind == t.Range.Start.Line:
				ignore.Covers = outline.Behind(ignore.Range)
			default:
				ignore.Covers = outline.Above(place(t.Range, nil), code[i])
			}
			f.ignores = append(f.ignores, ignore)
		}
	}
	f.bindIgnores()
}

// codeBelow gives for each comment the line of the code that it stands above, with nothing but comments between, or
// before on its line; 0 where there is none.
func codeBelow(tokens hclsyntax.Tokens) map[int]int {
	out := map[int]int{}
	line, top := 0, 0 // of the code, and of the uppermost comment above it
	for i := len(tokens) - 1; i >= 0; i-- {
		switch t := tokens[i]; t.Type {
		case hclsyntax.TokenNewline:
		case hclsyntax.TokenEOF:
			line = 0
		case hclsyntax.TokenComment:
			last := t.Range.End.Line
			if n := len(t.Bytes); n > 0 && t.Bytes[n-1] == '\n' {
				last--
			}
			if last < top-1 {
				line = 0
			}
			out[i], top = line, t.Range.Start.Line
		default:
			line, top = t.Range.Start.Line, t.Range.Start.Line
		}
	}
	return out
}

// outlineBody takes up the attributes and blocks of a body, and the elements of what is written there.
func outlineBody(o *remarks.Outline, body *hclsyntax.Body) {
	for _, a := range body.Attributes {
		o.Add(place(a.SrcRange, nil), true)
		outlineValue(o, a.Expr)
	}
	for _, b := range body.Blocks {
		o.Add(place(b.Range(), nil), false)
		if b.Body != nil {
			outlineBody(o, b.Body)
		}
	}
}

// outlineValue takes up the elements of literal lists and objects.
func outlineValue(o *remarks.Outline, e hclsyntax.Expression) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		outlineValue(o, e.Expression)
	case *hclsyntax.TupleConsExpr:
		for _, item := range e.Exprs {
			o.Add(place(item.Range(), nil), true)
			outlineValue(o, item)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			o.Add(place(hcl.RangeBetween(item.KeyExpr.Range(), item.ValueExpr.Range()), nil), true)
			outlineValue(o, item.ValueExpr)
		}
	case *hclsyntax.FunctionCallExpr:
		for _, arg := range e.Args {
			outlineValue(o, arg)
		}
	}
}

// stretchesOf gives the ranges of stretches of a text that stands at a place of a file.
func stretchesOf(at hcl.Range, text string) func(start, end int) graph.Range {
	pos := func(offset int) graph.Pos {
		return graph.Pos{Line: at.Start.Line + strings.Count(text[:offset], "\n"), Byte: at.Start.Byte + offset}
	}
	return func(start, end int) graph.Range {
		return graph.Range{File: at.Filename, Start: pos(start), End: pos(end)}
	}
}

func wholeFile(name string, src []byte) graph.Range {
	return graph.Range{File: name, Start: graph.Pos{Line: 1}, End: linesOf(src).pos(len(src))}
}

// bindIgnores finds the resource or the call that each remark is about or stands in.
func (f *file) bindIgnores() {
	if len(f.ignores) == 0 {
		return
	}
	slices.SortFunc(f.ignores, func(a, b graph.Ignore) int { return a.Range.Compare(b.Range) })
	var outline remarks.Outline
	kinds := map[graph.Range]string{}
	for _, b := range f.body.Blocks {
		at := place(b.Range(), f.known())
		outline.Add(at, true)
		kinds[at] = b.Type
	}
	for i := range f.ignores {
		ignore := &f.ignores[i]
		if ignore.File || !ignore.Covers.Known() {
			continue
		}
		switch at := outline.Around(ignore.Covers); kinds[at] {
		case "resource", "data", "module":
			ignore.Block = at
		}
	}
}

// known are the lines of a JSON file, by its name, whose own syntax does not count them.
func (f *file) known() map[string]*lines {
	if f.lines == nil {
		return nil
	}
	return map[string]*lines{f.name: f.lines}
}

// topRemarks takes up the remarks in the comments of a JSON file as a whole, which hcl leaves out of a body.
func (c converter) topRemarks(src []byte) {
	if !remarks.In(src) {
		return
	}
	src, start := jsonStart(src)
	e, _ := hcljson.ParseExpressionWithStartPos(src, c.file.name, start)
	if e == nil {
		return
	}
	members, _ := pairs(e)
	for _, p := range members {
		if keyText(p.Key) == "//" {
			c.remark(p.Value, graph.Range{}, true)
		}
	}
}

// remarks takes up the remarks among the members of an object.
func (c converter) remarks(members []hcl.KeyValuePair, at hcl.Range) {
	for _, p := range members {
		if keyText(p.Key) == "//" {
			c.remark(p.Value, place(at, c.lines), false)
		}
	}
}

// remark takes up the remarks in a comment of a JSON file: the texts under a key "//". at is the object that they stand
// in.
func (c converter) remark(e hcl.Expression, at graph.Range, top bool) {
	if list, diags := hcl.ExprList(e); !diags.HasErrors() {
		for _, item := range list {
			c.remark(item, at, top)
		}
		return
	}
	v, _ := e.Value(nil)
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String || !strings.Contains(v.AsString(), remarks.Mark) {
		return
	}
	// Without escapes, which need not be in a remark, a stretch of the text is one of the file; with them the whole text
	// is shown.
	text, whole := v.AsString(), place(e.Range(), c.lines)
	const quotes = 2
	plain := whole.End.Byte-whole.Start.Byte == len(text)+quotes
	for _, r := range remarks.Find(text) {
		ignore := r.Ignore(func(start, end int) graph.Range {
			if !plain {
				return whole
			}
			part := whole
			part.Start.Byte += 1 + start
			part.End.Byte = whole.Start.Byte + 1 + end
			return part
		})
		ignore.File = ignore.File || top
		ignore.Covers = at
		if ignore.File {
			ignore.Covers = graph.Range{File: c.file.name, Start: graph.Pos{Line: 1}, End: c.file.lines.pos(c.file.lines.size)}
		}
		c.file.ignores = append(c.file.ignores, ignore)
	}
}
