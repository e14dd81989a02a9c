package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// finds is a rule that finds fault with the things of the given addresses; "thing.a+thing.b" is a finding on the first
// about the second, too.
func finds(id string, yieldsTo []string, at ...string) *rules.Rule {
	return &rules.Rule{ID: id, Name: strings.ToLower(id), YieldsTo: yieldsTo, Check: func(p *rules.Pass) {
		for _, where := range at {
			own, about, _ := strings.Cut(where, "+")
			p.Report(graph.True, graph.Place{Resource: p.Graph.ByAddress(own)}, "%s finds %s", id, own).About(p.Graph.ByAddress(about))
		}
	}}
}

// A rule that says so takes the level of the gravest finding that gives way to it; others keep their own.
func TestWinnerTakesTheGravestLevel(t *testing.T) {
	for gravest, want := range map[bool]rules.Level{true: rules.Error, false: rules.Warning} {
		winner := finds("AL806", nil, "thing.a")
		winner.Level, winner.Gravest = rules.Warning, gravest
		loser := finds("AL801", []string{"AL806"}, "thing.b+thing.a")
		loser.Level = rules.Error
		things := []*graph.Resource{thing("thing.a", 10, nil), thing("thing.b", 20, nil)}
		result := rules.Run([]rules.Loader{func() *graph.Graph { return graph.New("unit", graph.Terraform, things, nil) }}, []*rules.Rule{loser, winner}, rules.Options{})
		if len(result.Findings) != 1 || result.Findings[0].Level != want {
			t.Errorf("gravest %v: %d findings, want one of level %v", gravest, len(result.Findings), want)
		}
	}
}

// A finding that says so stands beside the one that its rule gives way to.
func TestBeside(t *testing.T) {
	winner := finds("AL806", nil, "thing.a")
	loser := &rules.Rule{ID: "AL801", Name: "al801", YieldsTo: []string{"AL806"}, Check: func(p *rules.Pass) {
		p.Report(graph.True, graph.Place{Resource: p.Graph.ByAddress("thing.a")}, "it stands").Beside("AL806")
		p.Report(graph.True, graph.Place{Resource: p.Graph.ByAddress("thing.b")}, "it gives way").About(p.Graph.ByAddress("thing.a"))
	}}
	things := []*graph.Resource{thing("thing.a", 10, nil), thing("thing.b", 20, nil)}
	result := rules.Run([]rules.Loader{func() *graph.Graph { return graph.New("unit", graph.Terraform, things, nil) }}, []*rules.Rule{loser, winner}, rules.Options{})
	var got []string
	for _, f := range result.Findings {
		got = append(got, f.Message)
	}
	if want := []string{"it stands", "AL806 finds thing.a"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrecedence(t *testing.T) {
	for name, c := range map[string]struct {
		rules []*rules.Rule
		want  []string
	}{
		"the same resource":      {[]*rules.Rule{finds("AL103", nil, "thing.a"), finds("AL104", []string{"AL103"}, "thing.a")}, []string{"AL103 thing.a"}},
		"another resource":       {[]*rules.Rule{finds("AL103", nil, "thing.a"), finds("AL104", []string{"AL103"}, "thing.b")}, []string{"AL103 thing.a", "AL104 thing.b"}},
		"about the winner's":     {[]*rules.Rule{finds("AL101", nil, "thing.a"), finds("AL205", []string{"AL101"}, "thing.b+thing.a")}, []string{"AL101 thing.a (AL205 al205, too: AL205 finds thing.b)"}},
		"both about a third":     {[]*rules.Rule{finds("AL101", nil, "thing.a+thing.c"), finds("AL205", []string{"AL101"}, "thing.b+thing.c")}, []string{"AL101 thing.a (AL205 al205, too: AL205 finds thing.b)"}},
		"the loser before":       {[]*rules.Rule{finds("AL104", []string{"AL116"}, "thing.b+thing.a"), finds("AL116", nil, "thing.a")}, []string{"AL116 thing.a (AL104 al104, too: AL104 finds thing.b)"}},
		"a chain":                {[]*rules.Rule{finds("AL103", nil, "thing.a"), finds("AL104", []string{"AL103"}, "thing.b+thing.a"), finds("AL105", []string{"AL103", "AL104"}, "thing.c+thing.b")}, []string{"AL103 thing.a (AL104 al104, too: AL104 finds thing.b) (AL105 al105, too: AL105 finds thing.c)"}},
		"the winner did not run": {[]*rules.Rule{finds("AL104", []string{"AL103"}, "thing.a")}, []string{"AL104 thing.a"}},
		"a circle ends":          {[]*rules.Rule{finds("AL103", []string{"AL104"}, "thing.a"), finds("AL104", []string{"AL103"}, "thing.a")}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			things := []*graph.Resource{thing("thing.a", 10, nil), thing("thing.b", 20, nil), thing("thing.c", 30, nil)}
			result := rules.Run([]rules.Loader{func() *graph.Graph { return graph.New("unit", graph.Terraform, things, nil) }}, c.rules, rules.Options{})
			var got []string
			for _, f := range result.Findings {
				line := f.Rule.ID + " " + f.Resource.Address
				for _, r := range f.Related {
					line += fmt.Sprintf(" (%s)", r.Message)
				}
				got = append(got, line)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
