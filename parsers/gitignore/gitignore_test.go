package gitignore

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		line, path string
		dir, want  bool
	}{
		{"*.log", "a.log", false, true},
		{"*.log", "x/y/a.log", false, true},
		{"/a", "a", false, true},
		{"/a", "x/a", false, false},
		{"x/a", "x/a", false, true},
		{"x/a", "y/x/a", false, false},
		{"**/a", "y/x/a", false, true},
		{"a/**", "a", true, false},
		{"a/**", "a/b/c", false, true},
		{"a/**/c", "a/c", false, true},
		{"a/", "a", false, false},
		{"a/", "a", true, true},
		{"a/", "x/a", true, true},
		{"a[0-9]", "a7", false, true},
		{"a?", "a/", false, false},
		{`\#a`, "#a", false, true},
		{`\!a`, "!a", false, true},
		{"a ", "a", false, true},
		{`a\ `, "a ", false, true},
		{"a\r", "a", false, true},
		{"{a,b}", "a", false, false},
		{"{a,b}", "{a,b}", false, true},
		{`\{a,b\}`, "{a,b}", false, true},
		{`a\\  `, `a\`, false, true},
		{"[]a]", "]", false, true},
		{"[[:digit:]x]", "7", false, true},
		{"[[:digit:]x]", ":", false, false},
		{"[!a]/b", "//b", false, false},
		{"***/a", "x/y/a", false, true},
		{"a**", "a/b", false, false},
		{"x?/a**b", "xy/a/b", false, false},
		{"x/a**/b", "x/ay/z/b", false, true},
		{`**\/a`, "x/y/a", false, true},
		{"a//", "a", true, false},
		{"  # a", "  # a", false, true},
	} {
		p, ok := Parse(c.line)
		if !ok {
			t.Errorf("%q is no pattern", c.line)
			continue
		}
		if got := p.Matches(c.path, c.dir); got != c.want {
			t.Errorf("%q on %q (directory: %v): got %v, want %v", c.line, c.path, c.dir, got, c.want)
		}
	}
	for _, line := range []string{"", "  ", "# a", "/", "[", "!", "!/", "a[b", `a\`, "a[[:none:]]", "[a-", `[\`, "?" + strings.Repeat("a", maxPattern)} {
		if p, ok := Parse(line); ok {
			t.Errorf("%q is a pattern: %+v", line, p)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		line, path string
		dir, want  bool
	}{
		{"dev", "a/dev", true, true},
		{"dev", "a/dev/main.tf", false, true},
		{"dev", "developers/main.tf", false, false},
		{"/dev", "dev/web/main.tf", false, true},
		{"/dev", "a/dev/main.tf", false, false},
		{"dev/", "dev", false, false},
		{"dev/", "dev/main.tf", false, true},
		{"dev/**", "dev", true, false},
		{"dev/**", "dev/web/main.tf", false, true},
		{"dev/*", "dev/web/main.tf", false, true},
		{"!dev/*", "dev/web/main.tf", false, true},
		{"**/dev/**", "a/b/dev/c/x.yaml", false, true},
		{"*.yaml", "a/x.yaml", false, true},
	} {
		p, ok := Parse(c.line)
		if !ok {
			t.Errorf("%q is no pattern", c.line)
			continue
		}
		if got := p.Covers(c.path, c.dir); got != c.want {
			t.Errorf("%q over %q (directory: %v): got %v, want %v", c.line, c.path, c.dir, got, c.want)
		}
		if p.Negated != (c.line[0] == '!') {
			t.Errorf("%q: negated %v", c.line, p.Negated)
		}
	}
}

// TestAgainstGit holds patterns against git's own reading of them, where git is there.
func TestAgainstGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not there")
	}
	dir := t.TempDir()
	run := func(input string, args ...string) []byte {
		c := exec.Command(git, append([]string{"-C", dir, "-c", "core.ignoreCase=false", "-c", "core.excludesFile="}, args...)...)
		c.Stdin = strings.NewReader(input)
		out, err := c.Output()
		if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
			t.Fatalf("git %v: %v", args, err)
		}
		return out
	}
	run("", "init", "-q")
	pieces := []string{
		"a", "b", "ab", "*", "**", "?", "/", "/", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-c]", "[[:alpha:]]", "[[:digit:]x]", "[]a]", "[a", `\a`, `\*`, `\{`, "{a,b}", " ", `\ `, ".", "é", "[]-a]", "[a-]", "***", `[\]]`, "[[:foo:]]", "[[:a]", "#", "-",
	}
	names := []string{"a", "b", "ab", "ba", "aa", "{a,b}", "a b", "a ", " a", "*", "[ab]", "é", "c", "1", "x", "-", "a{", "#a", "a.b", "abc", "[a", "a*", "{", "]", "["}
	rnd := rand.New(rand.NewPCG(1, 2))
	some := func(from []string, most int, between string) string {
		chosen := make([]string, 1+rnd.IntN(most))
		for i := range chosen {
			chosen[i] = from[rnd.IntN(len(from))]
		}
		return strings.Join(chosen, between)
	}
	var paths []string
	for range 120 {
		paths = append(paths, some(names, 4, "/"))
	}
	matched := 0
	for range 150 {
		line := some(pieces, 6, "")
		if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		// Source, line, pattern and path of each: the first three are empty where no pattern matches.
		told := bytes.Split(run(strings.Join(paths, "\x00"), "check-ignore", "--no-index", "--stdin", "-z", "-v", "-n"), []byte{0})
		if len(told) < 4*len(paths) {
			t.Fatalf("git tells %d things of %d paths", len(told), len(paths))
		}
		p, ok := Parse(line)
		for i, path := range paths {
			want := len(told[4*i+1]) > 0
			if got := ok && p.Covers(path, false); got != want {
				t.Errorf("%q over %q: got %v, want %v", line, path, got, want)
			}
			if want {
				matched++
			}
		}
	}
	if matched < 100 {
		t.Errorf("only %d paths are matched at all", matched)
	}
}

// FuzzMatches: no line and no path takes for ever, what a line matches it covers, and a path whose characters are all kept
// by backslashes is matched by itself.
func FuzzMatches(f *testing.F) {
	for _, line := range []string{"**/a*[!b-d]/?", `!\{a,{b,c}\}/`, "[[:alpha:]]**/**/x", strings.Repeat("**/*a", 9), `a\ \  `, "[]-]", "/a/b/**"} {
		f.Add(line, "a/b/{a,b}/x")
		f.Add(strings.Repeat(line, 100), strings.Repeat("a/a", 900))
	}
	f.Fuzz(func(t *testing.T, line, path string) {
		if p, ok := Parse(line); ok {
			for _, dir := range []bool{false, true} {
				if p.Matches(path, dir) && !p.Covers(path, dir) {
					t.Errorf("%q matches %q and does not cover it", line, path)
				}
			}
		}
		if path == "" || len(path) >= maxPattern/2 || path[0] == '/' || path[len(path)-1] == '/' {
			return
		}
		var own strings.Builder
		for i := range len(path) {
			own.WriteString(`\` + path[i:i+1])
		}
		line = "/" + own.String() + "\r" // the end of a line, as Windows writes it
		if p, ok := Parse(line); !ok || !p.Matches(path, false) {
			t.Errorf("%q (a pattern: %v) does not match %q", line, ok, path)
		}
	})
}
