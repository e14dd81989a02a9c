package terraform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

func TestInside(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"live/sub", "shared", "secret"} {
		if err := os.MkdirAll(dir, 0o750); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"live/a", "live/sub/b", "shared/c", "secret/d"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"live/out": "../secret/d", "live/in": "../shared/c"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("links cannot be made here")
		}
	}
	u := &unit{allowed: map[string]bool{"live": true, "shared": true, "../above": true}}
	for name, want := range map[string]bool{
		"live/a": true, "live/sub/b": true, "shared/c": true, "secret/d": false, "live/missing": true, "missing": false,
		"live/out": false, "live/in": true, "../x": false, "../above/x": true, "../../x": false, "/etc/passwd": false, ".": false, "..": false, "livelier/a": false,
	} {
		if got := u.inside(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	all := &unit{allowed: map[string]bool{".": true}}
	for name, want := range map[string]bool{"live/a": true, "a": true, "../a": false, "..": false, "/a": false} {
		if got := all.inside(name); got != want {
			t.Errorf("below the working directory, %s: %v", name, got)
		}
	}
}

// TestPartialIsCapped cuts a text of which parts are known at 256 KiB, between two characters.
func TestPartialIsCapped(t *testing.T) {
	v := partly(strings.Repeat("é", maxPartial) + graph.Hole)
	text, whole := graph.Text(v)
	if whole || len(text) > maxPartial || len(text) < maxPartial-8 || !strings.HasSuffix(text, "é"+graph.Hole) {
		t.Errorf("whole %v, %d bytes", whole, len(text))
	}
}

// TestSameEveryTime evaluates every table several times: values, places and diagnostics are the same to the byte.
func TestSameEveryTime(t *testing.T) {
	cases, err := filepath.Glob(testdata + "/tables/*")
	if err != nil || len(cases) == 0 {
		t.Fatal("no tables")
	}
	for _, dir := range append(cases, testdata+"/places") {
		first := ""
		for range 4 {
			var b strings.Builder
			g := load(t, filepath.ToSlash(dir), Options{})
			summarise(&b, g)
			for _, r := range g.Resources() {
				for _, a := range r.Source.Attributes() {
					for _, s := range r.Source.Trace(cty.GetAttrPath(a)) {
						b.WriteString(s.Name + "\n")
					}
				}
			}
			if first == "" {
				first = b.String()
			}
			if b.String() != first {
				t.Errorf("%s is not the same every time", dir)
				break
			}
		}
	}
}
