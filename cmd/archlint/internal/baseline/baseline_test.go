package baseline_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/archlint/archlint/cmd/archlint/internal/baseline"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var rule = map[string]*rules.Rule{"AL101": {ID: "AL101"}, "AL501": {ID: "AL501"}, "AL802": {ID: "AL802"}}

// finding is one of a rule about a resource of a unit, at a line of the unit's only file.
func finding(id, unit, address string, line int) *rules.Finding {
	return &rules.Finding{Rule: rule[id], Unit: unit, Resource: rules.Subject{Address: address}, Message: address + " is bad",
		Range: graph.Range{File: unit + "/main.tf", Start: graph.Pos{Line: line, Byte: line * 10}, End: graph.Pos{Line: line, Byte: line*10 + 5}}}
}

func formerly(f *rules.Finding, addresses ...string) *rules.Finding {
	f.Resource.Formerly = addresses
	return f
}

func same(unit string) string { return unit }
func none(string) bool        { return false }

func names(fs []*rules.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Rule.ID+" "+f.Unit+" "+f.Resource.Address)
	}
	return strings.Join(out, ", ")
}

func spare(es []baseline.Entry) string {
	var out []string
	for _, e := range es {
		out = append(out, e.Rule+" "+e.Unit+" "+e.Resource)
	}
	return strings.Join(out, ", ")
}

// What is written is read back, and knows all that it was made of, whatever lines that stands in by then.
func TestRoundTrip(t *testing.T) {
	all := []*rules.Finding{finding("AL101", "infra", `aws_x.a["<b>"]`, 3), finding("AL501", "infra", "module.m.aws_y.z", 9), finding("AL802", "stack.yaml", "Group", 2), finding("AL802", "stack.yaml", "Group", 7)}
	var file bytes.Buffer
	if err := baseline.Of(all, same).Write(&file); err != nil {
		t.Fatal(err)
	}
	read, err := baseline.Parse("b.json", file.Bytes())
	if err != nil {
		t.Fatalf("%v in\n%s", err, file.String())
	}
	var again bytes.Buffer
	if err := read.Write(&again); err != nil || again.String() != file.String() {
		t.Errorf("written again it is\n%s, was\n%s", again.String(), file.String())
	}
	for _, f := range all {
		f.Range.Start.Line += 100
		f.Range.Start.Byte += 1000
	}
	if m := read.Match(all, same, none); len(m.New) > 0 || len(m.Spare) > 0 || m.Known != 4 {
		t.Errorf("new: %s; spare: %s; known: %d", names(m.New), spare(m.Spare), m.Known)
	}
}

// Whatever is added to what a baseline was made of is new, that alone, and in order; whatever is taken away is spare.
func TestMatchTellsTheDifference(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		var all []*rules.Finding
		for u := range 3 {
			for r := range 4 {
				for id := range rule {
					all = append(all, finding(id, fmt.Sprintf("unit%d", u), fmt.Sprintf("aws_x.r%d", r), 1+random.IntN(50)))
				}
			}
		}
		slices.SortStableFunc(all, func(a, b *rules.Finding) int { return a.Range.Compare(b.Range) })
		var before, now, added, removed []*rules.Finding
		for _, f := range all {
			moved := *f
			moved.Range.Start.Line += 7
			switch random.IntN(4) {
			case 0:
				added, now = append(added, f), append(now, f)
			case 1:
				removed, before = append(removed, f), append(before, f)
			default:
				before, now = append(before, &moved), append(now, f)
			}
		}
		m := baseline.Of(before, same).Match(now, same, none)
		if names(m.New) != names(added) {
			t.Fatalf("round %d: new is %s, want %s", round, names(m.New), names(added))
		}
		slices.SortFunc(removed, func(a, b *rules.Finding) int {
			return strings.Compare(a.Unit+a.Rule.ID+a.Resource.Address, b.Unit+b.Rule.ID+b.Resource.Address)
		})
		var gone []string
		for _, f := range removed {
			gone = append(gone, f.Rule.ID+" "+f.Unit+" "+f.Resource.Address)
		}
		if spare(m.Spare) != strings.Join(gone, ", ") {
			t.Fatalf("round %d: spare is %s, want %s", round, spare(m.Spare), strings.Join(gone, ", "))
		}
	}
}

