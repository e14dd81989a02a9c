package cli

import (
	"fmt"
	"slices"
	"sync"

	"github.com/archlint/archlint/cmd/archlint/internal/picture"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// scenes draws every unit of a tree, with what the rules find in it and how far its workloads have come if that is asked for.
// Only the scenes outlive their units.
func (p *program) scenes(t *tree, judged bool) ([]*picture.Scene, error) {
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
			i, ok := number.LoadAndDelete(g)
			if !ok {
				return
			}
			var workloads []ladder.Review
			if judged {
				workloads = reviewed(g, v, p.rules)
			}
			all[i.(int)] = sceneOf(g, v, workloads)
		}})
	return slices.DeleteFunc(all, func(s *picture.Scene) bool { return s == nil || len(t.scan.Units) > 1 && s.Empty() }), t.config.Err()
}

// sceneOf draws a unit, with how far its workloads have come. One on which that breaks down is a gap: the others go on.
func sceneOf(g *graph.Graph, v rules.Verdicts, workloads []ladder.Review) (sc *picture.Scene) {
	defer func() {
		if e := recover(); e != nil {
			message := fmt.Sprintf("%s could not be drawn and was left out; please report it: %v", g.Unit, e)
			sc = &picture.Scene{Title: g.Title(), Gaps: 1, Marks: []picture.Mark{{Level: picture.Error, Message: message, File: g.Unit}}}
		}
	}()
	sc = picture.New(g, findingsOf(v))
	for _, w := range workloads {
		sc.Ladders = append(sc.Ladders, laddersOf(w)...)
	}
	return sc
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

// laddersOf are those of a workload as they are told beside a picture.
func laddersOf(w ladder.Review) (out []picture.Ladder) {
	for _, l := range w.Ladders {
		told := picture.Ladder{Workload: report.WorkloadHeading(w), Story: report.LadderHeading(l)}
		for _, m := range w.Members {
			told.Members = append(told.Members, m.Address)
		}
		for _, r := range l.Rungs {
			sign, words := report.RungTold(r)
			told.Rungs = append(told.Rungs, picture.Rung{Sign: sign, Name: r.Name, Words: words})
		}
		if l.Next != nil {
			told.Next, told.File, told.Line = l.Next.Sentence, l.Next.Range.File, l.Next.Range.Start.Line
		}
		out = append(out, told)
	}
	return out
}

// tellPaths tells the paths of a picture as another function gives them.
func tellPaths(sc *picture.Scene, path func(shown string) string) {
	marks := func(list []picture.Mark) {
		for i := range list {
			list[i].File = path(list[i].File)
		}
	}
	marks(sc.Marks)
	for _, b := range sc.Boxes {
		b.File = path(b.File)
		marks(b.Marks)
	}
	for _, l := range sc.Lines {
		marks(l.Marks)
	}
	for i := range sc.Ladders {
		sc.Ladders[i].File = path(sc.Ladders[i].File)
	}
}
