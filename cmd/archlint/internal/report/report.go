// Package report writes what came of a run: as text for people, as JSON for programs, as SARIF for code scanning, in the
// formats of continuous integration; and the rules' pages and the resource graph.
//
// It decides nothing: what is a finding, and how grave, has been decided before. Every writer gives the same bytes for
// the same result and options.
package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Options are what a writer must know besides the result. The zero value is fit for use.
type Options struct {
	Version string // of archlint, without a leading v; "" is a development build

	// Read gives the content of a file by its path as it is shown. A file that it cannot give is reported without its
	// lines.
	Read func(file string) ([]byte, error)

	// Dir is the absolute directory that relative paths start from, and Root the absolute directory of the repository,
	// which the paths of every format but text and JSON are relative to.
	Dir, Root string

	// Real gives an absolute path without symbolic links, which a repository shows no lines of; nil follows none.
	Real func(string) string

	// Link gives the address of a line in the browser, by the file's path from Root; nil, or "", where there is none.
	// Markdown only.
	Link func(file string, line int) string

	// Examples gives the examples for a rule's page; nil gives none. SARIF only.
	Examples func(*rules.Rule) []Example

	Category string   // tells several analyses of one commit apart; SARIF and Markdown only
	Review   *Reviews // what is to follow the findings, if it is not nil; Markdown only
	Color    bool     // text only
	Width    int      // columns of the terminal that the text goes to; 0 is none, and no line is wrapped; text only
	Verbose  bool     // abstentions with their reasons, and the mildest diagnostics; text only
	// ShowIgnored writes the findings that the source says to ignore, too, with the reason. SARIF, JSON and text only.
	ShowIgnored bool
	Elapsed     time.Duration // how long the run took; 0 is not told; text and JUnit only
}

// A Writer writes a result in one format.
type Writer func(io.Writer, rules.Result, Options) error

// homepage is where archlint is found.
const homepage = "https://github.com/archlint/archlint"

// placed gives the place in the repository where a finding is shown, and its text. A file outside cannot be shown, so
// such a finding goes to the call that leads there; where none does, it stays where it is.
func (o Options) placed(f *rules.Finding) (at graph.Range, text string) {
	at, text = f.Range, f.Text()
	if _, in := o.within(at.File); in {
		return at, text
	}
	// The innermost call that stands in the repository is the nearest to the cause.
	for _, c := range slices.Backward(f.Calls) {
		if _, in := o.within(c.Range.File); in {
			return c.Range, text + fmt.Sprintf(" (in %s, called here, at %s:%d)", c.Address, at.File, at.Start.Line)
		}
	}
	return at, text
}

// byLevel orders findings by level, the gravest first, and leaves the order of equals as it is.
func byLevel(all []*rules.Finding) []*rules.Finding {
	return slices.SortedStableFunc(slices.Values(all), func(a, b *rules.Finding) int { return cmp.Compare(b.Level, a.Level) })
}