func TestMatch(t *testing.T) {
	worded := func(message string, f *rules.Finding) *rules.Finding {
		f.Message = message
		return f
	}
	for name, c := range map[string]struct {
		before, now []*rules.Finding
		moved       string // the unit that is not there any more
		new, spare  string
		known       int
	}{
		"one more of a count": {
			before: []*rules.Finding{finding("AL101", "u", "aws_x.a[0]", 1)},
			now:    []*rules.Finding{finding("AL101", "u", "aws_x.a[0]", 1), finding("AL101", "u", "aws_x.a[1]", 1)}, known: 1},
		"a count is given": {
			before: []*rules.Finding{finding("AL101", "u", "aws_x.a", 1)},
			now:    []*rules.Finding{finding("AL101", "u", "aws_x.a[0]", 1)}, known: 1},
		"one more of for_each": {
			before: []*rules.Finding{finding("AL101", "u", `aws_x.a["dev"]`, 1)},
			now:    []*rules.Finding{finding("AL101", "u", `aws_x.a["dev"]`, 1), finding("AL101", "u", `aws_x.a["prod"]`, 1)}, known: 1,
			new: `AL101 u aws_x.a["prod"]`},
		"one more caller of a module": {
			before: []*rules.Finding{finding("AL101", "u", "module.a.aws_x.a", 1)},
			now:    []*rules.Finding{finding("AL101", "u", "module.a.aws_x.a", 1), finding("AL101", "u", "module.b.aws_x.a", 1)}, known: 1,
			new: "AL101 u module.b.aws_x.a"},
		"a second attribute": {
			before: []*rules.Finding{worded("port 22", finding("AL802", "u", "aws_x.a", 9))},
			now:    []*rules.Finding{worded("port 80", finding("AL802", "u", "aws_x.a", 5)), worded("port 22", finding("AL802", "u", "aws_x.a", 9))}, known: 1,
			new: "AL802 u aws_x.a"},
		"another wording": {
			before: []*rules.Finding{worded("is bad", finding("AL802", "u", "aws_x.a", 9))},
			now:    []*rules.Finding{worded("is not good", finding("AL802", "u", "aws_x.a", 5))}, known: 1},
		"a resource is moved": {
			before: []*rules.Finding{finding("AL101", "u", "aws_x.a[0]", 1), finding("AL101", "u", "aws_x.b", 2)},
			now: []*rules.Finding{formerly(finding("AL101", "u", `module.m.aws_x.a["k"]`, 1), "aws_x.interim", "aws_x.a[0]"),
				formerly(finding("AL101", "u", "aws_x.c", 5), "aws_x.b"), finding("AL101", "u", "aws_x.b", 9)}, known: 2,
			new: "AL101 u aws_x.c"},
		"a unit is renamed": {
			before: []*rules.Finding{finding("AL101", "old", "aws_x.a", 1), finding("AL501", "old", "aws_x.b", 1), finding("AL501", "other", "aws_x.b", 1)},
			now:    []*rules.Finding{finding("AL101", "new", "aws_x.a", 1), finding("AL501", "new", "aws_x.b", 1), finding("AL501", "other", "aws_x.b", 1)}, moved: "old", known: 3},
		"a unit is copied": {
			before: []*rules.Finding{finding("AL101", "old", "aws_x.a", 1)},
			now:    []*rules.Finding{finding("AL101", "old", "aws_x.a", 1), finding("AL101", "copy", "aws_x.a", 1)}, known: 1,
			new: "AL101 copy aws_x.a"},
		"a unit is renamed and copied": {
			before: []*rules.Finding{finding("AL101", "old", "aws_x.a", 1)},
			now:    []*rules.Finding{finding("AL101", "new", "aws_x.a", 1), finding("AL101", "copy", "aws_x.a", 2)}, moved: "old",
			new: "AL101 new aws_x.a, AL101 copy aws_x.a", spare: "AL101 old aws_x.a"},
	} {
		t.Run(name, func(t *testing.T) {
			m := baseline.Of(c.before, same).Match(c.now, same, func(u string) bool { return u == c.moved })
			if names(m.New) != c.new || spare(m.Spare) != c.spare || m.Known != c.known {
				t.Errorf("new: %q, want %q; spare: %q, want %q; known: %d, want %d", names(m.New), c.new, spare(m.Spare), c.spare, m.Known, c.known)
			}
		})
	}
}

// An entry is gone only if the run can tell.
func TestSplit(t *testing.T) {
	entry := func(unit, id, address string) baseline.Entry {
		return baseline.Entry{Key: baseline.KeyOf(unit, id, address)}
	}
	judged := baseline.Judged{
		Rules:       []*rules.Rule{rule["AL101"], rule["AL501"]},
		Abstentions: []rules.Abstention{{Rule: rule["AL501"], Resource: rules.Subject{Address: "aws_x.open[3]"}}},
		Unit:        func(u string) bool { return u == "here" },
	}
	gone, kept := judged.Split([]baseline.Entry{
		entry("here", "AL101", "aws_x.a"), entry("here", "AL501", "aws_x.open[0]"), entry("here", "AL802", "aws_x.a"), entry("there", "AL101", "aws_x.a"),
	})
	if spare(gone) != "AL101 here aws_x.a" || spare(kept) != "AL501 here aws_x.open, AL802 here aws_x.a, AL101 there aws_x.a" {
		t.Errorf("gone: %s; kept: %s", spare(gone), spare(kept))
	}
}

