package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what a writer wrote with a file below testdata at the root of the repository.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	path := filepath.Join("..", "..", "..", "..", "testdata", filepath.FromSlash(file))
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", file, diff)
	}
}

// files are the sources of the result below. The first column of an emoji is one code point and four bytes.
var files = map[string]string{
	"/repo/infra/main.tf": "\ufeff# Größe 🚀\r\n" +
		"resource \"aws_autoscaling_group\" \"web\" {\r\n" +
		"\tname = \"日本\", vpc_zone_identifier = [aws_subnet.a.id]\r\n" +
		"}\r\n" +
		"variable \"zones\" { default = [\"eu-west-1a\"] }\r\n",
	"/repo/infra/net work.tf": "resource \"aws_subnet\" \"a\" {\n}\n",
	"/repo/infra/long.tf":     "x = [" + strings.Repeat("\"0123456789\", ", 30) + "\"here\", " + strings.Repeat("\"0123456789\", ", 30) + "]\n",
	"/repo/infra/list.tf":     "azs = [\n  \"a\",\n  \"b\",\n]\n",
	"/modules/db/main.tf":     "resource \"aws_db_instance\" \"this\" {\n  multi_az = false\n}\n",
	"/repo/infra/db.tf":       "module \"db\" {\n  source = \"../../modules/db\"\n}\n",
}

func read(file string) ([]byte, error) {
	if !strings.HasPrefix(file, "/") {
		file = filepath.Join("/repo/infra", file)
	}
	content, ok := files[filepath.Clean(file)]
	if !ok {
		return nil, errors.New("no such file")
	}
	return []byte(content), nil
}

// span is the range of a text in a file.
func span(file, text string) graph.Range {
	content, err := read(file)
	if err != nil {
		panic(err)
	}
	i := bytes.Index(content, []byte(text))
	if i < 0 {
		panic("no " + text + " in " + file)
	}
	pos := func(i int) graph.Pos { return graph.Pos{Line: bytes.Count(content[:i], []byte("\n")) + 1, Byte: i} }
	return graph.Range{File: file, Start: pos(i), End: pos(i + len(text))}
}

