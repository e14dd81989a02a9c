package config_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

func find(word string) (*rules.Rule, error) {
	if r := catalogue.Find(word); r != nil {
		return r, nil
	}
	return nil, os.ErrNotExist
}

// plant writes files below a new directory, goes there, and opens the configuration.
func plant(t *testing.T, files map[string]string, o config.Options) *config.Tree {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	o.Rules, o.Find = catalogue.All, find
	tree, err := config.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// All that the file of init suggests is right.
func TestStart(t *testing.T) {
	for name, content := range map[string]string{"as it is": config.Start, "with all examples": string(uncommented(config.Start))} {
		t.Run(name, func(t *testing.T) {
			tree := plant(t, map[string]string{".archlint.yaml": content, "prod.tfvars": "", "parameters/prod.json": "{}"}, config.Options{Paths: []string{"."}})
			s := tree.Of(".")
			if err := tree.Check(); err != nil {
				t.Fatal(err)
			}
			given := len(s.Rules) > 0 && len(s.VarFiles) == 1 && len(s.Parameters) == 1
			if want := name != "as it is"; given != want {
				t.Errorf("settings: %+v", s)
			}
		})
	}
}

// What the README shows is right.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), "\n## Configuration\n")
	_, example, ok2 := strings.Cut(section, "```yaml\n")
	example, _, ok3 := strings.Cut(example, "```")
	if !ok || !ok2 || !ok3 {
		t.Fatal("there is no example of a configuration")
	}
	if err := compiled(t).Validate(value(t, []byte(example))); err != nil {
		t.Error(err)
	}
	if !strings.HasPrefix(example, "# yaml-language-server: $schema="+config.SchemaURL+"\n") {
		t.Error("the example does not name the schema")
	}
	tree := plant(t, map[string]string{".git/HEAD": "", ".archlint.yaml": example, "prod/network/live.tfvars": "", "parameters/dev.json": "{}", "parameters/prod.json": "{}"}, config.Options{Paths: []string{"."}})
	if err := tree.Check(); err != nil {
		t.Fatal(err)
	}
	if s := tree.Of("prod/network/main.tf"); len(s.VarFiles) != 1 || s.Ignorable || s.FailOn != rules.Error {
		t.Errorf("prod/network: %+v", s)
	}
	for path, want := range map[string]bool{"examples/web/main.tf": true, "examples/reference/main.tf": false, "prod/main.tf": false} {
		if got := tree.Of(path).Excluded != nil; got != want {
			t.Errorf("%s is excluded: %v", path, got)
		}
	}
}

// A unit and a file of a module that it calls: what holds for both, what for the file alone, what for the unit alone.
func TestPlaces(t *testing.T) {
	tree := plant(t, map[string]string{
		".archlint.yaml":            "rules: {AL101: warning, AL102: warning, AL103: warning}\npaths:\n  - {match: dev, rules: {AL103: note}}\n",
		"modules/web/.archlint.yml": "rules: {AL102: error, AL103: error, AL501: off}\nfail-on: error\nignorable: {AL102: false}",
		"modules/web/main.tf":       "", "dev/main.tf": "", "prod/main.tf": "", "prod/own/main.tf": "",
		"prod/.archlint.yaml": "fail-on: note\nignorable: true\n",
	}, config.Options{Paths: []string{"."}})
	const file = "modules/web/main.tf"
	for _, c := range []struct {
		unit, file, rule string
		want             string
	}{
		{"prod", "prod/main.tf", "AL101", "warning"},
		{"prod", file, "AL101", "warning"},
		{"prod", file, "AL102", "error"},
		{"dev", file, "AL102", "error"},
		{"prod", file, "AL103", "error"},
		{"dev", file, "AL103", "note"},
		{"dev", "dev/main.tf", "AL103", "note"},
		{"prod", file, "AL501", "off"},
		{"prod", "prod/main.tf", "AL501", "default"},
		{"modules/web", file, "AL501", "off"},
	} {
		got := tree.At(c.unit, c.file).Rule(catalogue.Find(c.rule))
		word := "default"
		if got.Given {
			word = got.Level.String()
		}
		if got.Off {
			word = "off"
		}
		if word != c.want {
			t.Errorf("%s of %s in %s: got %s, want %s", c.rule, c.file, c.unit, word, c.want)
		}
	}
	if got := tree.At("dev", file); got.FailOn != rules.Error || got.Rule(catalogue.Find("AL102")).Ignorable || !got.Rule(catalogue.Find("AL103")).Ignorable {
		t.Errorf("dev: %+v", got)
	}
	if got := tree.At("prod", file); got.FailOn != rules.Note || !got.Rule(catalogue.Find("AL102")).Ignorable {
		t.Errorf("prod, which says so itself: %+v", got)
	}
	if err := tree.Check(); err != nil {
		t.Error(err)
	}
}

