package rules

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/archlint/archlint/parsers/graph"
)

// A Silence says why a finding is not to be shown.
type Silence struct {
	Reason   string      // in the words of whoever silenced it; "" where none are given
	Range    graph.Range // where that is said
	External bool        // it is said outside of the source
}

// A Remark is an ignore with what became of it in a run.
type Remark struct {
	graph.Ignore
	Names    []Named
	Ended    bool    // its last day has passed, so that it silences nothing any more
	Misdated bool    // its last day is no date, so that it has no end
	Subject  Subject // the resource that it is about or stands in, the first by address; the file's name where there is none
	Unit     string  // the first that reads it
}

// A Named is a rule as an ignore names it, with what became of that.
type Named struct {
	graph.Word
	Rule   *Rule  // nil where no rule is called so
	Near   string // what was likely meant then; "" where that cannot be told
	Judged bool   // the rule ran where the ignore is
	// Faulty tells whether the rule finds fault with what the ignore is about, in any unit: False only where all of it was
	// judged. Reason says why it is Unknown.
	Faulty    graph.Tri
	Reason    string
	Forbidden bool // the user does not let the rule be ignored there
}

// dateForm is how the last day of an ignore is written.
const dateForm = time.DateOnly

// ended tells whether a last day has passed, and whether it is no date at all.
func ended(until string, today time.Time) (passed, misdated bool) {
	if until == "" {
		return false, false
	}
	last, err := time.Parse(dateForm, until)
	if err != nil {
		return false, true
	}
	return !today.IsZero() && today.Format(dateForm) > last.Format(dateForm), false
}

// A naming is a rule's name in an ignore of one unit.
type naming struct {
	ignore    *graph.Ignore
	index     int // of the name
	rule      *Rule
	ended     bool
	used      bool
	forbidden bool
	around    *naming // the next one that covers all that this one does, of the same file and rule
}

// A spoken is a file with a rule that ignores speak of.
type spoken struct {
	file string
	rule *Rule
}

// silences are the ignores of a unit.
type silences struct {
	g       *graph.Graph
	o       Options
	all     []*naming
	covers  map[spoken][]*naming // by what they cover, from the start of the file, the larger first
	stand   map[spoken][]*naming // by where they stand
	decided map[decision]*naming
}

// A decision is a place with a rule of which is known already which ignore silences it.
type decision struct {
	rule *Rule
	at   graph.Range
}

func silencesOf(g *graph.Graph, o Options) *silences {
	s := &silences{g: g, o: o, covers: map[spoken][]*naming{}, stand: map[spoken][]*naming{}, decided: map[decision]*naming{}}
	for i := range g.Ignores {
		ignore := &g.Ignores[i]
		passed, _ := ended(ignore.Until.Text, o.Today)
		for k, w := range ignore.Rules {
			n := &naming{ignore: ignore, index: k, rule: o.names[strings.ToLower(w.Text)], ended: passed}
			s.all = append(s.all, n)
			if n.rule != nil && n.rule.Remarks == nil && ignore.Covers.Known() {
				at := spoken{ignore.Covers.File, n.rule}
				s.covers[at] = append(s.covers[at], n)
				at.file = ignore.Range.File
				s.stand[at] = append(s.stand[at], n)
			}
		}
	}
	for _, all := range s.covers {
		slices.SortStableFunc(all, func(a, b *naming) int {
			return cmp.Or(cmp.Compare(a.ignore.Covers.Start.Byte, b.ignore.Covers.Start.Byte), cmp.Compare(b.ignore.Covers.End.Byte, a.ignore.Covers.End.Byte))
		})
		var around *naming
		for _, n := range all {
			for around != nil && !around.ignore.Covers.Contains(n.ignore.Covers) {
				around = around.around
			}
			n.around = around
			around = n
		}
	}
	for _, all := range s.stand {
		slices.SortStableFunc(all, func(a, b *naming) int { return a.ignore.Range.Compare(b.ignore.Range) })
	}
	return s
}

// silence notes which ignores speak of a finding, and silences it if one of them may.
func (s *silences) silence(f *Finding) {
	if len(s.all) == 0 {
		return
	}
	var by *naming
	speaks := func(at graph.Range, own bool) {
		if n := s.speaking(f.Rule, at, own); by == nil {
			by = n
		}
	}
	speaks(f.Range, true)
	speaks(f.Resource.Range, false)
	for _, step := range f.Trace {
		speaks(step.Range, true)
	}
	for _, c := range slices.Backward(f.Calls) {
		speaks(c.Range, false)
	}
	if by == nil || s.o.NoIgnores {
		return
	}
	if s.o.Policy.At(f.Unit, f.Range.File, f.Rule).Unignorable {
		by.forbidden = true
		return
	}
	f.Silenced = &Silence{Reason: by.ignore.Reason, Range: by.ignore.Range}
}

