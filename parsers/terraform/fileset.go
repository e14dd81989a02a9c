package terraform

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// fileSet lists the files below a directory whose names match a pattern: "fileset" in Terraform's documentation. The
// pattern may lead above the directory.
func fileSet(s scope, e *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	u := s.m.u
	unknown := cty.UnknownVal(cty.List(cty.String))
	dir, marks, v, ok := s.fileName(args, cty.List(cty.String))
	if !ok {
		return v
	}
	if len(args) != 2 {
		return u.fail(args...)
	}
	given, more := args[1].Unmark()
	if !given.IsKnown() || given.IsNull() || given.Type() != cty.String {
		return unknown.WithMarks(marks, graph.WithoutPartial(more))
	}
	if strings.ContainsAny(dir, `*?[{\`) {
		return unknown.WithMarks(marks) // Terraform takes it for a part of the pattern
	}
	from := u.resolve(dir)
	where, pattern := from, path.Clean(strings.TrimLeft(given.AsString(), "/"))
	for pattern == ".." || strings.HasPrefix(pattern, "../") {
		where, pattern = path.Join(where, ".."), path.Clean(strings.TrimPrefix(pattern[2:], "/"))
	}
	names, err := u.search(where, pattern, e.Range())
	switch {
	case errors.Is(err, doublestar.ErrBadPattern):
		return u.fail(args...)
	case errors.Is(err, fence.ErrOutside):
		u.diagnose(graph.Warning, e.Range(), "the directory "+dir+" is not read: it stands outside of the directories that are linted, or a link in it leads out of them")
		return unknown.WithMarks(marks)
	case errors.Is(err, errTooMuch):
		u.diagnose(graph.Warning, e.Range(), fmt.Sprintf("the pattern of fileset looks at more than %d directories and links, or lists more than %d files: what it lists is not known", maxLooks, maxInstances))
		return unknown.WithMarks(marks)
	case err != nil:
		return unknown.WithMarks(marks)
	}
	values := make([]cty.Value, 0, len(names))
	for _, name := range names {
		rel, err := filepath.Rel(filepath.FromSlash(from), filepath.FromSlash(path.Join(where, name)))
		if err != nil {
			return unknown.WithMarks(marks)
		}
		values = append(values, cty.StringVal(filepath.ToSlash(rel)))
	}
	u.loose = true
	return listOf(values, cty.String).WithMarks(marks).Mark(functions.Set{})
}

// maxLooks is how many directories and links are looked at for one pattern. Alternatives within each other and links that
// lead round have a pattern look at more than there is.
const maxLooks = 20_000

// errTooMuch is why a search was given up.
var errTooMuch = errors.New("there is too much to look at")

// search gives the files below a directory whose paths relative to it match a pattern, in order. The error is
// [doublestar.ErrBadPattern], [fence.ErrOutside] where the search would leave the directories that may be read, or why it was
// given up.
func (u *unit) search(where, pattern string, at hcl.Range) ([]string, error) {
	// Alternatives within each other are looked for from each of their ends.
	if n := len(pattern); !u.spend(n*n/1024, at) {
		return nil, errTooMuch
	}
	t := &searched{u: u, at: at, top: where, looks: maxLooks, inside: map[string]bool{}}
	if !t.reaches(".") {
		return nil, fence.ErrOutside
	}
	found := map[string]bool{}
	err := doublestar.GlobWalk(t, pattern, func(name string, entry fs.DirEntry) error {
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			behind, err := t.Stat(name)
			if err != nil {
				return err // Terraform fails on a link that leads nowhere
			}
			mode = behind.Mode().Type()
		}
		if !mode.IsRegular() || found[name] {
			return nil
		}
		found[name] = true
		if len(found) > maxInstances || !u.spend(lookSteps, at) {
			return errTooMuch
		}
		return nil
	}, doublestar.WithFilesOnly(), doublestar.WithFailOnIOErrors())
	if err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// A searched directory is the file system of a search. It shows nothing that may not be read, however links lead there, and
// ends a search that looks at too much.
type searched struct {
	u      *unit
	at     hcl.Range
	top    string
	looks  int             // that are left
	inside map[string]bool // directories, by their names here: whether they may be read
}

// Open is not asked for: a search reads no files.
func (t *searched) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
}

// ReadDir gives the entries of a directory, by their names.
func (t *searched) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := t.look(name); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(t.path(name))
	if err != nil {
		return nil, nothingThere(err)
	}
	if !t.u.spend(len(entries)/4, t.at) {
		return nil, errTooMuch
	}
	return entries, nil
}

// Stat tells what is at a name, behind links.
func (t *searched) Stat(name string) (fs.FileInfo, error) {
	if err := t.look(path.Dir(name)); err != nil {
		return nil, err
	}
	info, err := os.Lstat(t.path(name))
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if !t.reaches(name) {
			return nil, fence.ErrOutside
		}
		info, err = os.Stat(t.path(name))
	}
	return info, nothingThere(err)
}

func (t *searched) path(name string) string { return filepath.FromSlash(path.Join(t.top, name)) }

// look counts one look into a directory, and tells why there may be none.
func (t *searched) look(dir string) error {
	if t.looks--; t.looks < 0 || !t.u.spend(lookSteps, t.at) {
		return errTooMuch
	}
	inside, known := t.inside[dir]
	if !known {
		inside = t.reaches(dir)
		t.inside[dir] = inside
	}
	if !inside {
		return fence.ErrOutside
	}
	return nil
}

// reaches tells whether what a name leads to may be read.
func (t *searched) reaches(name string) bool { return t.u.inside(path.Join(t.top, name)) }

// nothingThere takes what is in the way of a search for nothing there: a file where the pattern has a directory, or a link that
// leads round. What may not be looked into could hold anything.
func nothingThere(err error) error {
	if err == nil || errors.Is(err, fs.ErrPermission) {
		return err
	}
	return fs.ErrNotExist
}
