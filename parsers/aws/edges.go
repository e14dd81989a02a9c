package aws

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Edges gives every reference between the resources of a graph as an edge, ordered by both ends and the attribute:
// those that the vocabulary knows carry their relation, all others are [graph.References]. It evaluates every
// attribute of every resource.
func Edges(g *graph.Graph) []graph.Edge {
	var out []graph.Edge
	for _, r := range g.Resources {
		found := map[graph.Edge]bool{} // with Certain unset: whether the edge is certain
		relations := map[string]graph.Relation{}
		for _, k := range byTypes[r.Language][r.Type] {
			if r.Mode != graph.Managed || k.Includes(r) == graph.False {
				continue
			}
			for _, e := range k.edges {
				for _, p := range e.paths[r.Language] {
					relations[plainPath(p)] = e.relation
				}
				for _, l := range e.Of(r).Items {
					for _, c := range l.Candidates {
						key := graph.Edge{From: r, To: c, Relation: e.relation, Attribute: attributeOf(l.Place.Path)}
						found[key] = found[key] || l.To == c && l.Exists.And(r.Exists, c.Exists) == graph.True
					}
				}
			}
		}
		for _, name := range r.Source.Attributes() {
			mentionsIn(r.Attribute(name), cty.GetAttrPath(name), func(ref graph.Ref, at cty.Path) {
				attribute := attributeOf(at)
				for _, t := range g.Targets(ref) {
					if t == r {
						continue
					}
					key := graph.Edge{From: r, To: t, Relation: graph.References, Attribute: attribute}
					if relation, known := relations[attribute]; known {
						key.Relation = relation
						if _, same := found[key]; same {
							continue
						}
						key.Relation = graph.References
					}
					found[key] = found[key] || !ref.Possible && !t.Many() && r.Exists.And(t.Exists) == graph.True
				}
			})
		}
		for e, certain := range found {
			e.Certain = certain
			out = append(out, e)
		}
	}
	g.TakeDoubts()
	slices.SortFunc(out, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.From.Address, b.From.Address), cmp.Compare(a.To.Address, b.To.Address), cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Relation, b.Relation))
	})
	return out
}

// mentionsIn visits every reference in a value with the path where it stands.
func mentionsIn(v cty.Value, at cty.Path, visit func(graph.Ref, cty.Path)) {
	u, marks := v.Unmark()
	for m := range marks {
		if ref, ok := m.(graph.Ref); ok {
			visit(ref, at)
		}
	}
	if !u.IsKnown() || u.IsNull() || !u.ContainsMarked() {
		return
	}
	t := u.Type()
	switch {
	case t.IsObjectType() || t.IsMapType():
		for it := u.ElementIterator(); it.Next(); {
			k, e := it.Element()
			name, _ := textOf(k)
			mentionsIn(e, at.GetAttr(name), visit)
		}
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			mentionsIn(e, at.IndexInt(i), visit)
		}
	}
}

// attributeOf is a place's path without indices: "launch_template.id".
func attributeOf(at cty.Path) string {
	var names []string
	for _, s := range at {
		if a, ok := s.(cty.GetAttrStep); ok {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ".")
}

func plainPath(p path) string {
	names := make([]string, len(p))
	for i, s := range p {
		names[i] = s.name
	}
	return strings.Join(names, ".")
}