// speaking notes which ignores of a rule speak of a place: those that cover it, and where it is a place of its own those
// that stand in it. It gives the nearest that has not ended.
func (s *silences) speaking(r *Rule, at graph.Range, own bool) *naming {
	if !at.Known() {
		return nil
	}
	d, file := decision{r, at}, spoken{at.File, r}
	if by, ok := s.decided[d]; ok {
		return by
	}
	var by *naming
	note := func(n *naming) {
		n.used = true
		if by == nil && !n.ended {
			by = n
		}
	}
	if all := s.stand[file]; own && len(all) > 0 {
		i, _ := slices.BinarySearchFunc(all, at, func(n *naming, at graph.Range) int { return n.ignore.Range.Start.Byte - at.Start.Byte })
		for ; i < len(all) && at.Contains(all[i].ignore.Range); i++ {
			note(all[i])
		}
	}
	if all := s.covers[file]; len(all) > 0 {
		i, _ := slices.BinarySearchFunc(all, at, func(n *naming, at graph.Range) int { // behind all that begin there or before
			if n.ignore.Covers.Start.Byte <= at.Start.Byte {
				return -1
			}
			return 1
		})
		if i > 0 {
			for n := all[i-1]; n != nil; n = n.around {
				if n.ignore.Covers.Contains(at) {
					note(n)
				}
			}
		}
	}
	s.decided[d] = by
	return by
}

// A region is what ignores may be about as a whole: a resource or a call, by where it begins, or a file.
type region struct {
	file  string
	start int // -1 for a file
}

// regions yields the regions that a resource belongs to: its own, those of the calls that lead to it, and their files.
func regions(r *graph.Resource, yield func(region)) {
	of := func(at graph.Range) {
		if at.Known() {
			yield(region{at.File, at.Start.Byte})
			yield(region{at.File, -1})
		}
	}
	of(r.Range)
	for _, c := range r.Calls {
		of(c.Range)
	}
}

// A trial is one rule over one unit, as far as its ignores must know of it.
type trial struct {
	rule        *Rule
	failed      bool
	abstentions []Abstention
	off         []*graph.Resource // whose faults are not to be told
}

// verdicts tell what became of the ignores in a unit, after all findings were shown to them.
func (s *silences) verdicts(trials []trial) []*Remark {
	if len(s.g.Ignores) == 0 {
		return nil
	}
	subjects, unread := map[region]*graph.Resource{}, map[region]bool{}
	for _, r := range s.g.Resources() {
		regions(r, func(at region) {
			if subjects[at] == nil {
				subjects[at] = r
			}
			unread[at] = unread[at] || r.Mode == graph.Module
		})
	}
	type opening struct {
		rule *Rule
		at   region
	}
	ran, open := map[*Rule]*trial{}, map[opening]string{}
	nowhere := region{}
	for i := range trials {
		t := &trials[i]
		ran[t.rule] = t
		leave := func(r *graph.Resource, why string) {
			open[opening{t.rule, nowhere}] = why
			if r != nil {
				regions(r, func(at region) { open[opening{t.rule, at}] = why })
			}
		}
		for _, a := range t.abstentions {
			leave(s.g.ByAddress(a.Resource.Address), a.Reason)
		}
		for _, r := range t.off {
			leave(r, t.rule.ID+" is turned off for "+r.Address)
		}
	}
	hidden := ""
	for _, gap := range s.g.Gaps {
		if gap.Module == nil && hidden == "" {
			hidden = gap.Message
		}
	}
	doubt := func(n *naming) string {
		at := nowhere
		switch ignore := n.ignore; {
		case ignore.File:
			if at = (region{ignore.Covers.File, -1}); subjects[at] == nil {
				at = nowhere
			}
		case ignore.Block.Known():
			at = region{ignore.Block.File, ignore.Block.Start.Byte}
		}
		switch {
		case n.ignore.Unsure != "":
			return n.ignore.Unsure
		case s.g.Library:
			return "nobody calls this module, and what it would be given is not known"
		case ran[n.rule].failed:
			return n.rule.ID + " failed"
		case hidden != "":
			return hidden
		case at != nowhere && subjects[at] == nil:
			return "with what is known there is no instance of it"
		case at != nowhere && unread[at]:
			return "a module or stack that it calls is not read"
		}
		return open[opening{n.rule, at}]
	}

	var out []*Remark
	of := map[*graph.Ignore]*Remark{}
	for i := range s.g.Ignores {
		ignore := &s.g.Ignores[i]
		r := &Remark{Ignore: *ignore, Unit: s.g.Unit}
		r.Ended, r.Misdated = ended(ignore.Until.Text, s.o.Today)
		r.Subject = Subject{Address: path.Base(ignore.Range.File)}
		if at := subjects[region{ignore.Block.File, ignore.Block.Start.Byte}]; ignore.Block.Known() && at != nil {
			r.Subject = subject(at)
		}
		out, of[ignore] = append(out, r), r
	}
	for _, n := range s.all {
		name := Named{Word: n.ignore.Rules[n.index], Rule: n.rule, Forbidden: n.forbidden}
		switch {
		case n.rule == nil || ran[n.rule] == nil || s.o.Policy.At(s.g.Unit, n.ignore.Range.File, n.rule).Off:
		default:
			name.Judged = true
			name.Forbidden = name.Forbidden || s.o.Policy.At(s.g.Unit, n.ignore.Range.File, n.rule).Unignorable
			if n.used {
				name.Faulty = graph.True
			} else if name.Reason = doubt(n); name.Reason == "" {
				name.Faulty = graph.False
			}
		}
		of[n.ignore].Names = append(of[n.ignore].Names, name)
	}
	return out
}

