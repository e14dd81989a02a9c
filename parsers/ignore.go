package parsers

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ignores are the .gitignore patterns that hold in a directory: its own after those of the directories above it, so
// that the last one that matches decides, as in git.
type ignores []pattern

// A pattern is one line of a .gitignore file.
type pattern struct {
	base    string // directory of the file that holds it, absolute
	glob    string // relative to base, for doublestar
	negated bool   // "!": what it matches is wanted after all
	dirOnly bool   // a trailing slash
}

// maxIgnoreFile bounds what is read of one .gitignore file, in bytes.
const maxIgnoreFile = 1 << 20

// with gives the patterns that hold below dir: those that held above it and those of dir's own .gitignore. A file that
// is missing or not readable adds none.
func (ig ignores) with(dir string) ignores {
	content, err := readRegular(filepath.Join(dir, ".gitignore"), maxIgnoreFile)
	if err != nil || len(content) == 0 {
		return ig
	}
	// A copy: directories that stand beside each other share what came before.
	out := append(ignores(nil), ig...)
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))))
	lines.Buffer(nil, maxIgnoreFile)
	for lines.Scan() {
		if p, ok := parsePattern(lines.Text()); ok {
			p.base = dir
			out = append(out, p)
		}
	}
	return out
}

// above gives the patterns that reach dir from the directories above it, up to the root of its repository. Outside a
// repository there are none.
func above(dir string) ignores {
	var chain []string
	for d := dir; ; d = filepath.Dir(d) {
		if d != dir {
			chain = append(chain, d)
		}
		if _, err := os.Lstat(filepath.Join(d, ".git")); err == nil {
			break
		}
		if d == filepath.Dir(d) {
			return nil
		}
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
		if p.dirOnly && !dir {
			continue
		}
		if p.base != base {
			r, err := filepath.Rel(p.base, path)
			if err != nil {
				continue
			}
			base, rel = p.base, filepath.ToSlash(r)
		}
		if ok, err := doublestar.Match(p.glob, rel); err == nil && ok {
			return !p.negated
		}
	}
	return false
}

// parsePattern reads one line; comments, blank lines and what is no pattern give false.
func parsePattern(line string) (pattern, bool) {
	line = trimBlanks(strings.TrimSuffix(line, "\r"))
	if line == "" || line[0] == '#' {
		return pattern{}, false
	}
	var p pattern
	if p.negated = line[0] == '!'; p.negated {
		line = line[1:]
	}
	if p.dirOnly = strings.HasSuffix(line, "/"); p.dirOnly {
		line = strings.TrimRight(line, "/")
	}
	anchored := strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return pattern{}, false
	}
	// Braces are plain characters to git and alternatives to doublestar.
	p.glob = strings.NewReplacer("{", `\{`, "}", `\}`).Replace(line)
	if !anchored {
		p.glob = "**/" + p.glob
	}
	// "a/**" is what stands below a, to git; to doublestar it is a as well.
	if strings.HasSuffix(p.glob, "/**") {
		p.glob += "/*"
	}
	return p, doublestar.ValidatePattern(p.glob)
}

// trimBlanks drops trailing spaces, but not those that a backslash keeps.
func trimBlanks(line string) string {
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	return line
}
