package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// The hooks of pre-commit run commands that exist, once, and on the files that archlint reads.
func TestPreCommitHooks(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "..", ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Name, Description, Language, Entry, Files string
		Serial                                        bool `yaml:"require_serial"`
	}
	if err := yaml.Unmarshal(content, &hooks); err != nil {
		t.Fatal(err)
	}
	if len(hooks) != 2 {
		t.Fatalf("%d hooks", len(hooks))
	}
	for _, h := range hooks {
		if h.Name == "" || h.Description == "" || h.Language != "golang" || !h.Serial {
			t.Errorf("%+v", h)
		}
		words := strings.Fields(h.Entry)
		cmd := (&program{}).root()
		if words[0] != cmd.Name() {
			t.Errorf("%s runs %s", h.ID, words[0])
		}
		if err := cmd.ParseFlags(words[1:]); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
		// Go knows no verbose patterns: what it would ignore is taken out.
		files := regexp.MustCompile(strings.Join(strings.Fields(strings.TrimPrefix(h.Files, "(?x)")), ""))
		for _, name := range []string{"main.tf", "a/main.tf.json", "x.tofu", "a/b.auto.tfvars", "t.tfvars.json", "stack.yaml", "stack.yml", "s.json", "s.template",
			"app/.ebextensions/01.config", ".platform/nginx.conf", "boot.sh", "user_data.tftpl", ".archlint.yaml"} {
			if !files.MatchString(name) {
				t.Errorf("%s passes over %s", h.ID, name)
			}
		}
		for _, name := range []string{"README.md", "main.go", "a.tf.bak", "tf", "ebextensions/x"} {
			if files.MatchString(name) {
				t.Errorf("%s is run for %s", h.ID, name)
			}
		}
	}
}
