package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/rules/catalogue"
)

// A told is what the JSON report says, as far as edits are concerned.
type told struct {
	Findings []struct {
		Rule     string
		Resource struct{ Address string }
		Edit     *struct {
			File                             string
			Line, EndLine, Column, EndColumn int
			Text                             string
		}
	}
	Diagnostics []struct{ Message string }
}

// lintOnly runs one rule over a directory.
func lintOnly(t *testing.T, rule, dir string) (out told) {
	t.Helper()
	var stdout bytes.Buffer
	p := &program{stdout: &stdout, stderr: io.Discard, rules: catalogue.All, getenv: func(string) string { return "" }, now: time.Now}
	if code := p.run([]string{"--format", "json", "--fail-on", "never", "--only", rule, dir}); code != clean {
		t.Fatalf("%s: exit code %d", dir, code)
	}
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Whoever takes up the edit that a finding offers is rid of the finding, of that alone, and has code that can be read.
func TestEditsMend(t *testing.T) {
	cases := filepath.Join("..", "..", "..", "..", "testdata", "rules")
	made := map[string]int{} // by rule and language
	for _, rule := range []string{"AL102", "AL204", "AL206", "AL207", "AL306", "AL501", "AL508", "AL513", "AL514", "AL602", "AL605"} {
		dirs, err := filepath.Glob(filepath.Join(cases, rule+"-*"))
		if err != nil || len(dirs) != 1 {
			t.Fatalf("%s: %v, %v", rule, dirs, err)
		}
		files, err := filepath.Glob(filepath.Join(dirs[0], "bad*.*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if at, err := os.Stat(file); err != nil || at.IsDir() || strings.HasSuffix(file, ".want") {
				continue
			}
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, ending := range []string{"\n", "\r\n"} {
				content := strings.ReplaceAll(string(content), "\n", ending)
				copied := filepath.Join(t.TempDir(), filepath.Base(file))
				write := func(text string) {
					if err := os.WriteFile(copied, []byte(text), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				write(content)
				before := lintOnly(t, rule, filepath.Dir(copied))
				for _, f := range before.Findings {
					if f.Edit == nil {
						continue
					}
					made[rule+filepath.Ext(file)]++
					e := f.Edit
					edited := replaced(t, content, e.Line, e.Column, e.EndLine, e.EndColumn, e.Text)
					if strings.Count(edited, "\r\n") != strings.Count(edited, "\n") && ending != "\n" {
						t.Errorf("%s: %s: the edit writes another line ending", file, f.Resource.Address)
					}
					write(edited)
					after := lintOnly(t, rule, filepath.Dir(copied))
					if len(after.Findings) != len(before.Findings)-1 || len(after.Diagnostics) > len(before.Diagnostics) {
						t.Errorf("%s: %s: %d findings before the edit %+v and %d after it; diagnostics %v", file, f.Resource.Address, len(before.Findings), *e, len(after.Findings), after.Diagnostics)
					}
				}
			}
		}
	}
	for _, want := range []string{"AL102.tf", "AL204.tf", "AL204.yaml", "AL206.tf", "AL206.yaml", "AL207.tf", "AL207.yaml", "AL306.tf", "AL306.yaml", "AL501.tf", "AL501.yaml", "AL508.tf",
		"AL508.yaml", "AL513.tf", "AL513.yaml", "AL514.tf", "AL514.yaml", "AL602.tf", "AL602.yaml", "AL605.tf", "AL605.yaml"} {
		if made[want] == 0 {
			t.Errorf("%s: no finding offers an edit", want)
		}
	}
}

// replaced gives a text with other words from one line and column to another, which count from 1, columns in code points.
func replaced(t *testing.T, text string, line, column, endLine, endColumn int, by string) string {
	t.Helper()
	offset := func(line, column int) int {
		at := 0
		for range line - 1 {
			at += strings.IndexByte(text[at:], '\n') + 1
		}
		for i := range text[at:] {
			if column--; column == 0 {
				return at + i
			}
		}
		t.Fatal(fmt.Sprint("no such place: ", line, ":", column))
		return 0
	}
	return text[:offset(line, column)] + by + text[offset(endLine, endColumn):]
}
