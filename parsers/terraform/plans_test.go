package terraform_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPlanFiles plans the roots below testdata/terraform/plans and compares with the plan.json that stands beside each
// main.tf; with UPDATE_PLANS=1 these are written anew. What is to be on disk for planning alone, in place of or beside
// what is linted, stands in a directory of the root's name with ".modules" at its end.
func TestPlanFiles(t *testing.T) {
	o := theOracle(t)
	files, err := filepath.Glob(filepath.FromSlash("../../testdata/terraform/plans/*/main.tf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	for _, name := range files {
		dir := filepath.Dir(name)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			root := filepath.Join(t.TempDir(), "root")
			copyOver(t, root, dir)
			copyOver(t, root, dir+".modules")
			shown, err := o.show(t, root, root, planArgs(t, dir))
			if err != nil {
				t.Fatal(err)
			}
			got, file := lasting(t, shown), filepath.Join(dir, "plan.json")
			if os.Getenv("UPDATE_PLANS") != "" {
				if err := os.WriteFile(file, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if version := strings.Split(string(want), `"terraform_version": `); len(version) > 1 && !strings.Contains(string(got), version[1][:len(`"1.11`)]) {
				t.Skip("SKIPPED: the plans were made by another version of terraform")
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s is stale; UPDATE_PLANS=1 writes it anew", file)
			}
		})
	}
}

// lasting is a plan in a form that is the same each time it is made.
func lasting(t *testing.T, shown []byte) []byte {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal(shown, &all); err != nil {
		t.Fatal(err)
	}
	delete(all, "timestamp")
	delete(all, "relevant_attributes") // in no order
	out, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

// copyOver copies a directory, if there is one, over another; files of that name give way.
func copyOver(t *testing.T, to, from string) {
	t.Helper()
	entries, err := os.ReadDir(from)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() {
			_ = os.Remove(filepath.Join(to, e.Name()))
		}
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
