package report

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// What GitHub accepts of one run, and what it shows; see "SARIF support for code scanning" in its documentation.
const (
	maxResults = 25_000
	maxText    = 1024     // code points of a rule's descriptions
	maxRelated = 100      // of one result, to bound the file
	maxZipped  = 10 << 20 // bytes of the file when it is compressed for the upload
)

// srcRoot names the repository's root in URIs.
const srcRoot = "%SRCROOT%"

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// SARIF writes a result as one run of SARIF 2.1.0, as GitHub code scanning wants it. URIs are relative to o.Root;
// columns count code points. Troubles in reading are notifications, never results. Of more findings than GitHub takes, by
// number or by the size of the file, the gravest are kept, and a notification says so.
func SARIF(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	for most := maxResults; ; {
		var b bytes.Buffer
		if err := WriteJSON(&b, sarifReport(res, o, most)); err != nil {
			return err
		}
		log := b.Bytes()
		if o.ShowIgnored {
			log = withoutNulls(log)
		}
		size := zipped(log)
		if size <= maxZipped || most == 0 {
			_, err := w.Write(log)
			return err
		}
		// As many as would fit if all were alike, and at least a tenth fewer than now.
		most = min(most, len(res.Findings)+len(res.Ignored))
		most = min(most*9/10, int(float64(most)*maxZipped/float64(size)))
	}
}

// zipped is how many bytes a file has when it is compressed; an upper bound where it is small without that.
func zipped(content []byte) int {
	if len(content) <= maxZipped {
		return len(content)
	}
	var n counter
	z := gzip.NewWriter(&n) // writes to n, which does not fail
	_, _ = z.Write(content)
	_ = z.Close()
	return int(n)
}

// A counter counts the bytes that are written to it.
type counter int

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}

// sarifReport makes the report of so many findings at most.
func sarifReport(res rules.Result, o Options, most int) *sarif.Report {
	l := &sarifLog{o: o, sources: newSources(o.Read), identities: identities{}}
	version := o.Version
	if version == "" {
		version = "0.0.0-dev"
	}
	driver := sarif.NewDriver("archlint").WithInformationURI(homepage).WithVersion(version)
	if semantic.MatchString(version) {
		driver.WithSemanticVersion(version)
	}
	run := sarif.NewRun(*sarif.NewTool(driver))
	run.Results = []*sarif.Result{}
	run.WithColumnKind("unicodeCodePoints")
	root := strings.TrimSuffix(fileURI(o.Root), "/") + "/"
	run.WithOriginalUriBaseIds(map[string]*sarif.ArtifactLocation{srcRoot: sarif.NewSimpleArtifactLocation(root).
		WithDescriptionText("The root of the repository.")})
	if o.Category != "" {
		// What follows the last slash would be the name of this one run.
		run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID(strings.TrimSuffix(o.Category, "/") + "/"))
	}
	// Rules first: a result's index of an unregistered rule would be nonsense.
	driver.Rules = []*sarif.ReportingDescriptor{}
	for _, r := range res.Rules {
		driver.AddRule(descriptor(r, o.Examples))
	}
	invocation := run.AddInvocation(true)
	for _, d := range sarifTroubles.tell(res.Diagnostics) {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, l.notification(d.Diagnostic))
	}
	findings := res.Findings
	if len(findings) > most {
		findings = gravest(findings, most)
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, note("warning",
			fmt.Sprintf("%d findings were made; the %d gravest are reported, because code scanning takes no more.", len(res.Findings), most)))
	}
	for _, f := range findings {
		run.AddResult(l.result(f))
	}
	report := &sarif.Report{Version: string(sarif.Version210), Schema: sarifSchema, Runs: []*sarif.Run{run}}
	if !o.ShowIgnored || len(res.Ignored) == 0 {
		return report
	}
	for _, f := range res.Ignored[:min(len(res.Ignored), most-len(findings))] {
		result := l.result(f)
		result.AddSuppression(l.suppression(f.Silenced))
		run.AddResult(result)
	}
	return report
}

// suppression says why a result is not to count. GitHub shows it as open all the same, so that it is only written where it
// is asked for.
func (l *sarifLog) suppression(s *rules.Silence) *sarif.Suppression {
	kind := "inSource"
	if s.External {
		kind = "external"
	}
	out := sarif.NewSuppression(kind)
	if s.Reason != "" {
		out.WithJustifcation(plain(s.Reason))
	}
	if _, in := l.o.within(s.Range.File); in && s.Range.Known() {
		out.WithLocation(l.location(s.Range))
	}
	return out
}

// withoutNulls leaves out the members of indented JSON that are null: the library writes some where the schema wants
// nothing. A line end in it is never part of a text.
func withoutNulls(log []byte) []byte {
	var out [][]byte
	for line := range bytes.SplitSeq(log, []byte("\n")) {
		text := bytes.TrimSpace(line)
		if bytes.HasSuffix(bytes.TrimSuffix(text, []byte(",")), []byte(`": null`)) {
			continue
		}
		if n := len(out); n > 0 && len(text) > 0 && (text[0] == '}' || text[0] == ']') {
			out[n-1] = bytes.TrimSuffix(out[n-1], []byte(","))
		}
		out = append(out, line)
	}
	return bytes.Join(out, []byte("\n"))
}

// sarifLog makes the parts of one log.
type sarifLog struct {
	o          Options
	sources    *sources
	identities identities
}

