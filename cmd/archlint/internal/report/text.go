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

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Text writes a result for people: root by root each finding with its line and the way that the value took, and the fix
// with the first finding of each rule; then the diagnostics; then, where there are many findings, how many there are of
// each rule; at the end one line with the counts. No line ends in a space. On a terminal long lines are wrapped between
// words.
func Text(w io.Writer, res rules.Result, o Options) error {
	out := bufio.NewWriter(w)
	t := &text{w: out, paint: painter(o.Color), width: o.Width, sources: newSources(o.Read), fixed: map[*rules.Rule]bool{}}
	groups := grouped(res.Findings, func(f *rules.Finding) string { return f.Unit })
	for _, g := range groups {
		if len(groups) > 1 {
			t.line("%s %s", t.paint.dim("──"), t.paint.strong(plain(g.unit)+":")+" "+t.paint.counts(levels(g.findings)))
			t.line("")
		}
		for _, f := range g.findings {
			t.finding(f)
		}
	}
	if o.ShowIgnored {
		for _, f := range res.Ignored {
			t.ignored(f)
		}
	}
	t.diagnostics(res.Diagnostics, o.Verbose)
	if o.Verbose {
		for _, a := range res.Abstentions {
			t.abstention(a)
		}
		if len(res.Abstentions) > 0 {
			t.line("")
		}
	}
	t.byRule(res.Findings)
	t.summary(res, o)
	return out.Flush()
}

// maxSee is how many related places of a finding are shown, and manyFindings how many findings have a table of rules.
const (
	maxSee       = 6
	manyFindings = 25
)

// text writes the parts of a text report. Errors of the underlying writer are kept by it until it is flushed.
type text struct {
	w       *bufio.Writer
	paint   painter
	width   int // of the terminal; 0 is none
	sources *sources
	fixed   map[*rules.Rule]bool // rules whose fix is told
}

func (t *text) line(format string, args ...any) {
	_, _ = fmt.Fprintf(t.w, format+"\n", args...)
}

// prose writes a line of words, wrapped where there is a terminal; its further lines are indented by so many columns.
func (t *text) prose(indent int, format string, args ...any) {
	t.line("%s", wrap(fmt.Sprintf(format, args...), t.width, indent))
}

// told writes a labelled line below a snippet, wrapped below its words.
func (t *text) told(gutter, label, format string, args ...any) {
	t.prose(len(gutter)+1+visible(label)+1, "%s %s %s", gutter, label, fmt.Sprintf(format, args...))
}

func (t *text) finding(f *rules.Finding) {
	at := t.sources.region(f.Range)
	t.prose(4, "%s %s %s: %s", t.paint.strong(t.placeOf(f.Range, f.Resource)+":"), t.paint.level(f.Level, f.Level.String()),
		t.paint.strong(f.Rule.ID)+" "+f.Rule.Name, plain(f.Text()))
	gutter := t.snippet(f.Range, at, f.Level)
	if way := t.way(f); way != "" {
		t.told(gutter, t.paint.dim("= value:"), "%s", way)
	}
	if calls := t.calls(f.Calls, f.Range); calls != "" {
		t.told(gutter, t.paint.dim("= in:"), "%s", calls)
	}
	related := once(f.Related)
	for i, r := range related {
		if i == maxSee {
			t.told(gutter, t.paint.dim("= see:"), "and %d more places", len(related)-maxSee)
			break
		}
		t.told(gutter, t.paint.dim("= see:"), "%s: %s", t.place(r.Range), plain(r.Message))
	}
	if !t.fixed[f.Rule] {
		t.fixed[f.Rule] = true
		t.told(gutter, t.paint.good("= fix:"), "%s", plain(f.Rule.Fix.Advice))
	}
	t.line("")
}

