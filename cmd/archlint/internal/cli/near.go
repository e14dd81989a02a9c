package cli

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
)

// near gives the legal word that was most likely meant, or "" where none is near.
func near(word string, legal []string) string {
	best, least := "", len(word)/3+2
	for _, l := range legal {
		if d := levenshtein.Distance(strings.ToLower(word), strings.ToLower(l), nil); d < least {
			best, least = l, d
		}
	}
	return best
}

// hint is the end of an error about a word that is not legal: the nearest that is, or else what to do.
func hint(word string, legal []string, otherwise string) string {
	if n := near(word, legal); n != "" {
		return fmt.Sprintf("; did you mean %s?", n)
	}
	return "; " + otherwise
}