// result makes the result of a finding.
func (l *sarifLog) result(f *rules.Finding) *sarif.Result {
	at, text := l.o.placed(f)
	location := l.location(at)
	location.LogicalLocations = []*sarif.LogicalLocation{logical(f.Resource.Address)}
	out := sarif.NewRuleResult(f.Rule.ID).WithLevel(f.Level.String()).WithLocations([]*sarif.Location{location})
	text = unlinked(plain(text))
	var links []string
	for _, r := range l.related(f) {
		if len(links) == maxRelated {
			break
		}
		if _, in := l.o.within(r.Range.File); !in {
			continue
		}
		id := len(links) + 1
		out.AddRelatedLocation(l.location(r.Range).WithId(id).WithMessage(sarif.NewTextMessage(plain(r.Message))))
		links = append(links, fmt.Sprintf("[%s](%d)", bracketed(plain(r.Message)), id))
	}
	if len(links) > 0 {
		text = strings.TrimSuffix(text, ".") + ". See " + strings.Join(links, "; ") + "."
	}
	out.WithMessage(sarif.NewTextMessage(text))
	if fix := l.fix(f); fix != nil {
		out.AddFix(fix)
	}
	unit, _ := l.o.within(f.Unit)
	identity := l.identities.of(f, unit)
	out.WithPartialFingerPrints(map[string]any{"archlint/v1": identity})
	if at.Address != "" { // the hash of the plan's first line would make one alert of all
		out.SetPartialFingerPrint("primaryLocationLineHash", identity[:16]+identity[strings.LastIndexByte(identity, ':'):])
		return out
	}
	if file := l.sources.file(at.File); file != nil {
		if h := file.lineHash(l.sources.region(at).startLine); h != "" {
			out.SetPartialFingerPrint("primaryLocationLineHash", h)
		}
	}
	return out
}

// fix is the edit that a finding offers, nil where it has none in the repository.
func (l *sarifLog) fix(f *rules.Finding) *sarif.Fix {
	c, ok := l.sources.change(f)
	if !ok {
		return nil
	}
	if _, in := l.o.within(f.Edit.Range.File); !in {
		return nil
	}
	at := c.region
	replacement := sarif.NewReplacement(sarif.NewRegion().WithStartLine(at.startLine).WithStartColumn(at.startColumn).WithEndLine(at.endLine).WithEndColumn(at.endColumn)).
		WithInsertedContent(sarif.NewArtifactContent().WithText(c.text))
	return sarif.NewFix().WithDescriptionText(sentence(f.Rule.Fix.Advice)).
		WithArtifactChanges([]*sarif.ArtifactChange{sarif.NewArtifactChange(l.artifact(f.Edit.Range.File)).WithReplacement(replacement)})
}

// related are the places that belong to a finding: those that the rule named, the stations of the value, the calls.
func (l *sarifLog) related(f *rules.Finding) []rules.Related {
	out := slices.Clone(f.Related)
	for _, s := range f.Trace {
		if s.Kind != graph.Written && s.Range.Known() && s.Range != f.Range {
			out = append(out, rules.Related{Range: s.Range, Message: station(s)})
		}
	}
	for _, c := range f.Calls {
		if c.Range.Known() {
			out = append(out, rules.Related{Range: c.Range, Message: "the call of " + c.Address})
		}
	}
	return once(out)
}

// location makes the location of a range. Code scanning wants a region of everything: that of an address in a plan is
// the beginning of the file.
func (l *sarifLog) location(r graph.Range) *sarif.Location {
	if r.Address != "" {
		begin := sarif.NewRegion().WithStartLine(1).WithStartColumn(1).WithEndLine(1).WithEndColumn(2)
		out := sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(l.artifact(r.File)).WithRegion(begin))
		out.AddLogicalLocations(logical(r.Address))
		return out
	}
	at := l.sources.region(r)
	region := sarif.NewRegion().WithStartLine(at.startLine).WithStartColumn(at.startColumn).WithEndLine(at.endLine).WithEndColumn(at.endColumn)
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(l.artifact(r.File)).WithRegion(region))
}

// logical names a resource, or an attribute of one in a plan.
func logical(address string) *sarif.LogicalLocation {
	return sarif.NewLogicalLocation().WithFullyQualifiedName(address).WithKind("resource")
}

// artifact names a file: relative to the repository's root, or by its whole path where it stands elsewhere.
func (l *sarifLog) artifact(file string) *sarif.ArtifactLocation {
	path, in := l.o.within(file)
	if !in {
		return sarif.NewSimpleArtifactLocation(fileURI(path))
	}
	return sarif.NewSimpleArtifactLocation(escaped(path)).WithUriBaseId(srcRoot)
}

// sarifTroubles is how many diagnostics are notifications. A file of more than maxZipped is refused as a whole, so that they
// must not take the place of results.
var sarifTroubles = tellable{ofFile: 100, all: 1000}

// notification makes the notification of a diagnostic.
func (l *sarifLog) notification(d graph.Diagnostic) *sarif.Notification {
	n := note(levelOf(d.Severity).String(), plain(d.Message))
	switch {
	case d.Range.Known():
		n.WithLocations([]*sarif.Location{l.location(d.Range)})
	case d.Range.File != "":
		n.WithLocations([]*sarif.Location{sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(l.artifact(d.Range.File)))})
	}
	return n
}

func note(level, text string) *sarif.Notification {
	return sarif.NewNotification().WithLevel(level).WithMessage(sarif.NewTextMessage(text))
}

// gravest keeps n findings, the gravest first to be kept, in the order they had.
func gravest(all []*rules.Finding, n int) []*rules.Finding {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[b].Level, all[a].Level) })
	order = order[:n]
	slices.Sort(order)
	out := make([]*rules.Finding, n)
	for i, k := range order {
		out[i] = all[k]
	}
	return out
}

// unlinked keeps a plain text from being read as one with links.
func unlinked(text string) string { return strings.ReplaceAll(text, "](", `\](`) }

// bracketed is the text of a link: brackets in it are escaped.
func bracketed(text string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(strings.TrimSuffix(text, "."))
}