// fakeRules are made-up rules, one of each level.
var fakeRules = []*rules.Rule{
	{ID: "AL101", Name: "asg-single-az", Level: rules.Error, Story: rules.StatelessWeb, Title: "Auto Scaling group in a single Availability Zone",
		Why: "A group whose subnets stand in one zone goes down with that zone.",
		Fix: rules.Fix{Advice: "Give the group subnets in two zones or more.", Terraform: "vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]\n", CloudFormation: "VPCZoneIdentifier:\n  - !Ref SubnetA\n  - !Ref SubnetB\n"},
		See: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html"}},
	{ID: "AL501", Name: "rds-not-multi-az", Aliases: []string{"rds-single-az"}, Level: rules.Warning, Story: rules.StatefulWeb, Title: "Database in a single zone",
		Why: "The database goes down with its zone, for as long as the zone does.",
		Fix: rules.Fix{Advice: "Set multi_az.", Terraform: "multi_az = true", CloudFormation: "MultiAZ: true"}, See: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html"}},
	{ID: "AL110", Name: "on-demand-baseline", Level: rules.Note, Off: true, Story: rules.StatelessWeb, Title: "Baseline worth reserving",
		Why: "What always runs is cheaper reserved.", Fix: rules.Fix{Advice: "Reserve it.", Terraform: "a = 1", CloudFormation: "A: 1"}, See: []string{"https://docs.aws.amazon.com/"}},
}

// result is a made-up result with everything that a report can meet.
func result() rules.Result {
	group := span("main.tf", "vpc_zone_identifier = [aws_subnet.a.id]")
	missing := graph.Range{File: "gone.tf", Start: graph.Pos{Line: 7, Byte: 99}, End: graph.Pos{Line: 7, Byte: 120}}
	call := span("db.tf", `module "db" {`)
	res := rules.Result{
		Rules: fakeRules,
		Findings: []*rules.Finding{
			{Rule: fakeRules[0], Level: rules.Error, Message: "aws_autoscaling_group.web can launch only in eu-west-1a (by default of var.zones)", Range: group,
				Resource: rules.Subject{Address: "aws_autoscaling_group.web", Type: "aws_autoscaling_group", Range: span("main.tf", "resource")},
				Related: []rules.Related{{Range: span("net work.tf", `resource "aws_subnet" "a" {`), Message: "aws_subnet.a[0] stands in eu-west-1a"},
					{Range: span("net work.tf", `resource "aws_subnet" "a" {`), Message: "aws_subnet.a[0] stands in eu-west-1a"}}, // told once
				Trace: []graph.Step{{Kind: graph.Written, Name: "vpc_zone_identifier", Range: group}, {Kind: graph.Local, Name: "local.zones", Range: span("list.tf", "azs")},
					{Kind: graph.Fallback, Name: "var.zones", Range: span("main.tf", `["eu-west-1a"]`)}},
				Unit: ".", Instances: 3},
			{Rule: fakeRules[1], Level: rules.Warning, Message: "module.db.aws_db_instance.this stands in one zone", Range: span("../../modules/db/main.tf", "multi_az = false"),
				Resource: rules.Subject{Address: "module.db.aws_db_instance.this", Type: "aws_db_instance", Range: span("../../modules/db/main.tf", "resource")},
				Calls:    []graph.Call{{Address: "module.db", Range: call}}, Unit: ".", Instances: 1},
			{Rule: fakeRules[1], Level: rules.Note, Message: "of a file that is gone", Range: missing,
				Resource: rules.Subject{Address: "aws_db_instance.gone", Type: "aws_db_instance", Range: missing}, Unit: ".", Instances: 1},
			{Rule: fakeRules[0], Level: rules.Error, Message: "in a long line", Range: span("long.tf", `"here"`),
				Resource: rules.Subject{Address: "aws_autoscaling_group.long", Type: "aws_autoscaling_group", Range: span("long.tf", "x")}, Unit: ".", Instances: 2},
			{Rule: fakeRules[0], Level: rules.Error, Message: "over several lines\x1b[31m", Range: span("list.tf", files["/repo/infra/list.tf"]),
				Resource: rules.Subject{Address: "aws_autoscaling_group.list", Type: "aws_autoscaling_group", Range: span("list.tf", "azs")}, Unit: ".", Instances: 1},
		},
		Abstentions: []rules.Abstention{{Rule: fakeRules[1], Resource: rules.Subject{Address: "aws_db_instance.b", Type: "aws_db_instance", Range: span("db.tf", "module")},
			Range: span("db.tf", "module"), Reason: "multi_az of aws_db_instance.b is not known", Unit: "."}},
		Diagnostics: []graph.Diagnostic{
			{Severity: graph.Error, Range: graph.Range{File: "big.tf"}, Message: "the file is too big"},
			{Severity: graph.Warning, Range: span("db.tf", "source"), Message: "module source is not on disk"},
			{Severity: graph.Info, Range: span("db.tf", "source"), Message: "a small matter"},
		},
		Units: 2, Resources: 12,
	}
	for _, f := range res.Findings {
		f.Fails = f.Level > rules.Note
	}
	res.Findings[0].Edit = &graph.Edit{Range: group, Text: "\thealth_check_type = \"ELB\"", Below: true}
	res.Findings[1].Edit = &graph.Edit{Range: span("../../modules/db/main.tf", "false"), Text: "true"} // outside of the repository
	res.Findings[3].Edit = &graph.Edit{Range: span("long.tf", `"here"`), Text: `"there"`}
	return res
}

func options() Options {
	return Options{Version: "1.2.3", Read: read, Dir: "/repo/infra", Root: "/repo", Category: "prod", Elapsed: 1234 * time.Millisecond,
		Examples: func(r *rules.Rule) []Example { return []Example{{"terraform", "# " + r.ID}} }}
}

func TestGolden(t *testing.T) {
	verbose := options()
	verbose.Verbose, verbose.Color = true, true
	linked := options()
	linked.Link = func(file string, line int) string { return fmt.Sprintf("https://example.com/%s#L%d", file, line) }
	for file, c := range map[string]struct {
		write   Writer
		options Options
	}{
		"cli/reports/report.txt":         {Text, options()},
		"cli/reports/report.verbose.txt": {Text, verbose},
		"cli/reports/report.json":        {JSON, options()},
		"sarif/report.sarif.json":        {SARIF, options()},
		"cli/reports/report.github":      {Annotations, options()},
		"cli/reports/report.gitlab.json": {CodeQuality, options()},
		"cli/reports/report.junit.xml":   {JUnit, options()},
		"cli/reports/report.style.xml":   {Checkstyle, options()},
		"cli/reports/report.md":          {Markdown, linked},
	} {
		var first, second bytes.Buffer
		if err := c.write(&first, result(), c.options); err != nil {
			t.Fatal(err)
		}
		golden(t, file, first.Bytes())
		if err := c.write(&second, result(), c.options); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two writes differ", file)
		}
		for i, line := range strings.Split(first.String(), "\n") {
			if line != strings.TrimRight(line, " \t\r") {
				t.Errorf("%s:%d: the line ends in white space: %q", file, i+1, line)
			}
		}
	}
}

// An empty result is a good one, in every format.
func TestEmptyResult(t *testing.T) {
	var text, js bytes.Buffer
	if err := Text(&text, rules.Result{}, Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "Nothing to lint: no Terraform or CloudFormation was found.\n"; text.String() != want {
		t.Errorf("text: got %q, want %q", text.String(), want)
	}
	text.Reset()
	if err := Text(&text, rules.Result{Units: 1, Resources: 1}, Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "No findings in 1 declared resource of 1 unit.\n"; text.String() != want {
		t.Errorf("text: got %q, want %q", text.String(), want)
	}
	if err := JSON(&js, rules.Result{}, Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"version\": 1,\n  \"findings\": [],\n  \"abstentions\": [],\n  \"diagnostics\": []\n}\n"; js.String() != want {
		t.Errorf("JSON: got %s", js.String())
	}
}

// failing refuses every write.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestManyRelatedPlaces(t *testing.T) {
	res := result()
	for i := range 20 {
		res.Findings[0].Related = append(res.Findings[0].Related, rules.Related{Range: span("list.tf", "azs"), Message: fmt.Sprint("place ", i)})
	}
	var b bytes.Buffer
	if err := Text(&b, res, options()); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "= see:"); n != maxSee+1 || !strings.Contains(b.String(), "= see: and 15 more places\n") {
		t.Errorf("%d places are shown:\n%s", n, b.String())
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	for name, write := range map[string]Writer{"text": Text, "json": JSON, "sarif": SARIF, "github": Annotations, "gitlab": CodeQuality, "junit": JUnit,
		"checkstyle": Checkstyle, "markdown": Markdown} {
		if err := write(failing{}, result(), options()); err == nil {
			t.Errorf("%s: a failed write is not reported", name)
		}
	}
}

func TestRegion(t *testing.T) {
	s := newSources(read)
	for _, c := range []struct {
		r    graph.Range
		want region
	}{
		{span("main.tf", "# Größe"), region{1, 1, 1, 8}}, // after a byte order mark
		{span("main.tf", "🚀"), region{1, 9, 1, 10}},
		{span("main.tf", "日本"), region{3, 10, 3, 12}},
		{span("main.tf", "[aws_subnet.a.id]"), region{3, 37, 3, 54}},
		{span("main.tf", "web\" {\r\n"), region{2, 35, 2, 41}},                                                                        // the line's end is left out
		{span("list.tf", "[\n  \"a\",\n  \"b\",\n]"), region{1, 7, 4, 2}},                                                             // several lines
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 2, Byte: 10}, End: graph.Pos{Line: 2, Byte: 10}}, region{2, 3, 2, 4}},    // empty: the character that follows
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 3, Byte: 0}, End: graph.Pos{Line: 3, Byte: 0}}, region{3, 3, 3, 7}},      // no offsets: the line
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 9, Byte: 999}, End: graph.Pos{Line: 9, Byte: 1200}}, region{9, 1, 9, 1}}, // not of this file
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 1, Byte: 6}, End: graph.Pos{Line: 1, Byte: 100000}}, region{1, 7, 4, 2}}, // beyond its end
		{graph.Range{File: "gone.tf", Start: graph.Pos{Line: 4, Byte: 7}, End: graph.Pos{Line: 4, Byte: 9}}, region{4, 1, 4, 1}},      // no such file
		{graph.Range{File: "list.tf"}, region{1, 1, 1, 8}},                                                                            // the file as a whole
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 1, Byte: -5}, End: graph.Pos{Line: 1, Byte: 3}}, region{1, 1, 1, 4}},     // never before its start
		{graph.Range{File: "list.tf", Start: graph.Pos{Line: 4, Byte: 22}, End: graph.Pos{Line: 5, Byte: 23}}, region{4, 1, 4, 2}},    // up to the next line
	} {
		if got := s.region(c.r); got != c.want {
			t.Errorf("%+v: got %+v, want %+v", c.r, got, c.want)
		}
	}
}

