package parsers

import (
	"os"
	"path/filepath"
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
