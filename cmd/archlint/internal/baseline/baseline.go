// Package baseline keeps the findings that a team knows of, so that only others are news.
//
// A finding is known by its rule, its unit and the address of its resource: never by its line, so that it stays known
// when code moves. The file has an entry a line, sorted, so that it merges well.
package baseline

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// version is the version of the file's shape: it rises where an older archlint would misread it.
const version = 1

// A Key names a fault of one resource.
type Key struct {
	Unit     string // the root's directory or the template's file, relative to the root of the repository, with forward slashes
	Rule     string // its ID
	Resource string // its address; of instances that count makes, the address of all of them
}

// An Entry is one place where a resource has a fault. There are several of one key where the resource has it at several
// attributes.
type Entry struct {
	Key
	Message string      // as it was when it was written; tells entries of one key apart
	Range   graph.Range // of the entry in its file; not known if it comes from none
}

// numbered is the index of an instance that count makes: there may be more of them tomorrow, which is no news.
var numbered = regexp.MustCompile(`\[\d+\]`)

// KeyOf is the key of a finding whose unit has the given path below the root of the repository.
func KeyOf(unit, rule, address string) Key {
	return Key{Unit: unit, Rule: rule, Resource: numbered.ReplaceAllString(address, "")}
}

// A Baseline is a list of what is known.
type Baseline struct {
	entries []Entry
}

// Of makes a baseline of findings as a screen gets them (see [rules.Screen]): one entry for each place at which a
// resource has a fault. unit gives the path of a unit below the root of the repository.
func Of(findings []*rules.Finding, unit func(string) string) *Baseline {
	b := &Baseline{}
	for key, places := range placesOf(findings, unit) {
		for _, p := range places {
			b.entries = append(b.entries, Entry{Key: key, Message: p.message()})
		}
	}
	b.sort()
	return b
}

func (b *Baseline) sort() { slices.SortStableFunc(b.entries, compare) }

// compare orders entries by unit, rule, resource and message.
func compare(x, y Entry) int {
	return cmp.Or(strings.Compare(x.Unit, y.Unit), strings.Compare(x.Rule, y.Rule), strings.Compare(x.Resource, y.Resource), strings.Compare(x.Message, y.Message),
		cmp.Compare(x.Range.Start.Byte, y.Range.Start.Byte))
}

// line is an entry as it stands in a file.
type line struct {
	Unit     string `json:"unit"`
	Rule     string `json:"rule"`
	Resource string `json:"resource"`
	Message  string `json:"message"`
}

// Keys are the faults that the baseline has.
func (b *Baseline) Keys() map[Key]bool {
	out := map[Key]bool{}
	for _, e := range b.entries {
		out[e.Key] = true
	}
	return out
}

// Write writes the baseline as JSON.
func (b *Baseline) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	_, _ = fmt.Fprintf(out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, e := range b.entries {
		if i > 0 {
			_ = out.WriteByte(',')
		}
		_, _ = out.WriteString("\n    ")
		var one bytes.Buffer
		enc := json.NewEncoder(&one)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(line{e.Unit, e.Rule, e.Resource, e.Message}); err != nil {
			return err
		}
		_, _ = out.Write(bytes.TrimRight(one.Bytes(), "\n"))
	}
	if len(b.entries) > 0 {
		_, _ = out.WriteString("\n  ")
	}
	_, _ = out.WriteString("]\n}\n")
	return out.Flush()
}

// Parse reads the baseline that a file holds. The error names file and line.
func Parse(file string, content []byte) (*Baseline, error) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	p := &parser{name: file, content: content, dec: json.NewDecoder(bytes.NewReader(content))}
	b, err := p.file()
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, p.pos(cmp.Or(p.at, p.dec.InputOffset())).Line, err)
	}
	b.sort()
	return b, nil
}

// A parser reads the file of a baseline from token to token, for the sake of the lines.
type parser struct {
	name    string
	content []byte
	dec     *json.Decoder
	at      int64 // where an error is, if that is not where the decoder stands

	counted int64 // bytes of which the line feeds are counted
	lines   int   // line feeds among them
}

func (p *parser) pos(offset int64) graph.Pos {
	offset = min(offset, int64(len(p.content)))
	if offset < p.counted {
		p.counted, p.lines = 0, 0
	}
	for p.counted < offset {
		if p.content[p.counted] == '\n' {
			p.lines++
		}
		p.counted++
	}
	return graph.Pos{Line: 1 + p.lines, Byte: int(offset)}
}

// maxVersion is how many bytes of JSON may be told of as a version.
const maxVersion = 32

var errShape = errors.New(`this is no baseline of archlint: {"version": 1, "findings": [...]} was expected`)

func (p *parser) file() (*Baseline, error) {
	b := &Baseline{}
	if err := p.delim('{'); err != nil {
		return nil, err
	}
	versioned, listed := false, false
	for p.dec.More() {
		key, err := p.dec.Token()
		if err != nil {
			return nil, p.syntax(err)
		}
		switch key {
		case "version":
			var v json.RawMessage
			if err := p.dec.Decode(&v); err != nil {
				return nil, p.syntax(err)
			}
			if v[0] == '{' || v[0] == '[' || len(v) > maxVersion {
				return nil, errShape
			}
			if string(v) != fmt.Sprint(version) {
				return nil, fmt.Errorf("this baseline has version %s, and this archlint reads version %d: use the archlint that wrote it, or write it anew with --write-baseline", v, version)
			}
			versioned = true
		case "findings":
			if b.entries, err = p.findings(); err != nil {
				return nil, err
			}
			listed = true
		default:
			return nil, errShape
		}
	}
	if err := p.delim('}'); err != nil {
		return nil, err
	}
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is something behind the end of the baseline")
	}
	if !versioned || !listed {
		return nil, errShape
	}
	return b, nil
}

func (p *parser) findings() ([]Entry, error) {
	if err := p.delim('['); err != nil {
		return nil, err
	}
	var out []Entry
	for p.dec.More() {
		before := p.dec.InputOffset()
		var raw json.RawMessage
		if err := p.dec.Decode(&raw); err != nil {
			return nil, p.syntax(err)
		}
		p.at = before + int64(bytes.IndexFunc(p.content[before:], func(r rune) bool { return !strings.ContainsRune(" \t\r\n,", r) }))
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		var l line
		if err := dec.Decode(&l); err != nil {
			return nil, fmt.Errorf("this is no entry of a baseline: %s", strings.TrimPrefix(err.Error(), "json: "))
		}
		if l.Unit == "" || l.Rule == "" {
			return nil, errors.New(`an entry of a baseline has a "unit", a "rule", a "resource" and a "message"`)
		}
		out = append(out, Entry{Key: KeyOf(l.Unit, l.Rule, l.Resource), Message: l.Message, Range: graph.Range{File: p.name, Start: p.pos(p.at), End: p.pos(p.dec.InputOffset())}})
		p.at = 0
	}
	return out, p.delim(']')
}

// delim takes a bracket.
func (p *parser) delim(want json.Delim) error {
	t, err := p.dec.Token()
	if err != nil {
		return p.syntax(err)
	}
	if t != want {
		return errShape
	}
	return nil
}

// syntax says what is wrong with JSON.
func (p *parser) syntax(err error) error {
	if s := (*json.SyntaxError)(nil); errors.As(err, &s) {
		p.at = s.Offset
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		p.at = int64(len(p.content))
		return errors.New("the file ends too early to be a baseline")
	}
	return fmt.Errorf("this is not valid JSON: %s", strings.TrimPrefix(err.Error(), "json: "))
}
