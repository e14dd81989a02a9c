package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/baseline"
	"github.com/archlint/archlint/cmd/archlint/internal/revision"
	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// maxBaseline is how large the file of a baseline may be, in bytes.
const maxBaseline = 64 << 20

// An adoption are the flags by which what is known already is no news.
type adoption struct {
	baseline, writeBaseline string // files
	newFrom                 string // a revision
}

func (a *adoption) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.baseline, "baseline", "", "leave out the findings that this `file` knows, as --write-baseline wrote it")
	cmd.Flags().StringVar(&a.writeBaseline, "write-baseline", "", "write what is found to a `file`, as known from now on; what was not judged stays in it")
	cmd.Flags().StringVar(&a.newFrom, "new-from", "", "report only what is new since HEAD left this git `revision`, a branch or a commit")
}

// check tells whether the flags go together.
func (a *adoption) check(in *input) error {
	switch {
	case a.newFrom == "":
	case len(in.plans) > 0:
		return errors.New("--new-from cannot be used with --plan: the plan is not of that revision")
	case a.writeBaseline != "":
		return errors.New("--write-baseline writes all that is found, and cannot be used with --new-from")
	}
	return nil
}

// A known holds the findings of a run against what is known.
type known struct {
	adoption
	job    *job
	tree   *tree
	base   string             // what units are named relative to, absolute: the root of the repository, else where the baseline is
	old    *baseline.Baseline // nil without --baseline
	oldest *baseline.Baseline // what the file has that is to be written anew; nil where there is none yet
	then   revision.Base      // of --new-from

	count   int // places of findings that are known
	spare   []baseline.Entry
	current *baseline.Baseline
	err     error
}

// read reads the baselines and finds the revision that flags name, before anything is judged.
func (k *known) read() error {
	var err error
	if _, none := os.Lstat(filepath.Join(k.base, ".git")); none != nil && k.newFrom == "" && k.job.flags.root == "" {
		// Outside a repository the paths of a run would be all there is to go by; the baseline stays where it is.
		abs, err := filepath.Abs(cmp.Or(k.baseline, k.writeBaseline))
		if err != nil {
			return err
		}
		k.base = filepath.Dir(abs)
	}
	if k.newFrom != "" {
		if k.then, err = revision.Find(context.Background(), k.base, k.newFrom); err != nil {
			return fmt.Errorf("--new-from %s: %w", k.newFrom, err)
		}
	}
	if k.baseline != "" {
		if k.old, err = readBaseline(k.baseline); err != nil {
			return fmt.Errorf("--baseline: %w", err)
		}
	}
	switch {
	case k.writeBaseline == "":
	case k.old != nil:
		k.oldest = k.old
	default:
		if k.oldest, err = readBaseline(k.writeBaseline); errors.Is(err, fs.ErrNotExist) {
			err = nil
		} else if err != nil {
			return fmt.Errorf("--write-baseline: %w", err)
		}
	}
	return err
}

func readBaseline(file string) (*baseline.Baseline, error) {
	content, err := disk.Read(file, maxBaseline)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", file, err)
	}
	return baseline.Parse(filepath.ToSlash(file), content)
}

// screen leaves out of all findings what is known.
func (k *known) screen(all []*rules.Finding) []*rules.Finding {
	if k.writeBaseline != "" {
		k.current = baseline.Of(all, k.unit)
	}
	left := all
	if k.old != nil {
		m := k.old.Match(left, k.unit, k.missing)
		left, k.count, k.spare = m.New, m.Known, m.Spare
	} else if k.oldest != nil {
		k.spare = k.oldest.Match(left, k.unit, k.missing).Spare
	}
	if k.writeBaseline != "" {
		k.count = k.current.Match(all, k.unit, k.missing).Known
		return nil
	}
	if k.newFrom != "" && len(left) > 0 {
		before, err := k.before(left)
		if err != nil {
			k.err = fmt.Errorf("--new-from %s: %w", k.newFrom, err)
			return left
		}
		m := before.Match(left, k.unit, k.missing)
		left, k.count = m.New, k.count+m.Known
	}
	return left
}

// unit is the path of a unit below the root of the repository: what a baseline knows it by.
func (k *known) unit(shown string) string { return below(k.base, k.job.cwd, shown) }

