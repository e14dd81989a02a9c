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
// attribute of every resource but those of other units, which edges only lead to, and adds what stands where no value
// comes of it: in meta-arguments, and in branches that are not taken.
func Edges(g *graph.Graph) []graph.Edge {
	var out []graph.Edge
	for _, r := range g.Resources() {
		if r.Owner != "" { // its own unit tells of it
			continue
		}
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
						relations[key.Attribute] = e.relation // a path with a step into any entry has no place of its own
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
		addMentions(g, r, found)
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

// maxFan bounds the edges that one mention of all instances makes from all instances of a resource, where no value
// tells which leads to which.
const maxFan = 4096

// addMentions adds the references that stand in what was written of a resource and that no value carries.
func addMentions(g *graph.Graph, r *graph.Resource, found map[graph.Edge]bool) {
	type spot struct{ to, attribute string }
	carried := map[spot]bool{}   // by the values, at an attribute or below it
	carriedAt := map[spot]bool{} // at an attribute itself
	for e := range found {
		for _, to := range []string{e.To.Address, resourceOf(e.To.Address)} {
			carriedAt[spot{to, e.Attribute}] = true
			for a := e.Attribute; ; {
				carried[spot{to, a}] = true
				i := strings.LastIndexByte(a, '.')
				if i < 0 {
					break
				}
				a = a[:i]
			}
		}
	}
	isCarried := func(to, attribute string) bool {
		if carried[spot{to, attribute}] {
			return true
		}
		for i := len(attribute) - 1; i > 0; i-- {
			if attribute[i] == '.' && carriedAt[spot{to, attribute[:i]}] {
				return true
			}
		}
		return false
	}
	for _, m := range r.Mentions() {
		if isCarried(m.Ref.Address, m.Attribute) {
			continue
		}
		all := g.Targets(m.Ref)
		if len(all) > 1 {
			from := len(g.Targets(graph.Ref{Address: resourceOf(r.Address)}))
			all = all[:min(len(all), max(maxFan/max(from, 1), 1))]
		}
		for _, t := range all {
			if t == r {
				continue
			}
			key := graph.Edge{From: r, To: t, Relation: graph.References, Attribute: m.Attribute}
			found[key] = found[key] || !m.Ref.Possible && !t.Many() && r.Exists.And(t.Exists) == graph.True
		}
	}
}

// resourceOf is the address of a resource without the key of the instance.
func resourceOf(address string) string {
	base, _ := graph.WithoutKey(address)
	return base
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
			mentionsIn(e, itemAt(at, i), visit)
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
