package cli

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/archlint/archlint/rules/catalogue"
)

// reports are what a run has written, in every format, of the files below a root.
type reports struct {
	t     *testing.T
	root  string
	all   map[string][]byte
	files map[string]*text
}

// A text is how many lines a file has, and how many code points each of them, without its end.
type text struct{ widths []int }

// file gives the text of a file that a report names, with forward slashes.
func (h *reports) file(name string) *text {
	h.t.Helper()
	if f := h.files[name]; f != nil {
		return f
	}
	path := filepath.FromSlash(name)
	if !filepath.IsAbs(path) {
		path = filepath.Join(h.root, path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		h.t.Fatalf("a report names the file %q: %v", name, err)
	}
	f := &text{}
	for line := range bytes.SplitSeq(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")), []byte("\n")) {
		f.widths = append(f.widths, utf8.RuneCount(line))
	}
	h.files[name] = f
	return f
}

// place holds a place against its file: lines and columns count from 1, the end column is exclusive.
func (h *reports) place(what, name string, line, column, endLine, endColumn int) {
	h.t.Helper()
	f := h.file(name)
	switch {
	case line < 1 || endLine < line || endLine > len(f.widths):
		h.t.Fatalf("%s: lines %d to %d of %d in %s", what, line, endLine, len(f.widths), name)
	case column < 1 || column > f.widths[line-1]+1 || endColumn < 1 || endColumn > f.widths[endLine-1]+1:
		h.t.Fatalf("%s: columns %d:%d to %d:%d in %s, where the lines have %d and %d", what, line, column, endLine, endColumn, name, f.widths[line-1], f.widths[endLine-1])
	case line == endLine && endColumn < column:
		h.t.Fatalf("%s: column %d to %d of line %d in %s", what, column, endColumn, line, name)
	}
}

// hold holds every report.
func (h *reports) hold() {
	h.t.Helper()
	for name, content := range h.all {
		h.readable(name, content)
	}
	findings, broken := h.json()
	if n := h.sarif(); n != findings {
		h.t.Errorf("%d findings in JSON, %d in SARIF", findings, n)
	}
	if n := h.gitlab(); n != findings+broken {
		h.t.Errorf("%d findings and errors in JSON, %d in GitLab's report", findings+broken, n)
	}
	if n := h.github(); n != findings+broken {
		h.t.Errorf("%d findings and errors in JSON, %d annotations", findings+broken, n)
	}
	if n := h.elements("checkstyle", "error"); n != findings+broken {
		h.t.Errorf("%d findings and errors in JSON, %d in Checkstyle", findings+broken, n)
	}
	h.elements("junit", "testcase")
	const comment = 65_536 // what GitHub takes
	if n := len(h.all["markdown"]); n > comment {
		h.t.Errorf("the summary has %d bytes", n)
	}
}

// readable holds what any report is: UTF-8, with no control characters.
func (h *reports) readable(name string, content []byte) {
	h.t.Helper()
	if !utf8.Valid(content) {
		h.t.Errorf("the report %s is no UTF-8: %q", name, content)
	}
	for _, r := range string(content) {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			h.t.Fatalf("the report %s has the control character %U", name, r)
		}
	}
}

// decode reads a report, which must be one value without anything behind it.
func (h *reports) decode(name string, into any) {
	h.t.Helper()
	if err := json.Unmarshal(h.all[name], into); err != nil {
		h.t.Fatalf("the report %s: %v\n%s", name, err, h.all[name])
	}
}

// noNulls fails where a report, indented JSON, has a null in it. A line that ends in a text ends in its quote.
func (h *reports) noNulls(name string) {
	h.t.Helper()
	for line := range bytes.Lines(h.all[name]) {
		if value := bytes.TrimRight(line, ",\n"); bytes.HasSuffix(value, []byte(" null")) {
			h.t.Errorf("the report %s has a null: %s", name, line)
		}
	}
}

