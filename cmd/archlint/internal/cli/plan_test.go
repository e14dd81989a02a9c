package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What is said of the roots below testdata/terraform/plans, with their plans and of their plans alone, stands beside
// them; UPDATE_PLANS=1 writes it anew.
func TestPlans(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "testdata", "terraform", "plans", "*", "plan.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		for golden, args := range map[string][]string{
			"source.txt":    {"--verbose"},
			"with-plan.txt": {"--verbose", "--plan", "plan.json", "."},
			"alone.txt":     {"--verbose", "plan.json"},
		} {
			t.Run(filepath.Base(dir)+"/"+golden, func(t *testing.T) {
				t.Chdir(dir)
				var stdout, stderr bytes.Buffer
				p := &program{stdout: &stdout, stderr: &stderr, rules: few, getenv: func(string) string { return "" },
					now: func() time.Time { return time.Time{} }}
				if code := p.run(args); code == trouble {
					t.Fatalf("it could not be done: %s", stderr.String())
				}
				if os.Getenv("UPDATE_PLANS") != "" {
					if err := os.WriteFile(golden, stdout.Bytes(), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(want, stdout.Bytes()) {
					t.Errorf("archlint %v says\n%s\nwant\n%s", args, stdout.String(), want)
				}
			})
		}
	}
}
