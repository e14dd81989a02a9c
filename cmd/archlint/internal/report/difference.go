package report

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/cmd/archlint/internal/delta"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// Differences are what a change does to the architecture.
type Differences struct {
	Revision    string // as the user names it
	Commit      string // the last that it and HEAD have in common: the state before
	Changes     []*delta.Change
	New         []*rules.Finding
	Gone        []GoneFinding
	Kept        int // places with findings that were there before
	Open        int // findings that are not there and may yet be: the run could not judge what they are about
	Diagnostics []graph.Diagnostic
}

// A GoneFinding is one that the state before has and the present one has not.
type GoneFinding struct {
	Unit     string
	Rule     *rules.Rule
	Resource string // its address; of instances that count makes, the address of all of them
	Message  string
	Ignored  bool // the fault is still there, and the source says now to ignore it
}

// mostTold is how many differences of one sort are told of a unit.
const mostTold = 40

// The titles of what there is more to say about than that there is more or less of it.
const (
	workloadsTitle = "Workloads"
	findingsTitle  = "Findings"
)

// A section is one sort of differences in a unit, as people read it.
type section struct {
	title string
	items []difference
}

// A difference is one line.
type difference struct {
	sign  sign
	text  string
	place string // where it stands now, or stood; "" where that is not told
}

// indent begins a difference that tells more of the one before.
const indent = "  "

// A sign says what has become of something.
type sign byte

const (
	added   sign = '+'
	removed sign = '-'
	altered sign = '~'
)

// unitDifferences are what is different in one unit.
type unitDifferences struct {
	unit     string
	state    string // "new", "gone", "moved from …" or ""
	sections []section
	blind    bool
}

// byUnit arranges the differences by unit.
func (d *Differences) byUnit() []unitDifferences {
	type parts struct {
		change *delta.Change
		new    []*rules.Finding
		gone   []GoneFinding
	}
	all := map[string]*parts{}
	at := func(unit string) *parts {
		if all[unit] == nil {
			all[unit] = &parts{}
		}
		return all[unit]
	}
	for _, c := range d.Changes {
		at(c.Unit).change = c
	}
	for _, f := range d.New {
		p := at(f.Unit)
		p.new = append(p.new, f)
	}
	for _, f := range d.Gone {
		p := at(f.Unit)
		p.gone = append(p.gone, f)
	}
	var out []unitDifferences
	for _, name := range slices.Sorted(maps.Keys(all)) {
		p := all[name]
		u := unitDifferences{unit: name}
		if p.change != nil {
			u.add(workloadsTitle, workloadDifferences(p.change))
		}
		u.add(findingsTitle, findingDifferences(p.new, p.gone))
		if c := p.change; c != nil {
			switch {
			case c.New:
				u.state = "new"
			case c.Gone:
				u.state = "gone"
			case c.From != "":
				u.state = "moved from " + c.From
			}
			u.blind = c.Blind
			u.add("Resources", resourceDifferences(c))
			u.add("Relations", relationDifferences(c))
		}
		out = append(out, u)
	}
	return out
}

func (u *unitDifferences) add(title string, items []difference) {
	if len(items) > 0 {
		u.sections = append(u.sections, section{title, items})
	}
}

// workloadDifferences tells how workloads have climbed or fallen.
func workloadDifferences(c *delta.Change) (out []difference) {
	for _, w := range c.Workloads {
		switch {
		case w.New:
			out = append(out, difference{added, w.Name + " is new" + standing(w.Ladders), ""})
			continue
		case w.Gone:
			out = append(out, difference{removed, w.Name + " is gone" + standing(w.Ladders), ""})
			continue
		}
		name := w.Name
		if w.From != "" {
			name += " (before: " + w.From + ")"
		}
		for _, l := range w.Climbs {
			out = append(out, climbed(name, l)...)
		}
	}
	return out
}

// standing tells where a workload stands on its ladders.
func standing(all []ladder.Ladder) string {
	var words []string
	for _, l := range all {
		if l.At > 0 {
			words = append(words, fmt.Sprintf("%s at %s", l.Story, rungOf(l.Story, l.At)))
		}
	}
	return prefixed(": ", strings.Join(words, ", "))
}

// rungOf is a rung by its number and name.
func rungOf(s rules.Story, n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprintf("rung %d, %s", n, s.Stages()[n-1])
}