// json tells how many findings there are, and how many files, or parts of them, that could not be read.
func (h *reports) json() (findings, broken int) {
	h.t.Helper()
	type placed struct {
		File                             string
		Line, EndLine, Column, EndColumn int
	}
	var got struct {
		Version  int
		Findings []struct {
			Rule, Name, Level, Message string
			placed
			Resource  struct{ Address, Type, File string }
			Related   []placed
			Instances int
			Edit      *struct {
				placed
				Text string
			}
		}
		Abstentions []struct{ Rule, Reason string }
		Diagnostics []struct {
			placed
			Severity, Message string
		}
	}
	h.decode("json", &got)
	h.noNulls("json")
	for _, f := range got.Findings {
		r := catalogue.Find(f.Rule)
		if r == nil || r.Name != f.Name || f.Message == "" || f.Instances < 1 || !slices.Contains([]string{"error", "warning", "note"}, f.Level) {
			h.t.Errorf("a finding is not whole: %+v", f)
		}
		h.place(f.Rule, f.File, f.Line, f.Column, f.EndLine, f.EndColumn)
		if e := f.Edit; e != nil {
			h.place("the edit of "+f.Rule, e.File, e.Line, e.Column, e.EndLine, e.EndColumn)
		}
		for _, r := range f.Related {
			h.place("beside "+f.Rule, r.File, r.Line, 1, r.Line, 1)
		}
	}
	for _, a := range got.Abstentions {
		if catalogue.Find(a.Rule) == nil || a.Reason == "" {
			h.t.Errorf("an abstention is not whole: %+v", a)
		}
	}
	for _, d := range got.Diagnostics {
		if d.Severity == "error" {
			broken++
		}
		if d.Message == "" || strings.Contains(d.Message, "please report this") {
			h.t.Errorf("%s:%d: %s", d.File, d.Line, d.Message)
		}
		if d.Line > 0 {
			h.place(d.Message, d.File, d.Line, 1, d.Line, 1)
		}
	}
	if got.Version != 1 {
		h.t.Errorf("version %d", got.Version)
	}
	return len(got.Findings), broken
}

