package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A nodeKey names a node among all units.
type nodeKey struct{ unit, address string }

// numbers gives every resource of the chart a short name: n0, n1 and so on.
func (c *Chart) numbers() map[nodeKey]string {
	out := make(map[nodeKey]string, len(c.Resources))
	for i, n := range c.Resources {
		out[nodeKey{n.Unit, n.Address}] = fmt.Sprintf("n%d", i)
	}
	return out
}

// units are the units of the chart, in its order.
func (c *Chart) units() []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range c.Resources {
		if !seen[n.Unit] {
			seen[n.Unit] = true
			out = append(out, n.Unit)
		}
	}
	return out
}

// DOT writes the chart for Graphviz: a cluster for each unit; dashed is what is not certain.
func (c *Chart) DOT(w io.Writer) error {
	out := bufio.NewWriter(w)
	line := func(format string, args ...any) { _, _ = fmt.Fprintf(out, format+"\n", args...) }
	line("digraph archlint {")
	line("  rankdir=LR;")
	line("  node [shape=box, fontname=\"sans-serif\", fontsize=10];")
	line("  edge [fontname=\"sans-serif\", fontsize=9];")
	names := c.numbers()
	for i, unit := range c.units() {
		line("  subgraph cluster_%d {", i)
		line("    label=%s;", dotQuote(unit))
		for _, n := range c.Resources {
			if n.Unit != unit {
				continue
			}
			style := ""
			if n.Exists != "true" || n.Mode == graph.Module.String() {
				style = ", style=dashed"
			}
			line("    %s [label=%s%s];", names[nodeKey{n.Unit, n.Address}], dotQuote(n.Address), style)
		}
		line("  }")
	}
	for _, a := range c.arrows() {
		style := ""
		if !a.Certain {
			style = ", style=dashed"
		}
		line("  %s -> %s [label=%s%s];", names[nodeKey{a.Unit, a.From}], names[nodeKey{a.Unit, a.To}], dotQuote(label(a)), style)
	}
	line("}")
	return out.Flush()
}

// Mermaid writes the chart as a flowchart, such as GitHub draws in Markdown; dotted is what is not certain.
func (c *Chart) Mermaid(w io.Writer) error {
	out := bufio.NewWriter(w)
	line := func(format string, args ...any) { _, _ = fmt.Fprintf(out, format+"\n", args...) }
	line("flowchart LR")
	names := c.numbers()
	for i, unit := range c.units() {
		line("  subgraph u%d[%s]", i, mermaidQuote(unit))
		for _, n := range c.Resources {
			if n.Unit == unit {
				line("    %s[%s]", names[nodeKey{n.Unit, n.Address}], mermaidQuote(n.Address))
			}
		}
		line("  end")
	}
	for _, a := range c.arrows() {
		arrow := "-->"
		if !a.Certain {
			arrow = "-.->"
		}
		text := ""
		if l := label(a); l != "" {
			text = "|" + mermaidQuote(l) + "|"
		}
		line("  %s %s%s %s", names[nodeKey{a.Unit, a.From}], arrow, text, names[nodeKey{a.Unit, a.To}])
	}
	return out.Flush()
}

// arrows are the edges that a drawing shows: each once, and a mere reference only where nothing else leads from one
// end to the other.
func (c *Chart) arrows() []Arrow {
	type ends struct{ unit, from, to string }
	meant := map[ends]bool{}
	for _, a := range c.Edges {
		if label(a) != "" {
			meant[ends{a.Unit, a.From, a.To}] = true
		}
	}
	var out []Arrow
	drawn := map[Arrow]bool{}
	for _, a := range c.Edges {
		if label(a) == "" && meant[ends{a.Unit, a.From, a.To}] {
			continue
		}
		a.Attribute = "" // two attributes that mean the same are one arrow
		if !drawn[a] {
			drawn[a] = true
			out = append(out, a)
		}
	}
	return out
}

// label is what is written on an arrow: its relation, if it has a meaning.
func label(a Arrow) string {
	if a.Relation == string(graph.References) {
		return ""
	}
	return strings.ReplaceAll(a.Relation, "-", " ")
}

func dotQuote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(plain(text)) + `"`
}

func mermaidQuote(text string) string {
	return `"` + strings.NewReplacer(`#`, `#35;`, `"`, `#quot;`, `<`, `#lt;`, `>`, `#gt;`).Replace(plain(text)) + `"`
}
