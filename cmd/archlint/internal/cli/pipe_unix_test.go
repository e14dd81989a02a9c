//go:build unix

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe without a writer is never opened, wherever it stands in for a file: that would be to wait for ever.
func TestPipesInPlaceOfFiles(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"web/main.tf": "module \"shop\" {\n  source = \"../shop\"\n}\nlocals {\n  boot = file(\"${path.module}/boot.sh\")\n}\nresource \"aws_instance\" \"web\" {\n  user_data = local.boot\n}\n",
		"shop/a.tf":   "resource \"aws_db_instance\" \"shop\" {\n  engine = \"mysql\"\n}\n",
		"stack.yaml":  "Resources:\n  Below:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: below.yaml}\n",
	} {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"web/pipe.tf", "web/pipe.auto.tfvars", "web/boot.sh", "shop/b.tf", "below.yaml"} {
		if err := syscall.Mkfifo(filepath.Join(dir, filepath.FromSlash(name)), 0o600); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := Main([]string{"--fail-on", "never", "--verbose", dir}, strings.NewReader(""), &stdout, &stderr); code != clean {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	for _, want := range []string{"web/pipe.tf:1:1: error: this is not a regular file", "shop/b.tf:1:1: error: this is not a regular file"} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("%q is not told:\n%s", want, stdout.String())
		}
	}
}