// A sarifPlace is where something is, as code scanning reads it.
type sarifPlace struct {
	ID               int
	Message          struct{ Text string }
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           *struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

// linked is how the message of a SARIF result links to a place that is related; an escaped bracket is none.
var linked = regexp.MustCompile(`[^\\]\]\((\d+)\)`)

// sarif tells how many results there are. What it demands is what GitHub does ("SARIF support for code scanning").
func (h *reports) sarif() int {
	h.t.Helper()
	h.noNulls("sarif")
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Rules []struct{ ID string }
				}
			}
			ColumnKind         string
			OriginalURIBaseIDs map[string]struct{ URI string } `json:"originalUriBaseIds"`
			Invocations        []struct {
				ExecutionSuccessful        *bool
				ToolExecutionNotifications []struct {
					Level     string
					Message   struct{ Text string }
					Locations []sarifPlace
				}
			}
			Results *[]struct {
				RuleID              string
				RuleIndex           *int
				Level               string
				Message             struct{ Text string }
				Locations           []sarifPlace
				RelatedLocations    []sarifPlace
				PartialFingerprints map[string]string
				Fixes               []struct {
					ArtifactChanges []struct {
						ArtifactLocation struct{ URI, URIBaseID string }
						Replacements     []struct {
							DeletedRegion struct{ StartLine, StartColumn, EndLine, EndColumn int }
						}
					}
				}
			}
		}
	}
	h.decode("sarif", &log)
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Results == nil {
		h.t.Fatalf("version %s, %d runs", log.Version, len(log.Runs))
	}
	run := log.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" || !strings.HasSuffix(run.OriginalURIBaseIDs["%SRCROOT%"].URI, "/") || len(run.Invocations) != 1 || run.Invocations[0].ExecutionSuccessful == nil {
		h.t.Errorf("the run is not whole: %+v", run)
	}
	for _, n := range run.Invocations[0].ToolExecutionNotifications {
		if n.Message.Text == "" || !slices.Contains([]string{"error", "warning", "note"}, n.Level) {
			h.t.Errorf("a notification is not whole: %+v", n)
		}
		for _, at := range n.Locations {
			h.sarifPlace(n.Message.Text, at, false)
		}
	}
	levels := []string{"error", "warning", "note"}
	prints := map[string]bool{}
	for _, r := range *run.Results {
		rules := run.Tool.Driver.Rules
		if r.RuleIndex == nil || *r.RuleIndex < 0 || *r.RuleIndex >= len(rules) || rules[*r.RuleIndex].ID != r.RuleID || !slices.Contains(levels, r.Level) || r.Message.Text == "" || len(r.Locations) != 1 {
			h.t.Fatalf("a result is not whole: %+v", r)
		}
		h.sarifPlace(r.RuleID, r.Locations[0], true)
		own := r.PartialFingerprints["archlint/v1"]
		if own == "" || prints[own] || r.PartialFingerprints["primaryLocationLineHash"] == "" {
			h.t.Errorf("%s: the fingerprints are %v", r.RuleID, r.PartialFingerprints)
		}
		prints[own] = true
		ids := map[int]bool{}
		for _, at := range r.RelatedLocations {
			h.sarifPlace("beside "+r.RuleID, at, true)
			if at.ID < 1 || ids[at.ID] || at.Message.Text == "" {
				h.t.Errorf("%s: a related place is not whole: %+v", r.RuleID, at)
			}
			ids[at.ID] = true
		}
		for _, m := range linked.FindAllStringSubmatch(r.Message.Text, -1) {
			if id, err := strconv.Atoi(m[1]); err != nil || !ids[id] {
				h.t.Errorf("%s: the message links to %s, which is not there: %q", r.RuleID, m[1], r.Message.Text)
			}
		}
		for _, fix := range r.Fixes {
			for _, c := range fix.ArtifactChanges {
				file := h.sarifFile("the fix of "+r.RuleID, c.ArtifactLocation.URI, c.ArtifactLocation.URIBaseID)
				for _, p := range c.Replacements {
					h.place("the fix of "+r.RuleID, file, p.DeletedRegion.StartLine, p.DeletedRegion.StartColumn, p.DeletedRegion.EndLine, p.DeletedRegion.EndColumn)
				}
			}
		}
	}
	return len(*run.Results)
}

// sarifPlace holds a place; a notification may be of a file as a whole.
func (h *reports) sarifPlace(what string, at sarifPlace, exact bool) {
	h.t.Helper()
	p := at.PhysicalLocation
	if p.Region == nil {
		if exact {
			h.t.Errorf("%s: there is no region", what)
		}
		return
	}
	file := h.sarifFile(what, p.ArtifactLocation.URI, p.ArtifactLocation.URIBaseID)
	r := *p.Region
	r.StartColumn = max(r.StartColumn, 1)
	if r.EndLine == 0 {
		r.EndLine, r.EndColumn = r.StartLine, max(r.EndColumn, r.StartColumn)
	}
	h.place(what, file, r.StartLine, r.StartColumn, r.EndLine, max(r.EndColumn, 1))
}

// sarifFile gives the file that a URI names.
func (h *reports) sarifFile(what, uri, base string) string {
	h.t.Helper()
	u, err := url.Parse(uri)
	if err != nil || u.IsAbs() || u.Host != "" || u.RawQuery != "" || u.Fragment != "" || base != "%SRCROOT%" {
		h.t.Fatalf("%s: the URI is %q, below %q: %v", what, uri, base, err)
	}
	if path.Clean(u.Path) != u.Path || path.IsAbs(u.Path) || strings.HasPrefix(u.Path, "../") {
		h.t.Fatalf("%s: the URI %q is not clean", what, uri)
	}
	return u.Path
}