// Columns in a long line, and what stands near them, are those that counting from its beginning gives.
func TestLongLine(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pieces := []string{"a", "é", "漢", "😀", "\xff", "\xe2\x82", "\t", "resource "}
	var b strings.Builder
	for b.Len() < 5*stride {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	line := b.String()
	for name, before := range map[string]string{"first": "", "after a mark": string(bom), "third": "x\ny\n"} {
		f := newSource([]byte(before + line + "\r\nz"))
		n := 1 + strings.Count(before, "\n")
		start := len(before)
		for range 500 {
			offset := random.IntN(len(line) + 1)
			at, column := f.at(start + offset)
			if want := utf8.RuneCountInString(line[:offset]) + 1; at != n || column != want {
				t.Fatalf("%s: %d is at %d:%d, want %d:%d", name, offset, at, column, n, want)
			}
			near, skipped, more := f.around(n, column)
			if wantNear, wantSkipped, wantMore := around(line, 0, column); near != wantNear || skipped != wantSkipped || more != wantMore {
				t.Fatalf("%s: near %d stands %q after %d, %v; want %q after %d, %v", name, column, near, skipped, more, wantNear, wantSkipped, wantMore)
			}
		}
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("x", 200) + "HERE" + strings.Repeat("y", 200)
	longer := strings.Repeat("é", 5_000) + "HERE" + strings.Repeat("y", 5_000)
	for _, c := range []struct {
		line       string
		start, end int
		want       snippet
	}{
		{"a = b", 5, 6, snippet{"a = b", "    ^"}},
		{"\ta = b", 2, 3, snippet{"    a = b", "    ^"}},
		{"a = \"日本\" # x", 5, 9, snippet{"a = \"日本\" # x", "    ^^^^^^"}},
		{"e\u0301 = b", 6, 7, snippet{"e\u0301 = b", "    ^"}},
		{"a\x1b[31m", 1, 2, snippet{"a·[31m", "^"}},
		{"a = b   ", 5, 6, snippet{"a = b", "    ^"}},
		{"a", 9, 12, snippet{"a", " ^"}},
		{"", 1, 1, snippet{"", "^"}},
		{long, 201, 205, snippet{"…" + strings.Repeat("x", 30) + "HERE" + strings.Repeat("y", 76) + "…", strings.Repeat(" ", 31) + "^^^^"}},
		{longer, 5_001, 5_005, snippet{"…" + strings.Repeat("é", 30) + "HERE" + strings.Repeat("y", 76) + "…", strings.Repeat(" ", 31) + "^^^^"}},
		{longer, 10_001, 10_005, snippet{"…" + strings.Repeat("y", 34), strings.Repeat(" ", 31) + "^^^^"}},
		{longer, 1, 2, snippet{strings.Repeat("é", 110) + "…", "^"}},
		{long, 1, 405, snippet{strings.Repeat("x", 110) + "…", strings.Repeat("^", 110)}},
	} {
		if got := show(c.line, c.start, c.end, maxSnippet); got != c.want {
			t.Errorf("%q [%d,%d):\n got %q\nwant %q", c.line, c.start, c.end, got, c.want)
		}
	}
}

// An edit that does not fit the file as it is read is none.
func TestChange(t *testing.T) {
	group := span("main.tf", "vpc_zone_identifier = [aws_subnet.a.id]")
	far := span("list.tf", "]\n")
	shifted := span("list.tf", `"b"`)
	shifted.Start.Line++
	for _, c := range []struct {
		edit *graph.Edit
		want change
		ok   bool
	}{
		{nil, change{}, false},
		{&graph.Edit{Range: span("list.tf", `"b"`), Text: `"c"`}, change{region{3, 3, 3, 6}, `"c"`}, true},
		{&graph.Edit{Range: span("list.tf", `"b"`), Text: `  "c",`, Below: true}, change{region{4, 1, 4, 1}, "  \"c\",\n"}, true},
		{&graph.Edit{Range: group, Text: "x = 1", Below: true}, change{region{4, 1, 4, 1}, "x = 1\r\n"}, true}, // as the lines around it end
		{&graph.Edit{Range: shifted, Text: "x"}, change{}, false},
		{&graph.Edit{Range: graph.Range{File: "list.tf", Start: far.Start, End: graph.Pos{Line: 99, Byte: 999}}, Text: "x"}, change{}, false},
		{&graph.Edit{Range: graph.Range{File: "gone.tf", Start: far.Start, End: far.End}, Text: "x"}, change{}, false},
		{&graph.Edit{Range: graph.Range{File: "list.tf", Address: "a.b"}, Text: "x"}, change{}, false},
		{&graph.Edit{Range: graph.Range{File: "list.tf", Start: graph.Pos{Line: 1, Byte: 5}, End: graph.Pos{Line: 1, Byte: 2}}, Text: "x"}, change{}, false},
	} {
		got, ok := newSources(read).change(&rules.Finding{Edit: c.edit})
		if got != c.want || ok != c.ok {
			t.Errorf("%+v: got %+v, %v, want %+v, %v", c.edit, got, ok, c.want, c.ok)
		}
	}
}

func TestUncommented(t *testing.T) {
	for line, want := range map[string]string{
		"Database: # the main one": "Database:",
		`a = "x # y" # z`:          `a = "x # y"`,
		"a: b#c":                   "a: b#c",
		"# all":                    "# all",
		"a\t#":                     "a",
		"":                         "",
	} {
		if got := uncommented(line); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		line          string
		width, indent int
		want          string
	}{
		{"a long line of words", 0, 2, "a long line of words"},
		{"a long line of words", 20, 2, "a long line of words"},
		{"a long line of words", 10, 2, "a long\n  line of\n  words"},
		{"  a long line", 8, 4, "  a long\n    line"},
		{"\x1b[1ma\x1b[0m long \x1b[1;31mline\x1b[0m", 6, 0, "\x1b[1ma\x1b[0m long\n\x1b[1;31mline\x1b[0m"}, // colours take no space
		{"日本 日本", 8, 0, "日本\n日本"},
		{"= x: unbreakable.word", 10, 5, "= x: unbreakable.word"},
		{"unbreakable.word then", 8, 4, "unbreakable.word\n    then"},
		{"ab cd", 4, 40, "ab\n  cd"}, // an indentation that leaves no space is none
	} {
		if got := wrap(c.line, c.width, c.indent); got != c.want {
			t.Errorf("%q to %d: got %q, want %q", c.line, c.width, got, c.want)
		}
	}
	o := options()
	o.Width, o.Color = 50, true
	for _, line := range strings.Split(wrote(t, Text, result(), o), "\n") {
		if visible(line) > 50 {
			t.Errorf("wider than the terminal: %q", line)
		}
	}
}

// The fix is told with the first finding of a rule; the roots are headings where there are several.
func TestTextOfSeveralRoots(t *testing.T) {
	res := result()
	res.Findings[2].Unit, res.Findings[3].Unit = "stacks/b", "stacks/a"
	res.Diagnostics = nil
	got := wrote(t, Text, res, options())
	var outline []string
	for _, line := range strings.Split(got, "\n") {
		switch {
		case strings.HasPrefix(line, "── "), strings.Contains(line, "= fix:"):
			outline = append(outline, strings.TrimSpace(line))
		case strings.Contains(line, ": AL"), strings.Contains(line, " AL"):
			outline = append(outline, strings.SplitN(line, ":", 2)[0])
		}
	}
	want := []string{
		"── .: 2 errors, 1 warning", "main.tf", "= fix: Give the group subnets in two zones or more.", "../../modules/db/main.tf", "= fix: Set multi_az.", "list.tf",
		"── stacks/a: 1 error", "long.tf",
		"── stacks/b: 1 note", "gone.tf",
	}
	if diff := cmp.Diff(want, outline); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, got)
	}
}

