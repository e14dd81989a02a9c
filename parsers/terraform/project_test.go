package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
)

// TestSharedModules loads many roots of one module at once: it is parsed once, and dropped with its last user.
func TestSharedModules(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, src string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("shared/main.tf", "variable \"n\" {}\nresource \"aws_t\" \"t\" {\n  for_each = { for i in range(var.n) : \"k${i}\" => i }\n  n = each.value\n  all = [for t in [1, 2] : t + var.n][*]\n}\n")
	const roots = 40
	for i := range roots {
		write(fmt.Sprintf("live/r%d/main.tf", i), fmt.Sprintf("provider \"aws\" {}\nmodule \"m\" {\n  source = \"../../shared\"\n  n = %d\n}\n", i))
	}
	p, err := Open(configDirs(t, "."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(p.Roots()); n != roots {
		t.Fatalf("%d roots", n)
	}
	first, err := p.parse("shared")
	if err != nil || first == nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for i, r := range p.Roots() {
		wait.Go(func() {
			g := p.Load(r.Dir)
			for _, x := range g.Resources() {
				for _, a := range x.Source.Attributes() {
					x.Attribute(a)
				}
			}
			if want := fmt.Sprintf("live/r%d", len(g.Resources())); r.Dir != want {
				t.Errorf("%s (%d) has %d resources", r.Dir, i, len(g.Resources()))
			}
		})
	}
	wait.Wait()
	if len(p.syntax) != 0 {
		t.Errorf("%d directories are still held", len(p.syntax))
	}
	if again := p.Load("live/r1"); len(again.Resources()) != 1 {
		t.Error("a root cannot be loaded twice")
	}
}

// What is taken out is what the expression says, for all texts of a few of the parts that matter.
func TestWithoutComments(t *testing.T) {
	comment := regexp.MustCompile(`(?ms)^[ \t]*/\*.*?\*/`)
	parts := []string{"/*", "*/", "*", "/", "\n", " \t", "x"}
	var texts func(text string, left int)
	texts = func(text string, left int) {
		want := string(comment.ReplaceAll([]byte(text), nil))
		if got := string(withoutComments([]byte(text))); got != want {
			t.Fatalf("of %q it leaves %q, want %q", text, got, want)
		}
		for _, p := range parts {
			if left > 0 {
				texts(text+p, left-1)
			}
		}
	}
	texts("", 6)
}
