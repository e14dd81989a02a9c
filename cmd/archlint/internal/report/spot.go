package report

import (
	"fmt"

	"github.com/archlint/archlint/parsers/graph"
)

// A spot is a place as continuous integration wants it: a path from the repository's root, or the whole path of a file
// that stands elsewhere, and a region, which is zero in a plan and for a file as a whole.
type spot struct {
	path   string
	region region
}

// spot gives the spot of a range.
func (o Options) spot(files *sources, r graph.Range) spot {
	if r.File == "" {
		return spot{}
	}
	path, _ := o.within(r.File)
	if !r.Known() {
		return spot{path: path}
	}
	return spot{path, files.region(r)}
}

// String is "path:line", or the path alone.
func (s spot) String() string {
	if s.region.startLine == 0 {
		return s.path
	}
	return fmt.Sprintf("%s:%d", s.path, s.region.startLine)
}
