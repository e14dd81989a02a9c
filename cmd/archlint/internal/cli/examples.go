package cli

import (
	"path"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/testdata"
)

// examples are excerpts of the test cases that a rule reports, one in each language that has any.
func examples(r *rules.Rule) []report.Example {
	var out []report.Example
	for _, c := range []struct{ language, file string }{{"terraform", "bad.tf"}, {"cloudformation", "bad.yaml"}} {
		content, err := testdata.Rules.ReadFile(path.Join("rules", r.ID+"-"+r.Name, c.file))
		if err != nil {
			continue // the rule has no case of that name; the tests of the rules ask for one
		}
		if text := report.Excerpt(string(content), r.ID); text != "" {
			out = append(out, report.Example{Language: c.language, Bad: text})
		}
	}
	return out
}
