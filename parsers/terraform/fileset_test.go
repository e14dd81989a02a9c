package terraform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFileSetLinks holds that a search follows links as Terraform does, but not out of what may be read.
func TestFileSetLinks(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"live/one/a", "live/other/b", "live/two/b", "live/round/c", "outside/secret"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{
		"live/one/dir": "../other", "live/one/file": "../other/b", "live/two/out": "../../outside", "live/two/leak": "../../outside/secret", "live/two/nowhere": "none", "live/round/self": ".", "live/round/too": ".",
	} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("links cannot be made here")
		}
	}
	for expression, want := range map[string]string{
		`fileset("one", "*")`:               "a file",
		`fileset("one", "dir/b")`:           "dir/b",
		`fileset("one", "**/b")`:            "dir/b",
		`fileset("one", "none/*")`:          "",
		`fileset("one", "../two/b")`:        "../two/b",
		`fileset("two", "b")`:               "b",
		`fileset("two", "out/*")`:           "outside of",
		`fileset("two", "{out,none}/*")`:    "outside of",
		`fileset("two", "leak")`:            "outside of",
		`fileset("two", "out/none")`:        "outside of",
		`fileset("two", "**")`:              "outside of",
		`fileset("two", "../../outside/*")`: "outside of",
		`fileset("two", "nowhere")`:         "",
		`fileset("round", "*")`:             "c",
		`fileset("round", "self/self/c")`:   "self/self/c",
		`fileset("round", "**")`:            "", // Terraform goes round until the system refuses
	} {
		src := "resource \"aws_t\" \"t\" {\n  x = " + expression + "\n}\n"
		if err := os.WriteFile("live/main.tf", []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
		g := load(t, "live", Options{})
		got := ""
		if v, _ := g.Resources()[0].Attribute("x").UnmarkDeep(); v.IsKnown() {
			var names []string
			for _, name := range v.AsValueSlice() {
				names = append(names, name.AsString())
			}
			got = strings.Join(names, " ")
		}
		for _, d := range g.Diagnostics() {
			if got = d.Message; strings.Contains(got, want) {
				got = want
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", expression, got, want)
		}
	}
}

// TestFileSetBounded gives patterns that would look for ever.
func TestFileSetBounded(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		pattern string
		known   bool
	}{
		"alternatives":  {strings.Repeat("{a,b}", 64), false},
		"the same":      {strings.Repeat("{,}", 64) + "a", true},
		"in each other": {strings.Repeat("{a,", 20_000) + strings.Repeat("}", 20_000), false},
		"only open":     {strings.Repeat("{", 100_000), false},
		"directories":   {strings.Repeat("{.,./.}/", 40) + "a", true},
	} {
		src := "resource \"aws_t\" \"t\" {\n  x = fileset(path.module, \"" + c.pattern + "\")\n}\n"
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
		g := load(t, filepath.ToSlash(dir), Options{})
		if v, _ := g.Resources()[0].Attribute("x").Unmark(); v.IsKnown() != c.known {
			t.Errorf("%s: %#v", name, v)
		}
	}
}
