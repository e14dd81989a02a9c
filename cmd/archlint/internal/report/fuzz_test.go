package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// writers are the formats, by name, each with the way to read it again.
var writers = map[string]struct {
	write Writer
	read  func(t *testing.T, content []byte)
}{
	"text": {Text, nil}, "github": {Annotations, nil}, "markdown": {Markdown, readSummary}, "json": {JSON, readJSON}, "sarif": {SARIF, readJSON}, "gitlab": {CodeQuality, readJSON}, "junit": {JUnit, readXML}, "checkstyle": {Checkstyle, readXML},
}

// FuzzReports writes findings whose names, places and messages are any text, about a file of any content: every report is
// what its readers take, the same each time, and has nothing in it that a terminal would obey.
func FuzzReports(f *testing.F) {
	for _, s := range []struct{ content, file, address, message string }{
		{"\ufeffa = [\r\n  \"é😀\u202e\", # x\r\n]\r\n", "infra/main.tf", "aws_t.a[\"x](1) | `<b>` ]]>\"]", "it says \x1b[31m::error:: [a](2) <!-- & \x00 \xff"},
		{"", "", "", ""}, {strings.Repeat("long ", 9_000), "../outside/net work.tf", "A", strings.Repeat("|", 9_000)}, {"\n\n\n", "/abs/%41?#.tf", "\u2028", "\ufffe\uffff\U0010ffff"}, {"\xff\xfe\x00", "a\nb.tf", "a\tb", "::set-output name=a::b%0A"},
	} {
		f.Add([]byte(s.content), s.file, s.address, s.message, uint16(3), uint16(9), byte(0xff))
		f.Add([]byte(s.content), s.file, s.address, s.message, uint16(0), uint16(0xffff), byte(0x55))
	}
	valid := schema(f)
	f.Fuzz(func(t *testing.T, content []byte, file, address, message string, from, to uint16, flags byte) {
		has := func(bit int) bool { return flags&(1<<bit) != 0 }
		place := func(from, to uint16) graph.Range {
			start := min(int(from), len(content))
			end := min(max(start, int(to)), len(content))
			pos := func(i int) graph.Pos { return graph.Pos{Line: 1 + bytes.Count(content[:i], []byte("\n")), Byte: i} }
			return graph.Range{File: file, Start: pos(start), End: pos(end)}
		}
		finding := func(at graph.Range) *rules.Finding {
			out := &rules.Finding{Rule: fakeRules[int(flags)%len(fakeRules)], Level: rules.Level(int(flags)%3) + rules.Note, Message: message, Range: at, Resource: rules.Subject{Address: address, Type: "aws_t", Range: place(0, to)}, Unit: file, Instances: 1 + int(flags>>6), Fails: has(0),
				Related: []rules.Related{{Range: place(to, from), Message: message + address}, {Range: place(from, from), Message: address}}, Trace: []graph.Step{{Kind: graph.Written, Name: address, Range: at}, {Kind: graph.Local, Name: message, Range: place(0, from)}}}
			if has(1) {
				out.Edit = &graph.Edit{Range: at, Text: message, Below: has(2)}
			}
			if has(3) {
				out.Calls = []graph.Call{{Address: address, Range: place(from/2, to)}}
			}
			return out
		}
		res := rules.Result{Rules: fakeRules, Units: 1, Resources: 1, Findings: []*rules.Finding{finding(place(from, to)), finding(place(from/2, to/2)), finding(place(from, to))},
			Abstentions: []rules.Abstention{{Rule: fakeRules[0], Resource: rules.Subject{Address: address}, Range: place(from, to), Reason: message, Unit: file}},
			Diagnostics: []graph.Diagnostic{{Severity: graph.Error, Range: place(from, to), Message: message}, {Severity: graph.Info, Range: graph.Range{File: file}, Message: address}}}
		if has(4) {
			silenced := finding(place(0, to))
			silenced.Silenced = &rules.Silence{Reason: message, Range: place(0, from)}
			res.Ignored = append(res.Ignored, silenced)
		}
		o := Options{Version: "1.2.3", Dir: "/repo/infra", Root: "/repo", Category: address, Verbose: true, ShowIgnored: has(4), Width: int(flags >> 2), Read: func(name string) ([]byte, error) {
			if name != file || has(5) {
				return nil, errors.New("no such file")
			}
			return content, nil
		}}
		for name, w := range writers {
			var once, twice bytes.Buffer
			if err := errors.Join(w.write(&once, res, o), w.write(&twice, res, o)); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if !bytes.Equal(once.Bytes(), twice.Bytes()) {
				t.Errorf("%s is not the same twice:\n%s\n----\n%s", name, once.Bytes(), twice.Bytes())
			}
			if !utf8.Valid(once.Bytes()) {
				t.Errorf("%s is no UTF-8: %q", name, once.Bytes())
			}
			for _, r := range once.String() {
				if unicode.IsControl(r) && r != '\n' && r != '\t' {
					t.Fatalf("%s has the control character %U: %q", name, r, once.Bytes())
				}
			}
			if w.read != nil {
				w.read(t, once.Bytes())
			}
			if name == "sarif" {
				doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(once.Bytes()))
				if err == nil {
					err = valid.Validate(doc)
				}
				if err != nil {
					t.Errorf("%v in\n%s", err, once.Bytes())
				}
			}
		}
	})
}

func readJSON(t *testing.T, content []byte) {
	t.Helper()
	var v any
	if err := json.Unmarshal(content, &v); err != nil {
		t.Errorf("%v in\n%s", err, content)
	}
}

func readXML(t *testing.T, content []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, content)
		}
	}
}

// readSummary holds a summary against the length that GitHub takes of a comment.
func readSummary(t *testing.T, content []byte) {
	t.Helper()
	if len(content) > 65_536 {
		t.Errorf("the summary has %d bytes", len(content))
	}
}
