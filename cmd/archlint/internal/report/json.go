package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// jsonVersion is the version of the shapes below: it rises where a program that reads them would break.
const jsonVersion = 1

type jsonFinding struct {
	Rule    string `json:"rule"`
	Name    string `json:"name"`
	Level   string `json:"level"`
	Message string `json:"message"`
	jsonPlace
	Resource  jsonSubject   `json:"resource"`
	Related   []jsonRelated `json:"related"`
	Instances int           `json:"instances"`
	Edit      *jsonEdit     `json:"edit,omitempty"`    // of a finding that one edit mends
	Ignored   *jsonIgnored  `json:"ignored,omitempty"` // of a finding that the source says to ignore
}

// jsonEdit is text that takes the place of what stands there; the place is empty where text is added.
type jsonEdit struct {
	jsonPlace
	Text string `json:"text"`
}

// jsonIgnored says why a finding does not count, and where that is said.
type jsonIgnored struct {
	Reason string `json:"reason"`
	At     struct {
		File string `json:"file"`
		Line int    `json:"line"`
	} `json:"at"`
}

// jsonPlace counts lines and columns from 1, columns in code points; the end column is exclusive. They are 0 in a plan,
// which has addresses in place of lines.
type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	EndLine   int    `json:"endLine"`
	Column    int    `json:"column"`
	EndColumn int    `json:"endColumn"`
}

type jsonSubject struct {
	Address string `json:"address"`
	Type    string `json:"type"`
	File    string `json:"file"`
	Line    int    `json:"line"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Message string `json:"message"`
}

type jsonAbstention struct {
	Rule     string      `json:"rule"`
	Resource jsonSubject `json:"resource"`
	Reason   string      `json:"reason"`
}

// jsonDiagnostic has a line of 0 where the trouble is with the file as a whole.
type jsonDiagnostic struct {
	Severity string `json:"severity"`
	Message  string `json:"message"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// JSON writes a result for programs, in the shape that the version names. Its lists may be empty and are never null.
func JSON(w io.Writer, res rules.Result, o Options) error {
	files := newSources(o.Read)
	findings := func(yield func(any) bool) {
		for _, f := range res.Findings {
			if !yield(files.finding(f)) {
				return
			}
		}
		if !o.ShowIgnored {
			return
		}
		for _, f := range res.Ignored {
			j := files.finding(f)
			j.Ignored = &jsonIgnored{Reason: f.Silenced.Reason}
			j.Ignored.At.File, j.Ignored.At.Line = f.Silenced.Range.File, f.Silenced.Range.Start.Line
			if !yield(j) {
				return
			}
		}
	}
	parts := []jsonPart{
		{name: "version", value: jsonVersion},
		{name: "findings", items: findings},
		{name: "abstentions", items: each(res.Abstentions, func(a rules.Abstention) any {
			return jsonAbstention{Rule: a.Rule.ID, Resource: subject(a.Resource), Reason: a.Reason}
		})},
		{name: "diagnostics", items: each(res.Diagnostics, func(d graph.Diagnostic) any { return diagnostic(d) })},
	}
	if res.Known > 0 { // places with findings that are left out since they are known
		parts = append(parts, jsonPart{name: "known", value: res.Known})
	}
	return writeParts(w, parts)
}

func (s *sources) finding(f *rules.Finding) jsonFinding {
	at := s.region(f.Range)
	out := jsonFinding{Rule: f.Rule.ID, Name: f.Rule.Name, Level: f.Level.String(), Message: f.Text(),
		jsonPlace: place(f.Range.File, at),
		Resource:  subject(f.Resource), Related: []jsonRelated{}, Instances: f.Instances}
	for _, r := range once(f.Related) {
		out.Related = append(out.Related, jsonRelated{File: r.Range.File, Line: r.Range.Start.Line, Message: r.Message})
	}
	if c, ok := s.change(f); ok {
		out.Edit = &jsonEdit{place(f.Edit.Range.File, c.region), c.text}
	}
	return out
}

func place(file string, at region) jsonPlace {
	return jsonPlace{File: file, Line: at.startLine, EndLine: at.endLine, Column: at.startColumn, EndColumn: at.endColumn}
}

func subject(s rules.Subject) jsonSubject {
	return jsonSubject{Address: s.Address, Type: s.Type, File: s.Range.File, Line: s.Range.Start.Line}
}

func diagnostic(d graph.Diagnostic) jsonDiagnostic {
	return jsonDiagnostic{Severity: d.Severity.String(), Message: d.Message, File: d.Range.File, Line: d.Range.Start.Line}
}

// WriteJSON writes indented JSON, in which "<" stays as it is: messages are no HTML. What a terminal would obey rather than
// show is escaped.
func WriteJSON(w io.Writer, v any) error {
	text, err := encode(v, "")
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}

// encode gives the lines of a value, of which all but the first begin with the indent.
func encode(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent(indent, "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return escapeObeyed(b.Bytes()), err
}

// A jsonPart is an entry of an object: a value, or a list whose items are made and written one at a time. A run on what
// somebody made to be large may find a million things, which take many times their own size while they are written at once.
type jsonPart struct {
	name  string
	value any
	items iter.Seq[any] // nil where it is a value
}

// each makes the items of a list.
func each[T any](list []T, item func(T) any) iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, one := range list {
			if !yield(item(one)) {
				return
			}
		}
	}
}

// writeParts writes an object as [WriteJSON] would.
func writeParts(w io.Writer, parts []jsonPart) error {
	out := bufio.NewWriterSize(w, 1<<16)
	write := func(before string, v any, indent string) error {
		text, err := encode(v, indent)
		if err != nil {
			return err
		}
		if _, err := out.WriteString(before); err != nil {
			return err
		}
		_, err = out.Write(bytes.TrimSuffix(text, []byte("\n")))
		return err
	}
	before := "{\n"
	for _, p := range parts {
		before += fmt.Sprintf("  %q: ", p.name)
		if p.items == nil {
			if err := write(before, p.value, "  "); err != nil {
				return err
			}
			before = ",\n"
			continue
		}
		before += "["
		separator, end := "\n    ", "]"
		for item := range p.items {
			if err := write(before+separator, item, "    "); err != nil {
				return err
			}
			before, separator, end = "", ",\n    ", "\n  ]"
		}
		before += end + ",\n"
	}
	if _, err := out.WriteString(strings.TrimSuffix(before, ",\n") + "\n}\n"); err != nil {
		return err
	}
	return out.Flush()
}

// escapeObeyed escapes in JSON the code points that are obeyed rather than shown; all of them stand in strings.
func escapeObeyed(text []byte) []byte {
	var out []byte // nil as long as nothing was escaped
	done := 0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if obeyed(r) {
			out = append(out, text[done:i]...)
			out = fmt.Appendf(out, `\u%04x`, r) // none of them lies beyond the first plane
			done = i + size
		}
		i += size
	}
	if out == nil {
		return text
	}
	return append(out, text[done:]...)
}
