package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// stretch is a range of main.tf from a line to another, as [at] counts bytes.
func stretch(from, to int) graph.Range {
	r := at("main.tf", from)
	r.End = at("main.tf", to).End
	return r
}

// ignore is a remark on line n about a stretch, which is a resource's block unless it lies in one.
func ignore(n int, covers graph.Range, names ...string) graph.Ignore {
	out := graph.Ignore{Range: at("main.tf", n), Covers: covers, Block: covers, Reason: "on purpose"}
	for i, name := range names {
		where := out.Range
		where.Start.Byte += i
		out.Rules = append(out.Rules, graph.Word{Text: name, Range: where})
	}
	return out
}

// watch is a rule that writes down what became of ignores.
func watch(into *[]string) *rules.Rule {
	return &rules.Rule{ID: "AL001", Name: "watch", Remarks: func(p *rules.RemarkPass) {
		for _, r := range p.Remarks {
			for _, n := range r.Names {
				line := fmt.Sprintf("%d %s", r.Range.Start.Line, n.Text)
				switch {
				case n.Rule == nil:
					line += " is none"
				case !n.Judged:
					line += " did not run"
				default:
					line += " " + n.Faulty.String()
				}
				if n.Forbidden {
					line += " forbidden"
				}
				if r.Ended {
					line += " ended"
				}
				*into = append(*into, line)
			}
		}
	}}
}

// unitOf is a unit with resources of its own and ignores.
func unitOf(name string, ignores []graph.Ignore, resources ...*graph.Resource) rules.Loader {
	return func() *graph.Graph {
		g := graph.New(name, graph.Terraform, resources, nil)
		g.Ignores = ignores
		return g
	}
}

