// Package remarks reads what is written for archlint itself in comments: that what is found at a place is meant to be so.
//
//	# archlint:ignore AL101,AL105 one instance on purpose, see ADR-12 until=2027-03-31
//
// The words behind archlint:ignore are names of rules as long as commas join them; what follows is the reason. With
// archlint:ignore-file it is about the whole file. The package knows what a comment says and what it stands at; where
// comments are in a file its callers know, and what a rule is called nobody here does.
package remarks

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Mark is what every remark begins with. A file without it has none.
const Mark = "archlint:ignore"

// longest is how much of a remark is read, in bytes.
const longest = 4 << 10

// wholeFile follows the mark where the remark is about all of the file that it stands in.
const wholeFile = "-file"

// A Remark is one remark in a text. Offsets are in bytes from the start of the text.
type Remark struct {
	Start, End int
	File       bool // it is about the whole file
	Rules      []Word
	Reason     string
	Until      Word // without a text where the remark has no end
}

// A Word is a word of a text with its offset.
type Word struct {
	Text string
	At   int
}

// Find gives the remarks in the text of a comment, its own signs included, in order. A remark begins a line of the
// comment, or follows a further # or //, as where several tools are spoken to; it ends with its line or before the next of
// these.
func Find(text string) []Remark {
	var all []Remark
	for from := 0; from < len(text); {
		i := strings.Index(text[from:], Mark)
		if i < 0 {
			break
		}
		start := from + i
		from = start + len(Mark)
		if !begins(text[:start]) {
			continue
		}
		if r, ok := read(text, start); ok {
			all = append(all, r)
			from = r.End
		}
	}
	return all
}

// begins tells whether what stands before a mark leaves it the first word of a comment or of a line in one.
func begins(before string) bool {
	line := before[strings.LastIndexAny(before, "\r\n")+1:]
	line = strings.TrimRight(line, " \t")
	return line == "" || strings.HasSuffix(line, "#") || strings.HasSuffix(line, "//") || strings.HasSuffix(line, "*")
}

// read reads the remark whose mark stands at an offset; ok is false where the mark is only the beginning of a longer
// word.
func read(text string, start int) (r Remark, ok bool) {
	end := min(len(text), start+longest)
	if i := strings.IndexAny(text[start:end], "\r\n"); i >= 0 {
		end = start + i
	}
	for _, stop := range []string{" # ", " // ", "\t# ", "\t// ", "*/"} {
		if i := strings.Index(text[start:end], stop); i >= 0 {
			end = start + i
		}
	}
	r.Start = start
	r.End = start + len(strings.TrimRight(text[start:end], " \t"))
	at := start + len(Mark)
	if strings.HasPrefix(text[at:r.End], wholeFile) {
		r.File = true
		at += len(wholeFile)
	}
	if at < r.End && text[at] == ':' {
		at++
	}
	if at < r.End && text[at] != ' ' && text[at] != '\t' {
		c := text[at]
		// archlint:ignores is another word; archlint:ignore=AL101 is a remark of which the names cannot be read.
		return r, c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9')
	}
	r.words(text[:r.End], at)
	return r, true
}

// words reads the names of rules, and what follows them.
func (r *Remark) words(text string, at int) {
	joined := true // what comes next is a name
	for joined {
		at = skip(text, at, " \t,")
		end := upTo(text, at, " \t,")
		name := strings.TrimRight(text[at:end], ":")
		if name == "" || strings.HasPrefix(name, until) || strings.Trim(name, "-–—") == "" {
			break
		}
		r.Rules = append(r.Rules, Word{name, at})
		at = skip(text, end, " \t")
		joined = strings.HasPrefix(text[at:], ",")
	}
	var reason []string
	for at < len(text) {
		at = skip(text, at, " \t")
		end := upTo(text, at, " \t")
		if day, ends := strings.CutPrefix(text[at:end], until); ends && r.Until.Text == "" {
			r.Until = Word{strings.TrimRight(day, ".,;"), at + len(until)}
		} else if at < end {
			reason = append(reason, text[at:end])
		}
		at = end
	}
	r.Reason = strings.TrimSpace(strings.TrimLeft(strings.Join(reason, " "), " -–—:,;."))
}

// until begins the word that tells the last day of a remark.
const until = "until="

func skip(text string, at int, set string) int {
	for at < len(text) && strings.IndexByte(set, text[at]) >= 0 {
		at++
	}
	return at
}

// upTo is the offset of the next byte of the set, or the end of the text.
func upTo(text string, at int, set string) int {
	if i := strings.IndexAny(text[at:], set); i >= 0 {
		return at + i
	}
	return len(text)
}

