package rules_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// wishes are a policy: what is wanted of rules, by unit, file and rule.
type wishes map[[3]string]rules.Setting

func (w wishes) Runs(unit string, r *rules.Rule) bool { return !w[[3]string{unit, "", r.ID}].Off }
func (w wishes) At(unit, file string, r *rules.Rule) rules.Setting {
	if s, ok := w[[3]string{unit, file, r.ID}]; ok {
		return s
	}
	return rules.Setting{FailOn: rules.Warning}
}

func units(names []string, resources ...*graph.Resource) (all []rules.Loader) {
	for _, name := range names {
		all = append(all, func() *graph.Graph {
			mine := make([]*graph.Resource, len(resources))
			for i, r := range resources {
				one := *r
				mine[i] = &one
			}
			return graph.New(name, graph.Terraform, mine, nil)
		})
	}
	return all
}

// What is off at a place is silent there, and lets speak what it would have silenced.
func TestOffByPlace(t *testing.T) {
	winner, loser := finds("AL103", nil, "thing.a"), finds("AL104", []string{"AL103"}, "thing.a")
	doubter := every(rules.Rule{ID: "AL901"})
	a := thing("thing.a", 10, nil)
	off := wishes{{"dev", "main.tf", "AL103"}: {Off: true}, {"dev", "main.tf", "AL901"}: {Off: true}}
	got := rules.Run(units([]string{"dev"}, a), []*rules.Rule{winner, loser, doubter}, rules.Options{Policy: off})
	if len(got.Findings) != 1 || got.Findings[0].Rule != loser || len(got.Abstentions) != 0 {
		t.Errorf("in dev: %+v, %+v", got.Findings, got.Abstentions)
	}
	got = rules.Run(units([]string{"prod"}, a), []*rules.Rule{winner, loser, doubter}, rules.Options{Policy: off})
	if len(got.Findings) != 1 || got.Findings[0].Rule != winner || len(got.Abstentions) != 1 {
		t.Errorf("in prod: %+v, %+v", got.Findings, got.Abstentions)
	}
}

func TestARuleThatCannotSpeakDoesNotRun(t *testing.T) {
	ran := 0
	rule := &rules.Rule{ID: "AL103", Check: func(*rules.Pass) { ran++ }}
	rules.Run(units([]string{"dev", "prod"}), []*rules.Rule{rule}, rules.Options{Policy: wishes{{"dev", "", "AL103"}: {Off: true}}})
	if ran != 1 {
		t.Errorf("it ran %d times", ran)
	}
}

// The level that a user gives is taken as it is.
func TestGivenLevel(t *testing.T) {
	trial := thing("thing.a", 10, map[string]cty.Value{"verdict": cty.True, "tags": cty.ObjectVal(map[string]cty.Value{"env": cty.StringVal("dev")})})
	asked := wishes{{"u", "main.tf", "AL901"}: {Given: true, Level: rules.Error, FailOn: rules.Warning}}
	got := rules.Run(units([]string{"u"}, trial), []*rules.Rule{every(rules.Rule{ID: "AL901", Level: rules.Warning, Availability: true})}, rules.Options{Policy: asked})
	if f := got.Findings[0]; f.Level != rules.Error || f.Message != "thing.a is bad" || !f.Fails {
		t.Errorf("got %v %q, fails %v", f.Level, f.Message, f.Fails)
	}
	milder := &rules.Rule{ID: "AL901", Level: rules.Warning, Check: func(p *rules.Pass) {
		p.Report(graph.True, graph.Place{Resource: p.Graph.Resources()[0]}, "bad").As(rules.Note)
	}}
	if got := rules.Run(units([]string{"u"}, trial), []*rules.Rule{milder}, rules.Options{Policy: asked}); got.Findings[0].Level != rules.Error {
		t.Errorf("the rule's own level wins: %v", got.Findings[0].Level)
	}
	winner, loser := finds("AL806", nil, "thing.a"), finds("AL801", []string{"AL806"}, "thing.a")
	winner.Gravest, loser.Level = true, rules.Error
	noted := wishes{{"u", "main.tf", "AL806"}: {Given: true, Level: rules.Note, FailOn: rules.Warning}}
	if got := rules.Run(units([]string{"u"}, trial), []*rules.Rule{winner, loser}, rules.Options{Policy: noted}); got.Findings[0].Level != rules.Note || got.Findings[0].Fails {
		t.Errorf("the level of what gives way wins: %+v", got.Findings[0])
	}
}

// One written fault of several units fails the run if it is to fail on it in one of them.
func TestFailsByPlace(t *testing.T) {
	rule := finds("AL103", nil, "thing.a")
	rule.Level = rules.Error
	w := wishes{{"dev", "main.tf", "AL103"}: {FailOn: rules.Never}}
	for _, c := range []struct {
		units []string
		want  bool
	}{{[]string{"dev"}, false}, {[]string{"prod"}, true}, {[]string{"dev", "prod"}, true}} {
		got := rules.Run(units(c.units, thing("thing.a", 10, nil)), []*rules.Rule{rule}, rules.Options{Policy: w})
		if len(got.Findings) != 1 || got.Findings[0].Fails != c.want {
			t.Errorf("%v: %d findings, the first %+v", c.units, len(got.Findings), got.Findings[0])
		}
	}
}
