package report

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// written is a SARIF log as a consumer reads it.
type written struct {
	Schema string `json:"$schema"`
	Runs   []struct {
		Tool struct {
			Driver struct {
				Name, Version, SemanticVersion, InformationURI string
				Rules                                          []struct {
					ID, Name, HelpURI                       string
					ShortDescription, FullDescription, Help struct{ Text, Markdown string }
					DefaultConfiguration                    struct{ Level string }
					Properties                              map[string]any
				}
			}
		}
		ColumnKind         string
		AutomationDetails  struct{ ID string }
		OriginalURIBaseIDs map[string]struct{ URI string } `json:"originalUriBaseIds"`
		Invocations        []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level     string
				Message   struct{ Text string }
				Locations []writtenLocation
			}
		}
		Results []writtenResult
	}
}

type writtenResult struct {
	RuleID              string
	RuleIndex           int
	Level               string
	Message             struct{ Text string }
	Locations           []writtenLocation
	RelatedLocations    []writtenLocation
	PartialFingerprints map[string]string
	Fixes               []struct {
		Description     struct{ Text string }
		ArtifactChanges []struct {
			ArtifactLocation struct{ URI, URIBaseID string }
			Replacements     []struct {
				DeletedRegion   writtenRegion
				InsertedContent struct{ Text string }
			}
		}
	}
}

type writtenRegion struct{ StartLine, StartColumn, EndLine, EndColumn int }

type writtenLocation struct {
	ID               int
	Message          struct{ Text string }
	LogicalLocations []struct{ FullyQualifiedName string }
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

// log writes a result as SARIF and reads it again.
func log(t *testing.T, res rules.Result, o Options) (written, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, res, o); err != nil {
		t.Fatal(err)
	}
	var out written
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Runs) != 1 {
		t.Fatalf("%d runs, want one", len(out.Runs))
	}
	return out, b.Bytes()
}

// schema is the public schema of SARIF 2.1.0.
func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "testdata", "sarif", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

func TestSARIFSchema(t *testing.T) {
	s := schema(t)
	for name, res := range map[string]rules.Result{"full": result(), "empty": {}, "clean": {Rules: fakeRules, Units: 1}} {
		for _, o := range []Options{options(), {}} {
			_, raw := log(t, res, o)
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if bytes.Contains(raw, []byte("null")) {
				t.Errorf("%s: there is a null in it:\n%s", name, raw)
			}
		}
	}
	// The schema must be able to fail.
	if err := s.Validate(map[string]any{"version": "2.1.0", "runs": []any{map[string]any{}}}); err == nil {
		t.Error("a run without a tool passes")
	}
}

func TestSARIFRun(t *testing.T) {
	l, raw := log(t, result(), options())
	run := l.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("columnKind %q", run.ColumnKind)
	}
	if run.AutomationDetails.ID != "prod/" {
		t.Errorf("the category is %q: what follows the last slash is not part of it", run.AutomationDetails.ID)
	}
	if run.OriginalURIBaseIDs["%SRCROOT%"].URI != "file:///repo/" {
		t.Errorf("originalUriBaseIds %v", run.OriginalURIBaseIDs)
	}
	if d := run.Tool.Driver; d.Name != "archlint" || d.Version != "1.2.3" || d.SemanticVersion != "1.2.3" {
		t.Errorf("driver %+v", d)
	}
	n := run.Invocations[0].ToolExecutionNotifications
	if len(n) != 3 || !run.Invocations[0].ExecutionSuccessful {
		t.Fatalf("notifications: %v", n)
	}
	if n[0].Level != "error" || n[1].Level != "warning" || n[2].Level != "note" || n[0].Locations[0].PhysicalLocation.ArtifactLocation.URI != "infra/big.tf" {
		t.Errorf("notifications: %+v", n)
	}
	empty, raw2 := log(t, rules.Result{}, Options{})
	if !bytes.Contains(raw2, []byte(`"results": []`)) || empty.Runs[0].AutomationDetails.ID != "" {
		t.Errorf("an empty result is not an empty list:\n%s", raw2)
	}
	if bytes.Contains(raw, []byte("security-severity")) {
		t.Error("these are no security rules")
	}
}

