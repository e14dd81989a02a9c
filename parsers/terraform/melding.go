package terraform

import (
	"bytes"
	"regexp"
)

// maxPieces is how many pieces of plain text may follow each other in a heredoc, a template or a quoted text. The parser
// takes each line for a piece, and each lone dollar and percent sign, and joins them one by one, copying all that it has:
// twice as many take four times as long, and so many a second or two.
const maxPieces = 10_000

// heredocStart is where a heredoc begins, at the end of a line. In a text that is no UTF-8 its word may have signs in it, see
// [spelledOut].
var heredocStart = regexp.MustCompile(`<<-?([\pL_][\pL\pN_-]*|\S*\x{FFFD}.*?)\r?$`)

// tooManyPieces tells whether the texts of a file have more pieces than the parser joins in a moment: one of them more than
// maxPieces, or all together as much work as several of those.
func tooManyPieces(src []byte, in notation) bool {
	if bytes.Count(src, []byte{'\n'})+bytes.Count(src, []byte{'$'})+bytes.Count(src, []byte{'%'}) <= maxPieces {
		return false
	}
	const most = 4 * maxPieces * maxPieces
	work, pieces := 0, 0
	end := "" // the closing word of the heredoc that the line is in
	for line := range bytes.Lines(src) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		inText := in == templateText || end != ""
		if !inText {
			pieces = 0
		}
		if end != "" && string(bytes.TrimSpace(line)) == end {
			end, pieces = "", 0
			continue
		}
		for i, c := range line {
			if c != '$' && c != '%' {
				continue
			}
			if i+1 < len(line) && line[i+1] == '{' {
				pieces = 0
			} else {
				work += 2 * pieces
				pieces++
			}
		}
		if inText {
			work += 2 * pieces
			pieces++
		} else if m := heredocStart.FindSubmatch(line); m != nil && in == configuration {
			end = string(m[1])
		}
		if pieces > maxPieces || work > most {
			return true
		}
	}
	return false
}
