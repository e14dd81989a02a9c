package parsers

import (
	"os"
	"path/filepath"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
)

// Repository gives the root of the git repository that an absolute directory lies in: the nearest one, itself among
// them, with an entry .git, which is a file in a work tree or a submodule. ok is false where there is none. The directory
// need not exist.
func Repository(dir string) (root string, ok bool) {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(filepath.Join(d, ".git")); err == nil {
			return d, true
		}
		if d == filepath.Dir(d) {
			return "", false
		}
	}
}

// around makes the fence around the repositories that paths lie in, and --root, which may be wider; a path that lies in no
// repository is fenced in by --root, the current directory, or its own. A repository within another, as a submodule is, is part of that.
func around(paths []string, o Options) *fence.Fence {
	cwd, err := resolveExisting(".")
	if err != nil {
		return fence.New(true)
	}
	var dirs []string
	home := ""
	if o.Root != "" {
		home, _ = resolveExisting(o.Root)
		dirs = append(dirs, home)
	}
	closed := true
	for _, path := range paths {
		dir := cwd
		if path != Stdin {
			if dir, err = enclosing(path, o.Changed); err != nil {
				continue
			}
		}
		root, ok := outermost(dir)
		switch {
		case ok:
		case home != "" && lies(dir, home):
			root = home
		case lies(dir, cwd):
			root = cwd
		default:
			root = dir
		}
		closed = closed && ok
		dirs = append(dirs, root)
	}
	dirs = append(dirs, o.VarFiles...) // which the user names, wherever they are
	return fence.New(closed, append(dirs, o.Parameters...)...)
}

// lies tells whether an absolute path is a directory or lies in it.
func lies(path, directory string) bool {
	_, ok := disk.Below(directory, path)
	return ok
}

// enclosing is the directory without links that a path is or lies in. The user knows where a link leads that he names; those
// of changed files are named by no one.
func enclosing(path string, changed bool) (string, error) {
	if at, err := os.Lstat(path); changed && err == nil && !at.IsDir() {
		return resolveExisting(filepath.Dir(path))
	}
	abs, err := resolveExisting(path)
	if at, stat := os.Stat(abs); stat != nil || !at.IsDir() {
		abs = filepath.Dir(abs)
	}
	return abs, err
}

// outermost gives the root of the repository that a directory lies in, and where that is a submodule or another work tree,
// whose .git is a file, of the one around it if there is any.
func outermost(dir string) (root string, ok bool) {
	for {
		inner, found := Repository(dir)
		if !found {
			return root, ok
		}
		root, ok = inner, true
		if at, err := os.Lstat(filepath.Join(root, ".git")); err != nil || at.IsDir() || root == filepath.Dir(root) {
			return root, ok
		}
		dir = filepath.Dir(root)
	}
}

// resolveExisting is the absolute path without symbolic links, as far as it exists.
func resolveExisting(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for d := abs; ; d = filepath.Dir(d) {
		if real, err := filepath.EvalSymlinks(d); err == nil {
			return filepath.Join(real, rest), nil
		}
		if d == filepath.Dir(d) {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(d), rest)
	}
}
