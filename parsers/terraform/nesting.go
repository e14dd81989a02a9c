package terraform

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/archlint/archlint/parsers/weight"
)

// maxNesting is how deep brackets, conditionals, operators and template directives may stand within each other.
const maxNesting = 1_000

// A notation is what a text is written in.
type notation uint8

const (
	configuration notation = iota
	jsonText
	templateText
)

// nestsTooDeeply tells whether a text would make the parser recurse too deeply: hcl has no bound of its own, and a
// stack that overflows cannot be caught.
//
// Most texts are done with at the first glance: they have too few bytes that open anything.
func nestsTooDeeply(src []byte, in notation) bool {
	opening := 0
	for _, c := range []byte("([{?!-") {
		opening += bytes.Count(src, []byte{c})
	}
	if opening <= maxNesting {
		return false
	}
	if in != jsonText && !utf8.Valid(src) {
		if weight.TooHeavy(src) {
			return false // it is refused for that
		}
		var ok bool
		if src, ok = spelledOut(src, in); !ok {
			return true
		}
	}
	n := nesting{src: src, json: in == jsonText}
	if in == templateText {
		n.push(inTemplate)
	}
	for n.at < len(n.src) && !n.failed {
		if kind := n.text(); kind != 0 {
			n.skipOver(&ofText)
			if n.at < len(n.src) {
				n.inText(kind)
			}
			continue
		}
		if n.top() != inOperator {
			n.skipOver(&ofCode)
		}
		if n.at < len(n.src) {
			n.inCode()
		}
	}
	return n.failed
}

// spelledOut gives a text that is no UTF-8 as hcl's scanner takes it, with as many bytes: to that, the first byte of a letter is
// the whole letter, whatever the bytes are that follow, a quote or a bracket even. ok is false of a text whose heredocs cannot
// be told.
func spelledOut(src []byte, in notation) (out []byte, ok bool) {
	scan := hclsyntax.LexConfig
	if in == templateText {
		scan = hclsyntax.LexTemplate
	}
	tokens, _ := scan(src, "", hcl.InitialPos)
	out = bytes.Clone(src)
	for _, t := range tokens {
		if utf8.Valid(t.Bytes) {
			continue
		}
		switch t.Type {
		case hclsyntax.TokenIdent:
			copy(out[t.Range.Start.Byte:t.Range.End.Byte], bytes.Repeat([]byte{'x'}, len(t.Bytes)))
		case hclsyntax.TokenOHeredoc:
			return nil, false
		}
	}
	return out, true
}

// The bytes that mean something in texts and in code.
var ofText, ofCode = bytesOf("\\\"\n$%"), bytesOf("#/\n\"<([{)]}?,-!")

func bytesOf(s string) (set [256]bool) {
	for i := range len(s) {
		set[s[i]] = true
	}
	return set
}

// skipOver goes on to the next byte of the set.
func (n *nesting) skipOver(set *[256]bool) {
	i := n.at
	for i < len(n.src) && !set[n.src[i]] {
		i++
	}
	n.at = i
}

// What can be open. Brackets stand for themselves.
const (
	inQuotes    = '"'
	inHeredoc   = '<'
	inTemplate  = 't' // the text of a whole template
	inDirective = '%' // between %{if} or %{for} and its end
	inSequence  = 'i' // ${ or %{
	inChoice    = '?'
	inOperator  = '-'
)

// A nesting follows what is open at a place in a text.
type nesting struct {
	src    []byte
	at     int
	json   bool
	stack  []byte
	ends   []string // the closing words of open heredocs
	failed bool
}

func (n *nesting) push(c byte) {
	n.stack = append(n.stack, c)
	n.failed = n.failed || len(n.stack) > maxNesting
}

func (n *nesting) top() byte {
	if len(n.stack) == 0 {
		return 0
	}
	return n.stack[len(n.stack)-1]
}

func (n *nesting) pop() { n.stack = n.stack[:len(n.stack)-1] }

// drop leaves what is open at the top, as long as it is of these kinds.
func (n *nesting) drop(kinds string) {
	for len(n.stack) > 0 && strings.IndexByte(kinds, n.top()) >= 0 {
		n.pop()
	}
}

