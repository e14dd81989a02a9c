package catalogue_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/archlint/archlint/rules/rulestest"
)

// A sound stack that is broken in one way gives exactly the finding for that, on the right line. Every archive in
// testdata/breakages is one way to break testdata/architectures/three-tier-tf or three-tier-cfn, which its name ends
// with, or beanstalk-3-worker-with-queue-tf or -cfn where its name begins with beanstalk: what stands in "main.tf before"
// stands once in main.tf and gives way to what stands in "main.tf after", whose comments say what must be found.
func TestBreakages(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join(testdata, "breakages", "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, archive := range archives {
		name := strings.TrimSuffix(filepath.Base(archive), ".txtar")
		t.Run(name, func(t *testing.T) {
			sound := "three-tier"
			if strings.HasPrefix(name, "beanstalk-") {
				sound = "beanstalk-3-worker-with-queue"
			}
			sound += name[strings.LastIndexByte(name, '-'):]
			dir := filepath.Join(t.TempDir(), sound)
			if err := os.CopyFS(dir, os.DirFS(filepath.Join(testdata, "architectures", sound))); err != nil {
				t.Fatal(err)
			}
			edit(t, archive, dir)
			for _, c := range rulestest.Cases(t, filepath.Dir(dir)) {
				if got := c.Run(t, usual()); !strings.Contains(got, "AL") {
					t.Errorf("nothing was found")
				}
			}
		})
	}
}

// edit makes the edits of an archive in a directory.
func edit(t *testing.T, archive, dir string) {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files)%2 != 0 {
		t.Fatalf("%s: a before without an after", archive)
	}
	for i := 0; i < len(a.Files); i += 2 {
		before, after := a.Files[i], a.Files[i+1]
		file, ok := strings.CutSuffix(before.Name, " before")
		if !ok || after.Name != file+" after" {
			t.Fatalf("%s: %q and %q are no before and after", archive, before.Name, after.Name)
		}
		name := filepath.Join(dir, filepath.FromSlash(file))
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(content), string(before.Data)); n != 1 {
			t.Fatalf("%q stands %d times in %s", before.Data, n, file)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(content), string(before.Data), string(after.Data), 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
