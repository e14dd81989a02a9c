package cloudformation

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
)

// jsonReader reads JSON with the place of every value. The yaml package refuses valid JSON (escaped slashes, surrogate
// pairs, long keys), and encoding/json tells neither places nor duplicate keys.
type jsonReader struct {
	src    *source
	text   string
	at     int
	report func(graph.Diagnostic)
	nodes  slab[node]

	pairSlab slab[pair]
	itemSlab slab[*node]
	pairs    []pair  // of the objects that are being read, the innermost last
	items    []*node // of the arrays that are being read
}

// jsonError is where and why the reader gave up.
type jsonError struct {
	at      int
	message string
}

// parseJSON reads a text. Where it breaks off, the error tells why, and the node holds what was read until then.
func parseJSON(src *source, report func(graph.Diagnostic)) (*node, *jsonError) {
	r := &jsonReader{src: src, text: src.text, report: report}
	r.at = len(r.text) - len(strings.TrimPrefix(r.text, "\uFEFF"))
	n, err := r.value(0)
	if err != nil {
		return n, err
	}
	if r.space(); r.at < len(r.text) {
		return n, r.fail("there is more behind the end of the template")
	}
	return n, nil
}

func (r *jsonReader) fail(format string, args ...any) *jsonError {
	return &jsonError{at: r.at, message: fmt.Sprintf(format, args...)}
}

func (r *jsonReader) space() {
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ' ', '\t', '\r', '\n':
			r.at++
		default:
			return
		}
	}
}

// next is the next byte that is not white space; 0 at the end.
func (r *jsonReader) next() byte {
	if r.space(); r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

func (r *jsonReader) node(k kind) *node {
	n := r.nodes.one()
	n.kind, n.file, n.start, n.stop, n.flow = k, r.src, int32(r.at), int32(r.at), true
	return n
}

// value reads one value. It is never nil.
func (r *jsonReader) value(depth int) (*node, *jsonError) {
	c := r.next()
	if depth > maxDepth {
		return r.node(broken), r.fail("this is nested more than %d levels deep", maxDepth)
	}
	switch {
	case c == '{':
		return r.object(depth)
	case c == '[':
		return r.array(depth)
	case c == '"':
		return r.str()
	case c == 0 && r.at >= len(r.text):
		return r.node(broken), r.fail("the text ends where a value should stand")
	}
	n := r.node(scalar)
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n,:]}[{\"", r.text[r.at]) < 0 {
		r.at++
	}
	n.stop, n.text = int32(r.at), r.text[n.start:r.at]
	switch {
	case n.text == "null":
		n.kind, n.text = null, ""
	case n.text == "true" || n.text == "false" || isNumber(n.text):
	default:
		r.at = int(n.start)
		n.kind = broken
		return n, r.fail("%s is no JSON value; texts stand in double quotes", excerpt(r.text[n.start:]))
	}
	return n, nil
}

// excerpt is the beginning of a text, quoted, for a message.
func excerpt(text string) string {
	const most = 20
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		text = text[:i]
	}
	if len(text) > most {
		cut := most
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut] + "…"
	}
	return strconv.Quote(text)
}

// entryDepth is how deep the entries of a section are, such as resources: one below the sections.
const entryDepth = 1

func (r *jsonReader) object(depth int) (*node, *jsonError) {
	n := r.node(mapping)
	r.at++
	from := len(r.pairs)
	var err *jsonError
	for err == nil {
		c := r.next()
		if c == '}' && len(r.pairs) == from {
			break
		}
		if c != '"' {
			err = r.fail("a key in double quotes should stand here")
			break
		}
		var p pair
		if p.key, err = r.str(); err != nil {
			break
		}
		if r.next() != ':' {
			err = r.fail("a colon should stand here, behind the key %q", p.key.text)
			break
		}
		r.at++
		if p.value, err = r.value(depth + 1); err != nil {
			if depth != entryDepth { // half an entry would lack what was written behind the fault
				r.pairs = append(r.pairs, p)
			}
			break
		}
		r.pairs = append(r.pairs, p)
		if c = r.next(); c == '}' {
			break
		}
		if c != ',' {
			err = r.fail("a comma or a closing brace should stand here")
			break
		}
		r.at++
	}
	if err == nil {
		r.at++
	}
	n.stop = int32(r.at)
	n.pairs, r.pairs = kept(&r.pairSlab, r.pairs, from)
	duplicates(n, r.report)
	n.longForm()
	return n, err
}

