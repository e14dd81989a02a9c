package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Chart is the resource graph of all units, as it is shown: plain values that outlive the graphs they come from.
type Chart struct {
	Version   int     `json:"version"`
	Resources []Node  `json:"resources"`
	Edges     []Arrow `json:"edges"`
	Gaps      []Hole  `json:"gaps"`

	values int // how many there are in all resources
}

// mostValues is how many values a chart has: some tens of megabytes of JSON. The resources of the largest repositories have a
// tenth of that.
const mostValues = 1 << 20

// A Node is one resource, data source or unread module.
type Node struct {
	Address  string         `json:"address"`
	Type     string         `json:"type"`
	Kind     string         `json:"kind"` // "" where the vocabulary has none
	Language string         `json:"language"`
	Unit     string         `json:"unit"`
	File     string         `json:"file"`
	Line     int            `json:"line"`
	EndLine  int            `json:"endLine"`
	Mode     string         `json:"mode"`
	Exists   string         `json:"exists"` // "true" or "unknown"
	Values   map[string]any `json:"values"`
	Unknown  []string       `json:"unknown"` // paths of the values that are null because they are not known
}

// An Arrow is an edge. Addresses are unique within a unit only.
type Arrow struct {
	From      string `json:"from"`
	To        string `json:"to"`
	Relation  string `json:"relation"`
	Attribute string `json:"attribute"`
	Certain   bool   `json:"certain"`
	Unit      string `json:"unit"`
}

// A Hole is a gap of the graph.
type Hole struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Message string `json:"message"`
	Unit    string `json:"unit"`

	full bool // it tells that values are left out
}

// NewChart makes an empty chart.
func NewChart() *Chart {
	return &Chart{Version: jsonVersion, Resources: []Node{}, Edges: []Arrow{}, Gaps: []Hole{}}
}

// Add takes over a graph with its edges; kind names the kind of a resource. It evaluates every attribute. Of the
// resources of other units it takes those that an edge leads to.
func (c *Chart) Add(g *graph.Graph, edges []graph.Edge, kind func(*graph.Resource) string) {
	reached := map[*graph.Resource]bool{}
	for _, e := range edges {
		reached[e.To] = true
	}
	for _, r := range g.Resources() {
		if r.Owner != "" && !reached[r] {
			continue
		}
		n := Node{Address: r.Address, Type: r.Type, Kind: kind(r), Language: r.Language.String(), Unit: g.Title(), File: r.Range.File,
			Line: r.Range.Start.Line, EndLine: r.Range.End.Line, Mode: r.Mode.String(), Exists: r.Exists.String(),
			Values: map[string]any{}, Unknown: []string{}}
		v := valuer{unknown: &n.Unknown}
		for _, name := range r.Source.Attributes() {
			if c.values > mostValues {
				c.leaveOut(g, r)
				break
			}
			n.Values[name] = v.plain(r.Attribute(name), name)
			c.values, v.count = c.values+v.count, 0
		}
		c.Resources = append(c.Resources, n)
	}
	for _, e := range edges {
		c.Edges = append(c.Edges, Arrow{From: e.From.Address, To: e.To.Address, Relation: string(e.Relation), Attribute: e.Attribute,
			Certain: e.Certain, Unit: g.Title()})
	}
	for _, gap := range g.Gaps {
		c.Gaps = append(c.Gaps, Hole{File: gap.Range.File, Line: gap.Range.Start.Line, Message: gap.Message, Unit: g.Title()})
	}
}

// leaveOut tells, of the first resource of each graph, that values are left out, once.
func (c *Chart) leaveOut(g *graph.Graph, r *graph.Resource) {
	message := fmt.Sprintf("there are more than %d values: those of %s and of what comes after it are left out; show the graph of fewer paths", mostValues, r.Address)
	if n := len(c.Gaps); n > 0 && c.Gaps[n-1].full && c.Gaps[n-1].Unit == g.Title() {
		return
	}
	c.Gaps = append(c.Gaps, Hole{File: r.Range.File, Line: r.Range.Start.Line, Message: message, Unit: g.Title(), full: true})
}

// Sort orders the chart, so that it is the same in every run.
func (c *Chart) Sort() {
	slices.SortStableFunc(c.Resources, func(a, b Node) int {
		return cmp.Or(strings.Compare(a.Unit, b.Unit), strings.Compare(a.Language, b.Language), strings.Compare(a.Address, b.Address))
	})
	slices.SortStableFunc(c.Edges, func(a, b Arrow) int {
		return cmp.Or(strings.Compare(a.Unit, b.Unit), strings.Compare(a.From, b.From), strings.Compare(a.Attribute, b.Attribute),
			strings.Compare(a.To, b.To), strings.Compare(a.Relation, b.Relation))
	})
	slices.SortStableFunc(c.Gaps, func(a, b Hole) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Unit, b.Unit), strings.Compare(a.Message, b.Message))
	})
}

// JSON writes the chart in the shape that its version names.
func (c *Chart) JSON(w io.Writer) error { return WriteJSON(w, c) }
