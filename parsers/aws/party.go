package aws

import (
	"fmt"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// A party is what rules know compute by: the groups that it carries and the subnets of its addresses. Compute for which both are
// the same shares one, so that a rule is asked once for all of them.
type party struct {
	carried, placed Links
}

// partyOf is the party that compute is.
func partyOf(compute *graph.Resource) *party {
	type key struct{ compute *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() *party {
		own := party{SecurityGroupsOf(compute), placedIn(compute)}
		compute.Graph().TakeDoubts() // they are of this compute, and others may be the same party
		known := partiesOf(compute.Graph())
		end := known.step(known.step(-1, own.carried), own.placed)
		if known.at[end] == nil {
			known.at[end] = &own
		}
		return known.at[end]
	})
}

// parties are those of a graph, each at the end of the way that its links make one after the other.
type parties struct {
	ways map[linkStep]int
	at   map[int]*party
}

// A linkStep is one link, or one that it may be, after those before; or the end of them all, where to is nil.
type linkStep struct {
	before   int
	to       *graph.Resource
	exists   graph.Tri
	possible bool
	open     bool
}

func partiesOf(g *graph.Graph) *parties {
	type key struct{}
	return graph.Fact(g, key{}, func() *parties { return &parties{map[linkStep]int{}, map[int]*party{}} })
}

// step goes on from a place by some links, and tells where they end: in the same place for all links that lead alike.
func (p *parties) step(from int, links Links) int {
	next := func(s linkStep) {
		to, known := p.ways[s]
		if !known {
			to = len(p.ways)
			p.ways[s] = to
		}
		from = to
	}
	for _, l := range links.Items {
		next(linkStep{before: from, to: l.To, exists: l.Exists, open: l.Open})
		for _, candidate := range l.Candidates {
			next(linkStep{before: from, to: candidate, possible: true})
		}
	}
	next(linkStep{before: from, possible: true, open: links.Open})
	return from
}

// A doorway is a security group in one direction, on the ports of a store; the store itself where a rule of the group takes its
// port from a resource.
type doorway struct {
	group   *graph.Resource
	outward bool
	store   *graph.Resource
	ports   string
}

// rules are those of the group in the direction of the doorway.
func (d doorway) rules() IngressRules {
	if d.outward {
		rules, _ := egressOf(d.group)
		return rules
	}
	return IngressOf(d.group)
}

// portRules are the rules of a doorway that are for its ports, for certain or perhaps.
type portRules struct {
	items  []portRule
	ranges bool // one of them admits addresses, and not all there are
	many   bool // there are too many, and none is listed
}

type portRule struct {
	number int // among those of the group
	opens  graph.Tri
}

// letsThrough tells whether the rules in sight of a group let traffic through to a store on one of some ports: in from compute, or
// out to it. Rules are compared once with all compute that they know as one [party], and no more of them than a graph may cost.
func letsThrough(group *graph.Resource, outward bool, store *graph.Resource, ports []int, compute *graph.Resource) graph.Tri {
	g := group.Graph()
	d := doorway{group: group, outward: outward}
	if d.namesPorts() {
		d.store = store
	} else {
		d.ports = fmt.Sprint(ports)
	}
	open := graph.Fact(g, d, func() (out portRules) {
		for i, rule := range d.rules().Items {
			if opens := rule.opens(store, ports); opens != graph.False {
				out.items = append(out.items, portRule{i, opens})
				out.ranges = out.ranges || slices.ContainsFunc(rule.CIDRs, func(s Source) bool { return !s.Known || s.Prefix.Bits() > 0 })
			}
		}
		if !affords(g, len(out.items)) {
			return portRules{many: true}
		}
		return out
	})
	if open.many {
		doubtMany(group)
		return graph.Unknown
	}
	if len(open.items) == 0 {
		return graph.False
	}
	SecurityGroupsOf(compute) // for the doubts that it leaves
	if open.ranges {
		placedIn(compute)
	}
	type key struct {
		doorway
		by *party
	}
	by := partyOf(compute)
	return graph.Fact(g, key{d, by}, func() graph.Tri {
		if !affords(g, len(open.items)) {
			doubtMany(group)
			return graph.Unknown
		}
		out, rules := graph.False, d.rules().Items
		for _, r := range open.items {
			if out = out.Or(r.opens.And(rules[r.number].admits(group, by))); out == graph.True {
				break
			}
		}
		return out
	})
}

// namesPorts tells whether a rule of the doorway takes its port from a resource.
func (d doorway) namesPorts() bool {
	type key doorway
	return graph.Fact(d.group.Graph(), key(d), func() bool {
		for _, rule := range d.rules().Items {
			if len(rule.From.marks) > 0 {
				return true
			}
		}
		return false
	})
}

// mostCompared is how often rules are compared with who may pass, or with ports, in one graph: some seconds. Ten groups with a
// thousand rules each and four hundred parties are within it.
const mostCompared = 1 << 22

// affords takes a number of comparisons from those that a graph may cost, and tells whether there were so many left.
func affords(g *graph.Graph, n int) bool {
	type key struct{}
	left := graph.Fact(g, key{}, func() *int {
		left := mostCompared
		return &left
	})
	*left -= n
	return *left >= 0
}

// doubtMany leaves with the graph that rules of a group were not looked at.
func doubtMany(group *graph.Resource) {
	group.Graph().Doubt(graph.Doubt{Resource: group, Message: "whom " + group.Address + " admits is not known: there are too many rules, and too many resources that they may be for"})
}
