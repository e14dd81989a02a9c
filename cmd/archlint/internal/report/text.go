package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Text writes a result for people: each finding with its line, the way that the value took and the fix; then the
// diagnostics; at the end one line with the counts. No line ends in a space.
func Text(w io.Writer, res rules.Result, o Options) error {
	out := bufio.NewWriter(w)
	t := &text{w: out, paint: painter(o.Color), sources: newSources(o.Read)}
	for _, f := range res.Findings {
		t.finding(f)
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
	t.summary(res, o)
	return out.Flush()
}

// maxSee is how many related places of a finding are shown.
const maxSee = 6

// text writes the parts of a text report. Errors of the underlying writer are kept by it until it is flushed.
type text struct {
	w       *bufio.Writer
	paint   painter
	sources *sources
}

func (t *text) line(format string, args ...any) {
	_, _ = fmt.Fprintf(t.w, format+"\n", args...)
}

func (t *text) finding(f *rules.Finding) {
	at := t.sources.region(f.Range)
	t.line("%s %s %s: %s", t.paint.strong(t.placeOf(f.Range, f.Resource)+":"), t.paint.level(f.Level, f.Level.String()),
		t.paint.strong(f.Rule.ID)+" "+f.Rule.Name, plain(f.Text()))
	gutter := t.snippet(f.Range, at, f.Level)
	if way := t.way(f); way != "" {
		t.line("%s %s %s", gutter, t.paint.dim("= value:"), way)
	}
	if calls := t.calls(f.Calls); calls != "" {
		t.line("%s %s %s", gutter, t.paint.dim("= in:"), calls)
	}
	for i, r := range once(f.Related) {
		if i == maxSee {
			t.line("%s %s and %d more places", gutter, t.paint.dim("= see:"), len(once(f.Related))-maxSee)
			break
		}
		t.line("%s %s %s: %s", gutter, t.paint.dim("= see:"), t.place(r.Range), plain(r.Message))
	}
	t.line("%s %s %s", gutter, t.paint.good("= fix:"), plain(f.Rule.Fix.Advice))
	t.line("")
}

// once drops the related places that are told already.
func once(all []rules.Related) []rules.Related {
	var out []rules.Related
	for _, r := range all {
		if !slices.Contains(out, r) {
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
	line := f.line(at.startLine)
	if strings.TrimSpace(line) == "" {
		return gutter
	}
	end := at.endColumn
	if at.endLine > at.startLine {
		end = len([]rune(strings.TrimRight(line, " \t"))) + 1
	}
	s := show(line, at.startColumn, end)
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

// calls tells through which modules or stacks a resource is reached, the outermost first.
func (t *text) calls(calls []graph.Call) string {
	var words []string
	for _, c := range calls {
		words = append(words, fmt.Sprintf("%s at %s", plain(c.Address), t.place(c.Range)))
	}
	return strings.Join(words, " → ")
}

// diagnostics tells the troubles in reading, errors with their lines. The mildest are for those who ask.
func (t *text) diagnostics(all []graph.Diagnostic, verbose bool) {
	open := false // lines without space after them
	for _, d := range all {
		if d.Severity == graph.Info && !verbose {
			continue
		}
		l := levelOf(d.Severity)
		t.line("%s %s %s", t.paint.strong(t.place(d.Range)+":"), t.paint.level(l, d.Severity.String()+":"), plain(d.Message))
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
	t.line("%s %s %s %s: no verdict on %s: %s", t.paint.strong(t.placeOf(a.Range, a.Resource)+":"), t.paint.dim("unknown"), t.paint.strong(a.Rule.ID), a.Rule.Name,
		plain(a.Resource.Address), plain(a.Reason))
}

// summary is the last line.
func (t *text) summary(res rules.Result, o Options) {
	if res.Units == 0 {
		t.line("Nothing to lint: no Terraform or CloudFormation was found.")
		return
	}
	var n [rules.Error + 1]int
	for _, f := range res.Findings {
		n[f.Level]++
	}
	var counts []string
	for l := rules.Error; ; l-- {
		if n[l] > 0 {
			counts = append(counts, t.paint.level(l, count(n[l], l.String())))
		}
		if l == rules.Note {
			break
		}
	}
	found := t.paint.good("No findings")
	if res.Known > 0 {
		found = t.paint.good("No new findings")
	}
	if len(counts) > 0 {
		found = strings.Join(counts, ", ")
	}
	line := fmt.Sprintf("%s in %s of %s", found, count(res.Resources, "resource"), count(res.Units, "unit"))
	if res.Known > 0 {
		line += fmt.Sprintf("; %s left out", count(res.Known, "known finding"))
	}
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
	t.line("%s.", line)
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
