package graph

import "slices"

// A Doubt says why something could not be told. Accessors record doubts as they meet the unknown; a verdict that ends
// Unknown gives them as its reasons.
type Doubt struct {
	Resource *Resource
	Message  string // "vpc_zone_identifier of aws_autoscaling_group.web is not known"
}

// fact is a derived fact with the doubts that were met while it was computed.
type fact[T any] struct {
	value  T
	busy   bool
	doubts []Doubt
}

// maxDoubts is how many doubts are kept between two calls of [Graph.TakeDoubts], and with each fact: people read the
// first few, and a fact about a whole graph may meet thousands.
const maxDoubts = 16

// Doubt records a reason for uncertainty, unless there are many already.
func (g *Graph) Doubt(d Doubt) {
	if len(g.doubts) < maxDoubts {
		g.doubts = append(g.doubts, d)
	}
}

// TakeDoubts gives the doubts recorded since the last call, in order, each once, and forgets them.
func (g *Graph) TakeDoubts() []Doubt {
	taken := g.doubts
	if len(taken) == 0 {
		return nil
	}
	g.doubts = nil
	out := taken[:0]
	for _, d := range taken {
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// Fact computes a derived fact of the graph once for each key and keeps it; asked again, it records the same doubts
// again. A fact that depends on itself is the zero value of its type there: Unknown for a Tri, an empty closed set for
// a [Set]. A key type private to each fact keeps facts apart.
func Fact[T any, K comparable](g *Graph, key K, compute func() T) T {
	known := factsOf[T, K](g)
	f := known[key]
	if f == nil {
		f = &fact[T]{busy: true}
		known[key] = f
		outer := g.doubts
		g.doubts = nil
		defer func() {
			if f.busy { // compute panicked: nothing was learnt
				delete(known, key)
			}
		}()
		f.value = compute()
		f.busy, f.doubts = false, g.doubts
		g.doubts = outer
	}
	if f.busy {
		var zero T
		return zero
	}
	for _, d := range f.doubts {
		g.Doubt(d)
	}
	return f.value
}

// factsOf are the facts of the graph whose keys are of one type: a table of their own, so that a key need not be put
// into an interface to be looked up.
func factsOf[T any, K comparable](g *Graph) map[K]*fact[T] {
	kind := any((*K)(nil))
	known, ok := g.facts[kind].(map[K]*fact[T])
	if !ok {
		known = map[K]*fact[T]{}
		g.facts[kind] = known
	}
	return known
}