// Ignore makes of a remark what the graph keeps. place gives the range of a stretch of the text.
func (r Remark) Ignore(place func(start, end int) graph.Range) graph.Ignore {
	out := graph.Ignore{Range: place(r.Start, r.End), Reason: r.Reason, File: r.File}
	for _, w := range r.Rules {
		out.Rules = append(out.Rules, graph.Word{Text: w.Text, Range: place(w.At, w.At+len(w.Text))})
	}
	if r.Until.Text != "" {
		out.Until = graph.Word{Text: r.Until.Text, Range: place(r.Until.At, r.Until.At+len(r.Until.Text))}
	}
	return out
}

// An Outline is what a remark may stand at, of one file: its blocks, attributes, entries and elements. They lie within
// each other and never overlap otherwise.
type Outline struct {
	items []item
	bound bool
}

type item struct {
	at     graph.Range
	inner  bool // it is a value or a part of one: a remark may stand anywhere in it
	parent int  // the item around it, -1 where there is none
}

// Add adds a thing that a remark may stand at. A value is written as an expression, so that a remark which stands in it
// and at nothing else is about it; a block is not.
func (o *Outline) Add(at graph.Range, value bool) {
	o.items = append(o.items, item{at: at, inner: value})
	o.bound = false
}

// bind orders the items and finds what each lies in.
func (o *Outline) bind() {
	if o.bound {
		return
	}
	o.bound = true
	slices.SortStableFunc(o.items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.at.Start.Byte, b.at.Start.Byte), cmp.Compare(b.at.End.Byte, a.at.End.Byte))
	})
	around := -1
	for i := range o.items {
		for around >= 0 && o.items[around].at.End.Byte < o.items[i].at.End.Byte {
			around = o.items[around].parent
		}
		o.items[i].parent = around
		around = i
	}
}

// Behind gives what a remark speaks of that stands behind code on its line: what begins on that line, else what ends
// there, else what it stands in; the outermost of those that begin or end there, the innermost of those around it. The
// range is not known where there is nothing.
func (o *Outline) Behind(remark graph.Range) graph.Range {
	o.bind()
	line, p := remark.Start.Line, remark.Start.Byte
	i, _ := slices.BinarySearchFunc(o.items, line, func(it item, line int) int { return cmp.Compare(it.at.Start.Line, line) })
	for i > 0 && o.items[i-1].at.Start.Line == line {
		i--
	}
	if i < len(o.items) && o.items[i].at.Start.Line == line && o.items[i].at.Start.Byte < p {
		return o.items[i].at
	}
	ends, in := -1, -1
	for i := o.before(p); i >= 0; i = o.items[i].parent {
		switch at := o.items[i].at; {
		case at.End.Byte <= p && at.End.Line == line:
			ends = i
		case at.End.Byte > p && in < 0:
			in = i
		}
	}
	switch {
	case ends >= 0:
		return o.items[ends].at
	case in >= 0:
		return o.items[in].at
	}
	return graph.Range{}
}

// Above gives what a remark speaks of that stands before the code of a line, which is 0 where there is none: what begins
// there, the outermost of that, else the value that the remark stands in. The range is not known where there is nothing.
func (o *Outline) Above(remark graph.Range, line int) graph.Range {
	o.bind()
	p := remark.Start.Byte
	if line > 0 {
		i, _ := slices.BinarySearchFunc(o.items, p, func(it item, p int) int { return cmp.Compare(it.at.Start.Byte, p) })
		for ; i < len(o.items) && o.items[i].at.Start.Line <= line; i++ {
			if o.items[i].at.Start.Line == line && o.items[i].at.Start.Byte >= p {
				return o.items[i].at
			}
		}
	}
	for i := o.before(p); i >= 0; i = o.items[i].parent {
		if at := o.items[i].at; at.End.Byte > p {
			if o.items[i].inner {
				return at
			}
			break
		}
	}
	return graph.Range{}
}

// Around gives the innermost thing that a range lies in, or that is the range itself; not known where there is none.
func (o *Outline) Around(r graph.Range) graph.Range {
	o.bind()
	for i := o.before(r.Start.Byte + 1); i >= 0; i = o.items[i].parent {
		if o.items[i].at.Contains(r) {
			return o.items[i].at
		}
	}
	return graph.Range{}
}

// before is the last item that begins before an offset, -1 where there is none.
func (o *Outline) before(p int) int {
	i, _ := slices.BinarySearchFunc(o.items, p, func(it item, p int) int { return cmp.Compare(it.at.Start.Byte, p) })
	for i > 0 && i < len(o.items) && o.items[i-1].at.Start.Byte >= p {
		i--
	}
	return i - 1
}

// In tells whether a text may hold remarks.
func In(text []byte) bool { return bytes.Contains(text, []byte(Mark)) }
