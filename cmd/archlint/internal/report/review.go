package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// Reviews are what came of a review: the workloads unit by unit.
type Reviews struct {
	Workloads   []ladder.Review
	Diagnostics []graph.Diagnostic
	Units       int
	Chart       *Chart // of all units, for the picture in Markdown; nil where there is to be none
	Large       bool   // there are more resources than [MaxDrawn], and the chart does not have them
}

// A ReviewWriter writes a review in one format.
type ReviewWriter func(io.Writer, Reviews, Options) error

// sortWords name the sorts of workloads for people, by [aws.WorkloadSort]; sortNames for programs.
var (
	sortWords = [...]string{aws.WebWorkload: "web tier", aws.WorkerWorkload: "workers", aws.OtherWorkload: "compute", aws.StoreWorkload: "data store"}
	sortNames = [...]string{aws.WebWorkload: "web", aws.WorkerWorkload: "worker", aws.OtherWorkload: "other", aws.StoreWorkload: "store"}
)

// rungSigns tell whether a rung is reached, without colour.
var rungSigns = map[graph.Tri]string{graph.True: "✓", graph.False: "✗", graph.Unknown: "?"}

// mostNamed is how many resources of a workload are named.
const mostNamed = 6

// heading is the sentence on a ladder: the story and how far the workload has come.
func heading(l ladder.Ladder) string {
	names := l.Story.Stages()
	switch {
	case l.At == 0 && len(l.Rungs) > 0 && l.Rungs[0].Reached == graph.Unknown:
		return fmt.Sprintf("%s: on which of the %d rungs is not knowable", l.Story, len(names))
	case l.At == 0:
		return fmt.Sprintf("%s: on none of the %d rungs", l.Story, len(names))
	}
	text := fmt.Sprintf("%s: on rung %d of %d, %s", l.Story, l.At, len(names), names[l.At-1])
	var open []string
	for _, r := range l.Rungs {
		if r.Stage < l.At && r.Reached == graph.Unknown {
			open = append(open, fmt.Sprint(r.Stage))
		}
	}
	if len(open) > 0 {
		text += fmt.Sprintf(" (as far as is known: %s not knowable)", graph.Enumerate(open, "")+map[bool]string{true: " is", false: " are"}[len(open) == 1])
	}
	return text
}

// rungWords are what is told beside a rung.
func rungWords(r ladder.Rung) string {
	switch {
	case r.By > 0:
		return fmt.Sprintf("left behind by rung %d", r.By)
	case r.Reached == graph.Unknown:
		return "not knowable: " + r.Words()
	}
	return r.Words()
}

