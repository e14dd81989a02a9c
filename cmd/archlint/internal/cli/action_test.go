package cli

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// top is the top of the repository, absolute.
func top(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// An action is what action.yml says.
type action struct {
	Inputs, Outputs map[string]struct{ Description string }
	Runs            struct {
		Steps []struct {
			Name, Run string
			Env       map[string]string
		}
	}
}

func readAction(t *testing.T) (a action) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(top(t), "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(content, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// No text of a user becomes text of a script, every input is used, and each is described.
func TestActionTakesInputsByTheEnvironment(t *testing.T) {
	a := readAction(t)
	used := map[string]bool{"working-directory": true}
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("%s: an expression in a script: %s", step.Name, step.Run)
		}
		for name, value := range step.Env {
			if input, ok := strings.CutPrefix(strings.Trim(value, "${} "), "inputs."); ok {
				used[input] = true
				if want := "ARCHLINT_" + strings.ToUpper(strings.ReplaceAll(input, "-", "_")); name != want {
					t.Errorf("%s: %s is %s, want %s", step.Name, input, name, want)
				}
			}
		}
	}
	for name, input := range a.Inputs {
		if !used[name] || input.Description == "" {
			t.Errorf("the input %s is not used or not described", name)
		}
	}
	for name, output := range a.Outputs {
		if output.Description == "" {
			t.Errorf("the output %s is not described", name)
		}
	}
}

// script runs one of the action's scripts and gives what it wrote, its outputs and its exit code. The working directory is
// one of its own.
func script(t *testing.T, name, dir string, env ...string) (log, outputs string, code int) {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" { // there it may be that of WSL, which knows no drives
		t.Skip("bash is not there")
	}
	output := filepath.Join(dir, "output")
	cmd := exec.Command(bash, filepath.Join(top(t), ".github", "action", name))
	cmd.Dir = dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "RUNNER_TEMP=" + dir, "GITHUB_OUTPUT=" + output, "GITHUB_STEP_SUMMARY=" + filepath.Join(dir, "summary")}, env...)
	said, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	written, _ := os.ReadFile(output)
	return string(said), string(written), cmd.ProcessState.ExitCode()
}