// text is the kind of text that stands here, 0 for code.
func (n *nesting) text() byte {
	for i := len(n.stack) - 1; i >= 0; i-- {
		switch c := n.stack[i]; c {
		case inDirective:
		case inQuotes, inHeredoc, inTemplate:
			return c
		default:
			return 0
		}
	}
	return 0
}

// inCode takes one token, or a byte of one.
func (n *nesting) inCode() {
	c := n.src[n.at]
	n.at++
	switch {
	case c == '#' && !n.json, c == '/' && n.next("/") && !n.json:
		n.skipPast("\n")
		n.endLine()
	case c == '/' && n.next("*") && !n.json:
		n.skipPast("*/")
	case c == '\n':
		n.endLine()
	case c == '"':
		n.drop(string(inOperator))
		n.push(inQuotes)
	case c == '<' && n.next("<") && !n.json:
		n.heredoc()
	case c == '(' || c == '[' || c == '{':
		n.push(c)
	case c == ')' || c == ']' || c == '}':
		n.close(c)
	case c == '?':
		n.push(inChoice)
	case c == ',':
		n.drop("?-")
	case c == '-' || c == '!':
		n.push(inOperator)
	case c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80:
		n.drop(string(inOperator))
	}
}

func (n *nesting) next(s string) bool { return bytes.HasPrefix(n.src[n.at:], []byte(s)) }

func (n *nesting) skipPast(end string) {
	if i := bytes.Index(n.src[n.at:], []byte(end)); i >= 0 {
		n.at += i + len(end)
	} else {
		n.at = len(n.src)
	}
}

// endLine ends an expression, unless it stands in brackets in which line ends mean nothing.
func (n *nesting) endLine() {
	for i := len(n.stack) - 1; i >= 0; i-- {
		switch n.stack[i] {
		case inChoice, inOperator:
			continue
		case '{':
		default:
			return
		}
		break
	}
	n.drop("?-")
}

// close leaves a bracket, if it is the one that is open, and what ends with it.
func (n *nesting) close(c byte) {
	n.drop("?-")
	open := map[byte]string{')': "(", ']': "[", '}': "{" + string(rune(inSequence))}[c]
	if len(n.stack) > 0 && strings.IndexByte(open, n.top()) >= 0 {
		n.pop()
	}
	if n.text() == 0 {
		n.drop(string(inOperator))
	}
}

// heredoc enters a heredoc where one begins.
func (n *nesting) heredoc() {
	line := n.src[n.at+1:]
	i := bytes.IndexByte(line, '\n')
	if i < 0 {
		return
	}
	word := strings.TrimSuffix(strings.TrimPrefix(string(line[:i]), "-"), "\r")
	if word == "" || strings.ContainsAny(word, " \t\"'(){}[],=") {
		return
	}
	n.at += 1 + i + 1
	n.ends = append(n.ends, word)
	n.push(inHeredoc)
	n.startLine()
}

// startLine leaves the heredoc if the line that begins here is its closing word.
func (n *nesting) startLine() {
	line := n.src[n.at:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if end := len(n.ends) - 1; string(bytes.TrimSpace(line)) == n.ends[end] {
		n.drop(string(inDirective))
		n.pop()
		n.ends = n.ends[:end]
		n.at += len(line)
	}
}

// inText takes one byte of a text, or the start of a template sequence in it.
func (n *nesting) inText(kind byte) {
	c := n.src[n.at]
	switch {
	case c == '\\' && kind == inQuotes:
		n.at += 2
	case c == '"' && kind == inQuotes:
		n.at++
		n.drop(string(inDirective))
		n.pop()
	case n.json:
		n.at++
	case c == '\n' && kind == inHeredoc:
		n.at++
		n.startLine()
	case n.next("$${") || n.next("%%{"):
		n.at += 3
	case n.next("${"):
		n.at += 2
		n.push(inSequence)
	case n.next("%{"):
		n.at += 2
		n.directive()
	default:
		n.at++
	}
}

// directive enters %{ … }, and what stands between it and its end.
func (n *nesting) directive() {
	word := bytes.TrimLeft(n.src[n.at:min(n.at+64, len(n.src))], "~ \t\r\n")
	switch {
	case bytes.HasPrefix(word, []byte("end")):
		if n.top() == inDirective {
			n.pop()
		}
	case bytes.HasPrefix(word, []byte("if")) || bytes.HasPrefix(word, []byte("for")):
		n.push(inDirective)
	}
	n.push(inSequence)
}
