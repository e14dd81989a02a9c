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

// Pipes without a writer and devices without an end are not opened, wherever a file could be: a run would never end.
func TestPipesAndDevices(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		".git/HEAD":       "x",
		"main.tf":         "module \"m\" {\n  source = \"./m\"\n}\nresource \"aws_db_instance\" \"d\" {\n  engine     = \"mysql\"\n  multi_az   = false\n  identifier = \"${file(\"pipe\")}${templatefile(\"pipe\", {})}${filemd5(\"zero\")}${fileexists(\"pipe\")}\"\n}\nresource \"aws_elastic_beanstalk_environment\" \"e\" {\n  name                = \"e\"\n  application         = \"a\"\n  solution_stack_name = \"64bit Amazon Linux 2 running PHP\"\n}\n",
		"s.template.json": `{"Resources": {"A": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "https://x/y.json"}}, "B": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "n.yaml"}}}}`,
	}
	plant(t, dir, files, names(files))
	for _, name := range []string{"pipe", "a.tf", "a.yaml", "n.yaml", ".gitignore", "terraform.tfvars", "a.auto.tfvars", ".terraform.lock.hcl", ".terraform/modules/modules.json", ".terraform/environment", ".ebextensions/a.config", "cron.yaml", "m/main.tf", "s.assets.json", "manifest.json"} {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(at, 0o600); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	for _, name := range []string{"zero", "z.tf", "z.yaml", "z.auto.tfvars", ".ebextensions/z.config"} {
		if err := os.Symlink("/dev/zero", filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	t.Chdir(dir)
	for call, out := range every(t) {
		if strings.HasPrefix(call, "--format json") && (!strings.Contains(out, "not a regular file") || !strings.Contains(out, "aws_db_instance.d")) {
			t.Errorf("nothing is told of pipes, or the rest is not judged:\n%s", out)
		}
	}
	for _, name := range []string{".archlint.yaml", "v.tfvars"} {
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{nil, {"--no-config", "--var-file", "v.tfvars"}, {"--no-config", "--parameters", "v.tfvars"}, {"--no-config", "--plan", "v.tfvars"}, {"--no-config", "--config", "v.tfvars"}, {"--no-config", "--baseline", "v.tfvars"}} {
		var stdout, stderr bytes.Buffer
		if code := Main(args, strings.NewReader(""), &stdout, &stderr); code != trouble {
			t.Errorf("%v ends with %d: %s", args, code, stderr.String())
		}
	}
}
