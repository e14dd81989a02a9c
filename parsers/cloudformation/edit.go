package cloudformation

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Edit implements [graph.EditSource].
func (r *resource) Edit(path cty.Path, value cty.Value) (graph.Edit, bool) {
	quoted, plain := literalTexts(value)
	if quoted == "" || len(path) == 0 {
		return graph.Edit{}, false
	}
	s, whole, written := r.spot(path)
	if !written {
		return r.addition(path, quoted, plain)
	}
	n := s.node
	switch {
	case !whole, s.scope.loop != nil, s.entry == nil, s.entry.value != n: // an element, or a branch of Fn::If
		return graph.Edit{}, false
	case !n.isText(), n.tag, n.style == blockScalar:
		return graph.Edit{}, false
	case n.file != r.pair.key.file, s.entry.key.start < r.pair.key.start, n.end() > r.pair.value.end(), n.start < s.entry.key.start:
		return graph.Edit{}, false // written elsewhere: in Globals, in an included file, at an anchor
	}
	at := n.rng()
	if at.Start.Line != at.End.Line {
		return graph.Edit{}, false
	}
	if strings.HasPrefix(n.file.text[n.start:], `"`) {
		plain = quoted
	}
	return graph.Edit{Range: at, Text: plain}, true
}

// addition adds a property as the first one, below the line that opens them.
func (r *resource) addition(path cty.Path, quoted, plain string) (graph.Edit, bool) {
	first, isName := path[0].(cty.GetAttrStep)
	if !isName || len(path) != 1 || strings.HasPrefix(first.Name, "@") || r.loop != nil {
		return graph.Edit{}, false
	}
	p := r.pair.value.find("Properties")
	if p == nil || p.value.kind != mapping || p.value.fn != noFunction || p.value.tag || len(p.value.pairs) == 0 {
		return graph.Edit{}, false
	}
	key, old := p.key, p.value.pairs[0].key
	if old.file != key.file || old.start < key.end() {
		return graph.Edit{}, false
	}
	between := key.file.text[key.end():old.start]
	opening, _, _ := strings.Cut(between, "\n")
	indent := between[strings.LastIndexByte(between, '\n')+1:]
	if !strings.Contains(between, "\n") || strings.Trim(indent, " \t") != "" || strings.Contains(opening, "{") != p.value.flow {
		return graph.Edit{}, false
	}
	text := indent + first.Name + ": " + plain
	if p.value.flow {
		text = indent + `"` + first.Name + `": ` + quoted + ","
	}
	return graph.Edit{Range: key.rng(), Text: text, Below: true}, true
}

// word is a text that YAML takes for a string where it stands without quotes, unless it is one of its other words.
var word = regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)

var otherWords = []string{"TRUE", "FALSE", "YES", "NO", "ON", "OFF", "Y", "N", "NULL"}

// literalTexts are a scalar as JSON writes it, and as YAML may; "" of what is none.
func literalTexts(v cty.Value) (quoted, plain string) {
	if v.IsMarked() || !v.IsKnown() || v.IsNull() {
		return "", ""
	}
	switch v.Type() {
	case cty.Bool:
		quoted = "false"
		if v.True() {
			quoted = "true"
		}
		return quoted, quoted
	case cty.Number:
		quoted = v.AsBigFloat().Text('f', -1)
		return quoted, quoted
	case cty.String:
		text, err := json.Marshal(v.AsString())
		if err != nil {
			return "", ""
		}
		quoted = string(text)
		if word.MatchString(v.AsString()) && !slices.Contains(otherWords, v.AsString()) {
			return quoted, v.AsString()
		}
		return quoted, quoted
	}
	return "", ""
}
