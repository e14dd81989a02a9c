package ladder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// climb asks for the rungs of one workload.
type climb struct {
	g         *graph.Graph
	w         aws.Workload
	elsewhere map[*graph.Resource]bool // stores of it that a web tier has as well, where it is none: they are told of there
	rules     map[stage][]string
	findings  map[stage][]*rules.Finding
}

// A rung is a question about the workload, for one stage.
type rung struct {
	stage  int
	answer answer
	by     []int    // later stages of which any that is reached is in this one's place, the first that there is
	taken  []string // IDs of rules that take the rung away where they find anything, with what they found for the reason
	mend   []string // IDs of further rules whose fix leads here, although what they find does not take the rung away
	todo   string   // the step that leads here where no rule tells one
	advice string   // what to do where it is not knowable whether that is done; "" where nobody can say
	apart  bool     // where it is not knowable, that is no doubt about the stages above it
}

// An answer is a verdict with what shows it.
type answer struct {
	is    graph.Tri
	shows []Evidence
	todo  string // what to do about the first that shows it; "" where the rung itself says
	given bool   // where it is Unknown, that hangs on something that is given from outside
}

// do says what to do where the answer is no.
func (a answer) do(what string) answer {
	if a.is == graph.False {
		a.todo = what
	}
	return a
}

// say gives a verdict on a place. Where it is Unknown the words tell what is not known, and what the facts were in doubt about
// follows.
func (c *climb) say(is graph.Tri, at graph.Place, format string, args ...any) answer {
	doubts := c.g.TakeDoubts()
	words := fmt.Sprintf(format, args...)
	if is == graph.Unknown {
		words = withDoubts(words, doubts)
	}
	return answer{is: is, shows: []Evidence{evidence(at, words)}, given: is == graph.Unknown && len(doubts) > 0}
}

func evidence(at graph.Place, words string) Evidence {
	e := Evidence{Words: words}
	if at.Resource != nil {
		e.Resource, e.Range = at.Resource.Address, at.Range()
	}
	return e
}

// at is the place of a resource as a whole.
func at(r *graph.Resource) graph.Place { return graph.Place{Resource: r} }

// withDoubts adds the first doubts to what is not known.
func withDoubts(words string, doubts []graph.Doubt) string {
	const most = 2
	var told []string
	for _, d := range doubts {
		if len(told) < most && d.Message != words {
			told = append(told, d.Message)
		}
	}
	switch {
	case len(told) == 0:
		return words
	case words == "":
		return strings.Join(told, "; ")
	}
	return words + ": " + strings.Join(told, "; ")
}

// all is reached where every part is: what took one away comes first, then what is not known.
func all(parts ...answer) answer {
	out := answer{is: graph.True}
	for _, p := range parts {
		out.is = out.is.And(p.is)
	}
	return out.with(parts)
}

// any is reached where one part is.
func anyOf(parts ...answer) answer {
	out := answer{is: graph.False}
	for _, p := range parts {
		out.is = out.is.Or(p.is)
	}
	return out.with(parts)
}

// mostShown bounds what is kept of what shows a verdict: people read the first.
const mostShown = 16

// with takes over what shows the verdict in the parts.
func (a answer) with(parts []answer) answer {
	seen := map[string]bool{}
	for _, p := range parts {
		if p.is != a.is {
			continue
		}
		if len(a.shows) == 0 {
			a.todo, a.given = p.todo, p.given
		}
		for _, e := range p.shows {
			if !seen[e.Words] && len(a.shows) < mostShown {
				seen[e.Words] = true
				a.shows = append(a.shows, e)
			}
		}
	}
	return a
}

