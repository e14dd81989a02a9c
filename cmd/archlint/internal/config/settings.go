package config

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// A place is a file in a unit, both as they are shown.
type place struct{ unit, file string }

// Settings are what the configuration settles for a path. A place is the zero value where nothing was written, and the
// default holds.
type Settings struct {
	Files      []string // that hold, outermost first
	Excluded   *Excluded
	FailOn     rules.Level // or [rules.Never]
	FailOnAt   Place
	VarFiles   []Reference // the later wins
	Parameters []Reference
	Rules      map[*rules.Rule]RuleSetting // of which anything is written

	Ignorable   bool // whether comments may silence findings of rules that are not among Rules
	IgnorableAt Place
}

// Excluded says that a path is not linted, and by which pattern.
type Excluded struct {
	Pattern string
	At      Place
}

// A Reference is a file that a configuration names.
type Reference struct {
	Path string // as it is shown
	At   Place

	partial bool
}

// A RuleSetting is what is settled of one rule.
type RuleSetting struct {
	Given       bool // something is written of its level; else its own holds
	Off         bool
	Level       rules.Level
	At          Place
	Part        string // the patterns of the part of the file that says so, "" outside of "paths"
	Ignorable   bool
	IgnorableAt Place
}

// defaultFailOn is what a run fails on where nobody says.
const defaultFailOn = rules.Warning

// Rule is what is settled of a rule.
func (s *Settings) Rule(r *rules.Rule) RuleSetting {
	if out, ok := s.Rules[r]; ok {
		return out
	}
	return RuleSetting{Ignorable: s.Ignorable, IgnorableAt: s.IgnorableAt}
}

// take lets a section win over what is settled so far.
func (s *Settings) take(one *section, partial bool) {
	for _, l := range one.rules {
		rule := s.Rule(l.rule)
		rule.Given, rule.Off, rule.Level, rule.At, rule.Part = true, l.off, l.level, l.at, one.title()
		s.Rules[l.rule] = rule
	}
	for _, i := range one.ignorable {
		if i.rule != nil {
			rule := s.Rule(i.rule)
			rule.Ignorable, rule.IgnorableAt = i.allowed, i.at
			s.Rules[i.rule] = rule
			continue
		}
		s.Ignorable, s.IgnorableAt = i.allowed, i.at
		for r, rule := range s.Rules {
			rule.Ignorable, rule.IgnorableAt = i.allowed, i.at
			s.Rules[r] = rule
		}
	}
	if one.failOn != nil {
		s.FailOn, s.FailOnAt = one.failOn.level, one.failOn.at
	}
	for _, f := range one.varFiles {
		s.VarFiles = append(s.VarFiles, Reference{f.path, f.at, partial})
	}
	for _, f := range one.parameters {
		s.Parameters = append(s.Parameters, Reference{f.path, f.at, partial})
	}
}

// sections are those that hold for an absolute path, the later winning. The mutex must be held.
func (t *Tree) sections(abs string) (out []*section) {
	for _, f := range t.chainOf(filepath.Dir(abs)).files {
		for _, s := range f.sections {
			if s.holds(abs) {
				out = append(out, s)
			}
		}
	}
	return out
}

// absolute is the absolute path that stands for one that is shown: a directory is known by what lies in it.
func (t *Tree) absolute(shown string) string {
	if isDir(shown) {
		return inDirectory(t.resolve(shown))
	}
	return t.fileAt(shown)
}

// Of gives the settings of a path: of a directory, what holds for a unit in it.
func (t *Tree) Of(path string) *Settings { return t.At(path, path) }

// At gives the settings of a place. What is written for both the unit and the file holds, then what is written for the
// file alone wins, then what is written for the unit alone: whoever deploys a unit says what is wanted of it, be it less
// than a shared module asks for or more; and what is said of the module itself is nearer than what is said of both.
//
// Files of values are asked of units alone.
func (t *Tree) At(unit, file string) *Settings {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := place{unit, file}
	if s := t.joined[key]; s != nil {
		return s
	}
	s := t.join(unit, file)
	t.joined[key] = s
	return s
}

