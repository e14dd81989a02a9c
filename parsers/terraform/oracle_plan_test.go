package terraform_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// plan is what `terraform show -json` tells of a plan.
type plan struct {
	ResourceChanges []struct {
		Address string
		Mode    string
		Change  struct {
			After        map[string]any
			AfterUnknown any `json:"after_unknown"`
			Importing    any
		}
	} `json:"resource_changes"`
	Configuration struct {
		RootModule configuration `json:"root_module"`
	}
}

// an oracle is the real terraform, with the fake provider built for it.
type oracle struct {
	terraform string
	provider  string // the binary
}

// theOracle skips the test, and says so, where there is no terraform.
func theOracle(t *testing.T) *oracle {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: planning takes seconds")
	}
	terraform, err := exec.LookPath("terraform")
	if err != nil {
		t.Skip("SKIPPED: terraform is not on PATH, so nothing here is held against it")
	}
	binary := filepath.Join(t.TempDir(), "fakeprovider")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir = filepath.FromSlash("../../testdata/fakeprovider")
	if out, err := build.CombinedOutput(); err != nil {
		t.Skipf("SKIPPED: the fake provider cannot be built, so nothing here is held against terraform: %v\n%s", err, out)
	}
	return &oracle{terraform, binary}
}

// plan plans the root at dir, which lies in the directory tree, with further arguments.
func (o *oracle) plan(t *testing.T, tree, dir string, args []string) (*plan, error) {
	t.Helper()
	shown, err := o.show(t, tree, dir, args)
	if err != nil {
		return nil, err
	}
	p := new(plan)
	d := json.NewDecoder(bytes.NewReader(shown))
	d.UseNumber()
	return p, d.Decode(p)
}

// show gives what `terraform show -json` tells of the plan of a root. It works in a copy.
func (o *oracle) show(t *testing.T, tree, dir string, args []string) ([]byte, error) {
	t.Helper()
	work := t.TempDir()
	if err := os.CopyFS(filepath.Join(work, "tree"), os.DirFS(tree)); err != nil {
		return nil, err
	}
	inside, err := filepath.Rel(tree, dir)
	if err != nil {
		return nil, err
	}
	root := filepath.Join(work, "tree", inside)
	for _, gone := range []string{".terraform", ".terraform.lock.hcl"} {
		if err := os.RemoveAll(filepath.Join(root, gone)); err != nil {
			return nil, err
		}
	}
	s := schemaOf(t, root)
	env, err := o.configure(work, s)
	if err != nil {
		return nil, err
	}
	run := func(args ...string) ([]byte, error) {
		cmd := exec.Command(o.terraform, args...)
		cmd.Dir, cmd.Env = root, env
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("terraform %s: %w\n%s", args[0], err, stderr.String())
		}
		return out, nil
	}
	if _, err := run("get", "-no-color"); err != nil {
		return nil, err
	}
	file := filepath.Join(work, "plan")
	if _, err := run(append([]string{"plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=" + file}, args...)...); err != nil {
		return nil, err
	}
	return run("show", "-json", file)
}

// configure writes the schema and the settings that put the fake provider in every provider's place.
func (o *oracle) configure(work string, s *schema) (env []string, err error) {
	described, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(work, "schema.json")
	if err := os.WriteFile(file, described, 0o600); err != nil {
		return nil, err
	}
	var settings bytes.Buffer
	settings.WriteString("provider_installation {\n  dev_overrides {\n")
	for _, source := range s.sources {
		dir := filepath.Join(work, "providers", filepath.FromSlash(source))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		binary := filepath.Join(dir, "terraform-provider-"+filepath.Base(source))
		if _, err := os.Lstat(binary); err != nil {
			if err := os.Symlink(o.provider, binary); err != nil {
				return nil, err
			}
		}
		fmt.Fprintf(&settings, "    %q = %q\n", source, dir)
	}
	settings.WriteString("  }\n}\n")
	config := filepath.Join(work, "terraformrc")
	if err := os.WriteFile(config, settings.Bytes(), 0o600); err != nil {
		return nil, err
	}
	return append(os.Environ(), "FAKE_SCHEMA="+file, "TF_CLI_CONFIG_FILE="+config, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1"), nil
}
