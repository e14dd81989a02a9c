package gitignore

import (
	"slices"
	"strings"
)

// A glob is a pattern as its parts. Bytes are matched, not characters, as git does.
type glob struct {
	parts []part
	least int // bytes that what matches has at least
}

type part struct {
	kind kind
	char byte      // of one
	set  [4]uint64 // of class: a bit for each byte
}

type kind uint8

const (
	one     kind = iota // one certain byte
	class               // one byte of a set
	name                // "*": any bytes but "/"
	all                 // "**": any bytes
	through             // "**/": nothing, or what follows
	above               // any bytes, and a "/"
)

// maxPattern is how many bytes a pattern may have: no path is longer (PATH_MAX of Linux).
const maxPattern = 4096

// compile gives the parts of a pattern; ok is false of one that can match nothing: a bracket that does not end, a class that
// there is not, or a backslash at the end.
func compile(pattern string) (g glob, ok bool) {
	if len(pattern) > maxPattern {
		return glob{}, false
	}
	literal := true // all that came before, which git compares by itself
	for i := 0; i < len(pattern); {
		switch c := pattern[i]; c {
		case '*':
			end := i
			for end < len(pattern) && pattern[end] == '*' {
				end++
			}
			alone := (literal || pattern[i-1] == '/') && end-i > 1
			switch {
			case alone && end == len(pattern):
				g.add(part{kind: all})
			case alone && pattern[end] == '/':
				if n := len(g.parts); n == 0 || g.parts[n-1].kind != above {
					g.add(part{kind: through})
					g.add(part{kind: above})
				}
				end++
			case alone && strings.HasPrefix(pattern[end:], `\/`):
				g.add(part{kind: all})
			default:
				g.add(part{kind: name})
			}
			i, literal = end, false
			continue
		case '?':
			p := part{kind: class}
			p.set = [4]uint64{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
			g.add(p.without('/'))
			literal = false
		case '[':
			p, end := bracket(pattern, i)
			if end < 0 {
				return glob{}, false
			}
			g.add(p)
			i, literal = end, false
			continue
		case '\\':
			if i++; i == len(pattern) {
				return glob{}, false
			}
			g.add(part{kind: one, char: pattern[i]})
			literal = false
		default:
			g.add(part{kind: one, char: c})
		}
		i++
	}
	return g, true
}

func (g *glob) add(p part) {
	g.parts = append(g.parts, p)
	if p.kind == one || p.kind == class {
		g.least++
	}
}

func (p part) with(from, to byte) part {
	for c := int(from); c <= int(to); c++ {
		p.set[c/64] |= 1 << (c % 64)
	}
	return p
}

func (p part) without(c byte) part {
	p.set[c/64] &^= 1 << (c % 64)
	return p
}

// takes tells whether the part, one or a class, is a byte.
func (p part) takes(c byte) bool {
	if p.kind == one {
		return p.char == c
	}
	return p.set[c/64]&(1<<(c%64)) != 0
}

// classes are the bytes of the named classes, from and to, as those of the C locale.
var classes = map[string][]byte{
	"alnum": {'0', '9', 'A', 'Z', 'a', 'z'}, "alpha": {'A', 'Z', 'a', 'z'}, "blank": {' ', ' ', '\t', '\t'}, "cntrl": {0, 31, 127, 127}, "digit": {'0', '9'}, "graph": {33, 126},
	"lower": {'a', 'z'}, "print": {32, 126}, "punct": {33, '/', ':', '@', '[', '`', '{', '~'}, "space": {'\t', '\r', ' ', ' '}, "upper": {'A', 'Z'}, "xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// bracket reads a bracket expression, and gives where it ends, or -1. A "]" that comes first stands for itself.
func bracket(pattern string, at int) (p part, end int) {
	p.kind = class
	i := at + 1
	negated := i < len(pattern) && (pattern[i] == '!' || pattern[i] == '^')
	if negated {
		i++
	}
	last := -1 // the byte that a range could begin with
	for first := true; ; first = false {
		if i >= len(pattern) {
			return part{}, -1
		}
		c := pattern[i]
		if c == ']' && !first {
			break
		}
		i++
		switch {
		case c == '-' && last >= 0 && i < len(pattern) && pattern[i] != ']':
			to, next, ok := escaped(pattern, i)
			if !ok {
				return part{}, -1
			}
			p, i, last = p.with(byte(last), to), next, -1
			continue
		case c == '[' && i < len(pattern) && pattern[i] == ':':
			length := strings.IndexByte(pattern[i:], ']')
			if length < 0 {
				return part{}, -1
			}
			if inner := pattern[i+1 : i+length]; strings.HasSuffix(inner, ":") {
				ranges, ok := classes[strings.TrimSuffix(inner, ":")]
				if !ok {
					return part{}, -1
				}
				for r := range slices.Chunk(ranges, 2) {
					p = p.with(r[0], r[1])
				}
				i, last = i+length+1, -1
				continue
			}
		case c == '\\':
			var ok bool
			if c, i, ok = escaped(pattern, i-1); !ok {
				return part{}, -1
			}
		}
		p, last = p.with(c, c), int(c)
	}
	if negated {
		for n := range p.set {
			p.set[n] = ^p.set[n]
		}
	}
	return p.without('/'), i + 1
}

// escaped reads a byte, which may have a backslash before it.
func escaped(pattern string, at int) (c byte, next int, ok bool) {
	if pattern[at] == '\\' {
		at++
	}
	if at == len(pattern) {
		return 0, at, false
	}
	return pattern[at], at + 1, true
}

// matches tells how the glob is of a text: of the whole of it, and of what stands before a "/" in it. The work is bounded by
// the lengths of both, multiplied.
func (g glob) matches(text string) (whole, before bool) {
	if len(text) < g.least {
		return false, false
	}
	s := states{g: g, seen: make([]int, len(g.parts)+1)}
	s.enter(0, 0)
	for i := range len(text) {
		now := s.now
		before = before || text[i] == '/' && slices.Contains(now, len(g.parts))
		s.now = s.spare[:0]
		for _, at := range now {
			s.step(at, i, text[i])
		}
		if s.spare = now; len(s.now) == 0 {
			return false, before
		}
	}
	return slices.Contains(s.now, len(g.parts)), before
}

// states are the parts that a text may have come to, each once.
type states struct {
	g          glob
	now, spare []int
	seen       []int // for each part, how many bytes had been read, and one more, when it was last come to
}

// enter comes to a part, and to those behind it that nothing need be read for.
func (s *states) enter(at, read int) {
	if s.seen[at] > read {
		return
	}
	s.seen[at] = read + 1
	s.now = append(s.now, at)
	if at == len(s.g.parts) {
		return
	}
	switch s.g.parts[at].kind {
	case name, all:
		s.enter(at+1, read)
	case through:
		s.enter(at+1, read)
		s.enter(at+2, read)
	}
}

// step reads a byte at a part.
func (s *states) step(at, read int, c byte) {
	if at == len(s.g.parts) {
		return
	}
	switch p := s.g.parts[at]; p.kind {
	case one, class:
		if p.takes(c) {
			s.enter(at+1, read+1)
		}
	case name:
		if c != '/' {
			s.enter(at, read+1)
		}
	case all:
		s.enter(at, read+1)
	case above:
		s.enter(at, read+1)
		if c == '/' {
			s.enter(at+1, read+1)
		}
	}
}
