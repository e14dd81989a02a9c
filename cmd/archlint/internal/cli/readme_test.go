package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/rules/catalogue"
)

// What the README shows is what archlint writes; UPDATE_README=1 writes it anew.
func TestREADME(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", "..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(content)
	climb := ""
	if _, err := exec.LookPath("git"); err == nil {
		climb = repositoryOf(t, "testdata/architectures/whatisthetime-4-load-balancer-tf", "testdata/architectures/whatisthetime-6-several-zones-tf")
	}
	for name, c := range map[string]struct {
		args string
		code int
		lang string // of the code block; "" is none
	}{
		"change":  {"archlint diff main", clean, "text"},
		"picture": {"archlint testdata/cli/wordpress", found, "text"},
		"review":  {"archlint review testdata/cli/wordpress", clean, "text"},
		"rules":   {"archlint rules --format markdown", clean, ""},
		"modules": {"archlint modules --format markdown", clean, ""},
	} {
		if name == "change" {
			if climb == "" {
				continue // git is not here
			}
			t.Chdir(climb)
		}
		var stdout, stderr bytes.Buffer
		clock := time.Time{}
		p := &program{stdout: &stdout, stderr: &stderr, rules: catalogue.All, getenv: func(string) string { return "" },
			now: func() time.Time { clock = clock.Add(10 * time.Millisecond); return clock }}
		if code := p.run(strings.Fields(c.args)[1:]); code != c.code {
			t.Fatalf("%s: exit code %d, want %d: %s", c.args, code, c.code, stderr.String())
		}
		t.Chdir(root)
		want := "\n" + stdout.String()
		if c.lang != "" {
			want = "\n```" + c.lang + "\n$ " + c.args + want + "```\n"
		}
		begin, end := "<!-- "+name+": "+c.args+" -->", "<!-- end of "+name+" -->"
		head, rest, ok := strings.Cut(readme, begin)
		shown, tail, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("the README has no %q with its end", begin)
		}
		if shown == want {
			continue
		}
		if os.Getenv("UPDATE_README") == "" {
			t.Errorf("the README's %s is stale (UPDATE_README=1 writes it anew); it should be:\n%s", name, want)
		}
		readme = head + begin + want + end + tail
	}
	if os.Getenv("UPDATE_README") != "" {
		if err := os.WriteFile("README.md", []byte(readme), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// repositoryOf makes a repository with the files of one directory as its commit and those of another in the working tree.
func repositoryOf(t *testing.T, then, now string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=somebody", "-c", "user.email=somebody@example.com"}, args...)...)
		cmd.Dir = dir
		// The commit is the same each time.
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_DATE=2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q", "-b", "main", "--object-format=sha1")
	for _, from := range []string{then, now} {
		if err := os.RemoveAll(filepath.Join(dir, "web")); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(dir, "web"), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		if from == then {
			git("add", "--all")
			git("commit", "-q", "-m", "one zone")
		}
	}
	return dir
}
