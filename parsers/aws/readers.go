package aws

import (
	"iter"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// carriers tells which tiers carry which security group, and whose settings name which resource.
type carriers struct {
	byGroup map[*graph.Resource][]*graph.Resource
	byName  map[*graph.Resource][]*graph.Resource
	unclear graph.Tri // Unknown where the groups or settings of a fleet are not all known, else False
}

func carriersOf(g *graph.Graph) carriers {
	type key struct{}
	return graph.Fact(g, key{}, func() carriers {
		c := carriers{byGroup: map[*graph.Resource][]*graph.Resource{}, byName: map[*graph.Resource][]*graph.Resource{}, unclear: graph.False}
		for _, tier := range Tiers(g) {
			groups := SecurityGroupsOf(tier)
			unclear := groups.Open
			for _, l := range groups.Items {
				for _, candidate := range l.Candidates {
					c.byGroup[candidate] = append(c.byGroup[candidate], tier)
				}
				unclear = unclear || l.To == nil
			}
			s := settingsOf(tier)
			for _, set := range []map[*graph.Resource]bool{s.certain, s.possible} {
				for r := range set {
					c.byName[r] = append(c.byName[r], tier)
				}
			}
			if unclear || s.open {
				c.unclear = c.unclear.Or(FleetTier(tier).And(graph.Unknown))
			}
		}
		g.TakeDoubts()
		return c
	})
}

// Readers are the tiers that reach a store which listens on the network.
type Readers struct {
	// Open is Unknown where a fleet that is not among them may reach the store, too, else False.
	Open  graph.Tri
	store *graph.Resource
	near  []*graph.Resource // those that a rule of the store names, or whose settings name the store
	wide  bool              // a rule admits addresses: any tier may be among them
}

// ReadersOf finds who reaches a store. It looks from the store's side, at the tiers that its rules admit and those
// whose settings name it, so that the cost grows with the answers and not with the number of tiers.
func ReadersOf(store *graph.Resource) Readers {
	g := store.Graph()
	c := carriersOf(g)
	out := Readers{Open: c.unclear, store: store}
	seen := map[*graph.Resource]bool{}
	add := func(tiers []*graph.Resource) {
		for _, t := range tiers {
			if !seen[t] {
				seen[t] = true
				out.near = append(out.near, t)
			}
		}
	}
	add(c.byName[store])
	ports := portsOf(store)
	guards := SecurityGroupsOf(store)
	open := ports == nil || guards.Open
	for _, guard := range guards.Items {
		if guard.To == nil {
			open = true
			continue
		}
		rules := IngressOf(guard.To)
		open = open || rules.Open
		for _, rule := range rules.Items {
			if rule.opens(store, ports) == graph.False {
				continue
			}
			out.wide = out.wide || len(rule.CIDRs) > 0
			open = open || rule.Prefixes != graph.False || rule.Groups.Open
			for _, from := range rule.Groups.Items {
				open = open || from.To == nil
				add(c.byGroup[from.To])
			}
			if rule.Self != graph.False {
				add(c.byGroup[guard.To])
			}
		}
	}
	if open {
		out.Open = out.Open.Or(anyFleet(g).And(graph.Unknown))
	}
	sortByAddress(out.near)
	return out
}

// anyFleet tells whether the graph has a fleet that serves requests.
func anyFleet(g *graph.Graph) graph.Tri {
	type key struct{}
	return graph.Fact(g, key{}, func() graph.Tri {
		out := graph.False
		for _, t := range Tiers(g) {
			if out = out.Or(FleetTier(t)); out == graph.True {
				break
			}
		}
		return out
	})
}

// All yields the tiers that reach the store, each with how certain that is (True or Unknown). Those that a rule or their
// settings single out come first, by address: of the others it is only known that nothing keeps them away.
func (r Readers) All() iter.Seq2[*graph.Resource, graph.Tri] {
	return r.those(func(*graph.Resource) graph.Tri { return graph.True })
}

// those are the readers that are of a sort.
func (r Readers) those(is func(tier *graph.Resource) graph.Tri) iter.Seq2[*graph.Resource, graph.Tri] {
	return func(yield func(*graph.Resource, graph.Tri) bool) {
		ask := func(t *graph.Resource, comparisons int) bool {
			reached := is(t)
			switch {
			case reached == graph.False:
			case affords(t.Graph(), comparisons):
				reached = reached.And(r.reachedBy(t))
			default:
				r.store.Graph().Doubt(graph.Doubt{Resource: r.store, Message: "there is too much that " + r.store.Address + " may let in to tell all of it"})
				reached = reached.And(graph.Unknown)
			}
			return reached == graph.False || yield(t, reached)
		}
		near := map[*graph.Resource]bool{}
		for _, t := range r.near {
			near[t] = true
			if !ask(t, 0) {
				return
			}
		}
		if !r.wide {
			return
		}
		const each = 4 // what it takes to look at one of very many, in comparisons of rules
		for _, t := range Tiers(r.store.Graph()) {
			if !near[t] && !ask(t, each) {
				return
			}
		}
	}
}

// Fleets yields the tiers among them that are fleets, each with how certain both are (True or Unknown), in the same order.
func (r Readers) Fleets() iter.Seq2[*graph.Resource, graph.Tri] {
	return r.those(FleetTier)
}

func (r Readers) reachedBy(tier *graph.Resource) graph.Tri {
	return Reaches(tier, r.store).And(tier.Exists, r.store.Exists)
}

// A StoreSet is a sort of stores that a tier may keep things in.
type StoreSet uint8

// The sorts of stores.
const (
	CacheStores   StoreSet = iota // in-memory stores
	SessionStores                 // those that may hold the sessions of a web tier: caches and tables
	SharedFiles                   // those in which several instances can keep the same files
)

// storeIndex tells which stores of a sort the tiers of a graph reach.
type storeIndex struct {
	is      map[*graph.Resource]bool
	granted []*graph.Resource // those that are reached by permission
	readers map[*graph.Resource][]reached
	open    graph.Tri // Unknown where a store may be reached by any tier
}

type reached struct {
	store   *graph.Resource
	certain graph.Tri
}

func indexOf(g *graph.Graph, set StoreSet) storeIndex {
	type key struct{ set StoreSet }
	return graph.Fact(g, key{set}, func() storeIndex {
		x := storeIndex{is: map[*graph.Resource]bool{}, readers: map[*graph.Resource][]reached{}, open: graph.False}
		for _, s := range storesOf(g, set) {
			x.is[s] = true
			if byGrant(s) != "" {
				x.granted = append(x.granted, s)
				continue
			}
			if FileSystem.Includes(s) == graph.True {
				continue // reached through its mount targets, or by name
			}
			readers := ReadersOf(s)
			x.open = x.open.Or(readers.Open)
			for tier, certain := range readers.All() {
				x.readers[tier] = append(x.readers[tier], reached{s, certain})
			}
		}
		g.TakeDoubts()
		return x
	})
}

// ReachesAny tells whether compute reaches a store of a sort, and which: the first by address where it is True. It is
// Unknown, too, where the settings of the compute speak of such a store that is out of sight.
func ReachesAny(compute *graph.Resource, set StoreSet) (graph.Tri, *graph.Resource) {
	type key struct {
		compute *graph.Resource
		set     StoreSet
	}
	r := graph.Fact(compute.Graph(), key{compute, set}, func() reached {
		certain, store := reachesAny(compute, set)
		return reached{store, certain}
	})
	return r.certain, r.store
}

func reachesAny(compute *graph.Resource, set StoreSet) (graph.Tri, *graph.Resource) {
	x := indexOf(compute.Graph(), set)
	own := settingsOf(compute)
	out := x.open.Or(own.speakOf(set), admittedElsewhere(compute, set))
	if set == SharedFiles {
		out = out.Or(mountsShared(compute))
	}
	var found []*graph.Resource
	for _, r := range x.readers[compute] {
		out = out.Or(r.certain)
		if r.certain == graph.True {
			found = append(found, r.store)
		}
	}
	for r := range own.certain {
		if x.is[r] && r.Exists == graph.True {
			out = graph.True
			found = append(found, r)
		}
	}
	if len(found) > 0 {
		sortByAddress(found)
		return graph.True, found[0]
	}
	for r := range own.possible {
		if x.is[r] {
			out = out.Or(graph.Unknown)
		}
	}
	roles, open := rolesOf(compute)
	if open && len(x.granted) > 0 {
		out = out.Or(graph.Unknown)
	}
	for _, role := range roles {
		granted := roleReaches(role, set)
		if granted.certain == graph.True {
			return graph.True, granted.store
		}
		out = out.Or(granted.certain)
	}
	if out == graph.Unknown {
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "what " + compute.Address + " reaches is not known"})
	}
	return out, nil
}

