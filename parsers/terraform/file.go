package terraform

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/weight"
)

// A file is a configuration or tfvars file, as far as it could be parsed.
type file struct {
	name        string
	body        *hclsyntax.Body // nil where nothing could be read
	diagnostics []graph.Diagnostic
	gap         *graph.Gap
	size        int                      // bytes
	lines       *lines                   // of JSON only
	damaged     map[*hclsyntax.Body]bool // bodies that a syntax error may have taken something from
	ignores     []graph.Ignore
}

// readFile reads and parses a file. Whatever goes wrong is a diagnostic, and a gap.
func readFile(name string, within *fence.Fence) *file {
	src, err := readBounded(name, within, disk.MaxSource)
	if err != nil {
		return unreadable(name, err)
	}
	return parseFile(name, src)
}

func unreadable(name string, err error) *file {
	f := &file{name: name}
	f.fault(graph.Range{File: name, Start: graph.Pos{Line: 1}, End: graph.Pos{Line: 1}}, err.Error())
	return f
}

// readBounded reads a file of at most so many bytes. Its error says nothing of the file's name.
func readBounded(name string, within *fence.Fence, most int64) ([]byte, error) {
	src, err := within.Read(name, most)
	switch {
	case err == nil:
		return src, nil
	case errors.As(err, &disk.TooLargeError{}):
		return nil, fmt.Errorf("the file is bigger than %d MiB and is not read: split it", most>>20)
	case errors.Is(err, fence.ErrOutside):
		return nil, fmt.Errorf("the file is not read: %w", err)
	case errors.Is(err, disk.ErrIrregular), errors.Is(err, disk.ErrDirectory):
		return nil, errors.New("this is not a regular file")
	}
	return nil, fmt.Errorf("the file cannot be read: %w", err)
}

// parseFile parses the content of a file by its name's ending.
func parseFile(name string, src []byte) *file {
	f := &file{name: name, size: len(src)}
	top := graph.Range{File: name, Start: graph.Pos{Line: 1}, End: graph.Pos{Line: 1}}
	in := configuration
	if strings.HasSuffix(name, ".json") {
		in = jsonText
	}
	if nestsTooDeeply(src, in) {
		f.fault(top, "the brackets are nested deeper than 1,000: the file is not read")
		return f
	}
	if weight.TooHeavy(src) {
		f.fault(top, weight.Refusal)
		return f
	}
	if tooManyPieces(src, in) {
		f.fault(top, "a text has more than 10,000 lines, or dollar and percent signs, in a row: the file is not read; put the text into a file of its own")
		return f
	}
	if in == jsonText {
		f.parseJSON(src)
		return f
	}
	parsed, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	f.report(diags, nil)
	if parsed != nil {
		f.body, _ = parsed.Body.(*hclsyntax.Body)
	}
	if f.body != nil && diags.HasErrors() {
		f.findDamage(src, diags)
	}
	f.findIgnores(src)
	return f
}

// report takes up the errors of a parse: the first few as diagnostics, together as a gap.
func (f *file) report(diags hcl.Diagnostics, known map[string]*lines) {
	const most = 5
	for _, d := range diags {
		if d.Severity != hcl.DiagError || len(f.diagnostics) >= most {
			continue
		}
		at := graph.Range{File: f.name, Start: graph.Pos{Line: 1}, End: graph.Pos{Line: 1}}
		if d.Subject != nil {
			at = place(*d.Subject, known)
		}
		message := d.Summary
		if d.Detail != "" {
			message += ": " + d.Detail
		}
		f.fault(at, message)
	}
}

// fault takes up one trouble that hides what the file says.
func (f *file) fault(at graph.Range, message string) {
	f.diagnostics = append(f.diagnostics, graph.Diagnostic{Severity: graph.Error, Range: at, Message: message})
	if f.gap == nil {
		f.gap = &graph.Gap{Range: at, Message: message}
	}
}