// write makes an executable file.
func write(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// The script hands archlint the inputs as they are, whatever is in them, and flags that exist.
func TestActionRuns(t *testing.T) {
	dir := t.TempDir()
	// It writes its arguments, one a line, and what archlint would write.
	binary := write(t, filepath.Join(dir, "archlint"), `#!/bin/sh
for a; do
	echo "$a" >>arguments
	case "$a" in --output=markdown=*) echo "# Summary" >"${a#--output=markdown=}" ;; --output=github=*) echo "::warning::x" >"${a#--output=github=}" ;; esac
done
exit 1
`)
	evil := "a b\n\n  \n$(touch pwned)\n`touch pwned`\"; touch pwned; \"\r\n--version"
	log, outputs, code := script(t, "run.sh", dir, "ARCHLINT_BINARY="+binary, "ARCHLINT_PATHS="+evil, "ARCHLINT_FAIL_ON=error", "ARCHLINT_CONFIG=x y.yaml",
		"ARCHLINT_BASELINE=$(touch pwned)", "ARCHLINT_NEW_FROM=--upload-pack=x", "ARCHLINT_CATEGORY=c", "ARCHLINT_SARIF_FILE=out/a.sarif\nexit-code=0",
		"ARCHLINT_WORKING_DIRECTORY=sub", "ARCHLINT_ARGUMENTS=--strict\n--var=a=b c")
	if code != 1 {
		t.Errorf("exit code %d: %s", code, log)
	}
	if want := "sarif=sub/out/a.sarifexit-code=0\nexit-code=1\n"; outputs != want {
		t.Errorf("outputs %q, want %q", outputs, want)
	}
	if !strings.Contains(log, "::warning::x\n") {
		t.Errorf("the annotations are missing: %s", log)
	}
	if summary, err := os.ReadFile(filepath.Join(dir, "summary")); err != nil || string(summary) != "# Summary\n" {
		t.Errorf("the summary is %q, %v", summary, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
		t.Error("an input was run")
	}
	content, err := os.ReadFile(filepath.Join(dir, "arguments"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"lint", "--fail-on=error", "--config=x y.yaml", "--baseline=$(touch pwned)", "--new-from=--upload-pack=x", "--category=c",
		"--output=sarif=out/a.sarif", "exit-code=0", "--output=github=" + dir + "/archlint-annotations.txt", "--output=text=-", "--output=markdown=" + dir + "/archlint-summary.md", "--review",
		"--strict", "--var=a=b c", "--", "a b", "$(touch pwned)", "`touch pwned`\"; touch pwned; \"", "--version", ""}
	if got := strings.Split(string(content), "\n"); !slices.Equal(got, want) {
		t.Errorf("arguments\n got %q\nwant %q", got, want)
	}
	p := &program{}
	for _, a := range want {
		if name, _, ok := strings.Cut(strings.TrimPrefix(a, "--"), "="); ok && strings.HasPrefix(a, "--") && p.root().Flags().Lookup(name) == nil {
			t.Errorf("archlint has no flag --%s", name)
		}
	}
}

func TestActionRunsWithoutInputs(t *testing.T) {
	dir := t.TempDir()
	binary := write(t, filepath.Join(dir, "archlint"), "#!/bin/sh\necho \"$*\" >arguments\n")
	_, outputs, code := script(t, "run.sh", dir, "ARCHLINT_BINARY="+binary, "ARCHLINT_PATHS=", "ARCHLINT_ANNOTATIONS=false", "ARCHLINT_SUMMARY=false")
	got, err := os.ReadFile(filepath.Join(dir, "arguments"))
	if err != nil || code != 0 || string(got) != "lint --output=sarif=archlint.sarif --output=text=- -- .\n" || outputs != "sarif=./archlint.sarif\nexit-code=0\n" {
		t.Errorf("%q, %q, exit code %d, %v", got, outputs, code, err)
	}
}

// A release is taken if it is the one whose checksum was published with it; where none is asked for, archlint is built.
func TestActionGetsReleases(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("curl is not there")
	}
	releases := t.TempDir()
	var archive bytes.Buffer
	zipped := gzip.NewWriter(&archive)
	files := tar.NewWriter(zipped)
	const text = "#!/bin/sh\necho released\n"
	if err := files.WriteHeader(&tar.Header{Name: "archlint", Mode: 0o755, Size: int64(len(text))}); err != nil {
		t.Fatal(err)
	}
	if _, err := files.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(archive.Bytes()))
	for version, sum := range map[string]string{"v1.2.3": sum, "v6.6.6": strings.Repeat("0", 64)} {
		at := filepath.Join(releases, version)
		if err := os.Mkdir(at, 0o755); err != nil {
			t.Fatal(err)
		}
		name := "archlint_" + version[1:] + "_linux_amd64.tar.gz"
		write(t, filepath.Join(at, name), archive.String())
		write(t, filepath.Join(at, "checksums.txt"), "0000  other.tar.gz\n"+sum+"  "+name+"\n")
	}
	for _, c := range []struct {
		name, version, ref, machine string
		code                        int
		build, says                 string
	}{
		{"a release", "v1.2.3", "main", "X64", 0, "false", ""},
		{"without its v", "1.2.3", "main", "X64", 0, "false", ""},
		{"of the tag that the action is used by", "", "v1.2.3", "X64", 0, "false", ""},
		{"of a tag that has none", "", "v7.7.7", "X64", 0, "true", ""},
		{"none for the machine", "", "v1.2.3", "RISCV", 0, "true", ""},
		{"of a branch", "", "main", "X64", 0, "true", ""},
		{"the source", "source", "v1.2.3", "X64", 0, "true", ""},
		{"one that does not exist", "v7.7.7", "main", "X64", 2, "", "cannot be downloaded"},
		{"one whose checksum is another", "v6.6.6", "main", "X64", 2, "", "the checksum of archlint_6.6.6_linux_amd64.tar.gz is not that of the release"},
		{"no release at all", "v1.2.3/../../x", "main", "X64", 2, "", "neither a release such as v1.2.3 nor source"},
	} {
		dir := t.TempDir()
		log, outputs, code := script(t, "get.sh", dir, "ARCHLINT_RELEASES=file://"+releases, "RUNNER_OS=Linux", "RUNNER_ARCH="+c.machine, "ARCHLINT_VERSION="+c.version, "ARCHLINT_ACTION_REF="+c.ref)
		binary := filepath.Join(dir, "archlint", "archlint")
		want := "binary=" + binary + "\nbuild=" + c.build + "\n"
		if c.build == "" {
			want = ""
		}
		if code != c.code || outputs != want || !strings.Contains(log, c.says) {
			t.Errorf("%s: exit code %d, outputs %q, %s", c.name, code, outputs, log)
		}
		if _, err := os.Stat(binary); (err == nil) != (c.build == "false") {
			t.Errorf("%s: the program: %v", c.name, err)
		}
	}
}

// The archives that the action asks for are those that are released.
func TestActionKnowsTheNamesOfReleases(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(top(t), ".goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`name_template: "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}"`, "formats: [tar.gz]", "name_template: checksums.txt", "project_name: archlint"} {
		if !regexp.MustCompile(`(?m)^\s*(- )?` + regexp.QuoteMeta(want) + `$`).Match(content) {
			t.Errorf(".goreleaser.yaml says nothing of %s", want)
		}
	}
}
