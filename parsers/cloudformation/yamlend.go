package cloudformation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// yamlEnd finds where a node of a YAML file ends: the yaml package tells only where nodes begin.
func (s *source) yamlEnd(n *node, depth int) int32 {
	if n.stop >= 0 {
		return n.stop
	}
	if depth > 2*maxDepth {
		return n.start
	}
	if n.arg != nil && n.arg.start == n.start && n.arg.file == s { // called by a tag
		return s.yamlEnd(n.arg, depth+1)
	}
	if n.kind == null || n.kind == scalar {
		return s.scalarEnd(n)
	}
	last := s.afterTag(n)
	if n.flow && int(last) < len(s.text) {
		last++
	}
	if child := n.last(); child != nil && child.file == s && child.start >= n.start {
		last = max(last, s.yamlEnd(child, depth+1))
	}
	if n.flow {
		return s.bracket(last)
	}
	return last
}

// last is the child that was written last, by its place: merged and aliased ones stand elsewhere.
func (n *node) last() *node {
	if n.kind == sequence {
		for i := len(n.items) - 1; i >= 0; i-- {
			if i == 0 || n.items[i].start > n.items[i-1].start {
				return n.items[i]
			}
		}
		return nil
	}
	for i := len(n.pairs) - 1; i >= 0; i-- {
		p := n.pairs[i]
		if p.key.start < n.start {
			continue
		}
		if p.value.kind == null || p.value.start < p.key.start {
			return p.key
		}
		return p.value
	}
	return nil
}

// bracket is the offset after the bracket that closes a flow collection whose last child ends at the offset.
func (s *source) bracket(at int32) int32 {
	t := s.text
	for i := int(at); i < len(t); i++ {
		switch c := t[i]; {
		case c == ']' || c == '}':
			return int32(i + 1)
		case c == '#':
			end := strings.IndexByte(t[i:], '\n')
			if end < 0 {
				return at
			}
			i += end
		case c == ',' || c == ':' || c == '?' || c == ' ' || c == '\t' || c == '\r' || c == '\n':
		default:
			return at
		}
	}
	return at
}

// afterTag is the offset of the value itself, behind its tag and anchor.
func (s *source) afterTag(n *node) int32 {
	if !n.tag {
		return n.start
	}
	t := s.text
	i := int(n.start)
	for i < len(t) && (t[i] == '!' || t[i] == '&') {
		end := strings.IndexAny(t[i:], " \t\r\n,]}")
		if end < 0 {
			return int32(len(t))
		}
		word := i + end
		if n.flow || n.kind == mapping || n.kind == sequence {
			if b := strings.IndexAny(t[i:word], "[{"); b >= 0 {
				return int32(i + b)
			}
		}
		next := word
		for next < len(t) && strings.IndexByte(" \t\r\n", t[next]) >= 0 {
			next++
		}
		if n.text == "" && n.style == unquoted && n.kind != mapping && n.kind != sequence && (next >= len(t) || t[next] != '!' && t[next] != '&') {
			return int32(word) // nothing follows the tag: a bare !GetAZs
		}
		i = next
	}
	return int32(i)
}

// scalarEnd is the offset after a scalar.
func (s *source) scalarEnd(n *node) int32 {
	t := s.text
	at := int(s.afterTag(n))
	if at >= len(t) {
		return int32(len(t))
	}
	switch n.style {
	case doubleQuoted:
		for i := at + 1; i < len(t); i++ {
			switch t[i] {
			case '\\':
				i++
			case '"':
				return int32(i + 1)
			}
		}
		return int32(len(t))
	case singleQuoted:
		if t[at] != '\'' {
			break // made a string by its tag
		}
		for i := at + 1; i < len(t); i++ {
			if t[i] == '\'' {
				if i+1 < len(t) && t[i+1] == '\'' {
					i++
					continue
				}
				return int32(i + 1)
			}
		}
		return int32(len(t))
	case blockScalar:
		if end := strings.IndexByte(t[at:], '\n'); end >= 0 {
			return int32(max(s.follow(at+end+1, n.text), at+len(strings.TrimRight(t[at:at+end], " \t\r"))))
		}
		return int32(len(t))
	}
	if n.text == "" {
		return int32(at)
	}
	if strings.HasPrefix(t[at:], n.text) {
		return int32(at + len(n.text))
	}
	return int32(s.follow(at, n.text))
}

// follow walks a folded text through the file, whatever white space stands between its words, and gives the offset
// after the last of them.
func (s *source) follow(at int, text string) int {
	t := s.text
	end := at
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		if unicode.IsSpace(r) {
			continue
		}
		for end < len(t) {
			c, n := utf8.DecodeRuneInString(t[end:])
			if c == r {
				at, end = end+n, end+n
				break
			}
			if !unicode.IsSpace(c) && c != '\uFEFF' {
				return at
			}
			end += n
		}
	}
	return at
}
