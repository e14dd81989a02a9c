// Package config finds and reads the configuration files of a repository, .archlint.yaml, and says what they settle for a
// path and where each setting was written.
//
// A file holds for its directory and all below. Of several, that of the nearest directory wins, setting by setting; within
// one file the parts under "paths" win over what stands outside them, and the later over the earlier. The search ends at
// the root of the repository, or at a file with "root: true".
//
// It knows rules by their names alone, and nothing of the languages that are linted.
package config

import (
	"fmt"
	"strings"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/gitignore"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Names are the names that a configuration file may have, the usual one first; a directory may hold one of them.
var Names = parsers.SettingsNames

// A Place is where something is written in a configuration file. Lines and columns count from 1, columns in characters.
type Place struct {
	File   string // as it is shown
	Line   int
	Column int

	offset int // in bytes, from the start of the file
}

// String is "file:line:column", or "" for no place.
func (p Place) String() string {
	if p.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// at is the place as diagnostics have it.
func (p Place) at() graph.Range {
	pos := graph.Pos{Line: p.Line, Byte: p.offset}
	return graph.Range{File: p.File, Start: pos, End: pos}
}

// A file is a configuration file that was read.
type file struct {
	path     string // as it is shown
	base     string // the directory that its patterns are relative to, absolute and without links
	root     bool
	exclude  []pattern
	sections []*section // what holds everywhere first, then the parts under "paths" as they are written
}

// A section is a set of settings that hold together.
type section struct {
	file       *file
	match      []pattern // of the paths that it holds for; none in what holds everywhere below the file
	rules      []ruleLevel
	failOn     *failOn
	ignorable  []ignorable
	varFiles   []reference
	parameters []reference
}

// A ruleLevel is what is written of the level of a rule.
type ruleLevel struct {
	rule  *rules.Rule
	off   bool
	level rules.Level // unless off
	at    Place
}

type failOn struct {
	level rules.Level
	at    Place
}

// An ignorable says whether comments in the code may silence findings: of a rule, or of all where there is none.
type ignorable struct {
	rule    *rules.Rule
	allowed bool
	at      Place
}

// A reference is a file that is named.
type reference struct {
	path string // as it is shown
	at   Place
}

// A pattern says which paths are meant, relative to a file's base.
type pattern struct {
	gitignore.Pattern
	text string
	at   Place
}

// decides gives the last of some patterns that covers a path, or nil: it is meant if that one is not negated.
func decides(all []pattern, path string, dir bool) *pattern {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Covers(path, dir) {
			return &all[i]
		}
	}
	return nil
}

// relative is an absolute path relative to the file's base, with forward slashes; ok is false outside of it.
func (f *file) relative(abs string) (path string, ok bool) {
	rel, ok := strings.CutPrefix(abs, f.base)
	switch {
	case !ok:
		return "", false
	case rel == "":
		return "", true
	case isSeparator(rel[0]):
		return slashed(rel[1:]), true
	case isSeparator(f.base[len(f.base)-1]): // the root of the file system
		return slashed(rel), true
	}
	return "", false
}

// holds tells whether a section holds for a path.
func (s *section) holds(abs string) bool {
	path, ok := s.file.relative(abs)
	if !ok || len(s.match) == 0 {
		return len(s.match) == 0
	}
	p := decides(s.match, path, false)
	return p != nil && !p.Negated
}

// title names the part of the file that the section is, "" for what holds everywhere.
func (s *section) title() string {
	var words []string
	for _, p := range s.match {
		words = append(words, p.text)
	}
	return strings.Join(words, ", ")
}