// roleReaches tells whether a role may write a store of a sort, and the first by kind and address that it may.
func roleReaches(role *graph.Resource, set StoreSet) reached {
	type key struct {
		role *graph.Resource
		set  StoreSet
	}
	return graph.Fact(role.Graph(), key{role, set}, func() reached {
		out := reached{certain: graph.False}
		for _, s := range indexOf(role.Graph(), set).granted {
			may := s.Exists.And(roleMay(role, s, permission{byGrant(s), writes}))
			if may == graph.True {
				return reached{s, may}
			}
			out.certain = out.certain.Or(may)
		}
		return out
	})
}

// storePorts are the ports of the network stores of a sort.
var storePorts = [...][]int{
	CacheStores:   {6379, 6380, 11211, 11212},
	SessionStores: {6379, 6380, 11211, 11212},
	SharedFiles:   {445, 988, 2049},
}

// admittedElsewhere tells whether a security group of the compute may be let in by a group that is out of sight, on a
// port of a sort of stores: it is handed to a module that could not be read, or a rule admits it to a group that is
// not in the graph. It is Unknown or False.
func admittedElsewhere(compute *graph.Resource, set StoreSet) graph.Tri {
	g := compute.Graph()
	type key struct{ set StoreSet }
	elsewhere := graph.Fact(g, key{set}, func() map[*graph.Resource]bool {
		out := map[*graph.Resource]bool{}
		note := func(group, admits Links, low, high Value[int], protocol Value[string]) {
			rule := Ingress{Protocol: protocol, From: low, To: high}
			if group.Any() == graph.False || rule.anyPort(storePorts[set]) == graph.False {
				return
			}
			for _, l := range group.Items {
				if l.To != nil && l.To.Mode == graph.Managed {
					return
				}
			}
			for from := range admits.Targets() {
				out[from] = true
			}
		}
		for r := range ingressRule.In(g) {
			note(SecurityGroupIngress.Group.Of(r), SecurityGroupIngress.Admits.Of(r), SecurityGroupIngress.From.Of(r), SecurityGroupIngress.To.Of(r), SecurityGroupIngress.Protocol.Of(r))
		}
		for r := range securityGroupRule.In(g) {
			note(SecurityGroupRule.Group.Of(r), SecurityGroupRule.Admits.Of(r), SecurityGroupRule.From.Of(r), SecurityGroupRule.To.Of(r), SecurityGroupRule.Protocol.Of(r))
		}
		g.TakeDoubts()
		return out
	})
	for group := range SecurityGroupsOf(compute).Targets() {
		if elsewhere[group] || g.Hides(group) != graph.False {
			return graph.Unknown
		}
	}
	return graph.False
}

// mountsShared tells whether compute mounts files over the network from something that is no instance in sight.
func mountsShared(compute *graph.Resource) graph.Tri {
	hosts := HostOf(compute)
	for _, m := range MountsOf(compute) {
		host, nfs := m.NFS()
		if m.Type == "efs" || nfs && (len(hosts) == 0 || !strings.Contains(host, graph.Hole)) {
			return graph.Unknown
		}
	}
	return graph.False
}
