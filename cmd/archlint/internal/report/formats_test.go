package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// wrote gives what a writer writes of a result.
func wrote(t *testing.T, write Writer, res rules.Result, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, res, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// odd is a result of one finding whose words have all that a format may stumble over.
func odd(message string) rules.Result {
	f := *result().Findings[3]
	f.Message, f.Unit, f.Instances = message, "a|b <c>", 1
	f.Resource.Address = `aws_instance.x["@team, <b>\"]]>"]`
	f.Range = graph.Range{File: "a,b:100%.tf", Start: graph.Pos{Line: 2}, End: graph.Pos{Line: 2}}
	return rules.Result{Rules: fakeRules, Findings: []*rules.Finding{&f}, Units: 1, Resources: 1}
}

func TestAnnotationsAreEscaped(t *testing.T) {
	got := wrote(t, Annotations, odd("100 %: one\r\ntwo ::error::three, four"), options())
	want := "::error file=infra/a%2Cb%3A100%25.tf,line=2,endLine=2,title=AL101 asg-single-az::" +
		"100 %25: one· two ::error::three, four.%0AFix: Give the group subnets in two zones or more.\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// GitHub shows the first ten of each level of a step.
func TestAnnotationsTellTheGravestFirst(t *testing.T) {
	res := result()
	res.Diagnostics = nil
	var levels []string
	for _, l := range strings.Split(strings.TrimSpace(wrote(t, Annotations, res, options())), "\n") {
		command, _, _ := strings.Cut(l, " ")
		levels = append(levels, command)
	}
	if got, want := strings.Join(levels, " "), "::error ::error ::error ::warning ::notice"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A place outside the repository is no place in the diff: the finding goes to the call.
func TestOutsideTheRepository(t *testing.T) {
	res := result()
	res.Findings, res.Diagnostics = res.Findings[1:2], nil
	for name, c := range map[string]struct {
		write Writer
		want  string
	}{
		"github":     {Annotations, "::warning file=infra/db.tf,line=1,"},
		"gitlab":     {CodeQuality, `"path": "infra/db.tf"`},
		"junit":      {JUnit, ">infra/db.tf:1: warning AL501"},
		"checkstyle": {Checkstyle, `<file name="infra/db.tf">`},
		"markdown":   {Markdown, "`infra/db.tf:1`"},
	} {
		got := wrote(t, c.write, res, options())
		if !strings.Contains(got, c.want) || !strings.Contains(got, "(in module.db, called here, at ../../modules/db/main.tf:2)") {
			t.Errorf("%s: no %s in\n%s", name, c.want, got)
		}
	}
}

func TestCodeQuality(t *testing.T) {
	type issue struct {
		Description, Fingerprint, Severity string
		CheckName                          string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	read := func(res rules.Result) (out []issue) {
		t.Helper()
		if err := json.Unmarshal([]byte(wrote(t, CodeQuality, res, options())), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	legal := map[string]bool{"info": true, "minor": true, "major": true, "critical": true, "blocker": true}
	seen := map[string]bool{}
	res := result()
	all := read(res)
	if len(all) != len(res.Findings)+1 { // and one file that cannot be read
		t.Errorf("%d issues", len(all))
	}
	for _, i := range all {
		if i.Description == "" || i.CheckName == "" || !legal[i.Severity] || i.Location.Lines.Begin < 1 || i.Location.Path == "" || strings.HasPrefix(i.Location.Path, "./") {
			t.Errorf("an issue lacks something: %+v", i)
		}
		if seen[i.Fingerprint] {
			t.Errorf("the fingerprint %s is given twice", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
	moved := result()
	for _, f := range moved.Findings {
		f.Range.Start.Line += 10
		f.Message += " since yesterday"
	}
	for n, i := range read(moved) {
		if i.Fingerprint != all[n].Fingerprint {
			t.Errorf("the fingerprint of %q changes when its line moves", i.Description)
		}
	}
	if got := wrote(t, CodeQuality, rules.Result{}, options()); got != "[]\n" {
		t.Errorf("an empty result is %q", got)
	}
}

// What Jenkins and GitLab read must be well-formed, whatever the words; the counts must be those of the elements; and no
// two tests may have one class and name, since GitLab drops the second.
func TestJUnit(t *testing.T) {
	res := result()
	res.Findings = append(res.Findings, res.Findings[0])
	res.Findings = append(res.Findings, odd("a\x00\x1b]]>\xff").Findings...)
	for _, f := range res.Findings {
		f.Fails = f.Level == rules.Error
	}
	o := options()
	var got junitSuites
	if err := xml.Unmarshal([]byte(wrote(t, JUnit, res, o)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Tests != 9 || got.Failures != 5 || got.Errors != 1 || got.Time != "1.234" {
		t.Errorf("%d tests, %d failures, %d errors, %s s", got.Tests, got.Failures, got.Errors, got.Time)
	}
	seen := map[string]bool{}
	passed, skipped := 0, 0
	for _, s := range got.Suites {
		n := map[string]int{}
		for _, c := range s.Cases {
			if key := c.Class + "\x00" + c.Name; seen[key] {
				t.Errorf("%s is there twice", key)
			} else {
				seen[key] = true
			}
			switch {
			case c.Failure != nil:
				n["failure"]++
			case c.Skipped != nil:
				n["skipped"]++
				skipped++
			case c.Error != nil:
				n["error"]++
			default:
				passed++
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != n["failure"] || s.Skipped != n["skipped"] || s.Errors != n["error"] {
			t.Errorf("%s: the counts are not those of the tests: %+v", s.Name, s)
		}
	}
	if passed != 1 || skipped != 2 { // AL110 found nothing
		t.Errorf("%d tests passed, want one; %d skipped, want two", passed, skipped)
	}
	// A run that finds nothing is a run of tests that pass: Jenkins refuses an empty report.
	if clean := wrote(t, JUnit, rules.Result{Rules: fakeRules, Units: 1}, options()); strings.Count(clean, "<testcase") != len(fakeRules) || strings.Contains(clean, "<failure") {
		t.Errorf("a clean run is\n%s", clean)
	}
}

func TestCheckstyle(t *testing.T) {
	res := result()
	res.Findings = append(res.Findings, odd("a\x00 <b> & \"c\"\xff").Findings...)
	var got checkstyleReport
	if err := xml.Unmarshal([]byte(wrote(t, Checkstyle, res, options())), &got); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	n := 0
	for _, f := range got.Files {
		if names[f.Name] {
			t.Errorf("%s is there twice", f.Name)
		}
		names[f.Name] = true
		for _, e := range f.Errors {
			n++
			if e.Line < 1 || e.Message == "" || !strings.HasPrefix(e.Source, "archlint.") {
				t.Errorf("%s: %+v", f.Name, e)
			}
		}
	}
	if n != len(res.Findings)+1 {
		t.Errorf("%d errors", n)
	}
}

func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"aws_a.b[0]":           `aws_a.b\[0\]`,
		"_lead and trail_ a_b": `\_lead and trail\_ a_b`,
		"*x* `y` <z> &c":       "\\*x\\* \\`y\\` &lt;z&gt; &amp;c",
		"@team #12 # 1":        "@\u2060team #\u206012 # 1",
		"a\nb\x1b|~~":          `a b·\|\~\~`,
	} {
		if got := prose(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"a": "`a`", "a`b": "``a`b``", "`a": "`` `a ``"} {
		if got := code(text); got != want {
			t.Errorf("code of %q: got %q, want %q", text, got, want)
		}
	}
}

// A comment on a pull request may have 65,536 characters; what is left out is counted, and is the mildest.
func TestMarkdownFitsIntoAComment(t *testing.T) {
	res := rules.Result{Rules: fakeRules, Units: 3000, Resources: 3000}
	for i := range 3000 {
		r := fakeRules[i%3]
		res.Findings = append(res.Findings, &rules.Finding{Rule: r, Level: r.Level, Message: strings.Repeat("日本 ", 10+i%50), Instances: 1,
			Unit: fmt.Sprintf("stacks/team-%d/%s", i/5, strings.Repeat("x", i%80)), Range: graph.Range{File: fmt.Sprintf("%d.tf", i), Start: graph.Pos{Line: 1}}})
		res.Diagnostics = append(res.Diagnostics, graph.Diagnostic{Severity: graph.Error, Range: graph.Range{File: "a.tf"}, Message: strings.Repeat("wrong ", 500)})
	}
	got := wrote(t, Markdown, res, options())
	if len(got) > 65_536 || len(got) < 55_000 {
		t.Errorf("it has %d bytes", len(got))
	}
	if !utf8.ValidString(got) {
		t.Error("it is cut within a character")
	}
	shown := strings.Count(got, "\n- **") - strings.Count(got, "\n- **AL")
	told := regexp.MustCompile(`… and (\d+) more findings`).FindStringSubmatch(got)
	if told == nil || fmt.Sprint(3000-shown) != told[1] {
		t.Errorf("%d findings are shown; it says %v", shown, told)
	}
	if shown < 80 || shown > 1000 { // of 3000, 1000 are errors
		t.Errorf("%d findings are shown", shown)
	}
	if strings.Contains(got, "**warning**") || !strings.Contains(got, "**error**") {
		t.Error("milder findings stand where graver ones are left out")
	}
	if !regexp.MustCompile(`\| and \d+ more roots \|`).MatchString(got) || !strings.Contains(got, "- and 2980 more\n") {
		t.Error("the roots and the input errors that are left out are not counted")
	}
	if n := strings.Count(got, "<details"); n != strings.Count(got, "</details>") {
		t.Error("a fold is not closed")
	}
	if first := wrote(t, Markdown, result(), Options{Category: "--> x"}); !strings.HasPrefix(first, "<!-- archlint: - -> x -->\n") {
		t.Errorf("the comment ends early: %s", first[:40])
	}
}

func TestMarkdownOfNothing(t *testing.T) {
	for _, c := range []struct {
		res  rules.Result
		want string
	}{
		{rules.Result{}, "<!-- archlint -->\n## archlint\n\nNothing to lint: no Terraform or CloudFormation was found.\n"},
		{rules.Result{Units: 1, Resources: 2, Known: 2, Ignored: make([]*rules.Finding, 1)},
			"<!-- archlint -->\n## archlint\n\n**No new findings** in 2 declared resources of 1 unit; 2 known findings left out; 1 ignored.\n"},
		{rules.Result{Units: 1, Resources: 2}, "<!-- archlint -->\n## archlint\n\n**No findings** in 2 declared resources of 1 unit.\n"},
	} {
		if got := wrote(t, Markdown, c.res, Options{}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
