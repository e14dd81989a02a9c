package config

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/rules"
)

// FailLevels are the words for what a run fails on, in flags and files.
var FailLevels = []string{"error", "warning", "note", "never"}

// ruleLevels are the words for what is wanted of a rule.
var ruleLevels = []string{"off", "note", "warning", "error"}

var levelOf = map[string]rules.Level{"note": rules.Note, "warning": rules.Warning, "error": rules.Error, "never": rules.Never}

// Level is what one of [FailLevels] means.
func Level(word string) rules.Level { return levelOf[word] }

// Word is how a level is written, one of [FailLevels].
func Word(l rules.Level) string {
	if l == rules.Never {
		return "never"
	}
	return l.String()
}

// A key is what may be written in a configuration file, or in a part of it. The reader and the schema for editors are made
// of the same table.
type key struct {
	name  string
	about string // for editors, in Markdown
	// where it may stand
	top, below bool // outside "paths", in a part under "paths"
	schema     func(*schema) node
	take       func(*reader, *section, *yaml.Node)
}

// keys are all there are. It is a function, not a variable, because the parts under "paths" are made of it, too.
func keys() []key {
	return []key{
		{
			name: "root", top: true,
			about:  "`true`: the configuration files of the directories above do not hold here.",
			schema: func(*schema) node { return node{"type": "boolean"} },
			take: func(r *reader, _ *section, n *yaml.Node) {
				if value, ok := r.truth(n, "root"); ok {
					r.file.root = value
				}
			},
		},
		{
			name: "match", below: true,
			about:  "The paths that this part holds for, relative to the directory of this file, as in a .gitignore file: `dev/**`, `*.yaml`, `!dev/shared`. The last that fits a path decides.",
			schema: (*schema).someTexts,
			take: func(r *reader, s *section, n *yaml.Node) {
				errs := len(r.errs)
				if s.match = r.patterns(n, "match"); len(s.match) == 0 && len(r.errs) == errs {
					r.fail(n, "match has no pattern; write \"**\" for all paths")
				}
			},
		},
		{
			name: "rules", top: true, below: true,
			about:  "What rules are to report, by ID or name: `off`, or the level of their findings. A level turns a rule on that is off by default.",
			schema: (*schema).levels,
			take:   (*reader).levels,
		},
		{
			name: "fail-on", top: true, below: true,
			about:  "The least level of a finding that makes the exit code 1; `never` is none. `warning` without it.",
			schema: func(*schema) node { return node{"enum": FailLevels} },
			take: func(r *reader, s *section, n *yaml.Node) {
				if word, ok := r.word(n, "level", FailLevels); ok {
					s.failOn = &failOn{level: levelOf[word], at: r.place(n)}
				}
			},
		},
		{
			name: "exclude", top: true,
			about:  "Paths that are not linted, relative to the directory of this file, as in a .gitignore file. What stands there is still read where something else calls it.",
			schema: (*schema).texts,
			take: func(r *reader, _ *section, n *yaml.Node) {
				r.file.exclude = r.patterns(n, "exclude")
			},
		},
		{
			name: "var-files", top: true, below: true,
			about:  "Files of variables (.tfvars) for the Terraform roots here, relative to the directory of this file; the later wins, and all win over those that Terraform reads by itself.",
			schema: (*schema).texts,
			take: func(r *reader, s *section, n *yaml.Node) {
				s.varFiles = r.references(n, "var file")
			},
		},
		{
			name: "parameters", top: true, below: true,
			about:  "Parameter files for the CloudFormation templates here, relative to the directory of this file. A template is judged with each of those that fit it.",
			schema: (*schema).texts,
			take: func(r *reader, s *section, n *yaml.Node) {
				s.parameters = r.references(n, "parameter file")
			},
		},
		{
			name: "ignorable", top: true, below: true,
			about:  "`false`: comments in the code cannot silence findings. By rule, `false` or `true` for that one.",
			schema: (*schema).ignorable,
			take:   (*reader).ignorable,
		},
		{
			name: "paths", top: true,
			about:  "Settings for some of the paths below this directory. They win over those outside `paths`, and the later over the earlier.",
			schema: (*schema).parts,
			take: func(r *reader, _ *section, n *yaml.Node) {
				n = r.follow(n)
				if n.Kind == yaml.MappingNode {
					r.fail(n, "paths must be a list; write \"- match: …\" before its first key")
					return
				}
				r.items(n, func(item *yaml.Node) { r.section(item, "match", partKeys(), "a part of paths") })
			},
		},
	}
}

// topKeys are the keys that may stand outside "paths", partKeys those in a part of it.
func topKeys() []key {
	return slices.DeleteFunc(keys(), func(k key) bool { return !k.top })
}

func partKeys() []key {
	return slices.DeleteFunc(keys(), func(k key) bool { return !k.below })
}

// levels reads the levels of rules.
func (r *reader) levels(s *section, n *yaml.Node) {
	told := map[*rules.Rule]string{}
	r.entries(n, "rules", func(name string, at, value *yaml.Node) {
		rule, ok := r.ruleOf(name, at, told)
		if !ok {
			return
		}
		if word, ok := r.word(value, "level", ruleLevels); ok {
			s.rules = append(s.rules, ruleLevel{rule: rule, off: word == "off", level: levelOf[word], at: r.place(at)})
		}
	})
}

// ignorable reads whether findings may be silenced, of all rules or of some.
func (r *reader) ignorable(s *section, n *yaml.Node) {
	if n = r.follow(n); n.Kind != yaml.MappingNode {
		if value, ok := r.truth(n, "ignorable"); ok {
			s.ignorable = []ignorable{{allowed: value, at: r.place(n)}}
		}
		return
	}
	told := map[*rules.Rule]string{}
	r.entries(n, "ignorable", func(name string, at, value *yaml.Node) {
		rule, ok := r.ruleOf(name, at, told)
		if !ok {
			return
		}
		if value, ok := r.truth(value, "whether "+name+" is ignorable"); ok {
			s.ignorable = append(s.ignorable, ignorable{rule: rule, allowed: value, at: r.place(at)})
		}
	})
}