// Many findings are counted by rule, the gravest first.
func TestManyFindings(t *testing.T) {
	res := result()
	if got := wrote(t, Text, res, options()); strings.Contains(got, "3 error") && strings.Contains(got, "Database in a single zone") {
		t.Errorf("few findings have a table:\n%s", got)
	}
	for range manyFindings {
		res.Findings = append(res.Findings, res.Findings[1])
	}
	got := wrote(t, Text, res, options())
	if want := "\n 3 error   AL101 asg-single-az: Auto Scaling group in a single Availability Zone\n" +
		"26 warning AL501 rds-not-multi-az: Database in a single zone\n" +
		" 1 note    AL501 rds-not-multi-az: Database in a single zone\n\n3 errors, 26 warnings, 1 note in"; !strings.Contains(got, want) {
		t.Errorf("no table\n%s\nin\n%s", want, got)
	}
}

// The shape of the JSON report is a promise: see the design.
func TestJSONShape(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, result(), options()); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	keys := func(v any) string {
		var out []string
		for k := range v.(map[string]any) {
			out = append(out, k)
		}
		return fmt.Sprint(len(out))
	}
	first := got["findings"].([]any)[0].(map[string]any)
	for _, k := range []string{"rule", "name", "level", "message", "file", "line", "endLine", "column", "endColumn", "resource", "related", "instances"} {
		if _, ok := first[k]; !ok {
			t.Errorf("a finding has no %s", k)
		}
	}
	if keys(first) != "13" || keys(first["edit"]) != "6" || keys(got["findings"].([]any)[1]) != "13" || keys(got["findings"].([]any)[2]) != "12" || keys(first["resource"]) != "4" || keys(got) != "4" {
		t.Errorf("the shape has other keys than the design: %v", first)
	}
}