// below is a shown path relative to a root, with forward slashes.
func below(root, cwd, shown string) string {
	if shown == parsers.Stdin {
		return shown
	}
	abs := filepath.FromSlash(shown)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(cwd, abs)
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(rel)
}

// missing tells whether there is no unit any more where a baseline knows one. Of a directory that moved there may be
// left what belongs to no revision.
func (k *known) missing(unit string) bool {
	at := filepath.Join(k.base, filepath.FromSlash(unit))
	entries, err := os.ReadDir(at)
	if err != nil {
		_, err = os.Stat(at)
		return errors.Is(err, fs.ErrNotExist)
	}
	return !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return parsers.OfTerraform(e.Name()) })
}

// before judges the tree of the revision, of that the units alone that matter to findings: their own, and those that are
// not there any more.
func (k *known) before(findings []*rules.Finding) (*baseline.Baseline, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	then, err := k.job.checkout(ctx, k.then, k.base)
	if err != nil {
		return nil, err
	}
	defer then.close()
	// What is there now may have stood anywhere.
	if err := then.open(ctx, k.job, then.paths(k.tree.paths, then.root)); err != nil || then.tree == nil {
		return &baseline.Baseline{}, err
	}
	matters := map[string]bool{}
	for _, f := range findings {
		matters[k.unit(f.Unit)] = true
	}
	then.tree.scan.Units = slices.DeleteFunc(then.tree.scan.Units, func(u *parsers.Unit) bool {
		at := then.unit(u.Path)
		return !matters[at] && !k.missing(at)
	})
	var out *baseline.Baseline
	k.job.judge(then.tree, nil, nil, func(all []*rules.Finding) []*rules.Finding {
		out = baseline.Of(all, then.unit)
		return nil
	})
	return out, ctx.Err()
}

// finish names what is gone from the baseline, and writes the new one.
func (k *known) finish(res *rules.Result) error {
	res.Known = k.count
	if k.err != nil || k.old == nil && k.writeBaseline == "" {
		return k.err
	}
	gone, kept := baseline.Judged{Rules: res.Rules, Abstentions: res.Abstentions, Unit: k.judged(res.Diagnostics), Off: k.off(res.Rules)}.Split(k.spare)
	if k.writeBaseline == "" {
		res.Diagnostics = append(res.Diagnostics, baseline.Diagnostics(gone)...)
		return nil
	}
	if err := replace(k.writeBaseline, k.current.Renewed(kept).Write); err != nil {
		return fmt.Errorf("cannot write %s: %w", k.writeBaseline, err)
	}
	return nil
}

// off tells of the units of this run which rules the configuration turns off in them.
func (k *known) off(ran []*rules.Rule) func(unit, rule string) bool {
	policy, shown, byID := k.job.policy(k.tree), map[string]string{}, map[string]*rules.Rule{}
	for _, u := range k.tree.scan.Units {
		shown[k.unit(u.Path)] = u.Path
	}
	for _, r := range ran {
		byID[r.ID] = r
	}
	return func(unit, rule string) bool {
		path, r := shown[unit], byID[rule]
		return path != "" && r != nil && policy.At(path, path, r).Off
	}
}

// judged tells of a unit whether this run can say what it has: it was judged, or it stood below the paths of the run and
// is there no more. Where something could not be read nobody knows what that kept from being seen.
func (k *known) judged(troubles []graph.Diagnostic) func(unit string) bool {
	if slices.ContainsFunc(troubles, func(d graph.Diagnostic) bool { return d.Severity == graph.Error }) {
		return func(string) bool { return false }
	}
	now := map[string]bool{}
	for _, u := range k.tree.scan.Units {
		now[k.unit(u.Path)] = true
	}
	var paths []string
	for _, p := range k.tree.paths {
		paths = append(paths, k.unit(filepath.ToSlash(filepath.Clean(p))))
	}
	return func(unit string) bool {
		return now[unit] || k.missing(unit) && slices.ContainsFunc(paths, func(p string) bool {
			rel, err := filepath.Rel(filepath.FromSlash(p), filepath.FromSlash(unit))
			return err == nil && filepath.IsLocal(rel)
		})
	}
}