func TestSARIFRules(t *testing.T) {
	l, _ := log(t, result(), options())
	got := l.Runs[0].Tool.Driver.Rules
	if len(got) != len(fakeRules) {
		t.Fatalf("%d rules, want %d: those without findings too", len(got), len(fakeRules))
	}
	for i, r := range got {
		want := fakeRules[i]
		if r.ID != want.ID || r.DefaultConfiguration.Level != want.Level.String() || r.HelpURI != want.See[0] {
			t.Errorf("rule %d: %+v", i, r)
		}
		if r.ShortDescription.Text != want.Title+"." || r.FullDescription.Text != want.Why || !strings.Contains(r.Help.Text, want.Fix.Advice) ||
			!strings.Contains(r.Help.Markdown, "## Fix") || !strings.Contains(r.Help.Markdown, "# "+want.ID+"\n") {
			t.Errorf("rule %d: its words are missing: %+v", i, r)
		}
		tags, _ := r.Properties["tags"].([]any)
		if len(tags) == 0 || len(tags) > 10 || r.Properties["precision"] != "high" {
			t.Errorf("rule %d: properties %v", i, r.Properties)
		}
	}
	if got[0].Name != "AsgSingleAz" || got[1].Name != "RdsNotMultiAz" {
		t.Errorf("names are not in PascalCase: %s, %s", got[0].Name, got[1].Name)
	}
	severities := fmt.Sprint(got[0].Properties["problem.severity"], got[1].Properties["problem.severity"], got[2].Properties["problem.severity"])
	if severities != "errorwarningrecommendation" {
		t.Errorf("problem.severity: %s", severities)
	}
	long := *fakeRules[0]
	long.Why = strings.Repeat("ä", 3000)
	l, _ = log(t, rules.Result{Rules: []*rules.Rule{&long}}, options())
	if n := len([]rune(l.Runs[0].Tool.Driver.Rules[0].FullDescription.Text)); n != 1024 {
		t.Errorf("a long description has %d characters, want 1024", n)
	}
}

func TestSARIFResults(t *testing.T) {
	l, _ := log(t, result(), options())
	results := l.Runs[0].Results
	links := regexp.MustCompile(`\]\((\d+)\)`)
	for i, r := range results {
		if l.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("result %d: ruleIndex %d is not %s", i, r.RuleIndex, r.RuleID)
		}
		at := r.Locations[0].PhysicalLocation
		if at.ArtifactLocation.URIBaseID != "%SRCROOT%" || strings.HasPrefix(at.ArtifactLocation.URI, ".") || strings.ContainsAny(at.ArtifactLocation.URI, "\\ ") {
			t.Errorf("result %d: %+v", i, at.ArtifactLocation)
		}
		if at.Region.StartLine < 1 || at.Region.StartColumn < 1 || at.Region.EndLine < at.Region.StartLine {
			t.Errorf("result %d: region %+v", i, at.Region)
		}
		if r.PartialFingerprints["archlint/v1"] == "" {
			t.Errorf("result %d has no fingerprint of ours", i)
		}
		if len(r.Locations[0].LogicalLocations) != 1 {
			t.Errorf("result %d does not name its resource", i)
		}
		ids := map[int]bool{}
		for _, rel := range r.RelatedLocations {
			ids[rel.ID] = true
		}
		for _, m := range links.FindAllStringSubmatch(r.Message.Text, -1) {
			id, _ := strconv.Atoi(m[1])
			if !ids[id] {
				t.Errorf("result %d: the message links to %d, which is not there: %s", i, id, r.Message.Text)
			}
			delete(ids, id)
		}
		if len(ids) > 0 {
			t.Errorf("result %d: related locations %v are not linked: %s", i, ids, r.Message.Text)
		}
	}
	first := results[0]
	if got := first.Locations[0].PhysicalLocation; got.ArtifactLocation.URI != "infra/main.tf" || got.Region != struct{ StartLine, StartColumn, EndLine, EndColumn int }{3, 15, 3, 54} {
		t.Errorf("the first result stands at %+v", got)
	}
	if len(first.RelatedLocations) != 3 || first.RelatedLocations[0].PhysicalLocation.ArtifactLocation.URI != "infra/net%20work.tf" {
		t.Errorf("the first result's related locations: %+v", first.RelatedLocations)
	}
	if !strings.Contains(first.Message.Text, `[aws_subnet.a\[0\] stands in eu-west-1a](1)`) {
		t.Errorf("brackets in a link are not escaped: %s", first.Message.Text)
	}
	if h := first.PartialFingerprints["primaryLocationLineHash"]; h != newSource([]byte(files["/repo/infra/main.tf"])).lineHash(3) {
		t.Errorf("primaryLocationLineHash %q", h)
	}
	if len(first.Fixes) != 1 || len(results[3].Fixes) != 1 || len(results[1].Fixes) != 0 { // that file is out of the repository
		t.Fatalf("fixes: %+v, %+v, %+v", first.Fixes, results[3].Fixes, results[1].Fixes)
	}
	change := first.Fixes[0].ArtifactChanges[0]
	if change.ArtifactLocation.URI != "infra/main.tf" || change.ArtifactLocation.URIBaseID != "%SRCROOT%" || first.Fixes[0].Description.Text == "" ||
		change.Replacements[0].DeletedRegion != (writtenRegion{4, 1, 4, 1}) || change.Replacements[0].InsertedContent.Text != "\thealth_check_type = \"ELB\"\r\n" {
		t.Errorf("the fix is %+v", first.Fixes[0])
	}
	outside := results[1]
	if at := outside.Locations[0].PhysicalLocation; at.ArtifactLocation.URI != "infra/db.tf" || at.Region.StartLine != 1 || !strings.Contains(outside.Message.Text, "module.db") {
		t.Errorf("a finding outside the repository does not go to the call: %+v, %s", at, outside.Message.Text)
	}
}

