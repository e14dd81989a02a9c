package report

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// maxSnippet is how many columns of a line are shown.
const maxSnippet = 110

// before is how many columns are shown before the marked text of a line that is too long.
const before = 30

// A snippet is a line of source, fit for a terminal, and the marks below it.
type snippet struct{ text, marks string }

// show makes the snippet of a line with the columns [start, end) marked; both are code points from 1. Tabs become
// four spaces, control characters a dot; a long line is cut around the marks.
func show(line string, start, end int) snippet {
	var cells []string // what is shown for each code point
	for _, r := range line {
		cells = append(cells, cell(r))
	}
	start = min(max(start-1, 0), len(cells))
	end = min(max(end-1, start+1), len(cells))
	first, head := 0, ""
	if columns(cells) > maxSnippet && columns(cells[:start]) > before {
		for first = start; first > 0 && columns(cells[first-1:start]) <= before; first-- {
		}
		head = "…"
	}
	last, tail := len(cells), ""
	if columns(cells[first:]) > maxSnippet {
		shown := 0
		for last = first; last < len(cells) && shown+columns(cells[last:last+1]) <= maxSnippet; last++ {
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

// cell is what a terminal shows for a code point.
func cell(r rune) string {
	switch {
	case r == '\t':
		return "    "
	case unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control):
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
		case unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control):
			return '·'
		}
		return r
	}, text)
}

// count gives a number with its noun: "1 error", "2 errors".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
