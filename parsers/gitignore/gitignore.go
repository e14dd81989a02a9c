// Package gitignore reads the patterns of .gitignore files, and those that are written elsewhere in the same form.
package gitignore

import (
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A Pattern is one line of a .gitignore file. See "PATTERN FORMAT" in git's documentation of gitignore.
type Pattern struct {
	Negated bool // "!": what it matches is wanted after all

	glob    string // relative to the directory of the file that holds it, for doublestar
	dirOnly bool   // a trailing slash
}

// Parse reads one line; comments, blank lines and what is no pattern give false.
func Parse(line string) (Pattern, bool) {
	line = trimBlanks(strings.TrimSuffix(line, "\r"))
	if line == "" || line[0] == '#' {
		return Pattern{}, false
	}
	var p Pattern
	if p.Negated = line[0] == '!'; p.Negated {
		line = line[1:]
	}
	if p.dirOnly = strings.HasSuffix(line, "/"); p.dirOnly {
		line = strings.TrimRight(line, "/")
	}
	anchored := strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return Pattern{}, false
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

// Matches tells whether the pattern names a file or directory itself, negated or not. The path is relative to the
// directory of the file that holds the pattern, with forward slashes.
func (p Pattern) Matches(path string, dir bool) bool {
	if p.dirOnly && !dir {
		return false
	}
	ok, err := doublestar.Match(p.glob, path)
	return err == nil && ok
}

// Covers tells whether the pattern names a file or directory, or a directory that it lies in, negated or not. The path
// is as for [Pattern.Matches].
func (p Pattern) Covers(path string, dir bool) bool {
	for i, c := range []byte(path) {
		if c == '/' && p.Matches(path[:i], true) {
			return true
		}
	}
	return p.Matches(path, dir)
}
