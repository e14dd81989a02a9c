package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/rules"
)

// Options say where configuration files are looked for.
type Options struct {
	Rules []*rules.Rule
	Find  func(word string) (*rules.Rule, error) // gives the rule of a word; the error tells the nearest
	Paths []string                               // what is linted: outside a repository, the search ends there
	Root  string                                 // the root of the repository; "" where it is the nearest directory with .git
	File  string                                 // this file alone holds, for all paths; "" where they are looked for
	None  bool                                   // there is no configuration

	Instead Instead
}

// Instead lets a directory have the configuration of another, which it is a copy of.
type Instead struct{ Of, Dir string }

// A Tree is the configuration of all directories. Files are read when a path below them is first asked about. Its
// methods may be called by several goroutines.
type Tree struct {
	options Options
	cwd     string // absolute and without links, as all directories here
	top     string // the root that was given; ""
	instead Instead
	alone   *file // of Options.File

	mu       sync.Mutex
	dirs     map[string]*chain
	hosts    map[string]*chain // see [Tree.host]
	real     map[string]string // directories as they are shown, and what they are
	bounds   map[string]bool   // directories that the search ends at outside a repository
	complete []string          // directories that are linted as a whole
	joined   map[place]*Settings
	on       map[*rules.Rule]bool // those that some file that was read gives a level
	err      error                // of the first file that is wrong
}

// A chain is the files that hold in a directory.
type chain struct {
	files []*file // outermost first
	known bool    // the directory lies in a repository, or where files are looked for without one
}

