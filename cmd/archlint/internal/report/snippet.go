package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// maxSnippet is how many columns of a line are shown at most, and minSnippet how many on the narrowest terminal.
const (
	maxSnippet = 110
	minSnippet = 40
)

// before is how many columns are shown before the marked text of a line that is too long.
const before = 30

// A snippet is a line of source, fit for a terminal, and the marks below it.
type snippet struct{ text, marks string }

// show makes the snippet of a line with the columns [start, end) marked; both are code points from 1. Tabs become
// four spaces, control characters a dot; a line that is longer than the space, in columns, is cut around the marks.
func show(line string, start, end, space int) snippet {
	near, skipped, more := around(line, 0, max(start-1, 0))
	return showNear(near, skipped, more, start, end, space)
}

// showNear is the same of what stands near the marks: see around.
func showNear(near string, skipped int, more bool, start, end, space int) snippet {
	var cells []string // what is shown for each code point near the marks
	for _, r := range near {
		cells = append(cells, cell(r))
	}
	start = min(max(start-1-skipped, 0), len(cells))
	end = min(max(end-1-skipped, start+1), len(cells))
	first, head := 0, ""
	if (skipped > 0 || more || columns(cells) > space) && (skipped > 0 || columns(cells[:start]) > before) {
		for first = start; first > 0 && columns(cells[first-1:start]) <= before; first-- {
		}
		head = "…"
	}
	last, tail := len(cells), ""
	if more || columns(cells[first:]) > space {
		shown := 0
		for last = first; last < len(cells) && shown+columns(cells[last:last+1]) <= space; last++ {
			shown += columns(cells[last : last+1])
		}
		tail = "…"
	}
	end = min(end, last)
	text := head + strings.Join(cells[first:last], "") + tail
	indent := columns([]string{head}) + columns(cells[first:start])
	return snippet{
		text:  strings.TrimRight(text, " "),
		marks: strings.Repeat(" ", indent) + strings.Repeat("^", max(columns(cells[start:max(end, start)]), 1)),
	}
}

// maxNear is how many code points on either side of a place may be shown: those that take no column are few among them.
const maxNear = 4 * maxSnippet

// around gives what stands near a code point of a line, counted from 0, how many code points stand before that, and whether
// others follow: a line of a megabyte, as programs write them, is not measured for each finding in it. The line is given from
// its n-th code point on.
func around(line string, n, at int) (near string, skipped int, more bool) {
	from, to := 0, len(line)
	for i := range line {
		if n == at-maxNear {
			from, skipped = i, n
		}
		if n == at+maxNear {
			to, more = i, true
			break
		}
		n++
	}
	return line[from:to], skipped, more
}

// cell is what a terminal shows for a code point.
func cell(r rune) string {
	switch {
	case r == '\t':
		return "    "
	case obeyed(r):
		return "·"
	}
	return string(r)
}

// columns is how many columns of a terminal the text takes.
func columns(cells []string) int {
	n := 0
	for _, c := range cells {
		for _, r := range c {
			switch {
			case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			case width.LookupRune(r).Kind() == width.EastAsianWide || width.LookupRune(r).Kind() == width.EastAsianFullwidth:
				n += 2
			default:
				n++
			}
		}
	}
	return n
}

// plain makes a text fit for one line of a terminal: no control characters, no line ends.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case obeyed(r):
			return '·'
		}
		return r
	}, text)
}

// Plain makes a text fit for one line of a terminal: what a terminal would obey rather than show is a dot, a line end a
// blank.
func Plain(text string) string { return plain(text) }

// obeyed tells whether a terminal, or a page, obeys a code point rather than showing it: control characters, and those that
// turn the direction of writing, by which text is made to look like another ("Trojan Source", CVE-2021-42574).
func obeyed(r rune) bool {
	return r < ' ' || r >= 0x7F && (unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control))
}

// shown writes text of several lines with a dot in the place of each code point that is obeyed rather than shown.
func shown(w io.Writer, text []byte) error {
	_, err := w.Write(bytes.Map(func(r rune) rune {
		if r != '\n' && obeyed(r) {
			return '·'
		}
		return r
	}, text))
	return err
}

// count gives a number with its noun: "1 error", "2 errors".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// wrap breaks a line between words so that none is wider than so many columns, as far as its words allow; further lines
// are indented. A width of 0 breaks nothing. Colours take no space.
func wrap(line string, width, indent int) string {
	if width <= 0 || visible(line) <= width {
		return line
	}
	indent = min(indent, width/2)
	var out strings.Builder
	at := 0 // columns of the present line
	lead := len(line) - len(strings.TrimLeft(line, " "))
	out.WriteString(line[:lead])
	at += lead
	begun := false // whether a word is on the present line
	for _, word := range strings.Split(line[lead:], " ") {
		n := visible(word)
		switch {
		case !begun:
			begun = true
		case at+1+n > width && at+1 > indent: // else a line of its own gives no more space
			out.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			out.WriteByte(' ')
			at++
		}
		out.WriteString(word)
		at += n
	}
	return out.String()
}

// visible is how many columns a text takes whose colours are written in it.
func visible(text string) int {
	n := 0
	for {
		before, rest, ok := strings.Cut(text, "\x1b[")
		n += columns([]string{before})
		if !ok {
			return n
		}
		_, text, _ = strings.Cut(rest, "m")
	}
}
