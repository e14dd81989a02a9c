package parsers

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
)

// looksLike stands for cloudformation.Looks in tests of the walk.
func looksLike(_ string, content []byte) bool { return bytes.Contains(content, []byte("AWS::")) }

// plant writes the files of a txtar archive below a new directory, goes there and gives it.
func plant(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

const tree = `
-- .git/HEAD --
ref: refs/heads/main
-- .git/stray.yaml --
AWS::
-- .gitignore --
# built
*.gen.yaml
/build/
secret{a,b}/
!keep.gen.yaml
-- infra/prod/main.tf --
-- infra/prod/terraform.tfvars --
-- infra/prod/.terraform/modules/m/main.tf --
-- infra/prod/notes.json --
{}
-- infra/modules/web/main.tf.json --
AWS::
-- infra/tofu/main.tofu --
-- infra/empty/readme.md --
-- stacks/.gitignore --
local.*
!kept/**
-- stacks/net.yaml --
AWS::
-- stacks/data.YAML --
AWS::
-- stacks/app.template --
AWS::
-- stacks/k8s.yml --
kind: Pod
-- stacks/a.gen.yaml --
AWS::
-- stacks/keep.gen.yaml --
AWS::
-- stacks/local.json --
AWS::
-- stacks/plain.txt --
AWS::
-- build/out.yaml --
AWS::
-- nested/build/out.yaml --
AWS::
-- secreta/not-ignored.yaml --
AWS::
-- secret{a,b}/ignored.yaml --
AWS::
-- app/node_modules/x/template.yaml --
AWS::
-- app/.taskcat/.remote_templates/x.template --
AWS::
-- app/cdk.out/App.template.json --
AWS::
-- app/cdk.out/asset.1234/template.json --
AWS::
-- app/cdk.out/asset.5678.json --
AWS::
-- app/vendor/modules.txt --
-- app/vendor/x/template.json --
AWS::
-- lib/vendor/net/main.tf --
`

func TestSurvey(t *testing.T) {
	for name, c := range map[string]struct {
		paths              []string
		modules, templates string
		info               string // files that are told to be neither
	}{
		"everything": {[]string{"."}, "infra/modules/web infra/prod infra/tofu lib/vendor/net",
			"app/cdk.out/App.template.json nested/build/out.yaml secreta/not-ignored.yaml stacks/app.template stacks/data.YAML stacks/keep.gen.yaml stacks/net.yaml", ""},
		"a part":                     {[]string{"infra/../stacks/"}, "", "stacks/app.template stacks/data.YAML stacks/keep.gen.yaml stacks/net.yaml", ""},
		"an ignored directory":       {[]string{"build"}, "", "build/out.yaml", ""},
		"an ignored file":            {[]string{"stacks/a.gen.yaml"}, "", "stacks/a.gen.yaml", ""},
		"a file of a root":           {[]string{"infra/prod/main.tf"}, "infra/prod", "", ""},
		"variables of a root":        {[]string{"infra/prod/terraform.tfvars"}, "infra/prod", "", ""},
		"a template by content only": {[]string{"stacks/plain.txt"}, "", "stacks/plain.txt", ""},
		"what is neither":            {[]string{"stacks/k8s.yml"}, "", "", "stacks/k8s.yml"},
		"twice":                      {[]string{"stacks/net.yaml", "stacks", "./stacks/net.yaml"}, "", "stacks/app.template stacks/data.YAML stacks/keep.gen.yaml stacks/net.yaml", ""},
		"standard input":             {[]string{"-"}, "", "-", ""},
		"nothing there":              {[]string{"infra/empty"}, "", "", ""},
		"a skipped one":              {[]string{"app/node_modules"}, "", "app/node_modules/x/template.yaml", ""},
	} {
		t.Run(name, func(t *testing.T) {
			plant(t, tree)
			got, err := survey(c.paths, looksLike, nil)
			if err != nil {
				t.Fatal(err)
			}
			if s := strings.Join(got.modules, " "); s != c.modules {
				t.Errorf("modules:\n got %s\nwant %s", s, c.modules)
			}
			if s := strings.Join(got.templates, " "); s != c.templates {
				t.Errorf("templates:\n got %s\nwant %s", s, c.templates)
			}
			var info []string
			for _, d := range got.diagnostics {
				info = append(info, d.Range.File)
			}
			if s := strings.Join(info, " "); s != c.info {
				t.Errorf("diagnostics:\n got %s\nwant %s", s, c.info)
			}
		})
	}
}

func TestSurveyOfAnAbsolutePath(t *testing.T) {
	dir := filepath.ToSlash(plant(t, tree))
	got, err := survey([]string{dir + "/stacks/", "stacks/net.yaml"}, looksLike, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{dir + "/stacks/app.template", dir + "/stacks/data.YAML", dir + "/stacks/keep.gen.yaml", dir + "/stacks/net.yaml"}
	if !slices.Equal(got.templates, want) {
		t.Errorf("got %v, want %v", got.templates, want)
	}
}

func TestSurveyRefusesUnreadablePaths(t *testing.T) {
	plant(t, "")
	if _, err := survey([]string{"gone"}, looksLike, nil); err == nil || err.Error() != "cannot read gone: no such file or directory" {
		t.Errorf("a missing path: %v", err)
	}
	if _, err := survey([]string{""}, looksLike, nil); err == nil {
		t.Error("an empty path is accepted")
	}
	if _, err := survey([]string{os.DevNull}, looksLike, nil); err == nil || !strings.Contains(err.Error(), "neither a file nor a directory") {
		t.Errorf("a device: %v", err)
	}
	if os.Geteuid() != 0 {
		if err := os.Mkdir("shut", 0); err != nil {
			t.Fatal(err)
		}
		if _, err := survey([]string{"shut"}, looksLike, nil); err == nil || !strings.Contains(err.Error(), "permission denied") {
			t.Errorf("a shut directory: %v", err)
		}
		got, err := survey([]string{"."}, looksLike, nil)
		if err != nil || len(got.diagnostics) != 1 || got.diagnostics[0].Range.File != "shut" {
			t.Errorf("a shut directory on the way: %v, %v", got.diagnostics, err)
		}
	}
}

func TestSurveyOfLinks(t *testing.T) {
	plant(t, "-- shared/common.tf --\n-- stacks/net.yaml --\nAWS::\n-- root/.keep --\n")
	for to, at := range map[string]string{
		"..":                  "stacks/loop",         // a loop
		"../shared/common.tf": "root/common.tf",      // a root made of links only
		"net.yaml":            "stacks/again.yaml",   // a template seen twice is one
		"gone.yaml":           "stacks/broken.yaml",  // leads nowhere
		"../stacks":           "shared/stacks-again", // links to directories are not followed
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.FromSlash(at)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	got, err := survey([]string{"."}, looksLike, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"root", "shared"}; !slices.Equal(got.modules, want) {
		t.Errorf("modules: got %v, want %v", got.modules, want)
	}
	if len(got.templates) != 1 {
		t.Errorf("templates: got %v, want one", got.templates)
	}
	if len(got.diagnostics) != 1 || got.diagnostics[0].Range.File != "stacks/broken.yaml" {
		t.Errorf("diagnostics: got %v, want one about stacks/broken.yaml", got.diagnostics)
	}
}

func TestSurveyRefusesBigFiles(t *testing.T) {
	plant(t, "-- small.yaml --\nAWS::\n")
	for _, name := range []string{"big.yaml", "big.tf"} {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(disk.MaxSource + 1); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{".", "big.yaml"} {
		got, err := survey([]string{path}, func(name string, _ []byte) bool { return name == "small.yaml" || name == "big.yaml" }, nil)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(got.templates, "big.yaml") {
			t.Errorf("survey of %s: big.yaml is among the templates", path)
		}
		if !strings.Contains(fmt.Sprint(got.diagnostics), "files of more than 16 MiB are not read") {
			t.Errorf("survey of %s: no word of the size: %v", path, got.diagnostics)
		}
	}
}

// What is excluded is passed over, a directory with all that is below; whoever names it is told.
func TestExclude(t *testing.T) {
	plant(t, "-- a/main.tf --\n-- a/old/main.tf --\n-- a/x.yaml --\nAWS::\n-- a/y.yaml --\nAWS::\n")
	var asked []string
	exclude := func(abs string, dir bool) bool {
		if !filepath.IsAbs(abs) {
			t.Errorf("%s is not absolute", abs)
		}
		asked = append(asked, filepath.Base(abs))
		return dir && filepath.Base(abs) == "old" || filepath.Base(abs) == "x.yaml"
	}
	got, err := survey([]string{"a"}, looksLike, exclude)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a"}; !slices.Equal(got.modules, want) || !slices.Equal(got.templates, []string{"a/y.yaml"}) || len(got.diagnostics) > 0 {
		t.Errorf("got %+v", got)
	}
	if want := []string{"a", "main.tf", "old", "x.yaml", "y.yaml"}; !slices.Equal(asked, want) {
		t.Errorf("asked about %v, want %v", asked, want)
	}
	for _, path := range []string{"a/old", "a/x.yaml"} {
		got, err := survey([]string{path}, looksLike, exclude)
		if err != nil || len(got.modules)+len(got.templates) > 0 || len(got.diagnostics) != 1 || got.diagnostics[0].Range.File != path || got.diagnostics[0].Severity != graph.Warning {
			t.Errorf("%s: %+v, %v", path, got, err)
		}
	}
}

func TestPatternsOfTheRepositoryReachDown(t *testing.T) {
	plant(t, "-- .git/HEAD --\n-- .gitignore --\n*.tmp.yaml\n-- a/b/x.tmp.yaml --\nAWS::\n-- a/b/y.yaml --\nAWS::\n")
	got, err := survey([]string{"a/b"}, looksLike, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a/b/y.yaml"}; !slices.Equal(got.templates, want) {
		t.Errorf("got %v, want %v", got.templates, want)
	}
}

// survey visits some named paths.
func survey(paths []string, looks func(string, []byte) bool, exclude func(abs string, dir bool) bool) (find, error) {
	w := newWalk(looks, exclude)
	for _, p := range paths {
		if err := w.named(p); err != nil {
			return find{}, err
		}
	}
	return w.found(), nil
}
