package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// lintFlags are the flags of the lint command.
type lintFlags struct {
	input
	adoption
	format     choice
	failOn     choice
	color      choice
	outputs    []string
	verbose    bool
	strict     bool
	only, skip []string
	noIgnore   bool
	showIgnore bool
	category   string
	review     bool
}

// lintCommand makes the command that lints; it is the root of all commands.
func (p *program) lintCommand(use string) *cobra.Command {
	f := &lintFlags{
		format: choice{value: "text", noun: "format", legal: formats()},
		failOn: choice{value: "warning", noun: "level", legal: config.FailLevels},
		color:  choice{value: "auto", noun: "choice", legal: []string{"auto", "always", "never"}},
	}
	cmd := &cobra.Command{
		Use:  use,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error { return p.lint(cmd, f, paths) },
	}
	addChoice(cmd, &f.format, "format", "`format` of the report on standard output: "+spelling.Alternatives(f.format.legal))
	cmd.Flags().StringArrayVarP(&f.outputs, "output", "o", nil, "write the report to a `[format=]file` instead, - being standard output; repeatable")
	addChoice(cmd, &f.failOn, "fail-on", "least `level` of a finding that makes the exit code 1: "+spelling.Alternatives(f.failOn.legal))
	addChoice(cmd, &f.color, "color", "`when` to colour text: "+spelling.Alternatives(f.color.legal))
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "tell which verdicts were left open, and why")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "exit with 2 if there is any error in the input")
	cmd.Flags().StringSliceVar(&f.only, "only", nil, "run these `rules` alone, by ID or name")
	cmd.Flags().StringSliceVar(&f.only, "rules", nil, "run these `rules` alone; the same as --only")
	cmd.Flags().StringSliceVar(&f.skip, "skip", nil, "leave these `rules` out, by ID or name")
	cmd.Flags().StringVar(&f.root, "root", "", "root `directory` of the repository, which the paths of reports are relative to and files belong to (default: the nearest with .git)")
	cmd.Flags().BoolVar(&f.changed, "changed", false, "the paths are changed files: lint what they bear upon, deleted ones too, and pass over all others")
	cmd.Flags().BoolVar(&f.withDeleted, "with-deleted", false, "with --changed: the files that git is told to delete, too, which hooks do not hear of")
	cmd.Flags().BoolVar(&f.noIgnore, "no-ignore", false, "report findings that the source says to ignore as all others")
	cmd.Flags().BoolVar(&f.showIgnore, "show-ignored", false, "show ignored findings too, with the reason; they never make the exit code 1")
	cmd.Flags().StringVar(&f.category, "category", "", "`name` that tells several analyses of one commit apart, in SARIF and Markdown")
	cmd.Flags().BoolVar(&f.review, "review", false, "in Markdown, a picture of the resources and the review of their workloads, too: see archlint review --help")
	f.input.addFlags(cmd)
	f.adoption.addFlags(cmd)
	// Where a command has others below it, nothing but those would be offered.
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault
	}
	_ = cmd.RegisterFlagCompletionFunc("output", completeOutput)
	_ = cmd.MarkFlagDirname("root")
	for _, name := range []string{"only", "rules", "skip"} {
		_ = cmd.RegisterFlagCompletionFunc(name, p.completeRules)
	}
	return cmd
}

// lintSpelledOut makes "archlint lint", for directories that have the name of a command, and for scripts.
func (p *program) lintSpelledOut() *cobra.Command {
	cmd := p.lintCommand("lint [path...]")
	cmd.Short = "Lint, as archlint alone does"
	return cmd
}

// A job is one call of lint, once its flags are understood.
type job struct {
	*program
	flags  *lintFlags
	cmd    *cobra.Command
	start  time.Time
	cwd    string // absolute and without symbolic links: "..", too, is what the file system takes it for
	root   string // of the repository, absolute
	asked  selection
	failOn *rules.Level // nil where the configuration decides

	reviewed *report.Reviews // nil where nobody asks for a review
}

// lint does the job of the command.
func (p *program) lint(cmd *cobra.Command, f *lintFlags, paths []string) error {
	j := &job{program: p, flags: f, cmd: cmd, start: p.now()}
	spendMemory()
	outputs, err := f.targets()
	if err != nil {
		return err
	}
	if j.asked, err = choose(p.rules, f.only, f.skip); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	if cmd.Flags().Changed("fail-on") {
		level := config.Level(f.failOn.value)
		j.failOn = &level
	}
	if j.cwd, err = os.Getwd(); err != nil {
		return fmt.Errorf("cannot tell the current directory: %w", err)
	}
	j.cwd = realPath(j.cwd)
	if f.withDeleted {
		gone, err := p.deleted(j.cwd)
		if err != nil {
			return err
		}
		paths = append(slices.Clone(paths), gone...)
	}
	t, err := p.open(cmd, f.input, paths)
	if err != nil {
		return err
	}
	if j.root, err = f.repository(t, j.cwd); err != nil {
		return err
	}
	res, err := j.run(t)
	if err != nil {
		return err
	}
	if err := j.report(outputs, t, res); err != nil {
		return err
	}
	return f.verdict(res)
}

