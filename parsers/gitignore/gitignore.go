// Package gitignore reads the patterns of .gitignore files, and those that are written elsewhere in the same form.
package gitignore

import "strings"

// A Pattern is one line of a .gitignore file. See "PATTERN FORMAT" in git's documentation of gitignore.
type Pattern struct {
	Negated bool // "!": what it matches is wanted after all

	dirOnly bool // a trailing slash
	whole   bool // paths relative to the directory of the file that holds it are matched; else names
	plain   bool // nothing but the text
	ending  bool // a star and the text
	text    string
	glob    glob
}

// Parse reads one line; comments, blank lines and what can match nothing give false.
func Parse(line string) (Pattern, bool) {
	line = strings.TrimSuffix(line, "\r")
	if strings.HasPrefix(line, "#") {
		return Pattern{}, false
	}
	line = trimBlanks(line)
	var p Pattern
	line, p.Negated = strings.CutPrefix(line, "!")
	line, p.dirOnly = strings.CutSuffix(line, "/")
	p.whole = strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return Pattern{}, false
	}
	p.text = line
	if p.plain = !strings.ContainsAny(line, special); p.plain {
		return p, true
	}
	if rest := line[1:]; !p.whole && line[0] == '*' && !strings.ContainsAny(rest, special) {
		p.text, p.ending = rest, true
		return p, true
	}
	var ok bool
	p.glob, ok = compile(line)
	return p, ok
}

// special are the characters that do not stand for themselves.
const special = `*?[\`

// trimBlanks drops trailing spaces, but not one that a backslash keeps.
func trimBlanks(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i++
		}
		end = min(i+1, len(line))
	}
	return line[:end]
}

// Matches tells whether the pattern names a file or directory itself, negated or not. The path is relative to the
// directory of the file that holds the pattern, with forward slashes.
func (p Pattern) Matches(path string, dir bool) bool {
	if p.dirOnly && !dir {
		return false
	}
	if !p.whole {
		path = path[strings.LastIndexByte(path, '/')+1:]
	}
	whole, _ := p.matches(path)
	return whole
}

// Covers tells whether the pattern names a file or directory, or a directory that it lies in, negated or not. The path
// is as for [Pattern.Matches].
func (p Pattern) Covers(path string, dir bool) bool {
	if p.whole {
		whole, before := p.matches(path)
		return before || whole && (dir || !p.dirOnly)
	}
	for {
		name, rest, inside := strings.Cut(path, "/")
		if whole, _ := p.matches(name); whole && (inside || dir || !p.dirOnly) {
			return true
		}
		if !inside {
			return false
		}
		path = rest
	}
}

// matches is as for a glob.
func (p Pattern) matches(path string) (whole, before bool) {
	switch {
	case p.plain:
		rest, ok := strings.CutPrefix(path, p.text)
		return ok && rest == "", ok && strings.HasPrefix(rest, "/")
	case p.ending:
		return strings.HasSuffix(path, p.text), false
	}
	return p.glob.matches(path)
}
