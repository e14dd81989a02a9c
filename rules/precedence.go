package rules

import (
	"fmt"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// About adds resources that the finding is about beside its own: a finding of a rule that yields gives way to a finding
// about any of the same resources (see [Rule.YieldsTo]).
func (f *Finding) About(resources ...*graph.Resource) *Finding {
	if f == nil {
		return nil
	}
	for _, r := range resources {
		if r != nil && r.Address != f.Resource.Address && !slices.Contains(f.about, r.Address) {
			f.about = append(f.about, r.Address)
		}
	}
	return f
}

// Beside keeps the finding from giving way to a rule although that finds fault with the same resource: what mends the one
// leaves the other.
func (f *Finding) Beside(id string) *Finding {
	if f != nil {
		f.beside = append(f.beside, id)
	}
	return f
}

// Subjects are the addresses of all that the finding is about: of its resource, then of the others.
func (f *Finding) Subjects() []string { return append([]string{f.Resource.Address}, f.about...) }

// settle leaves out the findings of one graph that give way to others: a fault is reported once, by the rule that names
// its cause best. What gives way becomes a related place of what takes its place.
func settle(all []*Finding) []*Finding {
	wins := map[string]bool{} // rules that another of these findings may give way to
	for _, f := range all {
		for _, id := range f.Rule.YieldsTo {
			wins[id] = true
		}
	}
	if len(wins) == 0 {
		return all
	}
	type claim struct{ rule, subject string }
	claims := map[claim]*Finding{} // the first of each rule about each resource
	for _, f := range all {
		if !wins[f.Rule.ID] {
			continue
		}
		for _, s := range f.Subjects() {
			if c := (claim{f.Rule.ID, s}); claims[c] == nil {
				claims[c] = f
			}
		}
	}
	winner := func(f *Finding) *Finding {
		for _, id := range f.Rule.YieldsTo {
			if slices.Contains(f.beside, id) {
				continue
			}
			for _, s := range f.Subjects() {
				if w := claims[claim{id, s}]; w != nil && w != f {
					return w
				}
			}
		}
		return nil
	}
	var out []*Finding
	for _, f := range all {
		w := winner(f)
		if w == nil {
			out = append(out, f)
			continue
		}
		for next, steps := winner(w), 0; next != nil && steps < len(wins); next, steps = winner(next), steps+1 {
			w = next
		}
		w.take(f)
	}
	return out
}

// take notes a finding that gives way to this one. One that is ignored is passed over: this one speaks, but not of it.
func (f *Finding) take(o *Finding) {
	if o.Silenced != nil {
		return
	}
	if f.Rule.Gravest && !f.given {
		f.Level = max(f.Level, o.Level)
	}
	known := func(r Related) bool { return r.Range == o.Range }
	if o.Range == f.Range || len(f.Related) >= mostElsewhere || slices.ContainsFunc(f.Related, known) {
		return
	}
	f.Related = append(f.Related, Related{Range: o.Range, Message: fmt.Sprintf("%s %s, too: %s", o.Rule.ID, o.Rule.Name, o.Message)})
}
