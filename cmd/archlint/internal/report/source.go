package report

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
)

// sources are the files that a report shows, each read once.
type sources struct {
	read  func(string) ([]byte, error)
	files map[string]*source
}

func newSources(read func(string) ([]byte, error)) *sources {
	return &sources{read: read, files: map[string]*source{}}
}

// file gives a file, or nil where it cannot be read.
func (s *sources) file(name string) *source {
	f, ok := s.files[name]
	if !ok {
		if s.read != nil {
			if content, err := s.read(name); err == nil {
				f = newSource(content)
			}
		}
		s.files[name] = f
	}
	return f
}

// A source is a file's content with its lines.
type source struct {
	content []byte
	starts  []int          // of each line, as byte offsets
	posts   map[int][]post // of long lines, counted from 1, that were asked for
	hashes  []string       // of each line, as GitHub computes them; nil until asked
}

// A post tells how many code points of a line stand before an offset.
type post struct{ offset, points int }

// stride is how many bytes stand at most, but for a code point, between two posts of a line. Programs write files of
// megabytes in one line, with thousands of findings, each of which asks for columns.
const stride = 4096

var bom = []byte("\xef\xbb\xbf")

func newSource(content []byte) *source {
	s := &source{content: content, starts: []int{0}, posts: map[int][]post{}}
	if bytes.HasPrefix(content, bom) {
		s.starts[0] = len(bom)
	}
	for i, c := range content {
		if c == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// line gives the text of a line, counted from 1, without its ending; "" where there is no such line.
func (s *source) line(n int) string { return string(s.bytes(n)) }

// bytes is the same without a copy.
func (s *source) bytes(n int) []byte {
	if n < 1 || n > len(s.starts) {
		return nil
	}
	start, end := s.starts[n-1], len(s.content)
	if n < len(s.starts) {
		end = s.starts[n] - 1
	}
	return bytes.TrimSuffix(s.content[start:end], []byte("\r"))
}

// post gives the last post of a line that fits.
func (s *source) post(line int, fits func(post) bool) post {
	text := s.bytes(line)
	if len(text) <= stride {
		return post{offset: s.starts[line-1]}
	}
	posts := s.posts[line]
	if posts == nil {
		for at := (post{}); at.offset < len(text); {
			posts = append(posts, post{s.starts[line-1] + at.offset, at.points})
			for end := min(at.offset+stride, len(text)); at.offset < end; at.points++ {
				_, size := utf8.DecodeRune(text[at.offset:])
				at.offset += size
			}
		}
		s.posts[line] = posts
	}
	return posts[max(sort.Search(len(posts), func(i int) bool { return !fits(posts[i]) })-1, 0)]
}

// around gives what stands near a code point of a line, counted from 0: see there.
func (s *source) around(line, point int) (near string, skipped int, more bool) {
	from := s.post(line, func(p post) bool { return p.points <= point-maxNear })
	text := s.bytes(line)[from.offset-s.starts[line-1]:]
	// The bytes of as many code points as are looked at, with one more that tells whether others follow.
	text = text[:min(len(text), (2*maxNear+2)*utf8.UTFMax+stride)]
	return around(string(text), from.points, point)
}

// at gives the line of a byte offset, and the column in code points; both count from 1.
func (s *source) at(offset int) (line, column int) {
	offset = min(max(offset, s.starts[0]), len(s.content))
	line = sort.SearchInts(s.starts, offset+1)
	from := s.post(line, func(p post) bool { return p.offset <= offset })
	return line, from.points + utf8.RuneCount(s.content[from.offset:offset]) + 1
}

// A region is a range as reports give it: lines and columns from 1, columns in code points, the end column exclusive.
type region struct{ startLine, startColumn, endLine, endColumn int }

// region turns a range into lines and columns. White space at its end is left out, so that a whole line is one line.
// Where the file cannot be read, or is not the one that the range was taken from, the region is the first line of the
// range, with columns of 1. It is zero for an address in a plan, whose lines are for no people.
func (s *sources) region(r graph.Range) region {
	if r.Address != "" {
		return region{}
	}
	f := s.file(r.File)
	coarse := region{max(r.Start.Line, 1), 1, max(r.Start.Line, 1), 1}
	if f == nil {
		return coarse
	}
	start, end := r.Start.Byte, min(r.End.Byte, len(f.content))
	if line, _ := f.at(start); line != r.Start.Line || start > len(f.content) {
		return f.whole(coarse)
	}
	for end > start && bytes.IndexByte([]byte(" \t\r\n"), f.content[end-1]) >= 0 {
		end--
	}
	if end <= start {
		if start == len(f.content) || f.content[start] == '\n' || f.content[start] == '\r' {
			return f.whole(coarse)
		}
		_, size := utf8.DecodeRune(f.content[start:])
		end = start + size
	}
	var out region
	out.startLine, out.startColumn = f.at(start)
	out.endLine, out.endColumn = f.at(end)
	return out
}

// whole widens a region to the text of its first line, without a comment behind it.
func (s *source) whole(r region) region {
	line := s.line(r.startLine)
	text := strings.TrimLeft(line, " \t")
	if text == "" {
		return r
	}
	r.startColumn = utf8.RuneCountInString(line) - utf8.RuneCountInString(text) + 1
	r.endColumn = r.startColumn + utf8.RuneCountInString(uncommented(text))
	return r
}

// uncommented is a line without the comment at its end, which begins with "#" in all languages that have any, behind a
// blank and in no quotes. A line that is a comment is left as it is.
func uncommented(text string) string {
	var quote byte
	for i := range len(text) {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '#' && i > 0 && (text[i-1] == ' ' || text[i-1] == '\t'):
			return strings.TrimRight(text[:i], " \t")
		}
	}
	return strings.TrimRight(text, " \t")
}
