// Package weight tells before a text is parsed how large its syntax would be. Parsers keep some hundred bytes for each word
// and sign, so that a file of a size that may well be read can take more memory than there is.
package weight

import "fmt"

// Most is how many words and signs a text may have: the syntax of so many takes less than half a GiB, and the largest
// template that CloudFormation takes, of 1 MB, has fewer.
const Most = 1 << 20

// Refusal says why a text is not read.
var Refusal = fmt.Sprintf("it has more than %d words and signs and is not read: split it", Most)

// TooHeavy tells whether a text has more than [Most] words and signs. Bytes that are no letters, digits or blanks count
// each, in texts and comments too.
func TooHeavy[T string | []byte](text T) bool {
	if len(text) <= Most {
		return false
	}
	n, inWord := 0, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			inWord = false
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80:
			if !inWord {
				n++
			}
			inWord = true
		default:
			n++
			inWord = false
		}
	}
	return n > Most
}
