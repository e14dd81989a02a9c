package cli

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// reviewFormats are the formats of a review, the default first.
var reviewFormats = []struct {
	name  string
	write report.ReviewWriter
}{{"text", report.ReviewText}, {"json", report.ReviewJSON}, {"markdown", report.ReviewMarkdown}}

// reviewFlags are the flags of the review command.
type reviewFlags struct {
	input
	format  choice
	color   choice
	picture bool
	verbose bool
}

// reviewCommand makes "archlint review".
func (p *program) reviewCommand() *cobra.Command {
	f := &reviewFlags{input: input{narrow: true}, color: choice{value: "auto", noun: "choice", legal: []string{"auto", "always", "never"}}}
	f.format = choice{value: "text", noun: "format"}
	for _, one := range reviewFormats {
		f.format.legal = append(f.format.legal, one.name)
	}
	cmd := &cobra.Command{
		Use:   "review [path...]",
		Short: "Tell which stage of the classic architectures each workload has reached, and the next step",
		Long: `review finds the workloads of each root and stack: web tiers with what leads to them and what they reach, workers with
their queues, and data stores that nothing reaches. It places each on the ladder of its story and tells for every rung
whether it is reached, with what shows that; what cannot be known is told as such. Then it tells the next step.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error { return p.review(cmd, f, paths) },
	}
	addChoice(cmd, &f.format, "format", "`format` of the review: "+spelling.Alternatives(f.format.legal))
	addChoice(cmd, &f.color, "color", "`when` to colour text: "+spelling.Alternatives(f.color.legal))
	cmd.Flags().BoolVar(&f.picture, "picture", false, "in Markdown, a picture of the resources for GitHub and GitLab to draw, as far as they draw that many")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "tell the mildest troubles in reading, too")
	cmd.Flags().StringVar(&f.root, "root", "", "root `directory` of the repository, which the paths of Markdown are relative to (default: the nearest with .git)")
	_ = cmd.MarkFlagDirname("root")
	f.addFlags(cmd)
	return cmd
}

func (p *program) review(cmd *cobra.Command, f *reviewFlags, paths []string) error {
	spendMemory()
	cwd, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("cannot tell the current directory: %w", err)
	}
	cwd = realPath(cwd)
	t, err := p.open(cmd, f.input, paths)
	if err != nil {
		return err
	}
	root := t.root(cwd)
	if f.root != "" {
		if root, err = (&lintFlags{input: f.input}).repository(t, cwd); err != nil {
			return err
		}
	}
	all, err := p.reviews(t, f.picture)
	if err != nil {
		return err
	}
	nearby{cwd}.reviews(&all)
	target := target{format: format{name: f.format.value}, file: toStdout}
	o := report.Options{Version: version(), Read: t.read, Dir: cwd, Root: root, Real: realPath, Link: p.link(root), Verbose: f.verbose,
		Color: p.colored(f.color.value, target), Width: p.columns(target)}
	for _, one := range reviewFormats {
		if strings.EqualFold(one.name, f.format.value) {
			if err := one.write(p.stdout, all, o); err != nil {
				return fmt.Errorf("cannot write to standard output: %w", err)
			}
		}
	}
	return nil
}

// reviews judges the units of a tree and reviews their workloads. A picture is drawn where it is asked for.
func (p *program) reviews(t *tree, picture bool) (report.Reviews, error) {
	r := p.reviewer(t, picture)
	res := rules.Run(loaders(t.scan, nil), p.rules, rules.Options{Policy: t.config.Policy(false, nil), Known: p.rules, Today: p.now(), Near: spelling.Near, After: r.after})
	if err := t.config.Err(); err != nil { // of a module outside the paths
		return report.Reviews{}, err
	}
	out := r.end()
	out.Diagnostics = slices.Concat(res.Diagnostics, t.scan.Diagnostics)
	slices.SortStableFunc(out.Diagnostics, graph.Diagnostic.Compare)
	return out, nil
}

// A reviewer gathers the reviews of the units of a run.
type reviewer struct {
	rules []*rules.Rule
	mine  sync.Mutex
	all   report.Reviews
	drawn int // resources
}

// reviewer makes one for a tree, that draws a picture where it is asked to.
func (p *program) reviewer(t *tree, picture bool) *reviewer {
	r := &reviewer{rules: p.rules, all: report.Reviews{Units: len(t.scan.Units)}}
	if picture {
		r.all.Chart = report.NewChart()
	}
	return r
}

// after takes up a unit: see [rules.Options].
func (r *reviewer) after(g *graph.Graph, v rules.Verdicts) {
	found := reviewed(g, v, r.rules)
	r.mine.Lock()
	defer r.mine.Unlock()
	r.all.Workloads = append(r.all.Workloads, found...)
	if r.all.Chart == nil {
		return
	}
	if r.drawn += len(g.Resources()); r.drawn > report.MaxDrawn {
		r.all.Large = true
		return
	}
	r.all.Chart.Add(g, aws.Edges(g), aws.KindName)
}

// end gives the reviews in the order of the units.
func (r *reviewer) end() report.Reviews {
	slices.SortStableFunc(r.all.Workloads, func(a, b ladder.Review) int { return cmp.Compare(a.Unit, b.Unit) })
	if r.all.Chart != nil {
		r.all.Chart.Sort()
	}
	return r.all
}

// reviewed reviews a graph. One on which that breaks down is told of and left out: the others go on.
func reviewed(g *graph.Graph, v rules.Verdicts, all []*rules.Rule) (out []ladder.Review) {
	defer func() {
		if e := recover(); e != nil {
			g.Diagnose(graph.Diagnostic{Severity: graph.Error, Range: graph.Range{File: g.Unit}, Message: fmt.Sprintf("this could not be reviewed and was left out; please report it: %v", e)})
		}
	}()
	return ladder.Of(g, v, all)
}

// reviews tells the paths of a review.
func (n nearby) reviews(all *report.Reviews) {
	seen := map[*rules.Finding]bool{}
	res := rules.Result{Diagnostics: all.Diagnostics}
	add := func(f *rules.Finding) {
		if f != nil && !seen[f] {
			seen[f] = true
			res.Findings = append(res.Findings, f)
		}
	}
	for i := range all.Workloads {
		w := &all.Workloads[i]
		w.Unit = n.path(w.Unit)
		for j := range w.Members {
			n.place(&w.Members[j].Range)
			n.place(&w.Members[j].Header)
		}
		for _, l := range w.Ladders {
			for k := range l.Rungs {
				for e := range l.Rungs[k].Shows {
					n.place(&l.Rungs[k].Shows[e].Range)
				}
				for _, f := range l.Rungs[k].Findings {
					add(f)
				}
			}
			if l.Next != nil {
				n.place(&l.Next.Range)
				add(l.Next.Finding)
			}
		}
	}
	n.result(&res)
}
