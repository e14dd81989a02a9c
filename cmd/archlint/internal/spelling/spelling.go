// Package spelling ends errors about words that are not legal: with the one that was likely meant, or else with what to
// do.
package spelling

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
)

// Near gives the legal word that was most likely meant, or "" where none is near. What a legal word begins with is near it.
func Near(word string, legal []string) string {
	const enough = 3 // letters that a beginning must have
	best, least := "", len(word)/3+2
	for _, l := range legal {
		d := levenshtein.Distance(strings.ToLower(word), strings.ToLower(l), nil)
		if len(word) >= enough && strings.HasPrefix(strings.ToLower(l), strings.ToLower(word)) {
			d = min(d, 1)
		}
		if d < least {
			best, least = l, d
		}
	}
	return best
}

// Hint is the end of an error about a word that is not legal: the nearest that is, or else what to do.
func Hint(word string, legal []string, otherwise string) string {
	if n := Near(word, legal); n != "" {
		return fmt.Sprintf("; did you mean %s?", n)
	}
	return "; " + otherwise
}

// Alternatives lists words: "a, b or c".
func Alternatives(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
