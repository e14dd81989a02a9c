package delta

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/cmd/archlint/internal/pairing"
)

// A Change is what is different between two states of a unit. Its lists are sorted.
type Change struct {
	Unit string // as it was added
	// New tells that there was no such unit, Gone that there is none any more.
	New, Gone bool
	From      string // what the unit was before it was moved; "" if it stayed

	Workloads      []Workload // by their names
	Added, Removed []*Resource
	Resized        []Resized
	Moved          []Moved

	Related, Unrelated []Relation // relations that are new, and those that are gone
	// Blind tells that parts of the unit could not be read at one of the times: what is there alone is not told of.
	Blind bool
}

// A Resized resource has more or fewer instances than before.
type Resized struct {
	*Resource
	Before int // how many it had
}

// A Moved resource has another address than before, as the source tells.
type Moved struct {
	*Resource
	From string
}

// Empty tells whether nothing is different, as far as that can be seen.
func (c *Change) Empty() bool {
	return !c.New && !c.Gone && c.From == "" && len(c.Workloads)+len(c.Added)+len(c.Removed)+len(c.Resized)+len(c.Moved)+len(c.Related)+len(c.Unrelated) == 0
}

// Between gives what is different now, unit by unit; units in which nothing is, and nothing is hidden, are left out.
func Between(then, now *State) []*Change {
	from := moves(then, now)
	left := maps.Clone(then.units) // those that no unit of now was
	var out []*Change
	add := func(c *Change, then, now *unit) {
		if c.compare(then, now); !c.Empty() || c.Blind {
			out = append(out, c)
		}
	}
	for name, is := range now.units {
		c := &Change{Unit: name, From: from[name]}
		was := cmp.Or(c.From, name)
		before := then.units[was]
		if c.New = before == nil; c.New {
			before = &unit{}
		}
		delete(left, was)
		add(c, before, is)
	}
	for name, was := range left {
		add(&Change{Unit: name, Gone: true}, was, &unit{})
	}
	slices.SortFunc(out, func(a, b *Change) int { return strings.Compare(a.Unit, b.Unit) })
	return out
}

// moves finds the units that were others before, by their names of now.
func moves(then, now *State) map[string]string {
	return pairing.Of(then.without(now), now.without(then))
}

// without gives the addresses in those units that another state does not have.
func (s *State) without(other *State) map[string][]string {
	out := map[string][]string{}
	for name, u := range s.units {
		if other.units[name] == nil {
			out[name] = slices.Collect(maps.Keys(u.resources))
		}
	}
	return out
}

func (c *Change) compare(then, now *unit) {
	moved := map[string]string{} // from the address then to that of now
	for _, at := range slices.Sorted(maps.Keys(now.resources)) {
		if then.resources[at] != nil {
			continue
		}
		for _, from := range now.resources[at].formerly {
			if _, taken := moved[from]; !taken && then.resources[from] != nil && now.resources[from] == nil {
				moved[from] = at
				break
			}
		}
	}
	before := map[string]*Resource{} // by the address of now
	for at, r := range then.resources {
		to, ok := moved[at]
		if !ok {
			to = at
		}
		before[to] = r
	}
	for at, r := range now.resources {
		was := before[at]
		switch {
		case was == nil && !then.sees(at):
			c.Blind = true
		case was == nil:
			c.Added = append(c.Added, r)
		case was.Address != at:
			c.Moved = append(c.Moved, Moved{r, was.Address})
		}
		if was != nil && was.Instances > 0 && r.Instances > 0 && was.Instances != r.Instances {
			c.Resized = append(c.Resized, Resized{r, was.Instances})
		}
	}
	for at, r := range before {
		switch {
		case now.resources[at] != nil:
		case !now.sees(at):
			c.Blind = true
		default:
			c.Removed = append(c.Removed, r)
		}
	}
	c.relations(then, now, moved, before)
	c.climbs(then, now, moved)
	byAddress := func(a, b *Resource) int { return strings.Compare(a.Address, b.Address) }
	slices.SortFunc(c.Added, byAddress)
	slices.SortFunc(c.Removed, byAddress)
	slices.SortFunc(c.Resized, func(a, b Resized) int { return byAddress(a.Resource, b.Resource) })
	slices.SortFunc(c.Moved, func(a, b Moved) int { return byAddress(a.Resource, b.Resource) })
	slices.SortFunc(c.Related, Relation.compare)
	slices.SortFunc(c.Unrelated, Relation.compare)
}

// relations compares those whose ends both states would show.
func (c *Change) relations(then, now *unit, moved map[string]string, before map[string]*Resource) {
	had := map[Relation]bool{}
	for r := range then.relations {
		r.From, r.To = cmp.Or(moved[r.From], r.From), cmp.Or(moved[r.To], r.To)
		had[r] = true
		if !now.relations[r] && shown(now, now.resources, r) {
			c.Unrelated = append(c.Unrelated, r)
		}
	}
	for r := range now.relations {
		if !had[r] && shown(then, before, r) {
			c.Related = append(c.Related, r)
		}
	}
}

// shown tells whether a unit would show a relation if it had it: either end is seen, there or missing.
func shown(u *unit, resources map[string]*Resource, r Relation) bool {
	for _, end := range []string{r.From, r.To} {
		if resources[end] == nil && !u.sees(end) {
			return false
		}
	}
	return true
}

func (r Relation) compare(o Relation) int {
	return cmp.Or(strings.Compare(r.From, o.From), strings.Compare(r.To, o.To), strings.Compare(string(r.Name), string(o.Name)))
}