// climbed tells of the stage, if rungs that were gained or lost have changed it, and below of each of them with what shows it.
func climbed(name string, c delta.Climb) (out []difference) {
	tell := func(s sign, verb, other string, moved bool, rungs []ladder.Rung) {
		if len(rungs) == 0 {
			return
		}
		head := fmt.Sprintf("%s %s %s of %s", name, other, count(len(rungs), "rung"), c.Story)
		if moved {
			head = fmt.Sprintf("%s %s %s: from %s, to %s", name, verb, c.Story, rungOf(c.Story, c.From), rungOf(c.Story, c.To))
		}
		out = append(out, difference{s, head, ""})
		for _, r := range rungs {
			out = append(out, difference{s, fmt.Sprintf("%s%s: %s", indent, r.Name, r.Words()), ""})
		}
	}
	tell(added, "climbs", "reaches", c.To > c.From, c.Gained)
	tell(removed, "falls in", "loses", c.To < c.From, c.Lost)
	return out
}

func findingDifferences(fresh []*rules.Finding, gone []GoneFinding) (out []difference) {
	for _, f := range byLevel(fresh) {
		out = append(out, difference{added, fmt.Sprintf("%s %s %s: %s", f.Level, f.Rule.ID, f.Rule.Name, f.Text()), lineOf(f.Range.File, f.Range.Start.Line)})
	}
	for _, f := range gone {
		text := fmt.Sprintf("%s %s: %s", f.Rule.ID, f.Rule.Name, f.Message)
		if f.Ignored {
			text += " (ignored now)"
		}
		out = append(out, difference{removed, text, ""})
	}
	return out
}

// resourceDifferences tells of each resource that people would draw, and counts the others by type.
func resourceDifferences(c *delta.Change) (out []difference) {
	tell := func(s sign, all []*delta.Resource) {
		others := map[string]int{}
		for _, r := range all {
			if !r.Shown {
				others[r.Type]++
				continue
			}
			text := called(r)
			if r.Instances > 1 {
				text += ", " + count(r.Instances, "instance")
			}
			out = append(out, difference{s, text, lineOf(r.File, r.Line)})
		}
		if len(others) > 0 {
			var words []string
			for _, t := range slices.Sorted(maps.Keys(others)) {
				words = append(words, fmt.Sprintf("%d × %s", others[t], t))
			}
			out = append(out, difference{s, "beside: " + few(words), ""})
		}
	}
	tell(added, c.Added)
	tell(removed, c.Removed)
	for _, r := range c.Resized {
		out = append(out, difference{altered, fmt.Sprintf("%s: %s, before %d", called(r.Resource), count(r.Instances, "instance"), r.Before), lineOf(r.File, r.Line)})
	}
	for _, r := range c.Moved {
		out = append(out, difference{altered, fmt.Sprintf("%s: moved from %s", called(r.Resource), r.From), lineOf(r.File, r.Line)})
	}
	return out
}

func relationDifferences(c *delta.Change) (out []difference) {
	tell := func(s sign, all []delta.Relation) {
		for _, r := range all {
			out = append(out, difference{s, fmt.Sprintf("%s %s %s", r.From, relationWords(r.Name), r.To), ""})
		}
	}
	tell(added, c.Related)
	tell(removed, c.Unrelated)
	return out
}

// relationWords says a relation between the names of its ends.
func relationWords(r graph.Relation) string {
	switch r {
	case graph.AttachedTo, graph.ForwardsTo, graph.ListensOn, graph.LaunchedFrom, graph.Mounts, graph.Admits, graph.RoutesTo, graph.DeadLettersTo, graph.Scales:
		return strings.ReplaceAll(string(r), "-", " ")
	}
	return "is " + strings.ReplaceAll(string(r), "-", " ")
}

// called is what a resource is called: a logical ID does not say of what type it is.
func called(r *delta.Resource) string {
	if strings.Contains(r.Type, "::") {
		return r.Address + " (" + r.Type + ")"
	}
	return r.Address
}

// few joins words, as many as a line bears.
func few(words []string) string {
	const most = 6
	if len(words) > most {
		return fmt.Sprintf("%s and %s", strings.Join(words[:most], ", "), more(len(words)-most, "type"))
	}
	return strings.Join(words, ", ")
}

