package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// chainedRoot is a configuration of n variables with three local values each, every one made of those before it, and two
// resources each whose count hangs on them. The chains begin anew before they nest too deeply to be evaluated.
func chainedRoot(n int) string {
	var b strings.Builder
	b.WriteString("resource \"aws_subnet\" \"a\" {}\n")
	for i := range n {
		before := func(back int) int { return max(3*i-back, 3*(i/500*500)) }
		fmt.Fprintf(&b, "variable \"p%[1]d\" {\n  default = \"small\"\n}\nlocals {\n  c%[2]d = var.p%[1]d == \"large\"\n  c%[3]d = local.c%[2]d && !local.c%[4]d\n  c%[5]d = local.c%[3]d || local.c%[4]d && local.c%[6]d\n}\n",
			i, 3*i, 3*i+1, before(1), 3*i+2, before(2))
		for j := range 2 {
			fmt.Fprintf(&b, `resource "aws_autoscaling_group" "r%[1]d" {
  count               = local.c%[2]d ? 1 : 0
  min_size            = local.c%[3]d ? 1 : 2
  vpc_zone_identifier = local.c%[4]d ? [aws_subnet.a.id] : []
}
`, 2*i+j, 3*i+1+j, 3*i+2-j, before(j))
		}
	}
	return b.String()
}

// BenchmarkChainedConditions reads configurations of which each resource hangs on a long chain of local values: four times as
// many must not take sixteen times as long.
func BenchmarkChainedConditions(b *testing.B) {
	for _, n := range []int{125, 500, 2000, 8000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			src := chainedRoot(n)
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o600); err != nil {
				b.Fatal(err)
			}
			dir = filepath.ToSlash(dir)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				p, err := Open([]string{dir}, Options{})
				if err != nil {
					b.Fatal(err)
				}
				g := p.Load(dir)
				for _, r := range g.Resources() {
					for _, name := range asked[r.Type] {
						if v := r.Attribute(name); !v.IsNull() {
							graph.Refs(v)
						}
					}
				}
				if len(g.Resources()) < n || len(g.Diagnostics()) > 0 {
					b.Fatal(len(g.Resources()), g.Diagnostics())
				}
			}
		})
	}
}
