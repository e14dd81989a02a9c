package cli

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.json")
	write := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	content := func() string {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if err := replace(file, write("a long first text")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := replace(file, write("short")); err != nil || content() != "short" {
		t.Errorf("%q, %v", content(), err)
	}
	if at, err := os.Stat(file); err != nil || at.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is lost: %v, %v", at.Mode(), err)
	}
	broken := errors.New("broken")
	if err := replace(file, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return broken }); !errors.Is(err, broken) {
		t.Errorf("the error is lost: %v", err)
	}
	if content() != "short" {
		t.Errorf("a failed write leaves %q", content())
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink("out.json", link); err == nil {
		if err := replace(link, write("through the link")); err != nil || content() != "through the link" {
			t.Errorf("through a link: %q, %v", content(), err)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 2 {
		t.Errorf("temporary files are left: %v, %v", entries, err)
	}
	if err := replace(os.DevNull, write("x")); err != nil {
		t.Errorf("a device: %v", err)
	}
	if at, err := os.Stat(os.DevNull); err != nil || at.Mode().IsRegular() {
		t.Errorf("a device was replaced: %v, %v", at, err)
	}
}

func TestColored(t *testing.T) {
	for _, c := range []struct {
		choice, env string
		file        string
		want        bool
	}{
		{"auto", "", "-", false}, // a test's output is no terminal
		{"always", "NO_COLOR=1", "-", true},
		{"always", "", "x.txt", true},
		{"never", "FORCE_COLOR=1", "-", false},
		{"auto", "FORCE_COLOR=1", "-", true},
		{"auto", "FORCE_COLOR=0", "-", false},
		{"auto", "FORCE_COLOR=1 NO_COLOR=1", "-", false},
		{"auto", "FORCE_COLOR=1", "x.txt", false},
	} {
		p := &program{stdout: io.Discard, getenv: func(name string) string {
			for _, v := range strings.Fields(c.env) {
				if value, ok := strings.CutPrefix(v, name+"="); ok {
					return value
				}
			}
			return ""
		}}
		if got := p.colored(c.choice, target{file: c.file}); got != c.want {
			t.Errorf("--color %s, %s, to %s: got %v", c.choice, c.env, c.file, got)
		}
	}
}

func TestChoose(t *testing.T) {
	all := []*rules.Rule{{ID: "AL101", Name: "one"}, {ID: "AL102", Name: "two", Aliases: []string{"zwei"}}, {ID: "AL103", Name: "three", Off: true}}
	for _, c := range []struct {
		only, skip []string
		on         string // by the configuration
		want       string
	}{
		{nil, nil, "", "AL101 AL102"},
		{[]string{"al103", "Zwei"}, nil, "", "AL102 AL103"},
		{nil, []string{"ONE"}, "", "AL102"},
		{[]string{"one", "two"}, []string{"AL101"}, "", "AL102"},
		{nil, nil, "AL103", "AL101 AL102 AL103"},
		{nil, []string{"three"}, "AL103", "AL101 AL102"},
		{[]string{"one"}, nil, "AL103", "AL101"},
	} {
		got, err := choose(all, c.only, c.skip)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, r := range got.rules(all, func(r *rules.Rule) bool { return r.ID == c.on }) {
			ids = append(ids, r.ID)
		}
		if s := strings.Join(ids, " "); s != c.want {
			t.Errorf("only %v, skip %v: got %s, want %s", c.only, c.skip, s, c.want)
		}
	}
}

func TestRepositoryRoot(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"repo/.git", "repo/infra", "plain/sub"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "repo/infra/main.tf"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ cwd, path, want string }{
		{"repo", ".", "repo"},
		{"repo/infra", "main.tf", "repo"},
		{"plain", "../repo/infra", "repo"},
		{"plain", "sub", "plain"},
		{"repo", "../plain/sub", "plain/sub"},
		{"repo/infra", "-", "repo"},
	} {
		cwd := filepath.Join(dir, c.cwd)
		t.Chdir(cwd)
		if got := (&tree{paths: []string{c.path}}).root(cwd); got != filepath.Join(dir, c.want) {
			t.Errorf("in %s, of %s: got %s, want %s", c.cwd, c.path, got, c.want)
		}
	}
}

func TestMainGivesExitCodes(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := Main([]string{"version"}, nil, &stdout, &stderr); code != clean || !strings.HasPrefix(stdout.String(), "archlint ") || stderr.Len() > 0 {
		t.Errorf("version: exit code %d, %q, %q", code, stdout.String(), stderr.String())
	}
	stdout.Reset()
	if code := Main([]string{"--nonsense-and-more"}, nil, &stdout, &stderr); code != trouble || stdout.Len() > 0 || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("an unknown flag: exit code %d, %q, %q", code, stdout.String(), stderr.String())
	}
}

// chunks takes what is written, one write at a time.
type chunks chan string

func (c chunks) Write(b []byte) (int, error) {
	c <- string(b)
	return len(b), nil
}

