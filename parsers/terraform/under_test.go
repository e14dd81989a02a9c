package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// TestLongConditions tells resources apart that hang on a local value which is made of others, twice each, over many links:
// none is looked at more than once, and where there are too many choices for one condition, the local value is a choice.
func TestLongConditions(t *testing.T) {
	var b strings.Builder
	b.WriteString("variable \"v0\" {\n  type = bool\n}\nlocals {\n  c0 = var.v0\n}\n")
	const links = 100
	for i := 1; i <= links; i++ {
		fmt.Fprintf(&b, "variable \"v%[1]d\" {\n  type = bool\n}\nlocals {\n  c%[1]d = local.c%[2]d && !var.v%[1]d || !local.c%[2]d && var.v%[1]d\n}\n", i, i-1)
	}
	for _, at := range []int{1, 3, links} {
		fmt.Fprintf(&b, "resource \"aws_t\" \"on%[1]d\" {\n  count = local.c%[1]d ? 1 : 0\n}\nresource \"aws_t\" \"off%[1]d\" {\n  count = local.c%[1]d ? 0 : 1\n}\n", at)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	g := load(t, filepath.ToSlash(dir), Options{})
	if all := g.Diagnostics(); len(all) > 0 {
		t.Fatal(all)
	}
	when := func(name string) graph.Condition { return g.ByAddress("aws_t." + name + "[0]").When }
	for _, at := range []int{1, 3, links} {
		on, off := when(fmt.Sprint("on", at)), when(fmt.Sprint("off", at))
		if on.Tri() != graph.Unknown || on.And(off).Tri() != graph.False || on.Or(off).Tri() != graph.True {
			t.Errorf("after %d links: %v and %v", at, on, off)
		}
	}
	if got, want := when("on1").String(), "var.v0 and !var.v1 or !var.v0 and var.v1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
