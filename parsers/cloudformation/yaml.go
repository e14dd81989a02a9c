package cloudformation

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
	"go.yaml.in/yaml/v3"
)

// yamlReader turns the nodes of the yaml package into ours.
type yamlReader struct {
	src       *source
	report    func(graph.Diagnostic)
	starts    []int32 // offset of each line as YAML counts them
	ascii     bool
	line      int   // the line of the last place asked for, from 0
	column    int   // characters into it
	offset    int32 // the same as an offset
	converted map[*yaml.Node]*node
	tagged    bool // a tag of another tool was told of
	nodes     slab[node]
	pairSlab  slab[pair]
	itemSlab  slab[*node]
}

// parseYAML reads the first document. What cannot be read is told to report; the node is nil where nothing could be.
func parseYAML(src *source, report func(graph.Diagnostic)) *node {
	first, second, err := decodeYAML(src.text)
	if err != nil {
		r := graph.Range{File: src.name}
		if line := problemLine(src.text, err); line > 0 {
			r = src.line(line)
		}
		report(graph.Diagnostic{Severity: graph.Error, Range: r, Message: "this is not valid YAML: " + errorText(err) + "; mend it and run again"})
		return nil
	}
	if first == nil || len(first.Content) == 0 {
		return nil
	}
	r := &yamlReader{src: src, report: report, ascii: isASCII(src.text)}
	r.starts = yamlLines(src, r.ascii)
	n := r.convert(first.Content[0], 0)
	if second != nil && len(second.Content) > 0 && second.Content[0].Tag != "!!null" {
		report(graph.Diagnostic{Severity: graph.Error, Range: src.line(second.Content[0].Line),
			Message: "a template is one YAML document and this begins another, which is not read; put it into a file of its own"})
	}
	return n
}

// decodeYAML gives the first two documents of a text. The yaml package recovers from its own errors only; a panic of
// another kind is its fault and counts as an error here.
func decodeYAML(text string) (first, second *yaml.Node, err error) {
	defer func() {
		if e := recover(); e != nil {
			first, second, err = nil, nil, fmt.Errorf("the YAML reader failed: %v", e)
		}
	}()
	first = &yaml.Node{}
	begin := strings.TrimLeft(text, "\uFEFF \t\r\n")
	if !strings.Contains(text, "\n---") && !strings.Contains(text, "\n...") && !strings.HasPrefix(begin, "{") { // one document: the quicker way
		err = yaml.Unmarshal([]byte(text), first)
		return first, nil, err
	}
	d := yaml.NewDecoder(strings.NewReader(text))
	switch err = d.Decode(first); {
	case errors.Is(err, io.EOF):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	}
	second = &yaml.Node{}
	switch err = d.Decode(second); {
	case errors.Is(err, io.EOF):
		return first, nil, nil
	case err != nil:
		return nil, nil, err
	}
	return first, second, nil
}

var lineInError = regexp.MustCompile(`line (\d+): `)