// lineOf is "file:line", or the file alone where no line is known.
func lineOf(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// Since says what the present state is held against.
func (d *Differences) Since() string {
	commit := d.Commit[:min(len(d.Commit), 12)]
	if strings.HasPrefix(d.Commit, d.Revision) {
		return "since " + commit
	}
	return fmt.Sprintf("since %s (%s)", d.Revision, commit)
}

// counts is the sentence that sums up.
func (d *Differences) counts() string {
	var added, removed, altered, related, unrelated, ignored, climbed, fell, fresh, gone int
	for _, c := range d.Changes {
		for _, w := range c.Workloads {
			up, down := false, false
			for _, l := range w.Climbs {
				up, down = up || len(l.Gained) > 0, down || len(l.Lost) > 0
			}
			for n, is := range map[*int]bool{&climbed: up, &fell: down, &fresh: w.New, &gone: w.Gone} {
				if is {
					*n++
				}
			}
		}
		added, removed, altered = added+len(c.Added), removed+len(c.Removed), altered+len(c.Resized)+len(c.Moved)
		related, unrelated = related+len(c.Related), unrelated+len(c.Unrelated)
	}
	for _, f := range d.Gone {
		if f.Ignored {
			ignored++
		}
	}
	if len(d.New)+len(d.Gone) == 0 && !slices.ContainsFunc(d.Changes, func(c *delta.Change) bool { return !c.Empty() }) {
		if len(d.Changes) > 0 || broken(d.Diagnostics) > 0 {
			return "Nothing is known to have changed in the architecture " + d.Since() + d.kept() + "."
		}
		return "Nothing has changed in the architecture " + d.Since() + d.kept() + "."
	}
	var parts []string
	tell := func(noun string, counts ...string) {
		var words []string
		for i := 0; i < len(counts); i += 2 {
			if counts[i] != "0" {
				words = append(words, counts[i]+" "+counts[i+1])
			}
		}
		if len(words) > 0 {
			parts = append(parts, noun+": "+strings.Join(words, ", "))
		}
	}
	n := func(k int) string { return fmt.Sprint(k) }
	tell("workloads", n(fresh), "new", n(gone), "gone", n(climbed), "climbed", n(fell), "fell")
	tell("findings", n(len(d.New)), "new", n(len(d.Gone)-ignored), "gone", n(ignored), "ignored now")
	tell("resources", n(added), "added", n(removed), "removed", n(altered), "changed")
	tell("relations", n(related), "added", n(unrelated), "removed")
	line := cmp.Or(strings.Join(parts, "; "), "units have come, gone or moved")
	return strings.ToUpper(line[:1]) + line[1:] + "; " + d.Since() + d.kept() + "."
}

// kept tells of the findings that have stayed, and of those that may have.
func (d *Differences) kept() string {
	out := ""
	if d.Kept > 0 {
		out += fmt.Sprintf("; %s as before", count(d.Kept, "finding"))
	}
	if d.Open > 0 {
		out += fmt.Sprintf("; %s may be gone or not", count(d.Open, "finding"))
	}
	return out
}

// blind is what is said of a unit that was not read as a whole at both times.
const blind = "Parts of this could not be read then or now: what only the other time shows there is not told."

// Text writes the differences for people.
func (d *Differences) Text(w io.Writer, o Options) error {
	out := bufio.NewWriter(w)
	t := &text{w: out, paint: painter(o.Color), width: o.Width, sources: newSources(o.Read)}
	for _, u := range d.byUnit() {
		t.line("%s %s%s", t.paint.dim("──"), t.paint.strong(plain(u.unit)), prefixed(": ", u.state))
		for _, s := range u.sections {
			t.line("")
			t.line("   %s", t.paint.strong(s.title))
			for i, x := range s.items {
				if i == mostTold {
					t.line("     … and %s", more(len(s.items)-i, strings.ToLower(strings.TrimSuffix(s.title, "s"))))
					break
				}
				t.prose(7, "   %s %s%s", t.sign(x.sign, s.title), plain(x.text), t.paint.dim(prefixed("  ", plain(x.place))))
			}
		}
		if u.blind {
			t.line("")
			t.prose(3, "   %s", blind)
		}
		t.line("")
	}
	told := d.Diagnostics
	if !o.Verbose {
		told = slices.DeleteFunc(slices.Clone(told), func(x graph.Diagnostic) bool { return x.Severity < graph.Error })
	}
	t.diagnostics(told, true)
	t.prose(0, "%s", plain(d.counts()))
	return out.Flush()
}

// sign paints what is welcome green and what is not red; of resources and relations nobody knows.
func (t *text) sign(s sign, title string) string {
	word := "  " + string(s)
	switch welcome := title == workloadsTitle; {
	case !welcome && title != findingsTitle || s == altered:
		return t.paint.strong(word)
	case welcome == (s == added):
		return t.paint.good(word)
	}
	return t.paint.level(rules.Error, word)
}

// Markdown writes the differences for a pull request.
func (d *Differences) Markdown(w io.Writer, o Options) error {
	var b bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<!-- archlint diff%s -->", strings.ReplaceAll(prefixed(": ", plain(o.Category)), "--", "- -"))
	line("## Architecture%s", prefixed(": ", prose(o.Category)))
	line("")
	line("%s", prose(d.counts()))
	left := d.byUnit()
	for i, u := range left {
		text := u.markdown(len(left) > 3)
		if b.Len()+len(text) > maxMarkdown-200 {
			line("")
			line("… and %s, left out to keep this short: other formats have them all.", more(len(left)-i, "unit"))
			break
		}
		b.WriteString(text)
	}
	if n := broken(d.Diagnostics); n > 0 {
		line("")
		line("%s: what stands there is not compared.", count(n, "input error"))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (u *unitDifferences) markdown(fold bool) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("")
	line("%s<summary><code>%s</code>%s</summary>", details(fold), html.Replace(plain(u.unit)), prefixed(": ", u.state))
	for _, s := range u.sections {
		s.markdown(line)
	}
	if u.blind {
		line("")
		line("%s", blind)
	}
	b.WriteString(endOfGroup)
	return b.String()
}

// markdown writes workloads and findings as lists, and all else as GitHub and GitLab show a difference: in colours, of which
// nobody should think that green is good.
func (s section) markdown(line func(string, ...any)) {
	list := s.title == workloadsTitle || s.title == findingsTitle
	line("")
	if list {
		line("**%s**", s.title)
		line("")
	} else {
		line("<details><summary>%s</summary>", s.title)
		line("")
		line("```diff")
	}
	for i, x := range s.items {
		left := ""
		if i == mostTold {
			left = "and " + more(len(s.items)-i, strings.ToLower(strings.TrimSuffix(s.title, "s")))
		}
		text := cut(plain(x.text), maxMarkdownLine/4)
		switch {
		case list && left != "":
			line("- … %s", left)
		case list:
			if below, is := strings.CutPrefix(text, indent); is {
				line("  - %s", prose(below))
				continue
			}
			line("- %s %s%s", map[sign]string{added: "➕", removed: "➖"}[x.sign], prose(text), prefixed(" ", codeOrNothing(x.place)))
		case left != "":
			line("# %s", left)
		default:
			line("%c %s%s", cmp.Or(map[sign]rune{altered: '!'}[x.sign], rune(x.sign)), strings.ReplaceAll(text, "```", "'''"), prefixed("  ", plain(x.place)))
		}
		if left != "" {
			break
		}
	}
	if !list {
		line("```")
		line("</details>")
	}
}

func codeOrNothing(text string) string {
	if text == "" {
		return ""
	}
	return code(text)
}

type jsonDifferences struct {
	Version     int                  `json:"version"`
	Revision    string               `json:"revision"`
	Commit      string               `json:"commit"`
	Units       []jsonUnitDifference `json:"units"`
	New         []jsonFinding        `json:"new"`
	Gone        []jsonGone           `json:"gone"`
	Kept        int                  `json:"kept"`
	Open        int                  `json:"open"`
	Diagnostics []jsonDiagnostic     `json:"diagnostics"`
}

type jsonUnitDifference struct {
	Unit      string         `json:"unit"`
	State     string         `json:"state"`          // "new", "gone", "moved" or "both": there before and now
	From      string         `json:"from,omitempty"` // what a unit was before it was moved
	Workloads []jsonClimber  `json:"workloads"`
	Added     []jsonResource `json:"added"`
	Removed   []jsonResource `json:"removed"`
	Resized   []jsonResource `json:"resized"`
	Moved     []jsonResource `json:"moved"`
	Related   []jsonRelation `json:"related"`
	Unrelated []jsonRelation `json:"unrelated"`
	Complete  bool           `json:"complete"` // false: parts could not be read then or now
}

// jsonClimber is a workload that is new or gone, or has reached or lost a rung.
type jsonClimber struct {
	Name   string      `json:"name"`
	State  string      `json:"state"`          // "new", "gone" or "both"
	From   string      `json:"from,omitempty"` // what it was called before
	Climbs []jsonClimb `json:"climbs"`
}

// jsonClimb counts stages from 1; 0 is none.
type jsonClimb struct {
	Story  string   `json:"story"`
	From   int      `json:"from"`
	To     int      `json:"to"`
	Gained []string `json:"gained"` // stages, by name
	Lost   []string `json:"lost"`
}

type jsonResource struct {
	Address   string `json:"address"`
	Type      string `json:"type"`
	Kind      string `json:"kind"`
	File      string `json:"file"`
	Line      int    `json:"line"`
	Instances int    `json:"instances"` // 0 where their number is not known
	Before    int    `json:"before,omitempty"`
	From      string `json:"from,omitempty"`
}

type jsonRelation struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Relation string `json:"relation"`
}

type jsonGone struct {
	Rule     string `json:"rule"`
	Name     string `json:"name"`
	Unit     string `json:"unit"`
	Resource string `json:"resource"`
	Message  string `json:"message"`
	Ignored  bool   `json:"ignored"`
}

// JSON writes the differences for programs. Its lists may be empty and are never null.
func (d *Differences) JSON(w io.Writer, o Options) error {
	files := newSources(o.Read)
	out := jsonDifferences{Version: jsonVersion, Revision: d.Revision, Commit: d.Commit, Units: []jsonUnitDifference{}, New: []jsonFinding{}, Gone: []jsonGone{},
		Kept: d.Kept, Open: d.Open, Diagnostics: []jsonDiagnostic{}}
	for _, c := range d.Changes {
		u := jsonUnitDifference{Unit: c.Unit, State: "both", Workloads: []jsonClimber{}, Added: jsonResources(c.Added), Removed: jsonResources(c.Removed), Resized: []jsonResource{},
			Moved: []jsonResource{}, Related: jsonRelations(c.Related), Unrelated: jsonRelations(c.Unrelated), Complete: !c.Blind}
		switch {
		case c.New:
			u.State = "new"
		case c.Gone:
			u.State = "gone"
		case c.From != "":
			u.State, u.From = "moved", c.From
		}
		for _, w := range c.Workloads {
			u.Workloads = append(u.Workloads, climberJSON(w))
		}
		for _, r := range c.Resized {
			j := resourceJSON(r.Resource)
			j.Before = r.Before
			u.Resized = append(u.Resized, j)
		}
		for _, r := range c.Moved {
			j := resourceJSON(r.Resource)
			j.From = r.From
			u.Moved = append(u.Moved, j)
		}
		out.Units = append(out.Units, u)
	}
	for _, f := range d.New {
		out.New = append(out.New, files.finding(f))
	}
	for _, f := range d.Gone {
		out.Gone = append(out.Gone, jsonGone{f.Rule.ID, f.Rule.Name, f.Unit, f.Resource, f.Message, f.Ignored})
	}
	for _, x := range d.Diagnostics {
		out.Diagnostics = append(out.Diagnostics, diagnostic(x))
	}
	return WriteJSON(w, out)
}

func climberJSON(w delta.Workload) jsonClimber {
	out := jsonClimber{Name: w.Name, State: "both", From: w.From, Climbs: []jsonClimb{}}
	switch {
	case w.New:
		out.State = "new"
	case w.Gone:
		out.State = "gone"
	}
	names := func(all []ladder.Rung) []string {
		out := []string{}
		for _, r := range all {
			out = append(out, r.Name)
		}
		return out
	}
	for _, c := range w.Climbs {
		out.Climbs = append(out.Climbs, jsonClimb{string(c.Story), c.From, c.To, names(c.Gained), names(c.Lost)})
	}
	return out
}

func resourceJSON(r *delta.Resource) jsonResource {
	return jsonResource{Address: r.Address, Type: r.Type, Kind: r.Kind, File: r.File, Line: r.Line, Instances: r.Instances}
}

func jsonResources(all []*delta.Resource) []jsonResource {
	out := []jsonResource{}
	for _, r := range all {
		out = append(out, resourceJSON(r))
	}
	return out
}

func jsonRelations(all []delta.Relation) []jsonRelation {
	out := []jsonRelation{}
	for _, r := range all {
		out = append(out, jsonRelation{r.From, r.To, string(r.Name)})
	}
	return out
}