// byRule counts the findings of each rule and level where they are too many to be counted by eye: the gravest first, of
// those the most frequent.
func (t *text) byRule(all []*rules.Finding) {
	if len(all) < manyFindings {
		return
	}
	type row struct {
		rule  *rules.Rule
		level rules.Level
	}
	n := map[row]int{}
	most := 0 // digits
	for _, f := range all {
		r := row{f.Rule, f.Level}
		n[r]++
		most = max(most, len(fmt.Sprint(n[r])))
	}
	rows := slices.SortedFunc(maps.Keys(n), func(a, b row) int {
		return cmp.Or(cmp.Compare(b.level, a.level), cmp.Compare(n[b], n[a]), strings.Compare(a.rule.ID, b.rule.ID))
	})
	for _, r := range rows {
		level := r.level.String()
		t.prose(most+len(" warning AL101 "), "%*d %s%*s %s %s: %s", most, n[r], t.paint.level(r.level, level), len("warning")-len(level), "",
			t.paint.strong(r.rule.ID), r.rule.Name, plain(r.rule.Title))
	}
	t.line("")
}

// ignored tells of a finding that does not count, and why.
func (t *text) ignored(f *rules.Finding) {
	t.line("%s", t.paint.dim(fmt.Sprintf("%s: ignored %s %s: %s", t.placeOf(f.Range, f.Resource), f.Rule.ID, f.Rule.Name, plain(f.Text()))))
	reason := "no reason is given"
	if f.Silenced.Reason != "" {
		reason = plain(f.Silenced.Reason)
	}
	t.line("%s", t.paint.dim(fmt.Sprintf("    = reason: %s (%s)", reason, t.place(f.Silenced.Range))))
	t.line("")
}

// once drops the related places that are told already.
func once(all []rules.Related) []rules.Related {
	told := map[rules.Related]bool{}
	var out []rules.Related
	for _, r := range all {
		if !told[r] {
			told[r] = true
			out = append(out, r)
		}
	}
	return out
}

// snippet shows the first line of a region and gives the space that the lines below it are indented by.
func (t *text) snippet(r graph.Range, at region, l rules.Level) (gutter string) {
	number := fmt.Sprint(at.startLine)
	gutter = strings.Repeat(" ", len(number)+1)
	if r.Address != "" {
		return gutter
	}
	f := t.sources.file(r.File)
	if f == nil {
		return gutter
	}
	line := f.bytes(at.startLine)
	if len(bytes.TrimSpace(line)) == 0 {
		return gutter
	}
	end := at.endColumn
	if at.endLine > at.startLine {
		_, end = f.at(f.starts[at.startLine-1] + len(bytes.TrimRight(line, " \t")))
	}
	space := maxSnippet
	if t.width > 0 {
		space = min(space, max(t.width-len(gutter)-len("| ……"), minSnippet))
	}
	near, skipped, more := f.around(at.startLine, max(at.startColumn-1, 0))
	s := showNear(near, skipped, more, at.startColumn, end, space)
	bar := t.paint.dim("|")
	t.line("%s %s", gutter, bar)
	t.line(" %s %s %s", t.paint.dim(number), bar, s.text)
	t.line("%s %s %s", gutter, bar, t.marks(s.marks, l))
	return gutter
}

// marks colours the carets but not the space before them.
func (t *text) marks(marks string, l rules.Level) string {
	carets := strings.TrimLeft(marks, " ")
	return marks[:len(marks)-len(carets)] + t.paint.level(l, carets)
}

// placeOf is the place of what is said about a resource. In a plan that is the resource's own address: the range's is
// that of all instances.
func (t *text) placeOf(r graph.Range, s rules.Subject) string {
	if r.Address != "" {
		return plain(r.File + ": " + s.Address)
	}
	return t.place(r)
}

// place is "file:line:column", or less where less is known; "file: address" in a plan.
func (t *text) place(r graph.Range) string {
	switch {
	case r.Address != "":
		return plain(r.File + ": " + r.Address)
	case !r.Known():
		return plain(r.File)
	}
	at := t.sources.region(r)
	return fmt.Sprintf("%s:%d:%d", plain(r.File), at.startLine, at.startColumn)
}