func TestSARIFKeepsTheGravest(t *testing.T) {
	var res rules.Result
	res.Rules = fakeRules
	for i := range maxResults + 10 {
		r := fakeRules[2]
		if i%2 == 1 || i == maxResults+8 {
			r = fakeRules[0]
		}
		res.Findings = append(res.Findings, &rules.Finding{Rule: r, Level: r.Level, Message: "m", Instances: 1, Unit: ".",
			Range:    graph.Range{File: "main.tf", Start: graph.Pos{Line: i + 1}, End: graph.Pos{Line: i + 1}},
			Resource: rules.Subject{Address: fmt.Sprint("a.b", i)}})
	}
	l, _ := log(t, res, options())
	run := l.Runs[0]
	if len(run.Results) != maxResults {
		t.Fatalf("%d results, want %d", len(run.Results), maxResults)
	}
	errors, last := 0, 0
	for _, r := range run.Results {
		if r.Level == "error" {
			errors++
		}
		if line := r.Locations[0].PhysicalLocation.Region.StartLine; line <= last {
			t.Fatal("the order is lost")
		} else {
			last = line
		}
	}
	if want := (maxResults+10)/2 + 1; errors != want {
		t.Errorf("%d errors are kept, want all %d", errors, want)
	}
	if n := run.Invocations[0].ToolExecutionNotifications; len(n) != 1 || !strings.Contains(n[0].Message.Text, "25010 findings") {
		t.Errorf("notifications: %+v", n)
	}
}

// GitHub takes 10 MB of compressed SARIF: messages that do not compress must not make it more.
func TestSARIFFitsIntoAnUpload(t *testing.T) {
	if testing.Short() {
		t.Skip("tens of megabytes")
	}
	random := rand.New(rand.NewPCG(1, 2))
	res := rules.Result{Rules: fakeRules, Units: 1}
	for i := range 12_000 {
		noise := make([]byte, 1000)
		for k := range noise {
			noise[k] = byte(random.UintN(256))
		}
		r := fakeRules[i%2]
		res.Findings = append(res.Findings, &rules.Finding{Rule: r, Level: r.Level, Message: hex.EncodeToString(noise), Instances: 1, Unit: ".",
			Range: graph.Range{File: "main.tf", Start: graph.Pos{Line: i + 1}}, Resource: rules.Subject{Address: fmt.Sprint("a.b", i)}})
	}
	l, raw := log(t, res, options())
	if n := zipped(raw); n > maxZipped || n < maxZipped*8/10 {
		t.Errorf("%d bytes when compressed", n)
	}
	run := l.Runs[0]
	if n := len(run.Results); n < 6_000 || n >= 12_000 {
		t.Errorf("%d results are kept", n)
	}
	errors := 0
	for _, r := range run.Results {
		if r.Level == "error" {
			errors++
		}
	}
	if errors != 6_000 {
		t.Errorf("%d errors are kept, want all", errors)
	}
	n := run.Invocations[0].ToolExecutionNotifications
	if len(n) != 1 || n[0].Message.Text != fmt.Sprintf("12000 findings were made; the %d gravest are reported, because code scanning takes no more.", len(run.Results)) {
		t.Errorf("notifications: %+v", n)
	}
}

func TestWithin(t *testing.T) {
	o := Options{Dir: "/repo/infra", Root: "/repo"}
	for _, c := range []struct {
		file, want string
		in         bool
	}{
		{"main.tf", "infra/main.tf", true},
		{"./x//main.tf", "infra/x/main.tf", true},
		{"../a.yaml", "a.yaml", true},
		{"/repo/a.yaml", "a.yaml", true},
		{"../../a.yaml", "/a.yaml", false},
		{"../../repository/a.yaml", "/repository/a.yaml", false},
		{"..tf", "infra/..tf", true},
	} {
		if got, in := o.within(c.file); got != c.want || in != c.in {
			t.Errorf("%s: got %s, %v, want %s, %v", c.file, got, in, c.want, c.in)
		}
	}
	for path, want := range map[string]string{"a b/ü.tf": "a%20b/%C3%BC.tf", "a:b/c": "a%3Ab/c", "a%b#c?d": "a%25b%23c%3Fd", "x/a:b": "x/a:b"} {
		if got := escaped(path); got != want {
			t.Errorf("escaped %s: got %s, want %s", path, got, want)
		}
	}
	if got := fileURI("/repo/a b"); got != "file:///repo/a%20b" {
		t.Errorf("fileURI: %s", got)
	}
}
