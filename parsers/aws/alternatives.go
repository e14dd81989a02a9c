package aws

import "github.com/archlint/archlint/parsers/graph"

// An alternatives finds out whether there is any of things that are each there under a condition: always where one of
// them is in every case, though none may be in all.
type alternatives struct {
	any  graph.Tri
	when graph.Condition // where one is for certain; always known
}

func noAlternative() alternatives { return alternatives{graph.False, graph.Never} }

// add takes up what is there as certainly as is said, and where a condition is met, if that is known.
func (a *alternatives) add(certain graph.Tri, when graph.Condition) {
	a.any = a.any.Or(certain)
	if a.any != graph.Unknown || certain == graph.False {
		return
	}
	if w := a.when.Or(when); w.Known() { // else one alternative less is known
		a.when = w
	}
	if a.when.Tri() == graph.True {
		a.any = graph.True
	}
}