func ids(all []*rules.Finding) string {
	var out []string
	for _, f := range all {
		out = append(out, f.Rule.ID+" "+f.Resource.Address)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// block is a thing of three lines, whose verdict stands on the second.
func block(address string, line int, verdict map[string]cty.Value) *graph.Resource {
	r := thing(address, line, verdict)
	r.Range = stretch(line, line+2)
	return r
}

func TestIgnores(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901", Name: "bad-thing", Aliases: []string{"old-name"}, Level: rules.Warning})
	a := func(verdict map[string]cty.Value) *graph.Resource { return block("thing.a", 10, verdict) }
	whole := stretch(10, 12)
	called := a(bad)
	called.Calls = []graph.Call{{Address: "module.m", Range: at("main.tf", 30)}}
	for name, c := range map[string]struct {
		ignore  graph.Ignore
		on      *graph.Resource
		ignored string
		became  string
	}{
		"the block":             {ignore(9, whole, "AL901"), a(bad), "AL901 thing.a", "9 AL901 true"},
		"the attribute":         {ignore(11, at("main.tf", 11), "AL901"), a(bad), "AL901 thing.a", "11 AL901 true"},
		"another attribute":     {ignore(12, at("main.tf", 12), "AL901"), a(bad), "", "12 AL901 unknown"}, // no resource begins there
		"the name":              {ignore(9, whole, "Bad-Thing"), a(bad), "AL901 thing.a", "9 Bad-Thing true"},
		"the former name":       {ignore(9, whole, "old-name"), a(bad), "AL901 thing.a", "9 old-name true"},
		"another rule":          {ignore(9, whole, "AL902"), a(bad), "", "9 AL902 is none"},
		"two rules":             {ignore(9, whole, "AL901", "AL902"), a(bad), "AL901 thing.a", "9 AL901 true, 9 AL902 is none"},
		"the call":              {ignore(29, stretch(30, 33), "AL901"), called, "AL901 thing.a", "29 AL901 true"},
		"nothing wrong":         {ignore(9, whole, "AL901"), a(good), "", "9 AL901 false"},
		"nothing known":         {ignore(9, whole, "AL901"), a(nil), "", "9 AL901 unknown"},
		"an ignore about rules": {ignore(9, whole, "AL001"), a(bad), "", "9 AL001 did not run"},
	} {
		t.Run(name, func(t *testing.T) {
			var became []string
			got := rules.Run([]rules.Loader{unitOf("unit", []graph.Ignore{c.ignore}, c.on)}, []*rules.Rule{rule, watch(&became)}, rules.Options{})
			if ids(got.Ignored) != c.ignored || strings.Join(became, ", ") != c.became {
				t.Errorf("ignored are %q, the ignore became %q; want %q, %q", ids(got.Ignored), strings.Join(became, ", "), c.ignored, c.became)
			}
			for _, f := range got.Ignored {
				if f.Fails || f.Silenced == nil || f.Silenced.Reason != "on purpose" || f.Silenced.Range != c.ignore.Range {
					t.Errorf("the ignored finding is %+v", f)
				}
			}
			if c.ignored != "" && len(got.Findings) != 0 {
				t.Errorf("it is found all the same: %s", ids(got.Findings))
			}
		})
	}
}

// Where several ignores speak of one finding, each is of use, and the nearest gives the reason.
func TestNearestIgnoreGivesTheReason(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	file := ignore(1, stretch(1, 100), "AL901")
	file.File, file.Reason = true, "far"
	near := ignore(11, at("main.tf", 11), "AL901")
	near.Block, near.Reason = stretch(10, 12), "near"
	mid := ignore(9, stretch(10, 12), "AL901")
	mid.Reason = "middle"
	var became []string
	got := rules.Run([]rules.Loader{unitOf("unit", []graph.Ignore{file, mid, near}, block("thing.a", 10, bad))}, []*rules.Rule{rule, watch(&became)}, rules.Options{})
	if len(got.Ignored) != 1 || got.Ignored[0].Silenced.Reason != "near" || strings.Join(became, ", ") != "1 AL901 true, 9 AL901 true, 11 AL901 true" {
		t.Errorf("ignored %s, became %q", ids(got.Ignored), became)
	}
}

func TestIgnoresAfterPrecedence(t *testing.T) {
	winner, loser := finds("AL103", nil, "thing.a"), finds("AL104", []string{"AL103"}, "thing.a")
	for name, c := range map[string]struct{ names, found, ignored, became string }{
		"the winner": {"AL103", "", "AL103 thing.a", "9 AL103 true"},
		"the loser":  {"AL104", "AL103 thing.a", "", "9 AL104 true"},
		"both":       {"AL103 AL104", "", "AL103 thing.a", "9 AL103 true, 9 AL104 true"},
	} {
		t.Run(name, func(t *testing.T) {
			var became []string
			unit := unitOf("unit", []graph.Ignore{ignore(9, stretch(10, 12), strings.Fields(c.names)...)}, block("thing.a", 10, nil))
			got := rules.Run([]rules.Loader{unit}, []*rules.Rule{winner, loser, watch(&became)}, rules.Options{})
			if ids(got.Findings) != c.found || ids(got.Ignored) != c.ignored || strings.Join(became, ", ") != c.became {
				t.Errorf("found %q, ignored %q, became %q", ids(got.Findings), ids(got.Ignored), became)
			}
		})
	}
}

// A winner does not take over from a loser that is ignored: neither its level nor its place.
func TestIgnoredLoserLeavesNoTrace(t *testing.T) {
	winner, loser := finds("AL806", nil, "thing.a"), finds("AL801", []string{"AL806"}, "thing.b+thing.a")
	winner.Level, winner.Gravest, loser.Level = rules.Warning, true, rules.Error
	unit := unitOf("unit", []graph.Ignore{ignore(19, stretch(20, 22), "AL801")}, block("thing.a", 10, nil), block("thing.b", 20, nil))
	got := rules.Run([]rules.Loader{unit}, []*rules.Rule{winner, loser}, rules.Options{})
	if len(got.Findings) != 1 || got.Findings[0].Level != rules.Warning || len(got.Findings[0].Related) != 0 {
		t.Errorf("got %+v", got.Findings[0])
	}
}

// What one of several units needs is of use; what is open in one of them is open.
func TestIgnoresOfSeveralUnits(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	note := []graph.Ignore{ignore(9, stretch(10, 12), "AL901")}
	of := func(verdicts ...map[string]cty.Value) (all []rules.Loader) {
		for i, v := range verdicts {
			all = append(all, unitOf(fmt.Sprintf("unit%d", i), note, block("thing.a", 10, v)))
		}
		return all
	}
	for want, units := range map[string][]rules.Loader{
		"9 AL901 true":    of(good, bad, nil),
		"9 AL901 unknown": of(good, nil, good),
		"9 AL901 false":   of(good, good),
	} {
		var became []string
		rules.Run(units, []*rules.Rule{rule, watch(&became)}, rules.Options{})
		if strings.Join(became, ", ") != want {
			t.Errorf("it became %q, want %q", became, want)
		}
	}
}

func TestWhatKeepsAnIgnoreFromBeingUnused(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	broken := &rules.Rule{ID: "AL901", Check: func(*rules.Pass) { panic("broken") }}
	note := ignore(9, stretch(10, 12), "AL901")
	unsure := note
	unsure.Unsure = "not all could be read"
	unread := block("module.m", 10, nil)
	unread.Mode = graph.Module
	for name, c := range map[string]struct {
		rule   *rules.Rule
		note   graph.Ignore
		on     *graph.Resource
		change func(*graph.Graph)
	}{
		"a library":          {rule, note, block("thing.a", 10, good), func(g *graph.Graph) { g.Library = true }},
		"a file unread":      {rule, note, block("thing.a", 10, good), func(g *graph.Graph) { g.Gaps = []graph.Gap{{Message: "broken"}} }},
		"a file not whole":   {rule, unsure, block("thing.a", 10, good), nil},
		"a rule that failed": {broken, note, block("thing.a", 10, good), nil},
		"no instance":        {rule, note, block("thing.b", 50, good), nil},
		"an unread module":   {rule, note, unread, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var became []string
			unit := func() *graph.Graph {
				g := unitOf("unit", []graph.Ignore{c.note}, c.on)()
				if c.change != nil {
					c.change(g)
				}
				return g
			}
			rules.Run([]rules.Loader{unit}, []*rules.Rule{c.rule, watch(&became)}, rules.Options{})
			if strings.Join(became, ", ") != "9 AL901 unknown" {
				t.Errorf("it became %q", became)
			}
		})
	}
}

func TestLastDayOfAnIgnore(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	note := ignore(9, stretch(10, 12), "AL901")
	note.Until = graph.Word{Text: "2026-03-31", Range: note.Range}
	for day, want := range map[string]string{"2026-03-31": "", "2026-04-01": "thing.a", "": ""} {
		today, _ := time.Parse(time.DateOnly, day)
		if day != "" {
			today = today.Add(23 * time.Hour)
		}
		var became []string
		got := rules.Run([]rules.Loader{unitOf("unit", []graph.Ignore{note}, block("thing.a", 10, bad))}, []*rules.Rule{rule, watch(&became)}, rules.Options{Today: today})
		if want != "" {
			want = "AL901 " + want
		}
		if ids(got.Findings) != want {
			t.Errorf("on %s: found %q, want %q (%q)", day, ids(got.Findings), want, became)
		}
	}
}

func TestNoIgnores(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	unit := unitOf("unit", []graph.Ignore{ignore(9, stretch(10, 12), "AL901")}, block("thing.a", 10, bad))
	if got := rules.Run([]rules.Loader{unit}, []*rules.Rule{rule}, rules.Options{NoIgnores: true}); len(got.Findings) != 1 || len(got.Ignored) != 0 {
		t.Errorf("found %q, ignored %q", ids(got.Findings), ids(got.Ignored))
	}
}

func TestIgnoresAndThePolicy(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901", Level: rules.Error})
	note := []graph.Ignore{ignore(9, stretch(10, 12), "AL901")}
	for name, c := range map[string]struct {
		setting rules.Setting
		found   string
		became  string
	}{
		"not to be ignored": {rules.Setting{Unignorable: true}, "AL901 thing.a", "9 AL901 true forbidden"},
		"off":               {rules.Setting{Off: true}, "", "9 AL901 did not run"},
	} {
		t.Run(name, func(t *testing.T) {
			var became []string
			got := rules.Run([]rules.Loader{unitOf("unit", note, block("thing.a", 10, bad))}, []*rules.Rule{rule, watch(&became)},
				rules.Options{Policy: wishes{{"unit", "main.tf", "AL901"}: c.setting}})
			if ids(got.Findings) != c.found || strings.Join(became, ", ") != c.became {
				t.Errorf("found %q, became %q", ids(got.Findings), became)
			}
		})
	}
}

// What is off elsewhere leaves open what an ignore there is of use for.
func TestIgnoreWhereTheRuleIsOffElsewhere(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901"})
	note := ignore(29, stretch(30, 33), "AL901")
	made := block("module.m.thing.a", 10, bad)
	for _, r := range []*graph.Range{&made.Range, &made.Header} {
		r.File = "module.tf"
	}
	made.Source = elsewhere{made.Source}
	made.Calls = []graph.Call{{Address: "module.m", Range: at("main.tf", 30)}}
	var became []string
	rules.Run([]rules.Loader{unitOf("unit", []graph.Ignore{note}, made)}, []*rules.Rule{rule, watch(&became)},
		rules.Options{Policy: wishes{{"unit", "module.tf", "AL901"}: {Off: true}}})
	if strings.Join(became, ", ") != "29 AL901 unknown" {
		t.Errorf("it became %q", became)
	}
}

// elsewhere is a source that stands in module.tf.
type elsewhere struct{ graph.Source }

func (e elsewhere) Locate(path cty.Path) graph.Range {
	r := e.Source.Locate(path)
	r.File = "module.tf"
	return r
}

// Thousands of ignores and findings of one file are matched without trying each against each.
func TestManyIgnores(t *testing.T) {
	const many = 20_000
	rule := every(rules.Rule{ID: "AL901"})
	file := ignore(1, stretch(1, 10*many+20), "AL901")
	file.File = true
	notes := []graph.Ignore{file}
	var resources []*graph.Resource
	for i := range many {
		line := 10 * (i + 1)
		notes = append(notes, ignore(line-1, stretch(line, line+2), "AL901"))
		resources = append(resources, block(fmt.Sprintf("thing.a%05d", i), line, bad))
	}
	var became []string
	got := rules.Run([]rules.Loader{unitOf("unit", notes, resources...)}, []*rules.Rule{rule, watch(&became)}, rules.Options{})
	if len(got.Ignored) != many || len(got.Findings) != 0 {
		t.Errorf("%d ignored, %d found", len(got.Ignored), len(got.Findings))
	}
	for _, b := range became {
		if !strings.HasSuffix(b, "true") {
			t.Fatal(b)
		}
	}
}

// What was meant by a misspelled name is looked for once for each name, and no more often than bounds the work.
func TestMisspelledIgnores(t *testing.T) {
	var names []string
	for i := range 1_000 {
		names = append(names, fmt.Sprintf("AL9O%03d", i))
	}
	notes := []graph.Ignore{ignore(1, stretch(2, 4), append(names, names...)...)}
	asked, told := map[string]int{}, 0
	o := rules.Options{Near: func(word string, _ []string) string { asked[word]++; return "AL901" }}
	look := &rules.Rule{ID: "AL001", Name: "look", Remarks: func(p *rules.RemarkPass) {
		for _, n := range p.Remarks[0].Names {
			if n.Near != "" {
				told++
			}
		}
	}}
	rules.Run([]rules.Loader{unitOf("unit", notes, block("thing.a", 2, bad))}, []*rules.Rule{look}, o)
	if len(asked) == 0 || len(asked) >= len(names) || told != 2*len(asked) {
		t.Errorf("asked about %d of %d names, told of %d", len(asked), len(names), told)
	}
	for word, n := range asked {
		if n != 1 {
			t.Errorf("asked about %s %d times", word, n)
		}
	}
}
