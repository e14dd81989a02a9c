package baseline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/cmd/archlint/internal/pairing"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// A place is where a resource has a fault: the findings of its instances there.
type place []*rules.Finding

func (p place) message() string { return p[0].Message }

// placesOf gathers findings by key, and below that by the place where they are written, in the order of findings.
func placesOf(findings []*rules.Finding, unit func(string) string) map[Key][]place {
	out := map[Key][]place{}
	for _, f := range findings {
		k := KeyOf(unit(f.Unit), f.Rule.ID, f.Resource.Address)
		// Findings of one place stand side by side: if not the last place of the key, it is a new one.
		if all := out[k]; len(all) > 0 && all[len(all)-1][0].Range == f.Range {
			all[len(all)-1] = append(all[len(all)-1], f)
			continue
		}
		out[k] = append(out[k], place{f})
	}
	return out
}

// A Match is what came of holding findings against a baseline.
type Match struct {
	New   []*rules.Finding
	Known int     // places that are known, those of one rule at one written place counted once
	Spare []Entry // entries that none of the findings has, sorted
}

// Match tells the findings that are new from those that are known. Findings are as a screen gets them. Where a resource
// has more faults of a rule than are known, those whose messages are known are taken for known, then the first ones.
//
// moved tells of a unit whether it is not where it was any more. What it had is known where another unit that the
// baseline does not know has most of the same.
func (b *Baseline) Match(findings []*rules.Finding, unit func(string) string, moved func(unit string) bool) Match {
	places := placesOf(findings, unit)
	known := map[Key][]Entry{}
	at, now := renamed(b.entries, places, moved), addresses(places)
	for _, e := range b.entries {
		if to, ok := at[e.Unit]; ok {
			e.Unit = to
		}
		if to, ok := now[e.Key]; ok {
			e.Key = to
		}
		known[e.Key] = append(known[e.Key], e)
	}
	old := map[*rules.Finding]bool{}
	var m Match
	for key, found := range places {
		var silent []place
		silent, known[key] = pair(found, known[key])
		for _, p := range silent {
			for _, f := range p {
				old[f] = true
			}
		}
	}
	for i, f := range findings {
		if !old[f] {
			m.New = append(m.New, f)
			continue
		}
		// Findings of one place stand side by side.
		if i == 0 || !old[findings[i-1]] || findings[i-1].Rule != f.Rule || findings[i-1].Range != f.Range {
			m.Known++
		}
	}
	for _, left := range known {
		m.Spare = append(m.Spare, left...)
	}
	slices.SortFunc(m.Spare, compare)
	return m
}

// pair finds the places of a key that are known, and the entries that none of them has. An entry stands for one place:
// for one with its message, else for the first that is left.
func pair(found []place, entries []Entry) (silent []place, left []Entry) {
	worded := map[string]int{} // entries, by message
	for _, e := range entries {
		worded[e.Message]++
	}
	var open []place
	matched := map[string]int{}
	for _, p := range found {
		if m := p.message(); matched[m] < worded[m] {
			matched[m]++
			silent = append(silent, p)
		} else {
			open = append(open, p)
		}
	}
	for _, e := range entries {
		switch {
		case matched[e.Message] > 0:
			matched[e.Message]--
		case len(open) > 0:
			silent, open = append(silent, open[0]), open[1:]
		default:
			left = append(left, e)
		}
	}
	return silent, left
}

// addresses finds the keys that resources have now that had others before, by those others, unless they are some other
// resource's now.
func addresses(places map[Key][]place) map[Key]Key {
	out := map[Key]Key{}
	for key, all := range places {
		for _, p := range all {
			for _, before := range p[0].Resource.Formerly {
				if k := KeyOf(key.Unit, key.Rule, before); len(places[k]) == 0 {
					out[k] = key
				}
			}
		}
	}
	return out
}

// renamed finds where units have gone that are not where they were: to a unit that no entry speaks of and that has most
// of its faults in common with it.
func renamed(entries []Entry, places map[Key][]place, moved func(string) bool) map[string]string {
	gone, had := map[string]map[Key]bool{}, map[string]bool{}
	for _, e := range entries {
		had[e.Unit] = true
	}
	for u := range had {
		if moved(u) {
			gone[u] = map[Key]bool{}
		}
	}
	if len(gone) == 0 {
		return nil
	}
	for _, e := range entries {
		if all := gone[e.Unit]; all != nil {
			all[Key{Rule: e.Rule, Resource: e.Resource}] = true
		}
	}
	now := addresses(places)
	for key := range places {
		now[key] = key
	}
	fresh := map[string]map[Key]bool{}
	for then, key := range now {
		if had[key.Unit] {
			continue
		}
		if fresh[key.Unit] == nil {
			fresh[key.Unit] = map[Key]bool{}
		}
		fresh[key.Unit][Key{Rule: then.Rule, Resource: then.Resource}] = true
	}
	out := map[string]string{}
	for to, from := range pairing.Of(lists(gone), lists(fresh)) {
		out[from] = to
	}
	return out
}

// lists makes lists of sets.
func lists(sets map[string]map[Key]bool) map[string][]Key {
	out := make(map[string][]Key, len(sets))
	for name, set := range sets {
		out[name] = slices.Collect(maps.Keys(set))
	}
	return out
}

// A Judged tells what a run has looked at, so that what it did not see is not taken for mended.
type Judged struct {
	Rules       []*rules.Rule
	Abstentions []rules.Abstention
	Unit        func(unit string) bool       // whether the run judged the unit as a whole, or saw that there is none any more
	Off         func(unit, rule string) bool // whether the user has turned a rule off there; nil: none
}

// Split parts entries that no finding has into those that are gone and those that the run cannot tell of: of other
// units or rules, or left open.
func (j Judged) Split(spare []Entry) (gone, kept []Entry) {
	ran := map[string]bool{}
	for _, r := range j.Rules {
		ran[r.ID] = true
	}
	open := map[Key]bool{} // in whatever unit: an abstention in many units is told of once
	for _, a := range j.Abstentions {
		open[KeyOf("", a.Rule.ID, a.Resource.Address)] = true
	}
	for _, e := range spare {
		off := j.Off != nil && j.Off(e.Unit, e.Rule)
		if ran[e.Rule] && !off && j.Unit(e.Unit) && !open[Key{Rule: e.Rule, Resource: e.Resource}] {
			gone = append(gone, e)
		} else {
			kept = append(kept, e)
		}
	}
	return gone, kept
}

// Renewed is the baseline of what there is now and of what a run could not tell of.
func (b *Baseline) Renewed(kept []Entry) *Baseline {
	out := &Baseline{entries: append(slices.Clone(b.entries), kept...)}
	out.sort()
	return out
}

// mostGone is how many entries that are gone are named.
const mostGone = 10

// Diagnostics names the entries that are gone, at their places in the file.
func Diagnostics(gone []Entry) []graph.Diagnostic {
	var out []graph.Diagnostic
	for i, e := range gone {
		d := graph.Diagnostic{Severity: graph.Warning, Range: e.Range, Message: fmt.Sprintf("the baseline can shrink: %s in %s is gone", strings.TrimSpace(e.Rule+" "+e.Resource), e.Unit)}
		if more := len(gone) - i; i == mostGone && more > 1 {
			d.Message = fmt.Sprintf("the baseline can shrink: %d more entries are gone", more)
			return append(out, d)
		}
		out = append(out, d)
	}
	return out
}
