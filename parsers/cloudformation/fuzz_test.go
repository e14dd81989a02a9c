package cloudformation

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// FuzzYAML reads any text as a template: nothing may panic, and every range must lie inside the file.
func FuzzYAML(f *testing.F) {
	for _, pattern := range []string{"values/*.yaml", "stacks/*.yaml", "stacks/templates/*", "broken/*", "sam/*"} {
		files, err := filepath.Glob("../../testdata/cloudformation/" + pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	f.Add([]byte(yamlPlaces))
	f.Add([]byte(yamlRemarks))
	f.Fuzz(func(t *testing.T, content []byte) { checkRanges(t, content) })
}

// FuzzJSON is FuzzYAML for JSON.
func FuzzJSON(f *testing.F) {
	content, err := os.ReadFile("../../testdata/cloudformation/stacks/templates/web.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte(jsonPlaces))
	f.Add([]byte(`{"Resources": {"A": {"Type": "A::B", "Properties": {"x": {"Fn::Join": [",", [1, {"Ref": "A"}]]}, "y": {"Fn::Sub": "${A.B}"}}}}}`))
	f.Add([]byte(`{"Resources": {"A": {"Type": "A::B", "Properties": {"x": "\ud83d\ude00\ud83d", "x": [1e9, -0.5, null, true]`))
	f.Fuzz(func(t *testing.T, content []byte) {
		if strings.HasPrefix(strings.TrimSpace(string(content)), "{") {
			checkRanges(t, content)
		}
	})
}

// checkRanges loads a template, asks for everything, and holds every range against the text.
func checkRanges(t *testing.T, content []byte) *graph.Graph {
	t.Helper()
	Looks("-", content)
	g := load(t, []string{"-"}, Options{Stdin: content}, "-")
	text := string(content)
	check := func(r graph.Range, what string) {
		if !r.Known() {
			return
		}
		if r.File != "-" || r.Start.Byte < 0 || r.Start.Byte > r.End.Byte || r.End.Byte > len(content) {
			t.Fatalf("%s: %v is outside of the file of %d bytes", what, r, len(content))
		}
		for _, p := range []graph.Pos{r.Start, r.End} {
			if line := 1 + strings.Count(text[:p.Byte], "\n"); line != p.Line {
				t.Fatalf("%s: %v: line %d, by its offset %d", what, r, p.Line, line)
			}
		}
	}
	for _, r := range g.Resources {
		check(r.Range, "range")
		check(r.Header, "header")
		r.Source.Mentions()
		for _, name := range append(r.Source.Attributes(), "@Metadata", "@DependsOn", "Absent") {
			v := r.Attribute(name)
			graph.Refs(v)
			graph.Text(v)
			at := cty.GetAttrPath(name)
			check(r.Source.Locate(at), name)
			for _, s := range r.Source.Trace(at) {
				check(s.Range, s.Name)
			}
			if plain, _ := v.Unmark(); plain.IsKnown() && !plain.IsNull() && plain.Type().IsTupleType() {
				for i := range min(3, plain.LengthInt()) {
					check(r.Source.Locate(at.IndexInt(i)), name)
				}
			}
		}
	}
	for _, d := range g.Diagnostics() {
		check(d.Range, d.Message)
	}
	for _, gap := range g.Gaps {
		check(gap.Range, gap.Message)
	}
	for _, ignore := range g.Ignores {
		check(ignore.Range, "an ignore")
		check(ignore.Covers, "what an ignore covers")
		check(ignore.Block, "the block of an ignore")
		check(ignore.Until.Range, "the end of an ignore")
		for _, w := range ignore.Rules {
			check(w.Range, w.Text)
		}
		if ignore.Range.Start.Line != ignore.Range.End.Line {
			t.Fatalf("an ignore is on the lines %d to %d", ignore.Range.Start.Line, ignore.Range.End.Line)
		}
	}
	return g
}
