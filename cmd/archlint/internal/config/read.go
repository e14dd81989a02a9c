package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/gitignore"
	"github.com/archlint/archlint/rules"
)

// maxFile is how many bytes of a configuration file are read, and maxNodes how many things may stand in it once its
// aliases are followed.
const (
	maxFile  = 1 << 20
	maxNodes = 100_000
)

// maxErrors is how many errors a file may have before no more are looked for.
const maxErrors = 100

// A reader reads one configuration file.
type reader struct {
	file   *file
	within *fence.Fence // what may be named
	find   func(word string) (*rules.Rule, error)
	dir    string // the directory of base, as paths in it are to be shown
	lines  []int  // offsets of the lines' beginnings
	src    []byte
	nodes  int
	errs   []error
}

// read reads the content of a configuration file. The error is about the first thing that is wrong with it, by place,
// and tells how many others there are.
func (r *reader) read(src []byte) error {
	r.src, r.lines = src, []int{0}
	for i, c := range src {
		if c == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	var document, another yaml.Node
	switch err := decode(decoder, &document); {
	case errors.Is(err, io.EOF): // nothing but comments
	case err != nil:
		return r.invalid(err)
	default:
		switch err := decode(decoder, &another); {
		case err == nil:
			r.fail(&another, "there is a second document; a configuration is one: take the line --- away")
		case !errors.Is(err, io.EOF):
			return r.invalid(err)
		}
		r.section(document.Content[0], "", topKeys(), "the configuration")
	}
	switch n := len(r.errs); n {
	case 0:
		return nil
	case 1:
		return r.errs[0]
	case 2:
		return fmt.Errorf("%w (and 1 more error in this file)", r.errs[0])
	default:
		return fmt.Errorf("%w (and %d more errors in this file)", r.errs[0], n-1)
	}
}

// decode reads one document; a reader of YAML that breaks down is an error like others.
func decode(d *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("it cannot be read: %v", e)
		}
	}()
	return d.Decode(into)
}

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// invalid is the error about a file that is no YAML.
func (r *reader) invalid(err error) error {
	text, line := strings.ReplaceAll(err.Error(), "\n", " "), "1"
	if m := yamlError.FindStringSubmatch(text); m != nil {
		text = m[2]
		if m[1] != "" {
			line = m[1]
		}
	}
	return fmt.Errorf("%s:%s: this is not valid YAML: %s", r.file.path, line, text)
}

// place is where a node is written.
func (r *reader) place(n *yaml.Node) Place {
	p := Place{File: r.file.path, Line: n.Line, Column: n.Column}
	if n.Line < 1 || n.Line > len(r.lines) {
		return p
	}
	p.offset = r.lines[n.Line-1]
	for i := 1; i < n.Column && p.offset < len(r.src); i++ {
		_, size := utf8.DecodeRune(r.src[p.offset:])
		p.offset += size
	}
	return p
}

func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%v: %s", r.place(n), fmt.Sprintf(format, args...)))
	if len(r.errs) == maxErrors {
		r.nodes = maxNodes // which ends it
	}
}

// follow gives what an alias stands for.
func (r *reader) follow(n *yaml.Node) *yaml.Node {
	if r.nodes++; r.nodes == maxNodes {
		r.fail(n, "there are more than %d entries in this file", maxNodes)
	}
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// entries yields the keys and values of a mapping, each key once. What is empty has none, what is no mapping is an
// error.
func (r *reader) entries(n *yaml.Node, what string, each func(key string, at, value *yaml.Node)) {
	n = r.follow(n)
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fail(n, "%s must be written as \"key: value\" lines, not as %s", what, kindOf(n))
		return
	}
	written := map[string]int{}
	for i := 0; i+1 < len(n.Content) && r.nodes < maxNodes; i += 2 {
		key, value := r.follow(n.Content[i]), r.follow(n.Content[i+1])
		switch line, twice := written[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			r.fail(key, "a key of %s must be a word, not %s", what, kindOf(key))
		case key.Tag == "!!merge":
			r.fail(key, "merge keys (<<) are not understood here; write the keys out")
		case twice:
			r.fail(key, "%s is written twice, first in line %d; keep one", short(key.Value), line)
		default:
			written[key.Value] = key.Line
			each(key.Value, key, value)
		}
	}
}

// kindOf names what was written in place of what should have been.
func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case isNull(n):
		return "nothing"
	}
	return fmt.Sprintf("%q", short(n.Value))
}

// maxWord is how many bytes of what was written are told in an error.
const maxWord = 80

// short is a text as it is told in an error.
func short(text string) string {
	if len(text) <= maxWord {
		return text
	}
	return strings.ToValidUTF8(text[:maxWord], "") + "…"
}

// items yields the items of a list, or the only one that is written without a list.
func (r *reader) items(n *yaml.Node, each func(*yaml.Node)) {
	n = r.follow(n)
	switch {
	case isNull(n):
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			if r.nodes >= maxNodes {
				return
			}
			each(r.follow(item))
		}
	default:
		each(n)
	}
}