func (t *Tree) join(unit, file string) *Settings {
	s := &Settings{FailOn: defaultFailOn, Rules: map[*rules.Rule]RuleSetting{}, Ignorable: true}
	absUnit := t.absolute(unit)
	of := t.sections(absUnit)
	absFile, here := absUnit, of
	if file != unit && file != "" {
		absFile = t.absolute(file)
		here = t.sections(absFile)
	}
	for _, f := range t.chainOf(filepath.Dir(absFile)).files {
		s.Files = append(s.Files, f.path)
	}
	if by := t.excluded(absFile, false); by != nil {
		s.Excluded = &Excluded{Pattern: by.text, At: by.at}
	}
	both := func(one *section) bool { return slices.Contains(of, one) && slices.Contains(here, one) }
	for _, one := range here {
		if both(one) {
			s.take(one, t.partial(one.file))
		}
	}
	for _, one := range here {
		if !both(one) {
			s.take(one, t.partial(one.file))
		}
	}
	for _, one := range of {
		if !both(one) {
			s.take(one, t.partial(one.file))
		}
	}
	return s
}

// VarFiles are the tfvars files that the configuration names for a Terraform root.
func (t *Tree) VarFiles(root string) []graph.NamedFile { return named(t.Of(root).VarFiles) }

// Parameters are the parameter files that the configuration names for a template.
func (t *Tree) Parameters(template string) []graph.NamedFile { return named(t.Of(template).Parameters) }

func named(all []Reference) (out []graph.NamedFile) {
	for _, r := range all {
		out = append(out, graph.NamedFile{Path: r.Path, At: r.At.at(), Optional: r.partial})
	}
	return out
}

// Read reads the files that hold in directories or for files, which may be modules and nested templates outside of the
// paths that are linted. Those that are not there are passed over: what is called may be anything that somebody wrote.
func (t *Tree) Read(paths []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, path := range paths {
		if _, err := os.Lstat(filepath.FromSlash(path)); err != nil {
			continue
		}
		t.chainOf(filepath.Dir(t.absolute(path)))
	}
}

// On tells whether some file that was read gives a level to a rule, so that it may be on somewhere.
func (t *Tree) On(r *rules.Rule) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.on[r]
}

// Policy is the configuration as a run heeds it. Rules that are asked for are on wherever anything is linted; failOn wins
// over what the files say, unless it is nil.
func (t *Tree) Policy(asked bool, failOn *rules.Level) rules.Policy {
	t.mu.Lock()
	defer t.mu.Unlock()
	return policy{t, maps.Clone(t.on), asked, failOn}
}

type policy struct {
	tree   *Tree
	on     map[*rules.Rule]bool // as it was before the run, whatever is read while it lasts
	asked  bool
	failOn *rules.Level
}

// Runs implements [rules.Policy].
func (p policy) Runs(unit string, r *rules.Rule) bool {
	return p.asked || !off(r, p.tree.Of(unit).Rule(r)) || p.on[r]
}

// off tells whether a rule says nothing.
func off(r *rules.Rule, s RuleSetting) bool { return s.Given && s.Off || !s.Given && r.Off }

// At implements [rules.Policy].
func (p policy) At(unit, file string, r *rules.Rule) rules.Setting {
	s := p.tree.At(unit, file)
	rule := s.Rule(r)
	out := rules.Setting{Off: s.Excluded != nil || !p.asked && off(r, rule), FailOn: s.FailOn, Unignorable: !rule.Ignorable}
	if rule.Given && !rule.Off {
		out.Given, out.Level = true, rule.Level
	}
	if p.failOn != nil {
		out.FailOn = *p.failOn
	}
	return out
}