// ladder makes a ladder of the answers.
func (c *climb) ladder(story rules.Story, rungs []rung) Ladder {
	out := Ladder{Story: story}
	names := story.Stages()
	reached := map[int]bool{}
	for _, r := range rungs {
		k := stage{story, r.stage}
		one := Rung{Stage: r.stage, Name: names[r.stage-1], Reached: r.answer.is, Shows: r.answer.shows, Rules: c.rules[k], Findings: c.findings[k]}
		if f := c.first(k, r.taken); f != nil && one.Reached != graph.False {
			one.Reached, one.Shows = graph.False, []Evidence{{Words: f.Message, Resource: f.Resource.Address, Range: f.Range}}
		}
		reached[r.stage] = one.Reached == graph.True
		out.Rungs = append(out.Rungs, one)
	}
	for i, r := range rungs {
		if one, n := &out.Rungs[i], slices.IndexFunc(r.by, func(by int) bool { return reached[by] }); n >= 0 {
			one.Reached, one.By = graph.True, r.by[n]
			one.Shows = []Evidence{{Words: names[one.By-1] + " is there in its place"}}
		}
	}
	for i, r := range out.Rungs {
		if r.Reached == graph.False || r.Reached == graph.Unknown && !rungs[i].apart {
			break
		}
		if r.Reached == graph.True {
			out.At = r.Stage
		}
	}
	out.Next = c.next(out, rungs)
	return out
}

// first is the gravest finding of a stage by one of some rules, nil where there is none.
func (c *climb) first(k stage, ids []string) *rules.Finding {
	for _, f := range c.findings[k] {
		if slices.Contains(ids, f.Rule.ID) {
			return f
		}
	}
	return nil
}

// next is the step that leads on: to the first rung that is not reached and that no later one would take the place of, else
// to what is found fault with on those that are, else to the first that is not knowable.
func (c *climb) next(l Ladder, rungs []rung) *Step {
	for i, r := range l.Rungs {
		if r.Reached != graph.False || len(rungs[i].by) > 0 {
			continue
		}
		s := &Step{Stage: r.Stage, Sentence: cmp.Or(rungs[i].answer.todo, rungs[i].todo), Range: r.Shows[0].Range}
		if f := c.behind(r, slices.Concat(rungs[i].taken, rungs[i].mend)); f != nil {
			s.mend(f)
		}
		return s
	}
	var worst *Step
	for _, r := range l.Rungs {
		for _, f := range r.Findings[:min(1, len(r.Findings))] {
			if f.Level > rules.Note && (worst == nil || f.Level > worst.Finding.Level) {
				worst = &Step{Stage: r.Stage}
				worst.mend(f)
			}
		}
	}
	if worst != nil {
		return worst
	}
	for i, r := range l.Rungs {
		if r.Reached != graph.Unknown || rungs[i].apart {
			continue
		}
		sentence := rungs[i].advice
		if sentence == "" && rungs[i].answer.given {
			sentence = settle[c.g.Language]
		}
		if sentence == "" {
			break
		}
		return &Step{Stage: r.Stage, Sentence: sentence, Range: r.Shows[0].Range}
	}
	return nil
}

// settle tells how more can be known.
var settle = [graph.Languages]string{
	graph.Terraform:      "Give variables or a plan (--var-file, --plan), so that more can be known.",
	graph.CloudFormation: "Give parameters (--parameters), so that more can be known.",
}

// behind is the finding of a rung that says why it is not reached: one at the very place that shows it, else the first of a
// rule whose fix leads to the rung; nil where there is none.
func (c *climb) behind(r Rung, ids []string) *rules.Finding {
	for _, f := range r.Findings {
		if f.Range == r.Shows[0].Range {
			return f
		}
	}
	for _, f := range r.Findings {
		if slices.Contains(ids, f.Rule.ID) {
			return f
		}
	}
	return nil
}

// mend makes the step that which mends a finding.
func (s *Step) mend(f *rules.Finding) {
	s.Finding, s.Range, s.Sentence = f, f.Range, f.Rule.Fix.Advice
	if first, _, cut := strings.Cut(s.Sentence, ". "); cut {
		s.Sentence = first + "."
	}
}