// way tells where the value at a finding came from, if not from where the finding points.
func (t *text) way(f *rules.Finding) string {
	var words []string
	for _, s := range f.Trace {
		if s.Range == f.Range || s.Kind == graph.Written {
			continue
		}
		word := plain(station(s))
		if s.Range.Known() {
			word += " at " + t.place(s.Range)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ← ")
}

// station names one station of a value's way.
func station(s graph.Step) string {
	switch s.Kind {
	case graph.Argument:
		return "argument of " + s.Name
	case graph.Output:
		return "output " + s.Name
	case graph.Given:
		return s.Name + ", given"
	case graph.Fallback:
		return "default of " + s.Name
	}
	return s.Name
}

// calls tells through which modules or stacks a resource is reached, the outermost first; "" where that is a single one
// and the finding stands at its call.
func (t *text) calls(calls []graph.Call, at graph.Range) string {
	if len(calls) == 1 && calls[0].Range == at {
		return ""
	}
	var words []string
	for _, c := range calls {
		words = append(words, fmt.Sprintf("%s at %s", plain(c.Address), t.place(c.Range)))
	}
	return strings.Join(words, " → ")
}

// textTroubles is how many diagnostics are told to people.
var textTroubles = tellable{ofFile: 20, all: 200}

// diagnostics tells the troubles in reading, errors with their lines. The mildest are for those who ask.
func (t *text) diagnostics(all []graph.Diagnostic, verbose bool) {
	if !verbose {
		all = slices.DeleteFunc(slices.Clone(all), func(d graph.Diagnostic) bool { return d.Severity == graph.Info })
	}
	open := false // lines without space after them
	for _, d := range textTroubles.tell(all) {
		l := levelOf(d.Severity)
		switch {
		case !d.rest:
			t.prose(4, "%s %s %s", t.paint.strong(t.place(d.Range)+":"), t.paint.level(l, d.Severity.String()+":"), plain(d.Message))
		case d.Range.File == "":
			t.prose(4, "%s", d.Message)
		default:
			t.prose(4, "%s %s", t.paint.strong(plain(d.Range.File)+":"), d.Message)
		}
		open = d.Severity < graph.Error
		if !open {
			if d.Range.Known() {
				t.snippet(d.Range, t.sources.region(d.Range), l)
			}
			t.line("")
		}
	}
	if open {
		t.line("")
	}
}

func (t *text) abstention(a rules.Abstention) {
	t.prose(4, "%s %s %s %s: no verdict on %s: %s", t.paint.strong(t.placeOf(a.Range, a.Resource)+":"), t.paint.dim("unknown"), t.paint.strong(a.Rule.ID), a.Rule.Name,
		plain(a.Resource.Address), plain(a.Reason))
}

// summary is the last line.
func (t *text) summary(res rules.Result, o Options) {
	if res.Units == 0 {
		t.line("Nothing to lint: no Terraform or CloudFormation was found.")
		return
	}
	found := t.paint.counts(levels(res.Findings))
	if len(res.Findings) == 0 && res.Known > 0 {
		found = t.paint.good("No new findings")
	}
	line := fmt.Sprintf("%s in %s of %s", found, count(res.Resources, "declared resource"), count(res.Units, "unit"))
	line += silenced(res)
	if k := len(res.Abstentions); k > 0 {
		line += fmt.Sprintf("; %s left open", count(k, "verdict"))
		if !o.Verbose {
			line += " (--verbose tells why)"
		}
	}
	if k := broken(res.Diagnostics); k > 0 {
		line += fmt.Sprintf("; %s", count(k, "input error"))
	}
	if o.Elapsed > 0 {
		line += fmt.Sprintf("; %.2fs", o.Elapsed.Seconds())
	}
	t.prose(0, "%s.", line)
}

// silenced tells, behind a semicolon, of findings that are not among those counted.
func silenced(res rules.Result) string {
	out := ""
	if res.Known > 0 {
		out += fmt.Sprintf("; %s left out", count(res.Known, "known finding"))
	}
	if k := len(res.Ignored); k > 0 {
		out += fmt.Sprintf("; %d ignored", k)
	}
	return out
}

// broken counts the diagnostics that are errors.
func broken(ds []graph.Diagnostic) int {
	n := 0
	for _, d := range ds {
		if d.Severity == graph.Error {
			n++
		}
	}
	return n
}

// levelOf grades a diagnostic in the words of findings.
func levelOf(s graph.Severity) rules.Level {
	return [...]rules.Level{graph.Info: rules.Note, graph.Warning: rules.Warning, graph.Error: rules.Error}[s]
}
