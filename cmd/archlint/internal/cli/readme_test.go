package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/rules/catalogue"
)

// What the README shows is what archlint writes; UPDATE_README=1 writes it anew.
func TestREADME(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..")
	t.Chdir(root)
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(content)
	for name, c := range map[string]struct {
		args string
		code int
		lang string // of the code block; "" is none
	}{
		"picture": {"archlint testdata/cli/wordpress", found, "text"},
		"review":  {"archlint review testdata/cli/wordpress", clean, "text"},
		"rules":   {"archlint rules --format markdown", clean, ""},
		"modules": {"archlint modules --format markdown", clean, ""},
	} {
		var stdout, stderr bytes.Buffer
		clock := time.Time{}
		p := &program{stdout: &stdout, stderr: &stderr, rules: catalogue.All, getenv: func(string) string { return "" },
			now: func() time.Time { clock = clock.Add(10 * time.Millisecond); return clock }}
		if code := p.run(strings.Fields(c.args)[1:]); code != c.code {
			t.Fatalf("%s: exit code %d, want %d: %s", c.args, code, c.code, stderr.String())
		}
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
