// Package report writes what came of a run: as text for people, as JSON for programs, as SARIF for code scanning; and
// the rules' pages and the resource graph.
//
// It decides nothing: what is a finding, and how grave, has been decided before. Every writer gives the same bytes for
// the same result and options.
package report

import (
	"io"
	"time"

	"github.com/archlint/archlint/rules"
)

// Options are what a writer must know besides the result. The zero value is fit for use.
type Options struct {
	Version string // of archlint, without a leading v; "" is a development build

	// Read gives the content of a file by its path as it is shown. A file that it cannot give is reported without its
	// lines.
	Read func(file string) ([]byte, error)

	// Dir is the absolute directory that relative paths start from, and Root the absolute directory of the repository,
	// which URIs are relative to. SARIF only.
	Dir, Root string

	// Examples gives the examples for a rule's page; nil gives none. SARIF only.
	Examples func(*rules.Rule) []Example

	Category string        // tells several analyses of one commit apart; SARIF only
	Color    bool          // text only
	Verbose  bool          // abstentions with their reasons, and the mildest diagnostics; text only
	Elapsed  time.Duration // how long the run took; 0 is not told; text only
}

// A Writer writes a result in one format.
type Writer func(io.Writer, rules.Result, Options) error

// homepage is where archlint is found.
const homepage = "https://github.com/archlint/archlint"