// text gives a text that is not empty; ok is false where something else is written, which is an error.
func (r *reader) text(n *yaml.Node, what string) (text string, ok bool) {
	switch {
	case n.Kind != yaml.ScalarNode || isNull(n):
		r.fail(n, "%s must be a text, not %s", what, kindOf(n))
	case n.Tag != "!!str":
		r.fail(n, "%s must be a text: write \"%s\", in quotes", what, short(n.Value))
	case strings.TrimSpace(n.Value) == "":
		r.fail(n, "%s is empty", what)
	default:
		return n.Value, true
	}
	return "", false
}

// truth gives a truth value.
func (r *reader) truth(n *yaml.Node, what string) (value, ok bool) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!bool" {
		return strings.EqualFold(n.Value, "true"), true
	}
	r.fail(n, "%s must be true or false, not %s", what, kindOf(n))
	return false, false
}

// word gives one of a few words, in any case, in small letters.
func (r *reader) word(n *yaml.Node, noun string, legal []string) (string, bool) {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		r.fail(n, "the %s must be %s, not %s", noun, spelling.Alternatives(legal), kindOf(n))
		return "", false
	}
	if w := strings.ToLower(n.Value); slices.Contains(legal, w) {
		return w, true
	}
	r.fail(n, "unknown %s %q%s", noun, short(n.Value), spelling.Hint(short(n.Value), legal, "use "+spelling.Alternatives(legal)))
	return "", false
}

// section reads a mapping of the keys that are legal in it.
func (r *reader) section(n *yaml.Node, match string, legal []key, what string) {
	s, where := &section{file: r.file}, "in "+what
	if match == "" {
		where = "at the top of " + what
	}
	r.file.sections = append(r.file.sections, s)
	var names []string
	for _, k := range legal {
		names = append(names, k.name)
	}
	matched, errs := false, len(r.errs)
	r.entries(n, what, func(name string, at, value *yaml.Node) {
		i := slices.Index(names, name)
		if i < 0 && slices.ContainsFunc(keys(), func(k key) bool { return k.name == name }) {
			r.fail(at, "%s cannot stand %s; the keys there are %s", name, where, spelling.Alternatives(names))
			return
		}
		if i < 0 {
			r.fail(at, "unknown key %q %s%s", short(name), where, spelling.Hint(short(name), names, "the keys are "+spelling.Alternatives(names)))
			return
		}
		matched = matched || name == match
		legal[i].take(r, s, value)
	})
	if match != "" && !matched && len(r.errs) == errs {
		r.fail(n, "%s has no %s, which says what it holds for", what, match)
	}
}

// patterns reads a list of patterns.
func (r *reader) patterns(n *yaml.Node, what string) (out []pattern) {
	r.items(n, func(item *yaml.Node) {
		text, ok := r.text(item, what)
		if !ok {
			return
		}
		p, ok := gitignore.Parse(text)
		switch {
		case strings.HasPrefix(text, "../") || text == ".." || strings.Contains(text, "/../"):
			r.fail(item, "%s %q leads out of the directory of this file; write the configuration in a directory above both", what, short(text))
		case !ok:
			r.fail(item, "%s %q is no pattern; write it as in a .gitignore file, relative to the directory of this file: \"dev/**\"", what, short(text))
		default:
			out = append(out, pattern{Pattern: p, text: text, at: r.place(item)})
		}
	})
	return out
}

// references reads a list of files, which must be there.
func (r *reader) references(n *yaml.Node, what string) (out []reference) {
	r.items(n, func(item *yaml.Node) {
		text, ok := r.text(item, what)
		if !ok {
			return
		}
		shown := filepath.FromSlash(text)
		if !filepath.IsAbs(shown) {
			shown = filepath.Join(r.dir, shown)
		}
		switch err := r.within.Check(shown); {
		case errors.Is(err, disk.ErrIrregular), errors.Is(err, disk.ErrDirectory):
			r.fail(item, "cannot read the %s %s: it is no file", what, text)
		case err != nil:
			r.fail(item, "cannot read the %s %s: %v", what, text, disk.Cause(err))
		default:
			out = append(out, reference{path: slashed(shown), at: r.place(item)})
		}
	})
	return out
}

// ruleOf gives the rule of a key; ok is false where there is none, or where it was named before.
func (r *reader) ruleOf(word string, at *yaml.Node, told map[*rules.Rule]string) (rule *rules.Rule, ok bool) {
	if len(word) > maxWord {
		r.fail(at, "unknown rule %q; archlint rules lists them", short(word))
		return nil, false
	}
	rule, err := r.find(word)
	switch {
	case err != nil:
		r.fail(at, "%v", err)
		return nil, false
	case told[rule] != "":
		r.fail(at, "%s is the same rule as %s, which stands above; keep one", word, told[rule])
		return nil, false
	}
	told[rule] = word
	return rule, true
}

// slashed is a path with forward slashes.
func slashed(path string) string { return filepath.ToSlash(path) }

func isSeparator(c byte) bool { return os.IsPathSeparator(c) }
