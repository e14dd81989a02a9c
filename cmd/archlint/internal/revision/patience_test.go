package revision

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Where git does not come to an end, that is told with what may be its cause.
func TestPatience(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here:", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v %s", args, err, out)
		}
	}
	base, err := Find(t.Context(), dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := base.Checkout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tree.Close() }()
	if err := tree.Borrow(t.Context()); err != nil {
		t.Errorf("with patience: %v", err)
	}
	usual := patience
	defer func() { patience = usual }()
	patience = time.Nanosecond
	if err := tree.Borrow(t.Context()); err == nil || !strings.Contains(err.Error(), "look for patterns with many stars in .gitignore") {
		t.Errorf("without patience: %v", err)
	}
}
