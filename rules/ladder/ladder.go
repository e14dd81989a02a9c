// Package ladder tells on which rung of its story each workload of a graph stands: which stages of the classic solution
// architectures it has reached, which not, and which cannot be known, with what shows it; and what the next step is.
//
// A rung is asked of the facts of parsers/aws, the same that the rules judge by, and a finding of a rule that belongs to it can
// take it away. It is reached only by what is written, and not reached only where what is written says so: all else is not
// knowable, and the reason is told. The package writes no report.
package ladder

import (
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// A Review is what is told of one workload.
type Review struct {
	Unit    string           // that the workload belongs to, with the parameter file that it is read with, if any
	Sort    aws.WorkloadSort // what it is for
	Name    string           // what people call it; no other of its unit has the same
	Members []Member         // all that belongs to it: see [aws.Workload.Members]
	Ladders []Ladder         // one for each story that concerns it, in the order of the stories; none where none does
}

// A Member is a resource of a workload.
type Member struct {
	rules.Subject
	Kind   string      // "AutoScalingGroup"; "" where the vocabulary has no word for it
	Header graph.Range // the first line of the block
}

// A Ladder is a story, as far as it concerns a workload.
type Ladder struct {
	Story rules.Story
	Rungs []Rung // by stage; those that do not concern the workload are left out
	At    int    // the stage that it has come to: the highest that is reached with none below it that is not, or may not be; 0 where there is none
	Next  *Step  // nil where nothing is left to do that is known
}

// A Rung is a stage of a story.
type Rung struct {
	Stage    int // from 1
	Name     string
	Reached  graph.Tri        // Unknown: it is not knowable
	Shows    []Evidence       // what tells that, the first the most; for Unknown what is not known
	By       int              // the later stage that is reached in its place, as several instances are by a group; 0 where it stands for itself
	Rules    []string         // the IDs of the rules that belong to the stage, whether they have found anything or not
	Findings []*rules.Finding // what those rules have found about the workload, the gravest first
}

// Evidence is a sentence about a place.
type Evidence struct {
	Words    string
	Resource string      // the address of what it is about; "" where nothing in particular is
	Range    graph.Range // not known where there is no place
}

// Words are what shows the rung in one line: what took it away or what is not known, or else the first two that show it.
func (r Rung) Words() string {
	most := 2
	if r.Reached != graph.True {
		most = 1
	}
	var words []string
	for _, e := range r.Shows[:min(most, len(r.Shows))] {
		words = append(words, e.Words)
	}
	return strings.Join(words, "; ")
}

// A Step is what to do next.
type Step struct {
	Stage    int // that it leads to
	Sentence string
	Range    graph.Range    // the lines to change; not known where there are none yet
	Finding  *rules.Finding // that it mends; nil where no rule has found anything
}

// Of reviews the workloads of a graph, of which the verdicts of all the rules are known; see [rules.Options.After].
func Of(g *graph.Graph, v rules.Verdicts, all []*rules.Rule) []Review {
	byStage := map[stage][]string{}
	for _, r := range all {
		if r.Check != nil && r.Stage > 0 {
			byStage[stage{r.Story, r.Stage}] = append(byStage[stage{r.Story, r.Stage}], r.ID)
		}
	}
	found := byAddress(v.Findings)
	var out []Review
	workloads := aws.Workloads(g)
	served := map[*graph.Resource]bool{}
	for _, w := range workloads {
		c := &climb{g: g, w: w, rules: byStage, findings: map[stage][]*rules.Finding{}}
		if w.Sort != aws.WebWorkload {
			c.elsewhere = served
		} else { // they come first
			for _, s := range w.Stores {
				served[s] = true
			}
		}
		r := Review{Unit: g.Title(), Sort: w.Sort, Name: w.Name}
		told := map[*rules.Finding]bool{}
		for _, m := range w.Members() {
			r.Members = append(r.Members, Member{Subject: rules.Subject{Address: m.Address, Type: m.Type, Range: m.Range, Formerly: m.Formerly}, Kind: aws.KindName(m), Header: m.Header})
			for _, f := range found[m.Address] {
				if !told[f] {
					told[f] = true
					at := stage{f.Rule.Story, f.Rule.Stage}
					c.findings[at] = append(c.findings[at], f)
				}
			}
		}
		for _, all := range c.findings {
			slices.SortStableFunc(all, func(a, b *rules.Finding) int {
				return cmp.Or(cmp.Compare(b.Level, a.Level), a.Range.Compare(b.Range), strings.Compare(a.Rule.ID, b.Rule.ID))
			})
		}
		for _, story := range []struct {
			rules.Story
			rungs func() []rung
		}{{rules.StatelessWeb, c.stateless}, {rules.StatefulWeb, c.stateful}, {rules.SharedFiles, c.sharedFiles}, {rules.Beanstalk, c.beanstalk}} {
			if rungs := story.rungs(); len(rungs) > 0 {
				r.Ladders = append(r.Ladders, c.ladder(story.Story, rungs))
			}
		}
		out = append(out, r)
	}
	g.TakeDoubts()
	return out
}

// A stage of a story.
type stage struct {
	story  rules.Story
	number int
}

// byAddress gives the findings by all that they are about.
func byAddress(all []*rules.Finding) map[string][]*rules.Finding {
	out := map[string][]*rules.Finding{}
	for _, f := range all {
		for _, address := range f.Subjects() {
			out[address] = append(out[address], f)
		}
	}
	return out
}
