package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// maxPartial is the number of bytes that is kept of a text that is known in parts.
const maxPartial = 256 << 10

func (s scope) template(e *hclsyntax.TemplateExpr) cty.Value {
	if len(e.Parts) == 1 {
		if l, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr); ok {
			return l.Val
		}
	}
	values := make([]cty.Value, len(e.Parts))
	for i, p := range e.Parts {
		values[i] = s.eval(p)
	}
	return s.m.u.text(values)
}

// templateJoin is the text of a %{for} directive.
func (s scope) templateJoin(e *hclsyntax.TemplateJoinExpr) cty.Value {
	v := s.eval(e.Tuple)
	plain, marks := v.Unmark()
	if !plain.IsKnown() || plain.IsNull() || !isSequence(plain.Type()) {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(without(marks, isUnsettled)))
	}
	parts := elements(plain)
	values := make([]cty.Value, len(parts))
	for i, p := range parts {
		values[i] = p.value
	}
	t := s.m.u.text(values)
	if _, ok := unsettled(marks); ok {
		u, tm := t.Unmark()
		t = cty.UnknownVal(u.Type()).WithMarks(tm)
	}
	return t.WithMarks(without(marks, isUnsettled))
}

// text joins the parts of a text. Where some are unknown so is the text, but the others are kept beside it.
func (u *unit) text(parts []cty.Value) cty.Value {
	marks := cty.ValueMarks{}
	var whole strings.Builder
	known, open := true, false
	for _, v := range parts {
		plain, ms := v.Unmark()
		u.steps += len(ms)
		for m := range graph.WithoutPartial(ms) {
			marks[m] = struct{}{}
		}
		if plain.IsNull() {
			return u.fail(parts...)
		}
		c, err := convertTo(plain, cty.String)
		if err != nil {
			return u.fail(parts...)
		}
		if c.IsKnown() {
			whole.WriteString(c.AsString())
			open = open || c.AsString() != ""
		} else {
			t, _ := graph.Text(c.WithMarks(ms))
			whole.WriteString(t)
			open = open || t != graph.Hole
			known = false
		}
		if whole.Len() > maxText {
			return u.fail(parts...)
		}
	}
	if u.steps += whole.Len() / textStep; u.steps > u.budget { // told of at the next expression
		return u.fail(parts...)
	}
	marks = graph.Compress(marks)
	if known {
		return cty.StringVal(whole.String()).WithMarks(marks)
	}
	if !open {
		return cty.UnknownVal(cty.String).RefineNotNull().WithMarks(marks)
	}
	return partly(whole.String()).WithMarks(marks)
}

// partly is an unknown text of which parts are known. A text that does not fit ends in a hole.
func partly(text string) cty.Value {
	v := someText()
	const long = 128 // cty keeps short prefixes only
	if prefix, _, _ := strings.Cut(text, graph.Hole); prefix != "" && len(prefix) < long {
		v = v.Refine().StringPrefix(prefix).NewValue()
	}
	return v.Mark(partial(text))
}

// about is an unknown text of which is known what it says, and not in what form.
func about(text string) cty.Value { return someText().Mark(partial(text)) }

// partial is the mark of a text, or of the beginning of a long one.
func partial(text string) graph.Partial {
	if len(text) > maxPartial {
		text = strings.ToValidUTF8(text[:maxPartial-len(graph.Hole)], "") + graph.Hole
	}
	return graph.Partial{Text: text}
}
