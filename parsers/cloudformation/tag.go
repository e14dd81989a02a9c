package cloudformation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// tags are what stands around the code of another tool, which makes a template of a file: Jinja (Ansible, Sceptre,
// cookiecutter), Go's text/template (Helm, Copilot), ERB.
var tags = [...]struct{ begin, end string }{{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}}

// findTag finds the first tag of another tool in a text from an offset on, ok is false where there is none. Dynamic references such as {{resolve:ssm:name}} are CloudFormation's own.
func findTag(text string, from int) (start, end int, ok bool) {
	for from < len(text) {
		i := strings.IndexAny(text[from:], "{<")
		if i < 0 {
			break
		}
		from += i
		for _, tag := range tags {
			if !strings.HasPrefix(text[from:], tag.begin) || strings.HasPrefix(text[from:], "{{resolve:") {
				continue
			}
			if n := tagSize(text[from:], tag.end); n > 0 {
				return from, from + n, true
			}
		}
		from++
	}
	return 0, 0, false
}

// tagSize is the size of a tag that a text begins with, or 0 where it has no end.
func tagSize(text, end string) int {
	inside := text[:min(len(text), longestForeign)]
	if comment := "{{/*"; strings.HasPrefix(strings.Replace(inside, "{{- ", "{{", 1), comment) {
		inside, end = text[:min(len(text), longestComment)], "*/"+end
	} else {
		inside, _, _ = strings.Cut(inside, "\n")
	}
	if i := strings.Index(inside, end); i > 0 {
		return i + len(end)
	}
	return 0
}

// longestComment is how many bytes a comment of another tool may have, which may go over several lines.
const longestComment = 4096

// silent tells whether a tag puts nothing in its own place: it is a comment, a condition, a loop.
func silent(tag string) bool {
	code := strings.TrimLeft(tag[2:], "-~ ")
	switch tag[:2] {
	case "{%":
		return true
	case "<%":
		return !strings.HasPrefix(code, "=")
	}
	if strings.HasPrefix(code, "$") && strings.Contains(code, ":=") {
		return true
	}
	if code != "" && strings.IndexByte("#/!", code[0]) >= 0 {
		return true
	}
	word := code[:len(code)-len(strings.TrimLeft(code, "abcdefghijklmnopqrstuvwxyz"))]
	return slices.Contains([]string{"if", "else", "end", "range", "with", "define", "block"}, word)
}

// beginsWithTag tells whether a text begins with the code or a comment of another tool, which no JSON does.
func beginsWithTag(text string) bool {
	return strings.HasPrefix(text, "{{") || strings.HasPrefix(text, "{%") || strings.HasPrefix(text, "{#")
}

// hasTag tells whether there is a tag of another tool in a text.
func hasTag(text string) bool {
	_, _, ok := findTag(text, 0)
	return ok
}

// aroundTags takes a text apart around the tags of another tool: what it will put there is not known.
func aroundTags(text string) []part {
	var parts []part
	from := 0
	for {
		start, end, ok := findTag(text, from)
		if !ok {
			break
		}
		parts = append(parts, dynamicReferences(text[from:start])...)
		parts = append(parts, part{hole: true, value: cty.UnknownVal(cty.String)})
		from = end
	}
	return append(parts, dynamicReferences(text[from:])...)
}

// withoutTags is a text of the same size without tags: spaces where they are all of a line, or code that puts nothing in
// its place, and else a number, which may stand wherever a value may.
func withoutTags(text string) string {
	out := []byte(text)
	for start, end, ok := findTag(text, 0); ok; start, end, ok = findTag(text, end) {
		fill := byte('1')
		if silent(text[start:end]) {
			fill = ' '
		}
		for i := start; i < end; i++ {
			if text[i] != '\r' && text[i] != '\n' {
				out[i] = fill
			}
		}
	}
	lines := strings.SplitAfter(text, "\n")
	at := 0
	for _, line := range lines {
		if hasTag(line) && strings.Trim(string(out[at:at+len(line)]), "1 \t\r\n") == "" {
			copy(out[at:], blank(line))
		}
		at += len(line)
	}
	return string(out)
}

// blank is a line of the same size with nothing on it.
func blank(line string) string {
	body := strings.TrimRight(line, "\r\n")
	return strings.Repeat(" ", len(body)) + line[len(body):]
}

// withoutSilent is a line of the same size without the tags that put nothing in their place.
func withoutSilent(line string) string {
	for start, end, ok := findTag(line, 0); ok; start, end, ok = findTag(line, end) {
		if silent(line[start:end]) {
			line = line[:start] + strings.Repeat(" ", end-start) + line[end:]
		}
	}
	return line
}

// withoutOuterTags is a text of the same size without the tags that stand between the sections, and the lines that have
// but a tag and stand between their entries, such as resources: what is inside of one stays in doubt, and the entry with it.
func withoutOuterTags(text string) string {
	lines := strings.SplitAfter(text, "\n")
	bare := strings.SplitAfter(withoutTags(text), "\n")
	least := len(text) // the indentation of entries
	indent := func(i int) int { return len(lines[i]) - len(strings.TrimLeft(lines[i], " ")) }
	written := func(i int) bool {
		body := strings.TrimSpace(bare[i])
		return body != "" && body[0] != '#'
	}
	for i := range lines {
		if n := indent(i); written(i) && n > 0 {
			least = min(least, n)
		}
	}
	outer := true // what follows is no part of an entry
	for i := len(lines) - 1; i >= 0; i-- {
		switch {
		case written(i):
			outer = indent(i) <= least
			if indent(i) == 0 {
				lines[i] = withoutSilent(lines[i])
			}
		case outer && hasTag(lines[i]):
			lines[i] = blank(lines[i])
		}
	}
	return strings.Join(lines, "")
}

// shortened is a tag as a message shows it.
func shortened(tag string) string {
	line, _, more := strings.Cut(tag, "\n")
	if more {
		return strings.TrimSpace(line) + "…"
	}
	return tag
}

// untilFilledIn tells of a file that is no template before another tool fills it in: it fails before an offset, and without
// its tags it does not, or only behind that. fails gives the offset that a text fails before, or 0.
func (t *template) untilFilledIn(before int, fails func(text string) int) bool {
	text := t.src.text
	var at graph.Range // the last tag before
	for start, end, ok := findTag(text, 0); ok && start < before; start, end, ok = findTag(text, end) {
		at = t.src.rng(int32(start), int32(end))
	}
	if at.Start.Line == 0 {
		return false
	}
	if next := fails(withoutTags(text)); next != 0 && next <= before {
		return false
	}
	t.unfilled = true
	t.gaps = append(t.gaps, graph.Gap{Range: at, Message: "what another tool would make of this file is not seen"})
	t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: at,
		Message: fmt.Sprintf("%s is for another tool, which makes a template of this file; run archlint on what that tool makes: here only a part is read", shortened(text[at.Start.Byte:at.End.Byte]))})
	return true
}
