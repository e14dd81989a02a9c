package parsers

import (
	"bufio"
	"bytes"
	"path/filepath"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/gitignore"
)

// ignores are the .gitignore patterns that hold in a directory: its own after those of the directories above it, so
// that the last one that matches decides, as in git.
type ignores []pattern

// A pattern is one line of the .gitignore file of a directory.
type pattern struct {
	gitignore.Pattern
	base string // the directory, absolute
}

// ignoreFile is the name of the files that hold them.
const ignoreFile = ".gitignore"

// maxIgnoreFile bounds what is read of one .gitignore file, in bytes.
const maxIgnoreFile = 1 << 20

// with gives the patterns that hold below dir: those that held above it and those of dir's own .gitignore. A file that
// is missing or not readable adds none.
func (ig ignores) with(dir string) ignores {
	content, err := disk.Read(filepath.Join(dir, ignoreFile), maxIgnoreFile)
	if err != nil || len(content) == 0 {
		return ig
	}
	// A copy: directories that stand beside each other share what came before.
	out := append(ignores(nil), ig...)
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))))
	lines.Buffer(nil, maxIgnoreFile)
	for lines.Scan() {
		if p, ok := gitignore.Parse(lines.Text()); ok {
			out = append(out, pattern{p, dir})
		}
	}
	return out
}

// above gives the patterns that reach dir from the directories above it, up to the root of its repository. Outside a
// repository there are none.
func above(dir string) ignores {
	root, ok := Repository(dir)
	if !ok {
		return nil
	}
	var chain []string
	for d := dir; d != root; {
		d = filepath.Dir(d)
		chain = append(chain, d)
	}
	var out ignores
	for i := len(chain) - 1; i >= 0; i-- {
		out = out.with(chain[i])
	}
	return out
}

// match tells whether the file or directory at an absolute path is ignored.
func (ig ignores) match(path string, dir bool) bool {
	var base, rel string // the patterns of one file follow each other
	for i := len(ig) - 1; i >= 0; i-- {
		p := ig[i]
		if p.base != base {
			r, err := filepath.Rel(p.base, path)
			if err != nil {
				continue
			}
			base, rel = p.base, filepath.ToSlash(r)
		}
		if p.Matches(rel, dir) {
			return !p.Negated
		}
	}
	return false
}