// gather makes one of what became of each ignore in all units that read it, in order of place.
func gather(all []*Remark) []*Remark {
	slices.SortStableFunc(all, func(a, b *Remark) int { return a.Range.Compare(b.Range) })
	var out []*Remark
	for _, r := range all {
		if len(out) == 0 || out[len(out)-1].Range != r.Range || len(out[len(out)-1].Names) != len(r.Names) {
			out = append(out, r)
			continue
		}
		first := out[len(out)-1]
		for i := range r.Names {
			first.Names[i].add(r.Names[i])
		}
		if first.Unsure == "" {
			first.Unsure = r.Unsure
		}
	}
	return out
}

// add takes up what became of the name in another unit.
func (n *Named) add(o Named) {
	n.Forbidden = n.Forbidden || o.Forbidden
	switch {
	case !o.Judged:
	case !n.Judged, o.Faulty == graph.True, o.Faulty == graph.Unknown && n.Faulty == graph.False:
		n.Judged, n.Faulty, n.Reason = true, o.Faulty, o.Reason
	}
}

// named are rules by every word that means them, in lower case.
func named(all []*Rule) map[string]*Rule {
	out := map[string]*Rule{}
	for _, r := range all {
		for _, word := range append([]string{r.ID, r.Name}, r.Aliases...) {
			if word = strings.ToLower(word); out[word] == nil {
				out[word] = r
			}
		}
	}
	return out
}

// longestName is the length in bytes beyond which a word is not taken for a misspelled rule.
const longestName = 64

// mostSpelled is of how many different words a run tells what was likely meant: each is held against all names there are.
const mostSpelled = 200

// spell tells what was likely meant by words that no rule is called, the first of them.
func (o Options) spell(remarks []*Remark) {
	if o.Near == nil {
		return
	}
	var legal []string
	for _, r := range o.Known {
		legal = append(append(legal, r.ID, r.Name), r.Aliases...)
	}
	near := map[string]string{}
	for _, r := range remarks {
		for i := range r.Names {
			n := &r.Names[i]
			if n.Rule != nil || len(n.Text) > longestName {
				continue
			}
			if _, ok := near[n.Text]; !ok && len(near) < mostSpelled {
				near[n.Text] = o.Near(n.Text, legal)
			}
			n.Near = near[n.Text]
		}
	}
}

// A RemarkPass is one run of a rule over the ignores of all units.
type RemarkPass struct {
	Remarks []*Remark // by place

	rule        *Rule
	policy      Policy
	findings    []*Finding
	abstentions []Abstention
}

// Report gives a verdict on an ignore: True is a finding at a place of it, False a pass, Unknown an abstention with the
// reason.
func (p *RemarkPass) Report(verdict graph.Tri, r *Remark, at graph.Range, words string) {
	wanted := p.policy.At(r.Unit, at.File, p.rule)
	if wanted.Off {
		return
	}
	switch verdict {
	case graph.True:
		f := &Finding{Rule: p.rule, Level: p.rule.Level, Message: words, Range: at, Resource: r.Subject, Unit: r.Unit, Instances: 1, given: wanted.Given, failOn: wanted.FailOn}
		if wanted.Given {
			f.Level = wanted.Level
		}
		f.Fails = f.Level >= f.failOn
		p.findings = append(p.findings, f)
	case graph.Unknown:
		p.abstentions = append(p.abstentions, Abstention{Rule: p.rule, Resource: r.Subject, Range: at, Reason: words, Unit: r.Unit})
	}
}