// A copy of a repository is judged by what the repository says.
func TestInstead(t *testing.T) {
	files := map[string]string{
		"repo/.git/HEAD": "", "repo/.archlint.yaml": "exclude: [old]\npaths: [{match: dev, rules: {AL101: off}, var-files: x.tfvars}]\n", "repo/x.tfvars": "",
		"copy/dev/main.tf": "", "copy/old/main.tf": "", "copy/.archlint.yaml": "rules: nothing that is read",
	}
	tree := plant(t, files, config.Options{Paths: []string{"copy"}, Instead: config.Instead{Of: "copy", Dir: "repo"}})
	if err := tree.Check(); err != nil {
		t.Fatal(err)
	}
	if s := tree.Of("copy/dev"); !s.Rule(catalogue.Find("AL101")).Off || len(s.VarFiles) != 1 || s.VarFiles[0].Path != "repo/x.tfvars" {
		t.Errorf("dev: %+v", s)
	}
	abs, err := filepath.Abs("copy/old")
	if err != nil {
		t.Fatal(err)
	}
	if abs, err = filepath.EvalSymlinks(abs); err != nil {
		t.Fatal(err)
	}
	if !tree.Excluded(abs, true) {
		t.Error("what is excluded is not excluded in the copy")
	}
}

// However much is wrong, it is told soon.
func TestManyErrors(t *testing.T) {
	var b strings.Builder
	b.WriteString("rules:\n")
	for i := range 40_000 {
		fmt.Fprintf(&b, "  asg-single-%d: off\n", i)
	}
	tree := plant(t, map[string]string{".archlint.yaml": b.String()}, config.Options{Paths: []string{"."}})
	if err := tree.Check(); err == nil || !strings.HasPrefix(err.Error(), ".archlint.yaml:2:3: ") || !strings.HasSuffix(err.Error(), " (and 99 more errors in this file)") {
		t.Errorf("the error is %v", err)
	}
}

// Links lead to where the files are.
func TestLinks(t *testing.T) {
	tree := plant(t, map[string]string{"real/.archlint.yaml": "rules: {AL101: off}", "real/web/main.tf": ""}, config.Options{Paths: []string{"link"}})
	if err := os.Symlink(filepath.Join("real", "web"), "link"); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{"link", "link/main.tf"} {
		if s := tree.Of(path); !s.Rule(catalogue.Find("AL101")).Off {
			t.Errorf("%s: %+v", path, s)
		}
	}
}

// No content makes the reader panic, and every error is one line that names the file, and a place in it.
func FuzzRead(f *testing.F) {
	f.Add(config.Start)
	f.Add(string(uncommented(config.Start)))
	f.Add("paths:\n  - &x\n    match: dev\n  - *x\n")
	f.Add("a: &a [*a]\n? [x]\n: y\n")
	f.Add("rules: &r {AL101: off}\npaths: [{match: ['a', '!b'], rules: *r}]")
	f.Add("\ufeffroot: true\r\nfail-on: \"note\"\r\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content string) {
		path := filepath.Join(dir, "x.yaml")
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		tree, err := config.Open(config.Options{Rules: catalogue.All, Find: find, File: path})
		if err != nil {
			if !strings.Contains(err.Error(), "x.yaml") || strings.Contains(strings.TrimSpace(err.Error()), "\n") {
				t.Errorf("the error is %q", err)
			}
			if at := regexp.MustCompile(`x\.yaml:(\d+)(?::(\d+))?: `).FindStringSubmatch(err.Error()); at != nil {
				lines := regexp.MustCompile("\r\n|[\r\n\u0085\u2028\u2029]").Split(content, -1) // as YAML counts them
				line, _ := strconv.Atoi(at[1])
				column, _ := strconv.Atoi(cmp.Or(at[2], "1"))
				if line < 1 || line > len(lines) || column < 1 || column > 1+utf8.RuneCountInString(lines[line-1]) {
					t.Errorf("the error is nowhere in the file: %q", err)
				}
			}
			return
		}
		tree.Of(".")
	})
}