// problemLine is the line where a text stops being YAML, or 0 where that is not known. The yaml package tells where the
// construct begins that it could not finish, and counts some lines from 0: so look for the shortest beginning of the
// text that fails in the same way.
func problemLine(text string, err error) int {
	said, message := errorLine(err), errorText(err)
	const large = 1 << 20
	if len(text) > large || strings.Contains(message, "end of stream") {
		return said
	}
	lines := strings.SplitAfter(text, "\n")
	fails := func(n int) bool {
		_, _, err := decodeYAML(strings.Join(lines[:n], ""))
		return err != nil && errorText(err) == message
	}
	// It is mostly near: look there first, and ever farther, since each look reads all that stands before.
	low, high := 0, len(lines)
	for at, step := min(max(said-1, 1), high), 1; at < high; at, step = at+step, 2*step {
		if fails(at) {
			high = at
			break
		}
		low = at
	}
	for low+1 < high {
		if middle := (low + high) / 2; fails(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// errorLine is the line that an error of the yaml package names, or 0.
func errorLine(err error) int {
	if m := lineInError.FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// errorText is an error of the yaml package without what a diagnostic says already.
func errorText(err error) string {
	return lineInError.ReplaceAllString(strings.TrimPrefix(err.Error(), "yaml: "), "")
}

func isASCII(text string) bool {
	const word = 8 // bytes looked at together
	i := 0
	for ; i+word <= len(text); i += word {
		w := text[i : i+word]
		if w[0]|w[1]|w[2]|w[3]|w[4]|w[5]|w[6]|w[7] >= utf8.RuneSelf {
			return false
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// yamlLines are the offsets of the lines as YAML counts them: it also breaks lines at lone carriage returns, NEL and
// the separators of Unicode.
func yamlLines(src *source, ascii bool) []int32 {
	t := src.text
	if ascii && strings.Count(t, "\r") == strings.Count(t, "\r\n") {
		return src.lines
	}
	starts := []int32{0}
	for i := 0; i < len(t); {
		size := 1
		switch c := t[i]; {
		case c == '\r' && i+1 < len(t) && t[i+1] == '\n':
			i++
			fallthrough
		case c == '\n' || c == '\r':
			starts = append(starts, int32(i+1))
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(t[i:])
			if r == '\u0085' || r == '\u2028' || r == '\u2029' {
				starts = append(starts, int32(i+size))
			}
		}
		i += size
	}
	return starts
}

// at is the offset of a line and column, both from 1, columns being characters. Nodes come in the order they were
// written, so that each line is walked once.
func (r *yamlReader) at(line, column int) int32 {
	if line < 1 || line > len(r.starts) || column < 1 {
		return int32(len(r.src.text))
	}
	if line--; line != r.line || column-1 < r.column || r.offset == 0 {
		r.line, r.column, r.offset = line, 0, r.starts[line]
		if line == 0 && strings.HasPrefix(r.src.text, "\uFEFF") {
			r.offset = int32(len("\uFEFF"))
		}
	}
	t := r.src.text
	if r.ascii {
		r.offset = min(r.offset+int32(column-1-r.column), int32(len(t)))
		r.column = column - 1
		return r.offset
	}
	for r.column < column-1 && int(r.offset) < len(t) {
		_, size := utf8.DecodeRuneInString(t[r.offset:])
		r.offset += int32(size)
		r.column++
	}
	return r.offset
}

// resourceDepth is how deep a resource stands: in a section of the template.
const resourceDepth = 2

// convert gives our node of a YAML node and all below it.
func (r *yamlReader) convert(y *yaml.Node, depth int) (made *node) {
	if y.Kind == yaml.AliasNode {
		return r.alias(y, depth)
	}
	n := r.nodes.one()
	n.file, n.start, n.stop = r.src, r.at(y.Line, y.Column), -1
	if y.Anchor != "" {
		if r.converted == nil {
			r.converted = map[*yaml.Node]*node{}
		}
		r.converted[y] = nil // an alias inside is an alias to itself
		defer func() { r.converted[y] = made }()
	}
	if depth > maxDepth {
		n.kind, n.stop = broken, n.start
		r.report(graph.Diagnostic{Severity: graph.Error, Range: r.src.rng(n.start, n.start),
			Message: fmt.Sprintf("this is nested more than %d levels deep and is not read", maxDepth)})
		return n
	}
	explicit := y.Style&yaml.TaggedStyle != 0 || y.Anchor != ""
	n.tag = explicit
	n.flow = y.Style&yaml.FlowStyle != 0
	switch y.Kind {
	case yaml.MappingNode:
		n.kind = mapping
		r.pairs(n, y, depth)
	case yaml.SequenceNode:
		n.kind = sequence
		n.items = r.itemSlab.some(len(y.Content))
		for i, c := range y.Content {
			n.items[i] = r.convert(c, depth+1)
		}
	default:
		r.scalar(n, y)
	}
	if depth == resourceDepth {
		n.stop = r.src.yamlEnd(n, 0) // each will be asked for its end, and now all of it is at hand
	}
	if strings.HasPrefix(y.Tag, "!") && !strings.HasPrefix(y.Tag, "!!") && y.Tag != "!" {
		return r.call(n, y)
	}
	return n
}

// call makes of a value with a tag the call of a function.
func (r *yamlReader) call(arg *node, y *yaml.Node) *node {
	n := r.nodes.one()
	*n = *arg
	n.fn, n.arg = shortForm(y.Tag), arg
	switch {
	case n.fn != fnUnknown:
	case longForm(y.Tag[1:]) == fnUnknown:
		r.report(graph.Diagnostic{Severity: graph.Info, Range: r.src.rng(n.start, n.start+int32(len(y.Tag))),
			Message: "rain replaces " + y.Tag + " before the template is deployed; its value is taken as not known"})
	default:
		r.report(graph.Diagnostic{Severity: graph.Warning, Range: r.src.rng(n.start, n.start+int32(len(y.Tag))),
			Message: "CloudFormation has no function " + y.Tag + "; its value is taken as not known"})
	}
	return n
}

func (r *yamlReader) alias(y *yaml.Node, depth int) *node {
	if n, seen := r.converted[y.Alias]; n != nil {
		return n
	} else if y.Alias != nil && !seen && y.Alias.Anchor != "" && y.Alias.Kind != yaml.AliasNode {
		return r.convert(y.Alias, depth)
	}
	at := r.at(y.Line, y.Column)
	n := r.nodes.one()
	*n = node{kind: broken, file: r.src, start: at, stop: at}
	r.report(graph.Diagnostic{Severity: graph.Error, Range: r.src.rng(at, at+1+int32(len(y.Value))),
		Message: "the alias *" + y.Value + " stands inside the anchor that it means, and is not read"})
	return n
}

func (r *yamlReader) scalar(n *node, y *yaml.Node) {
	n.kind, n.text = scalar, y.Value
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		n.style = doubleQuoted
	case y.Style&yaml.SingleQuotedStyle != 0:
		n.style = singleQuoted
	case y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		n.style = blockScalar
	case y.Tag == "!!null":
		n.kind = null
	case y.Tag == "!!str" && n.tag && y.Style&yaml.TaggedStyle != 0:
		n.style = singleQuoted // a tag says that it is a string, as quotes would
	}
}

// pairs fills a mapping: its own entries, then what merge keys bring that it has not itself.
func (r *yamlReader) pairs(n *node, y *yaml.Node, depth int) {
	n.pairs = r.pairSlab.some(len(y.Content) / 2)[:0]
	var merged []*node
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, value := r.convert(y.Content[i], depth+1), r.convert(y.Content[i+1], depth+1)
		if y.Content[i].Tag == "!!merge" {
			merged = append(merged, value)
			continue
		}
		if start := int(n.start); key.kind == mapping && key.flow && hasTag(r.src.text[start:min(len(r.src.text), start+longestForeign)]) {
			r.tag(n)
			return
		}
		if key.kind == broken && hasTag(key.text) {
			key.kind = scalar
		}
		if key.kind != scalar && key.kind != null {
			r.report(graph.Diagnostic{Severity: graph.Error, Range: key.rng(), Message: "a key must be a plain text; this entry is not read"})
			continue
		}
		n.pairs = append(n.pairs, pair{key, value})
	}
	duplicates(n, r.report)
	for _, m := range merged {
		if m.kind == sequence {
			for _, one := range m.items {
				n.merge(one)
			}
			continue
		}
		n.merge(m)
	}
	n.longForm()
}

// tag makes of a mapping whose key is one, as {{ name }} reads in YAML, a value that another tool puts there.
func (r *yamlReader) tag(n *node) {
	start, end, _ := findTag(r.src.text, int(n.start))
	n.kind, n.pairs, n.text = broken, nil, r.src.text[start:end]
	if r.tagged {
		return
	}
	r.tagged = true
	r.report(graph.Diagnostic{Severity: graph.Info, Range: r.src.rng(int32(start), int32(end)), Message: n.text +
		" is no value: another tool must put something in its place before the template is deployed, so that it is taken as not known"})
}

// merge adds the entries of another mapping whose keys are not there yet.
func (n *node) merge(from *node) {
	if from.kind != mapping {
		return
	}
	have := make(map[string]bool, len(n.pairs))
	for _, p := range n.pairs {
		have[p.key.text] = true
	}
	for _, p := range from.pairs {
		if !have[p.key.text] {
			n.pairs = append(n.pairs, p)
		}
	}
}

// longForm marks a mapping of one key as the call of a function, if it is one.
func (n *node) longForm() {
	if len(n.pairs) == 1 {
		if n.fn = longForm(n.pairs[0].key.text); n.fn != noFunction {
			n.arg = n.pairs[0].value
		}
	}
}

// duplicates reports keys that were written more than once.
func duplicates(n *node, report func(graph.Diagnostic)) {
	tell := func(k *node) {
		report(graph.Diagnostic{Severity: graph.Warning, Range: k.rng(),
			Message: fmt.Sprintf("the key %q is written twice here and the last one counts; remove one", k.text)})
	}
	const few = 8
	if len(n.pairs) <= few {
		for i := range n.pairs {
			for j := range i {
				if n.pairs[i].key.text == n.pairs[j].key.text {
					tell(n.pairs[i].key)
					break
				}
			}
		}
		return
	}
	seen := make(map[string]bool, len(n.pairs))
	for i := range n.pairs {
		k := n.pairs[i].key
		if seen[k.text] {
			tell(k)
		}
		seen[k.text] = true
	}
}
