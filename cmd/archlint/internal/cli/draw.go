package cli

import (
	"slices"
	"sync"

	"github.com/archlint/archlint/cmd/archlint/internal/picture"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// scenes draws every unit of a tree, with what the rules find in it if that is asked for. Only the scenes outlive their units.
func (p *program) scenes(t *tree, judged bool) []*picture.Scene {
	var judges []*rules.Rule
	if judged {
		judges = slices.DeleteFunc(selection{}.rules(p.rules, t.config.On), func(r *rules.Rule) bool { return r.Check == nil }) // the others are about comments
	}
	all := make([]*picture.Scene, len(t.scan.Units))
	var number sync.Map // of each graph's unit
	loaders := make([]rules.Loader, len(all))
	for i, u := range t.scan.Units {
		loaders[i] = func() *graph.Graph {
			g := load(u)
			number.Store(g, i)
			return g
		}
	}
	rules.Run(loaders, judges, rules.Options{Policy: t.config.Policy(false, nil), Known: p.rules, Today: p.now(), Near: spelling.Near,
		After: func(g *graph.Graph, v rules.Verdicts) {
			if i, ok := number.LoadAndDelete(g); ok {
				all[i.(int)] = picture.New(g, findingsOf(v))
			}
		}})
	return slices.DeleteFunc(all, func(s *picture.Scene) bool { return s == nil || len(t.scan.Units) > 1 && s.Empty() })
}

// findingsOf are the findings of one unit as marks.
func findingsOf(v rules.Verdicts) []picture.Finding {
	out := make([]picture.Finding, len(v.Findings))
	for i, f := range v.Findings {
		out[i] = picture.Finding{Address: f.Resource.Address, Mark: picture.Mark{Level: levels[f.Level], Rule: f.Rule.ID, Message: f.Message,
			File: f.Range.File, Line: f.Range.Start.Line}}
	}
	return out
}

// levels are the levels of marks.
var levels = map[rules.Level]picture.Level{rules.Note: picture.Note, rules.Warning: picture.Warning, rules.Error: picture.Error}
