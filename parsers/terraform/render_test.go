package terraform

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// render writes a value with all its marks for the tables in testdata: known values as in Terraform, unknown ones as
// "?" with the bounds of a list's length ("?1..2"), then the marks in angle brackets: references ("a.b.id", with a
// question mark where only possible), "default", "~source" of a symbol, and the text of a partial string in quotes
// with "…" for its holes.
func render(v cty.Value) string {
	u, marks := v.Unmark()
	out := renderPlain(u)
	var names []string
	for m := range marks {
		names = append(names, renderMark(m))
	}
	if len(names) > 0 {
		slices.Sort(names)
		out += " <" + strings.Join(names, ", ") + ">"
	}
	return out
}

func renderMark(m any) string {
	switch m := m.(type) {
	case graph.Ref:
		name := m.Address
		if m.Attribute != "" {
			name += "." + m.Attribute
		}
		if m.Possible {
			name += "?"
		}
		return name
	case graph.Default:
		return "default"
	case graph.Symbol:
		return "~" + m.Source
	case graph.Partial:
		return strconv.Quote(strings.ReplaceAll(m.Text, graph.Hole, "…"))
	}
	return fmt.Sprintf("%T", m)
}

func renderPlain(v cty.Value) string {
	t := v.Type()
	switch {
	case !v.IsKnown():
		if t.IsCollectionType() {
			low, high := lengths(v)
			if high >= 0 {
				return fmt.Sprintf("?%d..%d", low, high)
			}
			if low > 0 {
				return fmt.Sprintf("?%d..", low)
			}
		}
		return "?"
	case v.IsNull():
		return "null"
	case t == cty.String:
		return strconv.Quote(v.AsString())
	case t == cty.Number:
		return v.AsBigFloat().Text('g', -1)
	case t == cty.Bool:
		return strconv.FormatBool(v.True())
	}
	var parts []string
	for _, e := range elements(v) {
		if isMapping(t) {
			parts = append(parts, e.key.AsString()+" = "+render(e.value))
		} else {
			parts = append(parts, render(e.value))
		}
	}
	if isMapping(t) {
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
