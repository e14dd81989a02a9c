package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// source is a resource's source made of plain values; every attribute stands on a line of its own, in order of name.
type source struct {
	values  map[string]cty.Value
	line    int
	ignored string
	steps   []graph.Step
}

func (s source) Attributes() (names []string) {
	for n := range s.values {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
func (s source) Attribute(name string) cty.Value { return s.values[name] }
func (s source) Locate(path cty.Path) graph.Range {
	i := slices.Index(s.Attributes(), path[0].(cty.GetAttrStep).Name)
	if i < 0 {
		return graph.Range{}
	}
	return at("main.tf", s.line+1+i)
}
func (s source) Trace(cty.Path) []graph.Step   { return s.steps }
func (s source) Ignored(name string) graph.Tri { return graph.Known(name == s.ignored) }
func (s source) Mentions() []graph.Mention     { return nil }

func at(file string, line int) graph.Range {
	return graph.Range{File: file, Start: graph.Pos{Line: line, Byte: line * 100}, End: graph.Pos{Line: line, Byte: line*100 + 10}}
}

func thing(address string, line int, values map[string]cty.Value) *graph.Resource {
	return &graph.Resource{Address: address, Type: "thing", Exists: graph.True, Range: at("main.tf", line), Header: at("main.tf", line), Source: source{values: values, line: line}}
}

// every is a rule that gives each thing the verdict that its attribute "verdict" says.
func every(r rules.Rule) *rules.Rule {
	r.Check = func(p *rules.Pass) {
		for t := range p.Each(slices.Values(p.Graph.OfType("thing"))) {
			verdict := graph.Unknown
			if v := t.Attribute("verdict"); !v.IsNull() {
				verdict = graph.Known(v.True())
			} else {
				p.Graph.Doubt(graph.Doubt{Resource: t, Message: "the verdict on " + t.Address + " is not known"})
			}
			p.Report(verdict, graph.Place{Resource: t, Path: cty.GetAttrPath("verdict")}, "%s is bad", t.Address)
		}
	}
	return &r
}

func run(rule *rules.Rule, units ...[]*graph.Resource) rules.Result {
	loaders := make([]rules.Loader, len(units))
	for i, resources := range units {
		loaders[i] = func() *graph.Graph { return graph.New(fmt.Sprintf("unit%d", i), graph.Terraform, resources, nil) }
	}
	return rules.Run(loaders, []*rules.Rule{rule}, rules.Options{})
}

var bad, good = map[string]cty.Value{"verdict": cty.True}, map[string]cty.Value{"verdict": cty.False}

func TestVerdicts(t *testing.T) {
	got := run(every(rules.Rule{ID: "AL901", Level: rules.Warning}), []*graph.Resource{thing("thing.a", 10, bad), thing("thing.b", 20, good), thing("thing.c", 30, nil)})
	if len(got.Findings) != 1 || len(got.Abstentions) != 1 || got.Resources != 3 || got.Units != 1 {
		t.Fatalf("got %+v", got)
	}
	if f := got.Findings[0]; f.Message != "thing.a is bad" || f.Range != at("main.tf", 11) || f.Level != rules.Warning || f.Unit != "unit0" || f.Instances != 1 {
		t.Errorf("the finding is %+v", f)
	}
	if a := got.Abstentions[0]; a.Reason != "the verdict on thing.c is not known" || a.Range != at("main.tf", 30) {
		t.Errorf("the abstention is %+v", a)
	}
}

func TestOneFaultIsOneFinding(t *testing.T) {
	a, b, c := thing("thing.a[0]", 10, bad), thing("thing.a[1]", 10, bad), thing("thing.a[2]", 10, bad)
	got := run(every(rules.Rule{ID: "AL901"}), []*graph.Resource{a, b}, []*graph.Resource{c})
	if len(got.Findings) != 1 {
		t.Fatalf("got %d findings", len(got.Findings))
	}
	if text := got.Findings[0].Text(); text != "thing.a[0] is bad (and 2 more instances)" {
		t.Errorf("the finding says %q", text)
	}
}

// An edit is offered where it does for every instance of what was written.
func TestOneEditForAllInstances(t *testing.T) {
	edits := map[string]graph.Edit{
		"thing.a": {Range: at("main.tf", 10), Text: "true"}, "thing.b": {Range: at("main.tf", 10), Text: "true"},
		"thing.c": {Range: at("main.tf", 20), Text: "true"}, // and thing.d has none
		"thing.e": {Range: at("main.tf", 30), Text: "true"}, "thing.f": {Range: at("main.tf", 31), Text: "true"},
	}
	rule := &rules.Rule{ID: "AL901", Check: func(p *rules.Pass) {
		for r := range p.Each(slices.Values(p.Graph.OfType("thing"))) {
			p.Report(graph.True, graph.Place{Resource: r}, "bad").FixedBy(func() (graph.Edit, bool) { e, ok := edits[r.Address]; return e, ok })
			p.Report(graph.False, graph.Place{Resource: r}, "good").FixedBy(func() (graph.Edit, bool) { panic("asked of what is no finding") })
		}
	}}
	got := run(rule, []*graph.Resource{thing("thing.a", 10, nil), thing("thing.b", 10, nil), thing("thing.c", 20, nil), thing("thing.d", 20, nil),
		thing("thing.e", 30, nil), thing("thing.f", 30, nil), thing("thing.g", 40, nil)})
	var offered []string
	for _, f := range got.Findings {
		if f.Edit != nil {
			offered = append(offered, f.Resource.Address)
		}
	}
	if len(got.Findings) != 4 || !slices.Equal(offered, []string{"thing.a"}) {
		t.Errorf("%d findings; edits are offered for %v", len(got.Findings), offered)
	}
}

func TestTheGravestInstanceSpeaks(t *testing.T) {
	trial, real := thing("thing.a", 10, map[string]cty.Value{"verdict": cty.True, "tags": cty.ObjectVal(map[string]cty.Value{"env": cty.StringVal("dev")})}), thing("thing.b", 10, bad)
	real.Source = source{values: map[string]cty.Value{"tags": cty.NullVal(cty.DynamicPseudoType), "verdict": cty.True}, line: 10}
	got := run(every(rules.Rule{ID: "AL901", Level: rules.Error, Availability: true}), []*graph.Resource{trial, real})
	if len(got.Findings) != 1 || got.Findings[0].Level != rules.Error || got.Findings[0].Message != "thing.b is bad" {
		t.Errorf("got %+v", got.Findings[0])
	}
}

func TestNonProductionWeighsLess(t *testing.T) {
	trial := thing("thing.a", 10, map[string]cty.Value{"verdict": cty.True, "tags": cty.ObjectVal(map[string]cty.Value{"env": cty.StringVal("dev")})})
	got := run(every(rules.Rule{ID: "AL901", Level: rules.Error, Availability: true}), []*graph.Resource{trial})
	if f := got.Findings[0]; f.Level != rules.Warning || f.Message != "thing.a is bad (warning only, since it is tagged dev)" {
		t.Errorf("got %v %q", f.Level, f.Message)
	}
	got = run(every(rules.Rule{ID: "AL901", Level: rules.Error}), []*graph.Resource{trial})
	if f := got.Findings[0]; f.Level != rules.Error {
		t.Errorf("a rule that is not about availability gives %v", f.Level)
	}
}

func TestADefaultIsNamed(t *testing.T) {
	a := thing("thing.a", 10, nil)
	a.Source = source{values: bad, line: 10, steps: []graph.Step{{Kind: graph.Written}, {Kind: graph.Fallback, Name: "var.x"}}}
	got := run(every(rules.Rule{ID: "AL901"}), []*graph.Resource{a})
	if m := got.Findings[0].Message; m != "thing.a is bad (by default of var.x)" {
		t.Errorf("the finding says %q", m)
	}
}

func TestWhatIsLeftAloneIsNotJudged(t *testing.T) {
	a := thing("thing.a", 10, nil)
	a.Source = source{values: bad, line: 10, ignored: "verdict"}
	got := run(every(rules.Rule{ID: "AL901"}), []*graph.Resource{a})
	if len(got.Findings) != 0 || len(got.Abstentions) != 1 || !strings.Contains(got.Abstentions[0].Reason, "ignore_changes") {
		t.Errorf("got %+v", got)
	}
}

func TestARuleThatPanicsIsToldOf(t *testing.T) {
	rule := &rules.Rule{ID: "AL901", Check: func(*rules.Pass) { panic("broken") }}
	got := run(rule, []*graph.Resource{thing("thing.a", 10, bad)})
	if len(got.Diagnostics) != 1 || got.Diagnostics[0].Severity != graph.Error || !strings.Contains(got.Diagnostics[0].Message, "rule AL901 failed") {
		t.Errorf("got %+v", got.Diagnostics)
	}
}

func TestEqualAbstentionsAreToldOnce(t *testing.T) {
	got := run(every(rules.Rule{ID: "AL901"}), []*graph.Resource{thing("thing.a", 10, nil)}, []*graph.Resource{thing("thing.a", 10, nil)})
	if len(got.Abstentions) != 1 {
		t.Errorf("got %d", len(got.Abstentions))
	}
}

func TestNothingToRun(t *testing.T) {
	if got := rules.Run(nil, nil, rules.Options{}); got.Units != 0 || len(got.Findings) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestValidate(t *testing.T) {
	sound := rules.Rule{ID: "AL101", Name: "a-name", Story: rules.StatelessWeb, Stage: 1, Title: "Something", Why: strings.Repeat("word ", 20),
		Fix: rules.Fix{Advice: "Do.", Terraform: "x", CloudFormation: "y"}, See: []string{"https://docs.aws.amazon.com/x"}, Check: func(*rules.Pass) {}}
	if err := rules.Validate(&sound); err != nil {
		t.Errorf("a sound rule is refused: %v", err)
	}
	for what, spoil := range map[string]func(*rules.Rule){
		"the ID":        func(r *rules.Rule) { r.ID = "101" },
		"the name":      func(r *rules.Rule) { r.Name = "A name" },
		"no story":      func(r *rules.Rule) { r.Story = "" },
		"no such":       func(r *rules.Rule) { r.Stage = 8 },
		"no such stage": func(r *rules.Rule) { r.Stage = 0 },
		"yields to":     func(r *rules.Rule) { r.YieldsTo = []string{"AL101"} },
		"the title":     func(r *rules.Rule) { r.Title = "Something." },
		"Why":           func(r *rules.Rule) { r.Why = "Because." },
		"Fix":           func(r *rules.Rule) { r.Fix.CloudFormation = "" },
		"no page":       func(r *rules.Rule) { r.See = nil },
		"not AWS":       func(r *rules.Rule) { r.See = []string{"https://example.com"} },
		"no check":      func(r *rules.Rule) { r.Check = nil },
	} {
		r := sound
		spoil(&r)
		if err := rules.Validate(&r); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: got %v", what, err)
		}
	}
}

func TestScreens(t *testing.T) {
	rule := every(rules.Rule{ID: "AL901", Level: rules.Warning})
	units := make([]rules.Loader, 3)
	for i := range units {
		units[i] = func() *graph.Graph {
			return graph.New(fmt.Sprintf("unit%d", i), graph.Terraform, []*graph.Resource{thing("thing.a", 10, bad), thing("thing.b", 20, bad)}, nil)
		}
	}
	var seen []string
	keep := func(all []*rules.Finding) (out []*rules.Finding) {
		for _, f := range all {
			seen = append(seen, f.Unit+" "+f.Resource.Address)
			if f.Unit != "unit0" {
				out = append(out, f)
			}
		}
		return out
	}
	got := rules.Run(units, []*rules.Rule{rule}, rules.Options{Screens: []rules.Screen{keep}})
	if want := "unit0 thing.a, unit1 thing.a, unit2 thing.a, unit0 thing.b, unit1 thing.b, unit2 thing.b"; strings.Join(seen, ", ") != want {
		t.Errorf("the screen saw %s, want %s", strings.Join(seen, ", "), want)
	}
	if len(got.Findings) != 2 || got.Findings[0].Unit != "unit1" || got.Findings[0].Instances != 2 {
		t.Errorf("what was let through was not joined alone: %+v", got.Findings)
	}
}

// What is called after a graph is judged is given the verdicts on that graph alone, and may ask the graph for more.
func TestAfter(t *testing.T) {
	var lines []string
	rules.Run(units([]string{"u"}, thing("thing.a", 10, bad), thing("thing.b", 20, good), thing("thing.c", 30, nil)),
		[]*rules.Rule{every(rules.Rule{ID: "AL901"})}, rules.Options{After: func(g *graph.Graph, v rules.Verdicts) {
			for _, f := range v.Findings {
				lines = append(lines, "finds fault with "+g.ByAddress(f.Resource.Address).Address)
			}
			for _, a := range v.Abstentions {
				lines = append(lines, "leaves open "+g.ByAddress(a.Resource.Address).Address)
			}
		}})
	if want := []string{"finds fault with thing.a", "leaves open thing.c"}; !slices.Equal(lines, want) {
		t.Errorf("%q", lines)
	}
}