// gitlab tells how many issues there are.
func (h *reports) gitlab() int {
	h.t.Helper()
	var issues []struct {
		Description, Fingerprint, Severity string
		CheckName                          string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	h.decode("gitlab", &issues)
	seen := map[string]bool{}
	for _, i := range issues {
		if i.Description == "" || i.CheckName == "" || i.Fingerprint == "" || seen[i.Fingerprint] || !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			h.t.Errorf("an issue is not whole, or there twice: %+v", i)
		}
		seen[i.Fingerprint] = true
		if i.CheckName != "input-error" {
			h.place(i.CheckName, i.Location.Path, i.Location.Lines.Begin, 1, i.Location.Lines.Begin, 1)
		}
	}
	return len(issues)
}

// annotation is a workflow command of GitHub Actions.
var annotation = regexp.MustCompile(`^::(?:error|warning|notice) (?:file=[^,:]*,)?(?:line=\d+,endLine=\d+,)?(?:col=\d+,endColumn=\d+,)?title=[^,:]*::.`)

// others is the number of errors in the input that an annotation counts, of those that are not annotated themselves.
var others = regexp.MustCompile(`title=archlint cannot read this::and (\d+) more errors?`)

// github tells how many findings and errors are annotated, or counted by an annotation: nothing that the files say makes one.
func (h *reports) github() (n int) {
	h.t.Helper()
	for line := range strings.Lines(string(h.all["github"])) {
		if !annotation.MatchString(line) {
			h.t.Errorf("no annotation: %q", line)
		}
		if counted := others.FindStringSubmatch(line); counted != nil {
			more, _ := strconv.Atoi(counted[1])
			n += more
			continue
		}
		n++
	}
	return n
}

// elements tells how many elements of a name there are in a report in XML, which must be well-formed.
func (h *reports) elements(report, name string) (n int) {
	h.t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(h.all[report])); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			h.t.Fatalf("the report %s: %v\n%s", report, err, h.all[report])
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			n++
		}
	}
}

// graph holds the graph in JSON: each edge has both ends, and every place lies in its file.
func (h *reports) graph(content []byte) {
	h.t.Helper()
	var got struct {
		Version   int
		Resources []struct {
			Address, File string
			Line, EndLine int
			Mode          string
		}
		Edges []struct{ From, To string }
		Gaps  []struct {
			File    string
			Line    int
			Message string
		}
	}
	if err := json.Unmarshal(content, &got); err != nil || got.Version != 1 {
		h.t.Fatalf("the graph, of version %d: %v\n%s", got.Version, err, content)
	}
	have := map[string]bool{}
	for _, r := range got.Resources {
		have[r.Address] = true
		if r.File != "" {
			h.place(r.Address, r.File, r.Line, 1, r.EndLine, 1)
		}
	}
	for _, e := range got.Edges {
		if !have[e.From] || !have[e.To] {
			h.t.Errorf("the edge from %q to %q lacks an end", e.From, e.To)
		}
	}
	for _, g := range got.Gaps {
		if g.Message == "" {
			h.t.Errorf("a gap says nothing: %+v", g)
		}
		if g.Line > 0 {
			h.place(g.Message, g.File, g.Line, 1, g.Line, 1)
		}
	}
}

// The lines of drawings. What files say stands in quotes, and ends none of them.
var lineOf = map[string]*regexp.Regexp{
	"dot":     regexp.MustCompile(`^(?:digraph archlint \{|  (?:rankdir|node |edge ).*;|  subgraph cluster_\d+ \{|    label=Q;|    \w+ \[label=Q(?:, style=dashed)?\];|  \w+ -> \w+ \[label=Q(?:, style=dashed)?\];|  \}|\})$`),
	"mermaid": regexp.MustCompile(`^(?:flowchart LR|  subgraph u\d+\[Q\]|    \w+\[Q\]|  end|  \w+ (?:-->|-\.->)(?:\|Q\|)? \w+)$`),
}

// quoted are the texts in quotes: Graphviz has escapes in them, Mermaid none.
var quoted = map[string]*regexp.Regexp{"dot": regexp.MustCompile(`"(?:[^"\\]|\\.)*"`), "mermaid": regexp.MustCompile(`"[^"<>]*"`)}

