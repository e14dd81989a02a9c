package cloudformation

import (
	"sort"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/graph"
)

// maxDepth is how many mappings and sequences may be nested, which leaves much room: a template given to CloudFormation has
// at most 1 MB.
const maxDepth = 256

// source is the text of a file with the places of its lines.
type source struct {
	name  string
	text  string
	lines []int32 // offset of the first byte of each line

	indices sync.Map // from [wide] to map[string]int: where each key of a mapping of many stands
}

// wide is a mapping of many entries: the first of them, and how many there are.
type wide struct {
	first *pair
	n     int
}

// index tells where each key stands among the entries of a mapping, the last one where it was written twice. Templates are
// read by several stacks at once.
func (s *source) index(pairs []pair) map[string]int {
	of := wide{&pairs[0], len(pairs)}
	if known, ok := s.indices.Load(of); ok {
		return known.(map[string]int)
	}
	index := make(map[string]int, len(pairs))
	for i, p := range pairs {
		index[p.key.text] = i
	}
	s.indices.Store(of, index)
	return index
}

func newSource(name, text string) *source {
	s := &source{name: name, text: text, lines: make([]int32, 1, 1+strings.Count(text, "\n"))}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return s
		}
		i += n + 1
		s.lines = append(s.lines, int32(i))
	}
}

// pos is the place of an offset.
func (s *source) pos(offset int32) graph.Pos {
	offset = min(max(offset, 0), int32(len(s.text)))
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return graph.Pos{Line: line, Byte: int(offset)}
}

func (s *source) rng(start, end int32) graph.Range {
	return graph.Range{File: s.name, Start: s.pos(start), End: s.pos(max(start, end))}
}

// line is the range of a line, counted from 1, without the white space around it.
func (s *source) line(n int) graph.Range {
	n = min(max(n, 1), len(s.lines))
	start, end := int(s.lines[n-1]), len(s.text)
	if n < len(s.lines) {
		end = int(s.lines[n])
	}
	end = start + len(strings.TrimRight(s.text[start:end], " \t\r\n"))
	start = end - len(strings.TrimLeft(s.text[start:end], " \t"))
	return s.rng(int32(start), int32(end))
}
