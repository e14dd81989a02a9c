package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// A nearby tells paths as they are written from the current directory. The units of a whole repository are named from its
// root, so that in a directory of it they go up and down again: ../../infra/prod/main.tf for main.tf.
type nearby struct {
	dir string // absolute and without symbolic links: to go up from it is to go up from there
}

// path is the shortest relative path for a relative one with forward slashes; others stay.
func (n nearby) path(shown string) string {
	if !strings.HasPrefix(shown, "../") {
		return shown
	}
	rel, err := filepath.Rel(n.dir, filepath.Join(n.dir, filepath.FromSlash(shown)))
	if err != nil {
		return shown
	}
	return filepath.ToSlash(rel)
}

// below is the path for one that is relative to a root.
func (n nearby) below(root, path string) string {
	rel, err := filepath.Rel(n.dir, filepath.Join(root, filepath.FromSlash(path)))
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

func (n nearby) place(r *graph.Range) { r.File = n.path(r.File) }

// result tells the paths of all that came of a run.
func (n nearby) result(res *rules.Result) {
	for _, f := range slices.Concat(res.Findings, res.Ignored) {
		n.place(&f.Range)
		n.place(&f.Resource.Range)
		if f.Edit != nil {
			n.place(&f.Edit.Range)
		}
		f.Unit = n.path(f.Unit)
		for i := range f.Related {
			n.place(&f.Related[i].Range)
		}
		for i := range f.Trace {
			n.place(&f.Trace[i].Range)
		}
		for i := range f.Calls {
			n.place(&f.Calls[i].Range)
		}
		if f.Silenced != nil {
			n.place(&f.Silenced.Range)
		}
		for i := range f.Readings {
			f.Readings[i] = n.path(f.Readings[i])
		}
	}
	for i := range res.Abstentions {
		a := &res.Abstentions[i]
		n.place(&a.Range)
		n.place(&a.Resource.Range)
		a.Unit = n.path(a.Unit)
	}
	for i := range res.Diagnostics {
		n.place(&res.Diagnostics[i].Range)
	}
}
