package report

import "github.com/archlint/archlint/rules"

// A painter colours words for a terminal, or leaves them as they are.
type painter bool

func (p painter) code(code, word string) string {
	if !p || word == "" {
		return word
	}
	return "\x1b[" + code + "m" + word + "\x1b[0m"
}

// level gives a word the colour of a level: red, yellow, cyan.
func (p painter) level(l rules.Level, word string) string {
	return p.code([...]string{rules.Note: "1;36", rules.Warning: "1;33", rules.Error: "1;31"}[l], word)
}

func (p painter) strong(word string) string { return p.code("1", word) }
func (p painter) dim(word string) string    { return p.code("2", word) }
func (p painter) good(word string) string   { return p.code("32", word) }
