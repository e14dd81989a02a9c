package graph_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/archlint/archlint/parsers/graph"
)

var anyTri = rapid.SampledFrom([]graph.Tri{graph.Unknown, graph.False, graph.True})

func TestZeroTriIsUnknown(t *testing.T) {
	var zero graph.Tri
	if zero != graph.Unknown || zero.String() != "unknown" {
		t.Fatalf("the zero Tri is %v", zero)
	}
}

func TestTriIsKleenesLogic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyTri.Draw(t, "a"), anyTri.Draw(t, "b"), anyTri.Draw(t, "c")
		for name, equal := range map[string][2]graph.Tri{
			"double negation":   {a.Not().Not(), a},
			"De Morgan":         {a.And(b).Not(), a.Not().Or(b.Not())},
			"commutative and":   {a.And(b), b.And(a)},
			"commutative or":    {a.Or(b), b.Or(a)},
			"associative and":   {a.And(b).And(c), a.And(b.And(c))},
			"distributive":      {a.And(b.Or(c)), a.And(b).Or(a.And(c))},
			"All is And":        {graph.All(a, b, c), a.And(b, c)},
			"Any is Or":         {graph.Any(a, b, c), a.Or(b, c)},
			"False decides And": {a.And(graph.False), graph.False},
			"True decides Or":   {a.Or(graph.True), graph.True},
			"True is neutral":   {a.And(graph.True), a},
			"False is neutral":  {a.Or(graph.False), a},
		} {
			if equal[0] != equal[1] {
				t.Fatalf("%s: %v is not %v for %v, %v, %v", name, equal[0], equal[1], a, b, c)
			}
		}
	})
}

// An answer that is given with something unknown must stay whatever that turns out to be.
func TestAnswersNeverChangeWhenMoreIsKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyTri.Draw(t, "a"), anyTri.Draw(t, "b")
		learn := func(x graph.Tri, name string) graph.Tri {
			if x == graph.Unknown {
				return graph.Known(rapid.Bool().Draw(t, name))
			}
			return x
		}
		la, lb := learn(a, "a learnt"), learn(b, "b learnt")
		for name, pair := range map[string][2]graph.Tri{
			"and": {a.And(b), la.And(lb)},
			"or":  {a.Or(b), la.Or(lb)},
			"not": {a.Not(), la.Not()},
		} {
			if pair[0] != graph.Unknown && pair[0] != pair[1] {
				t.Fatalf("%s of %v and %v was %v, then %v", name, a, b, pair[0], pair[1])
			}
		}
	})
}