// check refuses flags that do not go together, and a --root that is no directory.
func (f *lintFlags) check() error {
	if err := f.adoption.check(&f.input); err != nil {
		return err
	}
	if f.root != "" {
		if at, err := os.Stat(f.root); err != nil || !at.IsDir() {
			return fmt.Errorf("--root: %s is not a directory", f.root)
		}
	}
	if f.withDeleted && !f.changed {
		return errors.New("--with-deleted goes with --changed")
	}
	return nil
}

// run judges a tree, and leaves out what is known.
func (j *job) run(t *tree) (rules.Result, error) {
	k := &known{job: j, adoption: j.flags.adoption, base: j.root, tree: t}
	if err := k.read(); err != nil {
		return rules.Result{}, err
	}
	told := j.watch(len(t.scan.Units))
	var after func(*graph.Graph, rules.Verdicts)
	var r *reviewer
	if j.flags.review {
		r = j.reviewer(t, true)
		after = r.after
	}
	res := j.judge(t, told, after, k.screen)
	told.end()
	if r != nil {
		all := r.end()
		j.reviewed = &all
	}
	if err := t.config.Err(); err != nil { // of a module outside the paths
		return res, err
	}
	if err := k.finish(&res); err != nil {
		return res, err
	}
	res.Diagnostics = append(res.Diagnostics, t.scan.Diagnostics...)
	slices.SortStableFunc(res.Diagnostics, graph.Diagnostic.Compare)
	nearby{j.cwd}.result(&res)
	if j.reviewed != nil {
		nearby{j.cwd}.reviews(j.reviewed)
	}
	return res, nil
}

// judge judges a tree; told may be nil, and so may after, which is given each graph: see [rules.Options].
func (j *job) judge(t *tree, told *progress, after func(*graph.Graph, rules.Verdicts), screen rules.Screen) rules.Result {
	return rules.Run(loaders(t.scan, told), j.asked.rules(j.rules, t.config.On), rules.Options{Policy: j.policy(t), Screens: []rules.Screen{screen},
		After: after, Known: j.rules, Today: j.start, NoIgnores: j.flags.noIgnore, Near: spelling.Near})
}

// policy is what the user wants of rules in a tree.
func (j *job) policy(t *tree) rules.Policy { return t.config.Policy(len(j.flags.only) > 0, j.failOn) }

// earlier opens paths in a copy of the repository as it was before, with the root of the copy. What is settled now holds for
// both.
func (j *job) earlier(paths []string, root string) (*tree, error) {
	in := j.flags.input
	in.root, in.instead = root, config.Instead{Of: root, Dir: j.root}
	return j.open(j.cmd, in, paths)
}

// report writes the reports. One that cannot be written does not keep the others from it.
func (j *job) report(outputs []target, t *tree, res rules.Result) error {
	f := j.flags
	o := report.Options{Version: version(), Read: t.read, Dir: j.cwd, Root: j.root, Real: realPath, Link: j.link(j.root), Examples: examples,
		Category: f.category, Review: j.reviewed, Verbose: f.verbose, ShowIgnored: f.showIgnore, Elapsed: j.now().Sub(j.start)}
	var failed error
	for _, out := range outputs {
		if f.changed && res.Units == 0 && len(res.Diagnostics) == 0 && out.format.name == "text" && out.file == toStdout {
			continue // nothing that is linted has changed: nothing to say
		}
		failed = errors.Join(failed, out.write(j.stdout, res, o, j.colored(f.color.value, out), j.columns(out)))
	}
	return failed
}

// loaders are what loads the units of a scan, which is told as it goes on unless nobody wants to know.
func loaders(s *parsers.Scan, told *progress) []rules.Loader {
	out := make([]rules.Loader, len(s.Units))
	for i, u := range s.Units {
		out[i] = func() *graph.Graph {
			if told != nil {
				told.done.Add(1)
			}
			return load(u)
		}
	}
	return out
}

// verdict turns a result into the error that gives the exit code.
func (f *lintFlags) verdict(res rules.Result) error {
	if f.strict {
		for _, d := range res.Diagnostics {
			if d.Severity == graph.Error {
				return fmt.Errorf("%s: %s (an error, because --strict was given)", d.Range.File, d.Message)
			}
		}
	}
	if slices.ContainsFunc(res.Findings, func(f *rules.Finding) bool { return f.Fails }) {
		return errFound
	}
	return nil
}

// repository is the root that URIs are relative to.
func (f *lintFlags) repository(t *tree, cwd string) (string, error) {
	if f.root == "" {
		return t.root(cwd), nil
	}
	abs, err := filepath.Abs(f.root)
	if err != nil {
		return "", fmt.Errorf("--root: %w", err)
	}
	return realPath(abs), nil
}

// realPath is an absolute path without symbolic links; one that is not there stays as it is.
func realPath(abs string) string {
	if path, err := filepath.EvalSymlinks(abs); err == nil {
		return path
	}
	return abs
}
