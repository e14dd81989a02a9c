package plan

import "github.com/archlint/archlint/parsers/graph"

// Mentions are the references that the plan's configuration lists for the resource. What stands behind an input or an
// output, or is one of several, is possible.
func (in *Instance) Mentions() []graph.Mention {
	if in.config == nil {
		return nil
	}
	found := graph.Mentions{}
	note := func(attribute string, expr any) {
		from := in.plan.resolve(expr, in.place(), 0)
		_, certain := from.only()
		for _, s := range from.all {
			found.Add(graph.Mention{Attribute: attribute, Ref: s.ref(!certain || from.behind)})
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
	return found.List()
}
