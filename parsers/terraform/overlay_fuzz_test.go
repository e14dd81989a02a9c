package terraform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
	plans "github.com/archlint/archlint/parsers/terraform/plan"
)

// FuzzPlanOverSource lays whatever reads as a plan over the roots of the test plans and asks everything of what comes of
// it: there must be no panic, nor may one be reported.
func FuzzPlanOverSource(f *testing.F) {
	files, err := filepath.Glob(filepath.FromSlash("../../testdata/terraform/plans/*/plan.json"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no plans: %v", err)
	}
	var roots []string
	for i, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		roots = append(roots, filepath.ToSlash(filepath.Dir(name)))
		f.Add(content, byte(i))
		f.Add(content, byte(i+1))
	}
	f.Fuzz(func(t *testing.T, content []byte, which byte) {
		name := filepath.Join(t.TempDir(), "plan.json")
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := plans.Read(name)
		if err != nil {
			return
		}
		root := roots[int(which)%len(roots)]
		project, err := terraform.Open([]string{root}, terraform.Options{})
		if err != nil {
			t.Fatal(err)
		}
		project.Lay(map[string]*plans.Plan{root: p})
		g := project.Load(root)
		for _, r := range g.Resources() {
			for _, name := range append(r.Source.Attributes(), "id", "tags_all") {
				r.Attribute(name)
			}
			r.Source.Mentions()
			if at := r.Range; !strings.HasPrefix(at.File, root) || at.Start.Line < 1 {
				t.Fatalf("%s is at %+v", r.Address, at)
			}
		}
		for _, d := range g.Diagnostics() {
			if d.Severity == graph.Error && strings.Contains(d.Message, "report this") {
				t.Fatal(d.Message)
			}
		}
	})
}