// drawn holds a drawing: every line is one that its format knows.
func (h *reports) drawn(format string, content []byte) {
	h.t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(string(content), "\n"), "\n") {
		bare := line
		if !strings.HasPrefix(line, "  node ") && !strings.HasPrefix(line, "  edge ") {
			bare = quoted[format].ReplaceAllLiteralString(line, "Q")
		}
		if !lineOf[format].MatchString(bare) {
			h.t.Errorf("no line of %s: %q", format, line)
		}
	}
}

// picture holds a picture: it is well-formed, runs and loads nothing, and what it draws has a place and a size.
func (h *reports) picture(content []byte) {
	h.t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			h.t.Fatalf("the picture: %v\n%s", err, content)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains([]string{"script", "foreignObject", "image", "use", "iframe", "object"}, start.Name.Local) {
			h.t.Errorf("the picture has the element %s", start.Name.Local)
		}
		for _, a := range start.Attr {
			switch name := a.Name.Local; {
			case strings.HasPrefix(name, "on") || name == "href":
				h.t.Errorf("the picture has the attribute %s: %q", name, a.Value)
			case slices.Contains([]string{"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "width", "height"}, name):
				if n, err := strconv.ParseFloat(strings.TrimSuffix(a.Value, "%"), 64); err != nil || math.IsNaN(n) || math.IsInf(n, 0) || n < 0 && name != "x" && name != "y" {
					h.t.Errorf("in the picture %s of %s is %q", name, start.Name.Local, a.Value)
				}
			}
		}
	}
}

// pageTags are the elements of a page with a picture, but for its one script.
var pageTags = strings.Fields("html head meta title style body main section aside div h2 h3 p ol ul li button span b details summary pre mark svg desc g defs marker path rect line circle text tspan")

// page holds a page with a picture: its only script is its own, and what files say makes no elements.
func (h *reports) page(content []byte) {
	h.t.Helper()
	before, script, ok := strings.Cut(string(content), "<script>")
	_, after, ended := strings.Cut(script, "</script>")
	if !ok || !ended {
		h.t.Fatalf("the page has no script:\n%s", content)
	}
	d := xml.NewDecoder(strings.NewReader(before + after))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			h.t.Fatalf("the page: %v\n%s", err, content)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !slices.Contains(pageTags, start.Name.Local) {
			h.t.Errorf("the page has the element %s", start.Name.Local)
		}
		for _, a := range start.Attr {
			if name := a.Name.Local; strings.HasPrefix(name, "on") || name == "href" || name == "src" {
				h.t.Errorf("the page has the attribute %s: %q", name, a.Value)
			}
		}
	}
}

// review holds the review in JSON: what shows that a rung is reached, or not, has a place in its file.
func (h *reports) review(content []byte) {
	h.t.Helper()
	var got struct {
		Version   int
		Workloads []struct {
			Name    string
			Ladders []struct {
				Story string
				At    int
				Rungs []struct {
					Stage    int
					Reached  string
					Evidence []struct {
						Message, File string
						Line          int
					}
				}
			}
		}
	}
	if err := json.Unmarshal(content, &got); err != nil || got.Version != 1 {
		h.t.Fatalf("the review, of version %d: %v\n%s", got.Version, err, content)
	}
	for _, w := range got.Workloads {
		for _, l := range w.Ladders {
			for _, r := range l.Rungs {
				if !slices.Contains([]string{"true", "false", "unknown"}, r.Reached) || r.Stage == l.At && r.Reached != "true" {
					h.t.Errorf("%s is at %d of %s, where the rung %d is reached: %q", w.Name, l.At, l.Story, r.Stage, r.Reached)
				}
				for _, e := range r.Evidence {
					if e.Message == "" {
						h.t.Errorf("the evidence of the rung %d of %s says nothing", r.Stage, w.Name)
					}
					if e.Line > 0 {
						h.place(e.Message, e.File, e.Line, 1, e.Line, 1)
					}
				}
			}
		}
	}
}