func TestProgress(t *testing.T) {
	quiet := (&program{stderr: io.Discard}).watch(3)
	quiet.done.Add(1)
	quiet.end() // must not wait

	w := make(chunks, 100_000)
	run := tell(w, 3, time.Millisecond)
	run.done.Add(2)
	for got := ""; !strings.HasSuffix(got, "archlint: 2 of 3 units"); {
		got = <-w
	}
	run.end()
	close(w)
	last := ""
	for last = range w {
	}
	if last != "\r\x1b[K" {
		t.Errorf("the line is not wiped: %q", last)
	}

	short := make(chunks, 1)
	tell(short, 3, time.Hour).end()
	if len(short) > 0 {
		t.Errorf("a short run is told of: %q", <-short)
	}
}

// A parser that breaks down costs its own unit.
func TestGuarded(t *testing.T) {
	whole := graph.New("a", graph.Terraform, nil, nil)
	if g := guarded("a", graph.Terraform, func() *graph.Graph { return whole }); g != whole {
		t.Error("a unit that can be read is not given")
	}
	g := guarded("b", graph.CloudFormation, func() *graph.Graph { panic("oh no") })
	if g == nil || g.Unit != "b" || g.Language != graph.CloudFormation || len(g.Gaps) != 1 || g.Gaps[0].Module != nil {
		t.Fatalf("no gap for what could not be read: %+v", g)
	}
	if d := g.Diagnostics(); len(d) != 1 || d[0].Severity != graph.Error || d[0].Range.File != "b" || !strings.Contains(d[0].Message, "oh no") {
		t.Errorf("diagnostics: %+v", d)
	}
}

func TestEveryRuleHasExamples(t *testing.T) {
	for _, r := range catalogue.All {
		if got := examples(r); len(got) != 2 {
			t.Errorf("the page of %s has %d examples, want one in each language: bad.tf and bad.yaml with the comment \"# want %s\"", r.ID, len(got), r.ID)
		}
	}
}

// Whoever reads the help sees each command with its purpose.
func TestEveryCommandIsDescribed(t *testing.T) {
	p := &program{stdout: io.Discard, stderr: io.Discard}
	var names []string
	for _, c := range p.root().Commands() {
		if c.Hidden {
			continue
		}
		names = append(names, c.Name())
		if c.Short == "" {
			t.Errorf("%s has no description", c.Name())
		}
	}
	if want := []string{"completion", "config", "diff", "explain", "graph", "help", "init", "lint", "modules", "review", "rules", "version"}; !slices.Equal(names, want) {
		t.Errorf("commands: %v, want %v", names, want)
	}
}

// Only what goes to a terminal is wrapped; COLUMNS says how wide that is.
func TestColumns(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0) // a device, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, c := range []struct {
		stdout  io.Writer
		file    string
		columns string
		want    int
	}{
		{null, toStdout, "72", 72},
		{null, toStdout, "3", narrowest},
		{null, toStdout, "", 0}, // a device that has no width
		{null, toStdout, "wide", 0},
		{null, "x.txt", "72", 0},
		{file, toStdout, "72", 0},
		{io.Discard, toStdout, "72", 0},
	} {
		p := &program{stdout: c.stdout, getenv: func(string) string { return c.columns }}
		if got := p.columns(target{file: c.file}); got != c.want {
			t.Errorf("%T, %s, COLUMNS=%s: got %d, want %d", c.stdout, c.file, c.columns, got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	root := t.TempDir()
	github := map[string]string{"GITHUB_WORKSPACE": root, "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "0123"}
	gitlab := map[string]string{"CI_PROJECT_DIR": root, "CI_PROJECT_URL": "https://gitlab.example/g/p", "CI_COMMIT_SHA": "0123"}
	without := func(env map[string]string, name string) map[string]string {
		env = maps.Clone(env)
		delete(env, name)
		return env
	}
	for _, c := range []struct {
		env  map[string]string
		want string // of line 3 of "a b/<x>.tf"; "" is no link
	}{
		{github, "https://github.com/o/r/blob/0123/a%20b/%3Cx%3E.tf#L3"},
		{gitlab, "https://gitlab.example/g/p/-/blob/0123/a%20b/%3Cx%3E.tf#L3"},
		{nil, ""},
		{without(github, "GITHUB_SHA"), ""},
		{without(github, "GITHUB_SERVER_URL"), ""},
		{without(gitlab, "CI_PROJECT_DIR"), ""},
		{without(gitlab, "CI_PROJECT_URL"), ""},
	} {
		p := &program{getenv: func(name string) string { return c.env[name] }}
		got := ""
		if link := p.link(root); link != nil {
			got = link("a b/<x>.tf", 3)
		}
		if got != c.want {
			t.Errorf("%v: got %q, want %q", c.env, got, c.want)
		}
		if p.link(filepath.Join(root, "elsewhere")) != nil {
			t.Errorf("%v: another directory has links", c.env)
		}
	}
}
