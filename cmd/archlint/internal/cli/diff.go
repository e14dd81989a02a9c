package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/baseline"
	"github.com/archlint/archlint/cmd/archlint/internal/delta"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/revision"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// diffCommand makes "archlint diff".
func (p *program) diffCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "json", "markdown"}}
	f := &lintFlags{color: choice{value: "auto", noun: "choice", legal: []string{"auto", "always", "never"}}}
	cmd := &cobra.Command{
		Use:   "diff revision [path...]",
		Short: "Tell what has changed in the architecture since a git revision",
		Long: `diff tells what the changes since a git revision, a branch or a commit, do to the architecture: which findings are
new and which are gone, which resources and relations there are more or fewer of. The state before is that of the last
commit which the revision and HEAD have in common; the state now is what is on the disk.

The exit code says nothing of findings; archlint --new-from does.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(f.plans) > 0 {
				return errors.New("diff cannot be used with --plan: the plan is not of that revision")
			}
			return p.diff(cmd, f, format.value, args[0], args[1:])
		},
	}
	addChoice(cmd, &format, "format", "`format` of the report: "+spelling.Alternatives(format.legal))
	addChoice(cmd, &f.color, "color", "`when` to colour text: "+spelling.Alternatives(f.color.legal))
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "tell of all troubles in reading, not of errors alone")
	f.input.addFlags(cmd)
	return cmd
}

// diff does the job of the command.
func (p *program) diff(cmd *cobra.Command, f *lintFlags, format, rev string, paths []string) error {
	j := &job{program: p, flags: f, cmd: cmd, start: p.now(), asked: selection{}} // all rules
	spendMemory()
	var err error
	if j.cwd, err = os.Getwd(); err != nil {
		return fmt.Errorf("cannot tell the current directory: %w", err)
	}
	j.cwd = realPath(j.cwd)
	t, err := p.open(cmd, f.input, paths)
	if err != nil {
		return err
	}
	if j.root, err = f.repository(t, j.cwd); err != nil {
		return err
	}
	d, err := j.differences(t, rev)
	if err != nil {
		return fmt.Errorf("diff: %w", err)
	}
	o := report.Options{Read: t.read, Verbose: f.verbose}
	out := target{file: toStdout}
	switch format {
	case "json":
		return d.JSON(p.stdout, o)
	case "markdown":
		return d.Markdown(p.stdout, o)
	}
	o.Color, o.Width = j.colored(f.color.value, out), j.columns(out)
	return d.Text(p.stdout, o)
}

// differences holds a tree against what it was.
func (j *job) differences(now *tree, rev string) (*report.Differences, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	base, err := revision.Find(ctx, j.root, rev)
	if err != nil {
		return nil, err
	}
	d := &report.Differences{Revision: rev, Commit: base.Commit}
	then, err := j.checkout(ctx, base, j.root)
	if err != nil {
		return nil, err
	}
	defer then.close()
	if err := then.open(ctx, j, then.paths(now.paths, "")); err != nil {
		return nil, err
	}
	near := nearby{j.cwd}
	before, was := &baseline.Baseline{}, &delta.State{}
	if then.tree != nil {
		path := func(shown string) string { return near.below(j.root, then.unit(shown)) }
		j.watched(then.tree, was, path, func(all []*rules.Finding) []*rules.Finding {
			before = baseline.Of(all, then.unit)
			return nil
		})
	}
	k := &known{job: j, base: j.root, tree: now}
	is := &delta.State{}
	res := j.watched(now, is, near.path, func(all []*rules.Finding) []*rules.Finding {
		m := before.Match(all, k.unit, k.missing)
		k.count, k.spare = m.Known, m.Spare
		return m.New
	})
	res.Diagnostics = append(res.Diagnostics, now.scan.Diagnostics...)
	slices.SortStableFunc(res.Diagnostics, graph.Diagnostic.Compare)
	gone, open := baseline.Judged{Rules: res.Rules, Abstentions: res.Abstentions, Unit: k.judged(res.Diagnostics), Off: k.off(res.Rules)}.Split(k.spare)
	ignored := baseline.Of(res.Ignored, k.unit).Keys()
	near.result(&res)
	d.Changes, d.New, d.Kept, d.Open, d.Diagnostics = delta.Between(was, is), res.Findings, k.count, len(open), res.Diagnostics
	byID := map[string]*rules.Rule{}
	for _, r := range res.Rules {
		byID[r.ID] = r
	}
	for _, e := range gone {
		d.Gone = append(d.Gone, report.GoneFinding{Unit: near.below(j.root, e.Unit), Rule: byID[e.Rule], Resource: e.Resource, Message: e.Message, Ignored: ignored[e.Key]})
	}
	return d, ctx.Err()
}

// watched judges a tree, tells how far it is, and takes up its state. path makes of a path as it is shown the one that it
// has at either time.
func (j *job) watched(t *tree, s *delta.State, path func(string) string, screen rules.Screen) rules.Result {
	told := j.watch(len(t.scan.Units))
	defer told.end()
	after := func(g *graph.Graph, v rules.Verdicts) {
		s.Add(g, aws.Edges(g), ladder.Of(g, v, j.rules), path, aws.KindName)
	}
	return j.judge(t, told, after, screen)
}
