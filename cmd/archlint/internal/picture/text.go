package picture

import "strings"

// The sizes of letters, in pixels.
const (
	large  = 13 // names of boxes
	small  = 11 // everything else
	titles = 15 // names of units
)

// widths are those of the letters of a sans-serif face from the space on, in thousandths of its size. They are those of the
// widest of the faces that systems show by default, so that no text runs out of its box.
var widths = [...]int{
	290, 330, 420, 660, 640, 880, 740, 250, 360, 360, 470, 640, 290, 370, 290, 390, // space to /
	620, 620, 620, 620, 620, 620, 620, 620, 620, 620, 290, 290, 640, 640, 640, 540, // 0 to ?
	980, 700, 700, 740, 760, 660, 620, 790, 780, 310, 560, 700, 610, 900, 780, 810, // @ to O
	680, 810, 710, 680, 660, 750, 690, 980, 680, 660, 650, 360, 390, 360, 640, 560, // P to _
	410, 590, 630, 560, 630, 590, 360, 630, 620, 280, 290, 570, 280, 930, 620, 620, // ` to o
	630, 630, 410, 540, 390, 620, 560, 800, 560, 560, 520, 380, 310, 380, 640, // p to ~
}

// width is about how wide a text is, in pixels; bold letters are wider.
func width(text string, size int, bold bool) int {
	sum := 0
	for _, c := range text {
		switch i := int(c) - ' '; {
		case i >= 0 && i < len(widths):
			sum += widths[i]
		case c > 0x2e7f: // ideographs and signs
			sum += 1050
		default:
			sum += 680
		}
	}
	if bold {
		sum = sum * 117 / 100
	}
	return (sum*size + 999) / 1000
}

// fit shortens a text to a width, in pixels: its end gives way to an ellipsis.
func fit(text string, size int, bold bool, most int) string {
	if width(text, size, bold) <= most {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // the most that fits
	for low < high {
		mid := (low + high + 1) / 2
		if width(string(runes[:mid])+"…", size, bold) <= most {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return "…"
	}
	return strings.TrimRight(string(runes[:low]), " -_·,") + "…"
}