// ids are the first rules that have found something about a rung, each once.
func ids(r ladder.Rung) string {
	const most = 4
	var out []string
	for _, f := range r.Findings {
		if !slices.Contains(out, f.Rule.ID) {
			out = append(out, f.Rule.ID)
		}
	}
	if n := len(out) - most; n > 0 {
		out = append(out[:most], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(out, " ")
}

// where is the place of what shows a rung first; not known where there is none.
func where(r ladder.Rung) graph.Range {
	if len(r.Shows) == 0 || r.By > 0 {
		return graph.Range{}
	}
	return r.Shows[0].Range
}

// named names the first members of a workload.
func named(w ladder.Review) string {
	var out []string
	for _, m := range w.Members[:min(mostNamed, len(w.Members))] {
		out = append(out, m.Address)
	}
	if n := len(w.Members) - len(out); n > 0 {
		out = append(out, fmt.Sprintf("%d more", n))
	}
	return strings.Join(out, ", ")
}

// ReviewText writes a review for people: workload by workload its ladders, a line for each rung with what shows it, and the next
// step with the line to change.
func ReviewText(w io.Writer, all Reviews, o Options) error {
	out := bufio.NewWriter(w)
	t := &text{w: out, paint: painter(o.Color), width: o.Width, sources: newSources(o.Read)}
	unit := ""
	for _, r := range all.Workloads {
		if r.Unit != unit && all.Units > 1 {
			t.line("%s %s", t.paint.dim("──"), t.paint.strong(plain(r.Unit)))
			t.line("")
		}
		unit = r.Unit
		t.workload(r)
	}
	t.diagnostics(all.Diagnostics, o.Verbose)
	switch {
	case all.Units == 0:
		t.line("Nothing to review: no Terraform or CloudFormation was found.")
	case len(all.Workloads) == 0:
		t.line("No workload in %s: no compute, and no data store.", count(all.Units, "unit"))
	default:
		t.line("%s in %s", count(len(all.Workloads), "workload"), count(all.Units, "unit"))
	}
	return out.Flush()
}

func (t *text) workload(r ladder.Review) {
	t.line("%s, %s", t.paint.strong(plain(r.Name)), sortWords[r.Sort])
	t.prose(2, "  %s", t.paint.dim(plain(named(r))))
	for _, l := range r.Ladders {
		t.line("")
		t.line("  %s", t.paint.strong(heading(l)))
		for _, rung := range l.Rungs {
			t.rung(rung)
		}
		if l.Next != nil {
			t.next(*l.Next)
		}
	}
	t.line("")
}

func (t *text) rung(r ladder.Rung) {
	sign := rungSigns[r.Reached]
	switch r.Reached {
	case graph.True:
		sign = t.paint.good(sign)
	case graph.False:
		sign = t.paint.level(rules.Error, sign)
	}
	line := fmt.Sprintf("    %s %d %s: %s", sign, r.Stage, r.Name, plain(rungWords(r)))
	if at := where(r); at.Known() {
		line += " " + t.paint.dim("("+t.lineOf(at)+")")
	}
	if found := ids(r); found != "" {
		line += " " + t.paint.level(r.Findings[0].Level, found)
	}
	t.prose(8, "%s", line)
}

// next tells the next step, and shows the line to change.
func (t *text) next(s ladder.Step) {
	t.prose(8, "    %s %s", t.paint.strong("next:"), plain(s.Sentence))
	if !s.Range.Known() || s.Range.Address != "" {
		return
	}
	f := t.sources.file(s.Range.File)
	if f == nil {
		return
	}
	line := strings.TrimSpace(f.line(s.Range.Start.Line))
	if line == "" {
		return
	}
	t.line("      %s  %s", t.paint.dim(t.lineOf(s.Range)+":"), show(line, 1, 1, maxSnippet).text)
	if s.Finding == nil {
		return
	}
	if c, ok := t.sources.change(s.Finding); ok && c.text != "" {
		t.line("      %s  %s", t.paint.good("write"), plain(strings.TrimSpace(c.text)))
	}
}

// lineOf is "file:line", or "file: address" in a plan.
func (t *text) lineOf(r graph.Range) string {
	if r.Address != "" {
		return plain(r.File + ": " + r.Address)
	}
	return plain(lineOf(r.File, r.Start.Line))
}

type jsonWorkload struct {
	Unit      string       `json:"unit"`
	Name      string       `json:"name"`
	Sort      string       `json:"sort"` // web, worker, other, store
	Resources []jsonMember `json:"resources"`
	Ladders   []jsonLadder `json:"ladders"`
}

type jsonMember struct {
	jsonSubject
	Kind string `json:"kind"`
}

type jsonLadder struct {
	Story string     `json:"story"`
	At    int        `json:"at"` // the stage that is reached with none below it that is not; 0 where there is none
	Rungs []jsonRung `json:"rungs"`
	Next  *jsonStep  `json:"next"`
}

type jsonRung struct {
	Stage    int            `json:"stage"`
	Name     string         `json:"name"`
	Reached  string         `json:"reached"` // "true", "false" or "unknown"
	By       int            `json:"leftBehindBy,omitempty"`
	Evidence []jsonEvidence `json:"evidence"`
	Rules    []string       `json:"rules"`
	Findings []jsonFinding  `json:"findings"`
}

type jsonEvidence struct {
	Message  string `json:"message"`
	Resource string `json:"resource"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

type jsonStep struct {
	Stage    int    `json:"stage"`
	Sentence string `json:"sentence"`
	jsonPlace
	Rule string    `json:"rule,omitempty"`
	Edit *jsonEdit `json:"edit,omitempty"`
}

// ReviewJSON writes a review for programs, in the shape that the version names.
func ReviewJSON(w io.Writer, all Reviews, o Options) error {
	files := newSources(o.Read)
	workload := func(r ladder.Review) any {
		j := jsonWorkload{Unit: r.Unit, Name: r.Name, Sort: sortNames[r.Sort], Resources: []jsonMember{}, Ladders: []jsonLadder{}}
		for _, m := range r.Members {
			j.Resources = append(j.Resources, jsonMember{subject(m.Subject), m.Kind})
		}
		for _, l := range r.Ladders {
			j.Ladders = append(j.Ladders, files.ladder(l))
		}
		return j
	}
	return writeParts(w, []jsonPart{
		{name: "version", value: jsonVersion},
		{name: "workloads", items: each(all.Workloads, workload)},
		{name: "diagnostics", items: each(all.Diagnostics, func(d graph.Diagnostic) any { return diagnostic(d) })},
	})
}

func (s *sources) ladder(l ladder.Ladder) jsonLadder {
	out := jsonLadder{Story: string(l.Story), At: l.At, Rungs: []jsonRung{}}
	for _, r := range l.Rungs {
		j := jsonRung{Stage: r.Stage, Name: r.Name, Reached: r.Reached.String(), By: r.By, Evidence: []jsonEvidence{}, Rules: append([]string{}, r.Rules...), Findings: []jsonFinding{}}
		for _, e := range r.Shows {
			j.Evidence = append(j.Evidence, jsonEvidence{e.Words, e.Resource, e.Range.File, e.Range.Start.Line})
		}
		for _, f := range r.Findings {
			j.Findings = append(j.Findings, s.finding(f))
		}
		out.Rungs = append(out.Rungs, j)
	}
	if n := l.Next; n != nil {
		out.Next = &jsonStep{Stage: n.Stage, Sentence: n.Sentence}
		if n.Range.Known() {
			out.Next.jsonPlace = place(n.Range.File, s.region(n.Range))
		}
		if n.Finding != nil {
			out.Next.Rule = n.Finding.Rule.ID
			if c, ok := s.change(n.Finding); ok {
				out.Next.Edit = &jsonEdit{place(n.Finding.Edit.Range.File, c.region), c.text}
			}
		}
	}
	return out
}

// ReviewMarkdown writes a review for a pull request or a design document: a table for each ladder, and the next step. What
// exceeds a comment on GitHub is counted.
func ReviewMarkdown(w io.Writer, all Reviews, o Options) error {
	o.Real = remembered(o.Real)
	m := &markdown{o: o, files: newSources(o.Read)}
	m.line("## Architecture%s", prefixed(": ", prose(o.Category)))
	m.reviews(all)
	_, err := w.Write(m.text.Bytes())
	return err
}

// reviews writes the picture and the workloads, as far as there is room.
func (m *markdown) reviews(all Reviews) {
	if len(all.Workloads) == 0 {
		m.line("")
		m.line("No workload in %s.", count(all.Units, "unit"))
	}
	m.picture(all)
	unit := ""
	for i, r := range all.Workloads {
		one := &markdown{o: m.o, files: m.files}
		if r.Unit != unit && all.Units > 1 {
			shown, _ := m.o.within(r.Unit)
			one.line("")
			one.line("### %s", code(shown))
		}
		unit = r.Unit
		one.workload(r)
		const reserve = 100 // for what is said at the end
		if m.text.Len()+one.text.Len() > maxMarkdown-reserve {
			m.line("")
			m.line("… and %s, left out to keep this short.", more(len(all.Workloads)-i, "workload"))
			break
		}
		m.text.Write(one.text.Bytes())
	}
}

// The bounds of the diagrams that GitHub draws (Mermaid, "Directives": maxTextSize and maxEdges).
const (
	maxDiagram = 50_000 // bytes, of which no text has fewer than characters
	maxArrows  = 500
)

// MaxDrawn is how many resources of all units a picture in Markdown may have at most: more have hardly ever so few relations
// as can be drawn there.
const MaxDrawn = 500

// picture draws the graph, unless it exceeds what GitHub draws, or leaves no room for the words.
func (m *markdown) picture(all Reviews) {
	c := all.Chart
	if c == nil || len(c.Resources) == 0 && !all.Large {
		return
	}
	m.line("")
	var b bytes.Buffer
	if all.Large || c.Mermaid(&b) != nil || len(c.Edges) > maxArrows || b.Len() > maxDiagram || m.text.Len()+b.Len() > maxMarkdown*3/4 {
		m.line("The picture is left out: there is more to draw than fits in here. `archlint graph` draws it.")
		return
	}
	m.line("```mermaid")
	m.text.Write(b.Bytes())
	m.line("```")
}

func (m *markdown) workload(r ladder.Review) {
	m.line("")
	m.line("#### %s, %s", prose(r.Name), sortWords[r.Sort])
	m.line("")
	m.line("%s", cut(prose(named(r)), maxMarkdownLine))
	for _, l := range r.Ladders {
		m.line("")
		m.line("**%s**", heading(l))
		m.line("")
		m.line("| | Rung | What shows it | Where |")
		m.line("|---|---|---|---|")
		for _, rung := range l.Rungs {
			words := cut(prose(rungWords(rung)), maxMarkdownLine)
			if found := ids(rung); found != "" {
				words += " (" + found + ")"
			}
			m.line("| %s | %d %s | %s | %s |", rungSigns[rung.Reached], rung.Stage, rung.Name, words, m.linked(where(rung)))
		}
		if n := l.Next; n != nil {
			m.line("")
			m.line("**Next:** %s %s", prose(n.Sentence), m.linked(n.Range))
		}
	}
}

// linked is a place as code, linked to where it can be seen; "" where it is not known.
func (m *markdown) linked(at graph.Range) string {
	if !at.Known() {
		return ""
	}
	s := m.o.spot(m.files, at)
	place := strings.ReplaceAll(code(s.String()), "|", `\|`)
	if at.Address != "" {
		return strings.ReplaceAll(code(s.path), "|", `\|`)
	}
	if m.o.Link != nil && s.region.startLine > 0 {
		if _, in := m.o.within(at.File); in {
			if link := m.o.Link(s.path, s.region.startLine); link != "" {
				return fmt.Sprintf("[%s](<%s>)", place, link)
			}
		}
	}
	return place
}
