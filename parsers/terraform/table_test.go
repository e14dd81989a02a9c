package terraform

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

const testdata = "../../testdata/terraform"

// TestTables evaluates the configurations below testdata/terraform/tables. What is expected stands in them:
//
//	resource "aws_x" "y" { #= aws_x.y[0] aws_x.y[1]?     the instances, a question mark where one may not exist
//	  size = var.size      #= 2 <default>                the value, as render writes it; " | " between instances
func TestTables(t *testing.T) {
	cases, err := filepath.Glob(testdata + "/tables/*")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, dir := range cases {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			g := load(t, filepath.ToSlash(dir), Options{})
			if checked := checkTable(t, g); checked == 0 {
				t.Error("the table expects nothing")
			}
			for _, d := range g.Diagnostics() {
				t.Errorf("%s:%d: unexpected diagnostic: %s", d.Range.File, d.Range.Start.Line, d.Message)
			}
		})
	}
}

// load opens a directory with all below it and loads it.
func load(t testing.TB, dir string, o Options) *graph.Graph {
	t.Helper()
	p, err := Open(configDirs(t, dir), o)
	if err != nil {
		t.Fatal(err)
	}
	return p.Load(dir)
}

// configDirs are the directories that hold Terraform files, dir and below.
func configDirs(t testing.TB, dir string) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			if e.Name() == ".terraform" {
				return filepath.SkipDir
			}
			entries, _ := os.ReadDir(name)
			for _, f := range entries {
				if isConfig(f.Name()) {
					dirs = append(dirs, filepath.ToSlash(name))
					break
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}

// checkTable holds the graph against the expectations in its files and gives their number.
func checkTable(t *testing.T, g *graph.Graph) (checked int) {
	t.Helper()
	want := expectations(t, g)
	headers := map[sourceLine][]string{}
	values := map[sourceLine][]string{}
	for _, r := range g.Resources() {
		at := sourceLine{r.Header.File, r.Header.Start.Line}
		name := r.Address
		if r.Exists != graph.True {
			name += "?"
		}
		headers[at] = append(headers[at], name)
		for _, a := range r.Source.Attributes() {
			where := r.Source.Locate(cty.GetAttrPath(a))
			at := sourceLine{where.File, where.Start.Line}
			if _, asked := want[at]; asked {
				values[at] = append(values[at], render(r.Attribute(a)))
			}
		}
	}
	for at, expected := range want {
		checked++
		got, ok := strings.Join(values[at], " | "), len(values[at]) > 0
		if !ok {
			got = strings.Join(headers[at], " ")
		}
		if expected == "-" {
			expected = ""
		}
		if got != expected {
			t.Errorf("%s:%d:\n got %s\nwant %s", path.Base(at.file), at.line, got, expected)
		}
	}
	return checked
}

type sourceLine struct {
	file string
	line int
}

// expectations reads the comments "#= …" of the files that a graph was made from.
func expectations(t *testing.T, g *graph.Graph) map[sourceLine]string {
	t.Helper()
	out := map[sourceLine]string{}
	files := map[string]bool{}
	entries, err := os.ReadDir(g.Unit)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if isConfig(e.Name()) {
			files[path.Join(g.Unit, e.Name())] = true
		}
	}
	for _, r := range g.Resources() {
		files[r.Header.File] = true
	}
	for f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			if _, expected, ok := strings.Cut(line, "#= "); ok {
				out[sourceLine{f, i + 1}] = strings.TrimSpace(expected)
			}
		}
	}
	return out
}