// Open prepares the search. The error is about Options.File.
func Open(o Options) (*Tree, error) {
	t := &Tree{options: o, dirs: map[string]*chain{}, hosts: map[string]*chain{}, real: map[string]string{}, bounds: map[string]bool{}, joined: map[place]*Settings{}, on: map[*rules.Rule]bool{}}
	cwd, err := os.Getwd()
	if err == nil {
		t.cwd, err = filepath.EvalSymlinks(cwd)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot tell the current directory: %w", disk.Cause(err))
	}
	if o.Instead.Of != "" {
		t.instead = Instead{Of: t.resolve(o.Instead.Of), Dir: t.resolve(o.Instead.Dir)}
	}
	if o.Root != "" {
		t.top = t.resolve(o.Root)
	}
	for _, path := range o.Paths {
		if path == parsers.Stdin {
			continue
		}
		dir := t.resolve(path)
		if isDir(path) {
			t.complete = append(t.complete, dir)
		} else {
			dir = filepath.Dir(dir)
		}
		if !inside(dir, t.cwd) {
			t.bounds[dir] = true
		}
	}
	t.bounds[t.cwd] = true
	if o.File != "" {
		// What it says of paths is about the tree, wherever it stands itself.
		t.alone, err = t.readFile(filepath.FromSlash(o.File), slashed(o.File), t.rootOf(t.cwd), nil)
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// inside tells whether an absolute path is a directory or lies in it.
func inside(path, dir string) bool {
	_, ok := (&file{base: dir}).relative(path)
	return ok
}

// rootOf is the root of the repository that a directory stands in, or else the directory.
func (t *Tree) rootOf(dir string) string {
	if t.top != "" && inside(dir, t.top) {
		return t.top
	}
	if root, ok := parsers.Repository(dir); ok {
		return root
	}
	return dir
}

// isTop tells whether a directory is the root of a repository.
func (t *Tree) isTop(dir string) bool {
	if t.top != "" && inside(dir, t.top) {
		return dir == t.top
	}
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// resolve is the absolute path of one that is shown, without links as far as it exists.
func (t *Tree) resolve(shown string) string {
	abs := filepath.FromSlash(shown)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(t.cwd, abs)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return t.original(real)
	}
	return t.original(filepath.Clean(abs))
}

// original is the path whose configuration an absolute path has: its own, but for a copy.
func (t *Tree) original(abs string) string {
	if t.instead.Of == "" {
		return abs
	}
	if rel, ok := (&file{base: t.instead.Of}).relative(abs); ok {
		return filepath.Join(t.instead.Dir, filepath.FromSlash(rel))
	}
	return abs
}

// fileAt is the absolute path of a file that is shown: links among its directories are followed, the file is where it
// stands. What is looked up is kept. The mutex must be held.
func (t *Tree) fileAt(shown string) string {
	dir, name := filepath.Split(filepath.FromSlash(shown))
	real, ok := t.real[dir]
	if !ok {
		real = t.resolve(dir)
		t.real[dir] = real
	}
	return filepath.Join(real, name)
}

// shown is an absolute path as users are to see it: from the current directory.
func (t *Tree) shown(abs string) string {
	if rel, err := filepath.Rel(t.cwd, abs); err == nil {
		return slashed(rel)
	}
	return slashed(abs)
}

// chainOf gives the files that hold in a directory. The mutex must be held.
func (t *Tree) chainOf(dir string) *chain {
	if c := t.dirs[dir]; c != nil {
		return c
	}
	c := &chain{}
	t.dirs[dir] = c
	if t.options.None {
		return c
	}
	if t.alone != nil {
		c.files = []*file{t.alone}
		return c
	}
	if host := t.host(dir); host != nil {
		c.files, c.known = host.files, host.known
		return c
	}
	c.known = t.isTop(dir)
	if up := filepath.Dir(dir); !c.known && up != dir {
		above := t.chainOf(up)
		c.files, c.known = above.files, above.known
	}
	if c.known = c.known || t.bounds[dir]; !c.known {
		return c
	}
	own, err := t.fileIn(dir)
	switch {
	case err != nil && t.err == nil:
		t.err = err
	case own == nil:
	case own.root:
		c.files = []*file{own}
	default:
		c.files = append(slices.Clip(c.files), own)
	}
	return c
}

// host gives what holds where a directory of fetched code or of products lies, if the directory is part of one: what
// others wrote there for their own repository does not hold in this one. It is nil elsewhere, also where somebody keeps a
// whole repository in such a directory. The mutex must be held.
func (t *Tree) host(dir string) *chain {
	c, known := t.hosts[dir]
	if known {
		return c
	}
	if up := filepath.Dir(dir); up != dir {
		if parsers.Skipped(filepath.Base(dir)) {
			c = t.chainOf(up)
		}
		if c == nil || !c.known {
			c = t.host(up)
		}
	}
	t.hosts[dir] = c
	return c
}

// fileIn reads the configuration file of a directory; it is nil where there is none.
func (t *Tree) fileIn(dir string) (*file, error) {
	var found string
	for _, name := range Names {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err != nil {
			continue
		}
		if found != "" {
			return nil, fmt.Errorf("%s: there is %s beside it; keep one of them", t.shown(path), filepath.Base(found))
		}
		found = path
	}
	if found == "" {
		return nil, nil
	}
	return t.readFile(found, t.shown(found), dir, t.around(dir))
}

// around makes the fence of a configuration file that was found in a directory: neither it nor what it names may lie outside
// of the repository, as it is not the user's own word.
func (t *Tree) around(dir string) *fence.Fence {
	root := t.rootOf(dir)
	return fence.New(t.isTop(root), root)
}

// readFile reads a configuration file whose patterns are relative to a directory. within is what it may name, and be; nil for
// everything.
func (t *Tree) readFile(path, shown, base string, within *fence.Fence) (*file, error) {
	f := &file{path: shown, base: base}
	src, err := within.Read(path, maxFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration %s: %w", f.path, err)
	}
	r := &reader{file: f, within: within, find: t.options.Find, dir: filepath.FromSlash(t.shown(base))}
	if err := r.read(src); err != nil {
		return nil, err
	}
	for _, s := range f.sections {
		for _, l := range s.rules {
			t.on[l.rule] = t.on[l.rule] || !l.off
		}
	}
	return f, nil
}

// Err is the error of the first configuration file that is wrong, of those that were read so far.
func (t *Tree) Err() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// Check reads the files that hold for the paths that are linted, and gives the error of the first that is wrong.
func (t *Tree) Check() error {
	for _, path := range t.options.Paths {
		if path == parsers.Stdin {
			path = "."
		}
		t.Excluded(t.resolve(path), isDir(path))
	}
	return t.Err()
}

func isDir(path string) bool {
	at, err := os.Stat(filepath.FromSlash(path))
	return err == nil && at.IsDir()
}

// inDirectory is a path that stands for all in a directory: patterns that cover whatever lies in it cover it. No file
// has this name.
func inDirectory(dir string) string { return filepath.Join(dir, strings.Repeat("\x01", 8)) }

// Excluded tells whether a file or directory is not to be linted. The path is absolute and without links. A directory
// that something below may be taken back from is not excluded as a whole.
//
// The files that hold in a directory are read when it is asked about, those that hold only below it later.
func (t *Tree) Excluded(abs string, dir bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	abs = t.original(abs)
	by := t.excluded(abs, dir)
	if by == nil && dir {
		t.chainOf(abs) // so that it is known, whatever lies in the directory
	}
	return by != nil
}

// excluded gives the pattern that excludes a file or directory. The mutex must be held.
func (t *Tree) excluded(abs string, dir bool) (by *pattern) {
	for _, f := range t.chainOf(filepath.Dir(abs)).files {
		if len(f.exclude) == 0 {
			continue
		}
		if dir && slices.ContainsFunc(f.exclude, func(p pattern) bool { return p.Negated }) {
			return nil
		}
		for _, path := range []string{abs, inDirectory(abs)} {
			if path != abs && !dir {
				break
			}
			if rel, ok := f.relative(path); ok && rel != "" {
				if p := decides(f.exclude, rel, dir && path == abs); p != nil {
					by = p
				}
			}
		}
	}
	if by != nil && by.Negated {
		return nil
	}
	return by
}

// partial tells whether not all that a file holds for is linted.
func (t *Tree) partial(f *file) bool {
	return !slices.ContainsFunc(t.complete, func(dir string) bool { return inside(f.base, dir) })
}