func (r *jsonReader) array(depth int) (*node, *jsonError) {
	n := r.node(sequence)
	r.at++
	from := len(r.items)
	var err *jsonError
	for err == nil {
		c := r.next()
		if c == ']' && len(r.items) == from {
			break
		}
		var item *node
		item, err = r.value(depth + 1)
		if item.kind != broken {
			r.items = append(r.items, item)
		}
		if err != nil {
			break
		}
		if c = r.next(); c == ']' {
			break
		}
		if c != ',' {
			err = r.fail("a comma or a closing bracket should stand here")
			break
		}
		r.at++
	}
	if err == nil {
		r.at++
	}
	n.stop = int32(r.at)
	n.items, r.items = kept(&r.itemSlab, r.items, from)
	return n, err
}

// kept takes what stands in a stack from an offset on off it, into a slice of its own.
func kept[T any](room *slab[T], stack []T, from int) (own, rest []T) {
	if len(stack) == from {
		return nil, stack
	}
	own = room.some(len(stack) - from)
	copy(own, stack[from:])
	return own, stack[:from]
}

// str reads a string. Line breaks and tabs inside are taken as they are: CloudFormation accepts them.
func (r *jsonReader) str() (*node, *jsonError) {
	n := r.node(scalar)
	n.style = doubleQuoted
	r.at++
	from := r.at
	if end := strings.IndexByte(r.text[from:], '"'); end >= 0 && strings.IndexByte(r.text[from:from+end], '\\') < 0 {
		r.at = from + end + 1
		n.text, n.stop = r.text[from:from+end], int32(r.at)
		return n, nil
	}
	var made []byte
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case '"':
			n.text = r.text[from:r.at]
			if made != nil {
				n.text = string(append(made, n.text...))
			}
			r.at++
			n.stop = int32(r.at)
			return n, nil
		case '\\':
			made = append(made, r.text[from:r.at]...)
			var err *jsonError
			if made, err = r.escape(made); err != nil {
				n.stop = int32(r.at)
				return n, err
			}
			from = r.at
		default:
			r.at++
		}
	}
	r.at = int(n.start)
	n.stop = n.start
	return n, r.fail("the text that begins here has no closing quote")
}

var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escape reads an escape and adds what it stands for.
func (r *jsonReader) escape(out []byte) ([]byte, *jsonError) {
	if r.at+1 < len(r.text) {
		c := r.text[r.at+1]
		if e := escapes[c]; e != 0 {
			r.at += 2
			return append(out, e), nil
		}
		if u, ok := r.unit(r.at); ok {
			r.at += 6
			if utf16.IsSurrogate(u) {
				low, _ := r.unit(r.at)
				if u = utf16.DecodeRune(u, low); u != utf8.RuneError {
					r.at += 6
				}
			}
			return utf8.AppendRune(out, u), nil
		}
	}
	return out, r.fail("this escape does not exist in JSON; a backslash itself is written \\\\")
}

// unit reads the escape \uXXXX at an offset.
func (r *jsonReader) unit(at int) (rune, bool) {
	if at+6 > len(r.text) || r.text[at] != '\\' || r.text[at+1] != 'u' {
		return 0, false
	}
	u, err := strconv.ParseUint(r.text[at+2:at+6], 16, 16)
	return rune(u), err == nil
}

// isNumber tells whether a text is a number as JSON writes them.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	digits := func() bool {
		n := len(s)
		s = strings.TrimLeft(s, "0123456789")
		return len(s) < n
	}
	if len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' || !digits() {
		return false
	}
	if t, ok := strings.CutPrefix(s, "."); ok {
		if s = t; !digits() {
			return false
		}
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		if s = s[1:]; s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		if !digits() {
			return false
		}
	}
	return s == ""
}