func TestDiagnosticsAreFew(t *testing.T) {
	var gone []baseline.Entry
	for i := range 12 {
		gone = append(gone, baseline.Entry{Key: baseline.KeyOf("u", "AL101", fmt.Sprintf("aws_x.r%d", i))})
	}
	if n := len(baseline.Diagnostics(gone[:11])); n != 11 {
		t.Errorf("11 entries are named in %d lines", n)
	}
	ds := baseline.Diagnostics(gone)
	if len(ds) != 11 || ds[10].Message != "the baseline can shrink: 2 more entries are gone" {
		t.Errorf("got %d, the last %q", len(ds), ds[len(ds)-1].Message)
	}
}

func TestParseErrors(t *testing.T) {
	const entry = `{"unit":"u","rule":"AL101","resource":"r","message":"m"}`
	for _, c := range []struct{ file, want string }{
		{``, "b.json:1: the file ends too early to be a baseline"},
		{`[]`, `b.json:1: this is no baseline of archlint: {"version": 1, "findings": [...]} was expected`},
		{`{"version": 1}`, `b.json:1: this is no baseline of archlint`},
		{"{\"version\": {\n}}", "b.json:2: this is no baseline of archlint"},
		{`{"version": "` + strings.Repeat("1", 99) + `"}`, "b.json:1: this is no baseline of archlint"},
		{"{\n\"findings\": []}", `b.json:2: this is no baseline of archlint`},
		{"{\n\"version\": 2,", "b.json:2: this baseline has version 2, and this archlint reads version 1"},
		{`{"version": "1"}`, `b.json:1: this baseline has version "1"`},
		{"{\"version\": 1,\n\"entries\": []}", "b.json:2: this is no baseline of archlint"},
		{"{\"version\": 1,\n\"findings\": {}}", "b.json:2: this is no baseline of archlint"},
		{"{\"version\": 1, \"findings\": [\n" + entry + ",\n{\"unit\":\"u\",\"rule\":\"AL1\",\"line\":3}\n]}", `b.json:3: this is no entry of a baseline: unknown field "line"`},
		{"{\"version\": 1, \"findings\": [\n" + entry + ",\n\n\n3\n]}", "b.json:5: this is no entry of a baseline"},
		{"{\"version\": 1, \"findings\": [\n{\"rule\":\"AL1\"}]}", `b.json:2: an entry of a baseline has a "unit"`},
		{"{\"version\": 1, \"findings\": [\n" + entry + "\n" + entry + "]}", "b.json:3: this is not valid JSON"},
		{"{\"version\": 1, \"findings\": [\n" + entry, "b.json:2: the file ends too early"},
		{"{\"version\": 1, \"findings\": []}\n{}", "b.json:2: there is something behind the end"},
	} {
		if _, err := baseline.Parse("b.json", []byte(c.file)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s\ngives %v, want %s", c.file, err, c.want)
		}
	}
	if _, err := baseline.Parse("b.json", []byte("\xef\xbb\xbf{\"findings\": ["+entry+"], \"version\": 1}\r\n")); err != nil {
		t.Errorf("a file as Windows writes it: %v", err)
	}
}

// FuzzParse reads any text as a baseline: one that is none is told of in one line, which names a line of it, and any other
// stays the same however often it is written and read.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [{"unit":"u","rule":"AL101","resource":"r","message":"m"}]}`))
	f.Add([]byte("{\"version\":1,\"findings\":[\n,{}\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := baseline.Parse("b.json", content)
		if err != nil {
			at := regexp.MustCompile(`^b\.json:(\d+): [^\n]+$`).FindStringSubmatch(err.Error())
			if at == nil {
				t.Fatalf("the error is %q", err)
			}
			if line, err := strconv.Atoi(at[1]); err != nil || line < 1 || line > 1+bytes.Count(content, []byte("\n")) {
				t.Fatalf("the error is in line %s", at[1])
			}
			return
		}
		var file bytes.Buffer
		if err := b.Write(&file); err != nil {
			t.Fatal(err)
		}
		again, err := baseline.Parse("b.json", file.Bytes())
		if err != nil {
			t.Fatalf("%v in %s", err, file.String())
		}
		var twice bytes.Buffer
		if err := again.Write(&twice); err != nil || !bytes.Equal(twice.Bytes(), file.Bytes()) {
			t.Fatalf("%v: %s became %s", err, file.String(), twice.String())
		}
	})
}

// Findings and entries are matched in linear time.
func BenchmarkMatch(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var all []*rules.Finding
			for i := range n {
				all = append(all, finding("AL101", fmt.Sprintf("unit%d", i%100), fmt.Sprintf("aws_x.r%d", i), i))
			}
			known := baseline.Of(all, same)
			for b.Loop() {
				if m := known.Match(all, same, none); len(m.New) > 0 {
					b.Fatal(len(m.New))
				}
			}
		})
	}
}
