package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/archlint/archlint/cmd/archlint/internal/revision"
	"github.com/archlint/archlint/parsers"
)

// A past is a copy of the repository as it was, opened for the paths of a call. Close removes it.
type past struct {
	tree *tree  // nil if none of the paths is of the repository
	root string // of the repository, in the copy: what is root now
	cwd  string
	copy *revision.Tree
}

// checkout brings what the repository below root was at a commit onto the disk.
func (j *job) checkout(ctx context.Context, at revision.Base, root string) (*past, error) {
	then, err := at.Checkout(ctx)
	if err != nil {
		return nil, err
	}
	p := &past{cwd: j.cwd, copy: then}
	there, ok := then.At(root)
	if !ok {
		p.close()
		return nil, fmt.Errorf("%s is not in the repository %s", root, then.Top)
	}
	p.root = there
	return p, nil
}

// paths are those of now as they stand in the copy, without standard input and what is of no revision. Where nothing stood,
// other tells what to take instead, "" for nothing.
func (p *past) paths(now []string, other string) (then []string) {
	for _, path := range now {
		at, ok := p.copy.At(path)
		if !ok || path == parsers.Stdin {
			continue
		}
		if _, err := os.Stat(at); err != nil {
			at = other
		}
		if at != "" {
			then = append(then, at)
		}
	}
	return then
}

// open finds the units of the copy, with what no revision has and the reading of it needs. What is settled now holds for
// both.
func (p *past) open(ctx context.Context, j *job, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	if err := p.copy.Borrow(ctx); err != nil {
		return err
	}
	t, err := j.earlier(paths, p.root)
	p.tree = t
	return err
}

// unit is the path of a unit of the copy below its root.
func (p *past) unit(shown string) string { return below(p.root, p.cwd, shown) }

func (p *past) close() { _ = p.copy.Close() }
