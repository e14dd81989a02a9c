package plan

import (
	"cmp"
	"maps"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// Mentions are the references that the plan's configuration lists for the resource. What stands behind an input or an
// output, or is one of several, is possible.
func (in *Instance) Mentions() []graph.Mention {
	if in.config == nil {
		return nil
	}
	found := map[graph.Mention]bool{} // with Possible unset: whether it is certain
	note := func(attribute string, expr any) {
		from := in.plan.resolve(expr, in.place(), 0)
		_, certain := from.only()
		for _, s := range from.all {
			key := graph.Mention{Attribute: attribute, Ref: graph.Ref{Address: s.in.Address, Attribute: cmp.Or(s.attribute, "id")}}
			found[key] = found[key] || certain
		}
	}
	for _, name := range sortedKeys(in.config.Expressions) {
		note(name, in.config.Expressions[name])
	}
	note("count", in.config.Count)
	note("for_each", in.config.ForEach)
	for _, address := range in.config.DependsOn {
		note("depends_on", map[string]any{"references": []any{address}})
	}
	var out []graph.Mention
	for m := range maps.Keys(found) {
		certain := found[m]
		m.Ref.Possible = !certain
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b graph.Mention) int {
		return cmp.Or(cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Ref.Address, b.Ref.Address), cmp.Compare(a.Ref.Attribute, b.Ref.Attribute))
	})
	return out
}
