package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/baseline"
	"github.com/archlint/archlint/cmd/archlint/internal/delta"
	"github.com/archlint/archlint/cmd/archlint/internal/picture"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/revision"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// diffCommand makes "archlint diff".
func (p *program) diffCommand() *cobra.Command {
	var output string
	format := choice{value: "text", noun: "format", legal: []string{"text", "json", "markdown", "svg", "html"}}
	f := &lintFlags{color: choice{value: "auto", noun: "choice", legal: []string{"auto", "always", "never"}}}
	cmd := &cobra.Command{
		Use:   "diff revision [path...]",
		Short: "Tell what has changed in the architecture since a git revision",
		Long: `diff tells what the changes since a git revision, a branch or a commit, do to the architecture: which workloads climb
or fall, which findings are new and which are gone, which resources and relations there are more or fewer of. The state
before is that of the last commit which the revision and HEAD have in common; the state now is what is on the disk. A
picture shows both states in one.

The exit code says nothing of findings; archlint --new-from does.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(f.plans) > 0 {
				return errors.New("diff cannot be used with --plan: the plan is not of that revision")
			}
			return p.diff(cmd, f, format.value, output, args[0], args[1:])
		},
	}
	addChoice(cmd, &format, "format", "`format` of the report: "+spelling.Alternatives(format.legal))
	addChoice(cmd, &f.color, "color", "`when` to colour text: "+spelling.Alternatives(f.color.legal))
	cmd.Flags().StringVarP(&output, "output", "o", toStdout, "write to a `file` instead, - being standard output")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "tell of all troubles in reading, not of errors alone")
	f.input.addFlags(cmd)
	return cmd
}

// diff does the job of the command.
func (p *program) diff(cmd *cobra.Command, f *lintFlags, format, output, rev string, paths []string) error {
	j := &job{program: p, flags: f, cmd: cmd, start: p.now(), asked: selection{}} // all rules
	spendMemory()
	out := target{file: output}
	if err := out.ready(nil); err != nil {
		return fmt.Errorf("--output %s: %w", output, err)
	}
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
	draw, isPicture := drawn[format]
	c, err := j.compare(t, rev, isPicture)
	if err != nil {
		return fmt.Errorf("diff: %w", err)
	}
	o := report.Options{Read: t.read, Verbose: f.verbose, Color: j.colored(f.color.value, out), Width: j.columns(out)}
	return p.writeTo(output, func(w io.Writer) error {
		switch {
		case isPicture:
			return draw(w, picture.Page{Scenes: c.scenes(), Nothing: "nothing has changed that is drawn, " + c.Since(), Read: t.read})
		case format == "json":
			return c.JSON(w, o)
		case format == "markdown":
			return c.Markdown(w, o)
		}
		return c.Text(w, o)
	})
}

// A snapshot is what is kept of one state of a tree.
type snapshot struct {
	delta.State
	path func(string) string // see [delta.UnitName]

	drawn  bool // its pictures are wanted
	mu     sync.Mutex
	scenes map[string]*picture.Scene // by unit
}

// take takes up a unit. It may be called for several at a time.
func (s *snapshot) take(g *graph.Graph, v rules.Verdicts, all []*rules.Rule) {
	workloads := reviewed(g, v, all)
	s.Add(g, workloads, s.path)
	if !s.drawn {
		return
	}
	sc := sceneOf(g, v, workloads)
	sc.Title = delta.UnitName(g, s.path)
	tellPaths(sc, s.path)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scenes[sc.Title] = sc
}

// A comparison is of two states of a tree.
type comparison struct {
	report.Differences
	was, is *snapshot
}

// scenes are those of the units that look different.
func (c *comparison) scenes() []*picture.Scene {
	var out []*picture.Scene
	for _, d := range c.Changes {
		then, now := c.was.scenes[cmp.Or(d.From, d.Unit)], c.is.scenes[d.Unit]
		moved := map[string]string{}
		for _, r := range d.Moved {
			moved[r.From] = r.Address
		}
		if s := picture.Between(then, now, moved); s.Changed() {
			out = append(out, s)
		}
	}
	return out
}

// compare holds a tree against what it was.
func (j *job) compare(now *tree, rev string, drawn bool) (*comparison, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	base, err := revision.Find(ctx, j.root, rev)
	if err != nil {
		return nil, err
	}
	then, err := j.checkout(ctx, base, j.root)
	if err != nil {
		return nil, err
	}
	defer then.close()
	if err := then.open(ctx, j, then.paths(now.paths, "")); err != nil {
		return nil, err
	}
	near := nearby{j.cwd}
	snap := func(path func(string) string) *snapshot {
		return &snapshot{path: path, drawn: drawn, scenes: map[string]*picture.Scene{}}
	}
	c := &comparison{Differences: report.Differences{Revision: rev, Commit: base.Commit},
		was: snap(func(shown string) string { return near.below(j.root, then.unit(shown)) }), is: snap(near.path)}
	before := &baseline.Baseline{}
	if then.tree != nil {
		j.watched(then.tree, c.was, func(all []*rules.Finding) []*rules.Finding {
			before = baseline.Of(all, then.unit)
			return nil
		})
	}
	k := &known{job: j, base: j.root, tree: now}
	res := j.watched(now, c.is, func(all []*rules.Finding) []*rules.Finding {
		m := before.Match(all, k.unit, k.missing)
		k.count, k.spare = m.Known, m.Spare
		return m.New
	})
	res.Diagnostics = append(res.Diagnostics, now.scan.Diagnostics...)
	slices.SortStableFunc(res.Diagnostics, graph.Diagnostic.Compare)
	gone, open := baseline.Judged{Rules: res.Rules, Abstentions: res.Abstentions, Unit: k.judged(res.Diagnostics), Off: k.off(res.Rules)}.Split(k.spare)
	ignored := baseline.Of(res.Ignored, k.unit).Keys()
	near.result(&res)
	c.Changes, c.New, c.Kept, c.Open, c.Diagnostics = delta.Between(&c.was.State, &c.is.State), res.Findings, k.count, len(open), res.Diagnostics
	byID := map[string]*rules.Rule{}
	for _, r := range res.Rules {
		byID[r.ID] = r
	}
	for _, e := range gone {
		c.Gone = append(c.Gone, report.GoneFinding{Unit: near.below(j.root, e.Unit), Rule: byID[e.Rule], Resource: e.Resource, Message: e.Message, Ignored: ignored[e.Key]})
	}
	return c, ctx.Err()
}

// watched judges a tree, tells how far it is, and takes up its state.
func (j *job) watched(t *tree, s *snapshot, screen rules.Screen) rules.Result {
	told := j.watch(len(t.scan.Units))
	defer told.end()
	return j.judge(t, told, func(g *graph.Graph, v rules.Verdicts) { s.take(g, v, j.rules) }, screen)
}
