package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// kind is the shape of a node.
type kind uint8

const (
	null kind = iota
	scalar
	mapping
	sequence
	broken // what could not be read: an alias to itself, too deep a nesting
)

// style is how a scalar was written, which decides what it may be and where it ends.
type style uint8

const (
	unquoted style = iota
	singleQuoted
	doubleQuoted
	blockScalar // literal or folded, in YAML
)

// A node is a piece of a template, the same for YAML and JSON. Nodes never change after parsing; an aliased node has
// several parents.
type node struct {
	kind  kind
	style style
	flow  bool     // a mapping or sequence in brackets
	tag   bool     // a YAML tag or anchor stands before the value
	fn    function // the intrinsic function that the node calls, in short or long form
	file  *source
	start int32  // offset of the first byte, tag and anchor included
	stop  int32  // offset after the last byte; negative where it is yet to be found (YAML)
	text  string // of a scalar
	pairs []pair // of a mapping, in the order they were written; merged keys behind
	items []*node
	arg   *node // the argument of the function
}

// pair is an entry of a mapping.
type pair struct {
	key, value *node
}

// get gives the value of a key, or nil. Of a key that was written twice the last one counts.
func (n *node) get(key string) *node {
	if p := n.find(key); p != nil {
		return p.value
	}
	return nil
}

// find gives the entry of a key, or nil.
func (n *node) find(key string) *pair {
	if n == nil || n.kind != mapping {
		return nil
	}
	if len(n.pairs) > manyPairs && n.file != nil {
		if i, ok := n.file.index(n.pairs)[key]; ok {
			return &n.pairs[i]
		}
		return nil
	}
	for i := len(n.pairs) - 1; i >= 0; i-- {
		if n.pairs[i].key.text == key {
			return &n.pairs[i]
		}
	}
	return nil
}

// manyPairs is how many entries a mapping has at most in which a key is looked for one by one.
const manyPairs = 64

// frame is what every resource is looked at for, found in one pass over its entries. Each is nil where it is not written.
type frame struct {
	kind, condition, properties, transform *node // Type, Condition, Properties and Fn::Transform
}

func (n *node) frame() (f frame) {
	if n.kind != mapping {
		return f
	}
	for _, p := range n.pairs {
		switch p.key.text {
		case "Type":
			f.kind = p.value
		case "Condition":
			f.condition = p.value
		case "Properties":
			f.properties = p.value
		case "Fn::Transform":
			f.transform = p.value
		}
	}
	return f
}

// isText tells whether the node is a scalar without a function: a literal.
func (n *node) isText() bool { return n != nil && n.kind == scalar && n.fn == noFunction }

// literal is the text of a literal, and "" of all else.
func (n *node) literal() string {
	if n.isText() {
		return n.text
	}
	return ""
}

// end is the offset after the last byte of the node.
func (n *node) end() int32 {
	if n.stop >= 0 {
		return n.stop
	}
	return n.file.yamlEnd(n, 0)
}

// rng is the whole of the node.
func (n *node) rng() graph.Range { return n.file.rng(n.start, n.end()) }

// rng is the place to show for an entry of a mapping: key and value where the value ends on the line it begins
// on, else the key alone.
func (p *pair) rng() graph.Range {
	keyEnd, end := p.key.end(), p.value.end()
	if p.value.kind == null || p.value.file != p.key.file || p.value.start < keyEnd {
		return p.key.rng()
	}
	at := p.value.start
	if p.value.style == blockScalar || strings.IndexByte(p.key.file.text[at:max(at, end)], '\n') >= 0 {
		return p.key.rng()
	}
	if p.value.kind != scalar && strings.IndexByte(p.key.file.text[keyEnd:at], '\n') >= 0 {
		return p.key.rng()
	}
	return p.key.file.rng(p.key.start, end)
}

// whole is the entry from its key to the end of its value.
func (p *pair) whole() graph.Range {
	if p.value.file != p.key.file || p.value.start < p.key.start {
		return p.key.rng()
	}
	return p.key.file.rng(p.key.start, max(p.key.end(), p.value.end()))
}

// headerLine is the first line of an entry, of which whole is the range.
func (p *pair) headerLine(whole graph.Range) graph.Range {
	text := p.key.file.text
	if i := strings.IndexByte(text[whole.Start.Byte:whole.End.Byte], '\n'); i >= 0 {
		end := len(strings.TrimRight(text[:whole.Start.Byte+i], " \t\r"))
		whole.End = graph.Pos{Line: whole.Start.Line, Byte: max(end, whole.Start.Byte)}
	}
	return whole
}

// firstLine is the node, or what stands of it on its first line.
func (n *node) firstLine() graph.Range {
	r := n.rng()
	text := n.file.text
	if i := strings.IndexByte(text[r.Start.Byte:r.End.Byte], '\n'); i >= 0 {
		end := len(strings.TrimRight(text[:r.Start.Byte+i], " \t\r"))
		r = n.file.rng(n.start, int32(max(end, r.Start.Byte)))
	}
	return r
}
