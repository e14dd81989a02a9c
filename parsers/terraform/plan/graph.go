package plan

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Graph makes a graph of the plan alone. Its resources have addresses in place of lines.
func (p *Plan) Graph() *graph.Graph {
	var resources []*graph.Resource
	for _, in := range p.Instances {
		at := p.at(written(in.Address))
		resources = append(resources, &graph.Resource{Address: in.Address, Type: in.Type, Name: in.Name, Mode: in.Mode, Language: graph.Terraform,
			Provider: in.Provider, Exists: graph.True, Range: at, Header: at, Source: alone{in}})
	}
	var gaps []graph.Gap
	if p.partial != "" {
		gaps = append(gaps, graph.Gap{Range: graph.Range{File: p.Name}, Message: "the plan is not of everything: " + p.partial})
	}
	g := graph.New(p.Name, graph.Terraform, resources, gaps)
	for _, gap := range gaps {
		g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: gap.Range, Message: gap.Message + "; what it leaves out is not known"})
	}
	if p.config == nil && len(p.Instances) > 0 {
		g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: p.Name},
			Message: "the plan does not say how its resources are written (configuration), so that references between new ones are not known"})
	}
	return g
}

// at is the place of an address in the plan.
func (p *Plan) at(address string) graph.Range { return graph.Range{File: p.Name, Address: address} }

// alone is the source of a resource of which there is nothing but the plan.
type alone struct{ in *Instance }

// Attributes implements [graph.Source].
func (a alone) Attributes() []string {
	var out []string
	for _, n := range a.in.Names() {
		if !isNullMarked(a.in.Attribute(n)) {
			out = append(out, n)
		}
	}
	return out
}

func isNullMarked(v cty.Value) bool {
	u, _ := v.Unmark()
	return u.IsNull()
}

// Attribute implements [graph.Source].
func (a alone) Attribute(name string) cty.Value { return a.in.Attribute(name) }

// Locate implements [graph.Source]: it names the attribute, without the indices of blocks and items.
func (a alone) Locate(path cty.Path) graph.Range {
	if len(path) == 0 || isNullMarked(a.in.Attribute(nameOf(path[0]))) {
		return graph.Range{}
	}
	names := []string{written(a.in.Address)}
	for _, s := range path {
		if n := nameOf(s); n != "" {
			names = append(names, n)
		}
	}
	return a.in.plan.at(strings.Join(names, "."))
}

// nameOf is the name that a step of a path asks for, "" where it asks for an index.
func nameOf(s cty.PathStep) string {
	if a, ok := s.(cty.GetAttrStep); ok {
		return a.Name
	}
	return ""
}

// Trace implements [graph.Source]: a plan does not tell the way of a value.
func (a alone) Trace(cty.Path) []graph.Step { return nil }

// Ignored implements [graph.Source]: a plan does not tell.
func (a alone) Ignored(string) graph.Tri { return graph.Unknown }

// Mentions implements [graph.Source].
func (a alone) Mentions() []graph.Mention { return a.in.Mentions() }
