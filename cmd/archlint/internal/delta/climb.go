package delta

import (
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/cmd/archlint/internal/pairing"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// A Workload is one that is new or gone, or has reached or lost a rung.
type Workload struct {
	Name      string
	From      string          // what it was called before; "" if as now
	New, Gone bool            // whether it is there at one of the times alone
	Ladders   []ladder.Ladder // of the time that it is there at, the present one if at both
	Climbs    []Climb         // empty for one that is new or gone
}

// A Climb is what has become of a workload on one ladder. What could not be known at one of the times is not told.
type Climb struct {
	Story        rules.Story
	From, To     int           // the stages that it had come to, and has; 0 is none
	Gained, Lost []ladder.Rung // as they are now
}

// climbs compares the workloads.
func (c *Change) climbs(then, now *unit, moved map[string]string) {
	before, is := byName(then.workloads), byName(now.workloads)
	was := pairing.Of(without(before, is, moved), without(is, before, nil)) // by the names of now
	left := map[string]bool{}
	for name := range before {
		left[name] = true
	}
	for _, w := range now.workloads {
		one := Workload{Name: w.Name, From: was[w.Name], Ladders: w.Ladders}
		old, ok := before[cmp.Or(one.From, w.Name)]
		if one.New = !ok; one.New {
			if one.New = comes(then, w, moved); one.New {
				c.Workloads = append(c.Workloads, one)
			}
			continue
		}
		delete(left, old.Name)
		if one.Climbs = climbsOf(old, w); len(one.Climbs) > 0 {
			c.Workloads = append(c.Workloads, one)
		}
	}
	back := map[string]string{}
	for from, to := range moved {
		back[to] = from
	}
	for name := range left {
		if w := before[name]; comes(now, w, back) {
			c.Workloads = append(c.Workloads, Workload{Name: name, Gone: true, Ladders: w.Ladders})
		}
	}
	slices.SortFunc(c.Workloads, func(a, b Workload) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(len(a.Climbs), len(b.Climbs)))
	})
}

func byName(all []ladder.Review) map[string]ladder.Review {
	out := map[string]ladder.Review{}
	for _, w := range all {
		out[w.Name] = w
	}
	return out
}

// comes tells whether a workload of the other time is none of a unit's: some of its members are not there, and all would be
// seen. Where all are there it is but put together in another way. moved gives the addresses that those of the unit have at
// the other time, where they are others.
func comes(u *unit, w ladder.Review, moved map[string]string) bool {
	there := map[string]bool{}
	for from, to := range moved {
		there[to] = u.resources[from] != nil
	}
	some := false
	for _, m := range w.Members {
		at := graph.WithoutKeys(m.Address)
		if u.resources[at] != nil || there[at] {
			continue
		}
		if !u.sees(at) {
			return false
		}
		some = true
	}
	return some
}

// without gives the members of the workloads that another time has none of the same name for, by their addresses of now.
func without(all, other map[string]ladder.Review, moved map[string]string) map[string][]string {
	out := map[string][]string{}
	for name, w := range all {
		if _, both := other[name]; both {
			continue
		}
		var members []string
		for _, m := range w.Members {
			at := graph.WithoutKeys(m.Address)
			if at = cmp.Or(moved[at], at); !slices.Contains(members, at) {
				members = append(members, at)
			}
		}
		out[name] = members
	}
	return out
}

// climbsOf compares the ladders that a workload has at both times.
func climbsOf(then, now ladder.Review) (out []Climb) {
	for _, l := range now.Ladders {
		i := slices.IndexFunc(then.Ladders, func(o ladder.Ladder) bool { return o.Story == l.Story })
		if i < 0 {
			continue
		}
		c := Climb{Story: l.Story, From: then.Ladders[i].At, To: l.At}
		before := map[int]graph.Tri{}
		for _, r := range then.Ladders[i].Rungs {
			before[r.Stage] = r.Reached
		}
		for _, r := range l.Rungs {
			was, there := before[r.Stage]
			switch {
			case !there:
			case was == graph.False && r.Reached == graph.True:
				c.Gained = append(c.Gained, r)
			case was == graph.True && r.Reached == graph.False:
				c.Lost = append(c.Lost, r)
			}
		}
		if len(c.Gained)+len(c.Lost) > 0 {
			out = append(out, c)
		}
	}
	return out
}
