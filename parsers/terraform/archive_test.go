package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/parsers/graph"
)

// TestArchives loads the trees below testdata/terraform/archives, one to a file, and holds all that comes of each
// against the file's part "want": the roots with their resources, attributes (in parentheses those that are not written
// and yet not null), diagnostics and gaps. The comment of an
// archive gives the options, one to a line: "var: name=value", "var-file: name", "env: name=value", "workspace: name", "assume-defaults".
//
// With UPDATE=1 in the environment it writes what it has got.
func TestArchives(t *testing.T) {
	names, err := filepath.Glob(testdata + "/archives/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			home, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			want := unpack(t, archive)
			got := summary(t, options(t, string(archive.Comment)))
			if os.Getenv("UPDATE") != "" {
				for i := range archive.Files {
					if archive.Files[i].Name == "want" {
						archive.Files[i].Data = []byte(got)
					}
				}
				if err := os.WriteFile(home, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// unpack writes the files of an archive into a directory of its own, makes it the working directory and gives the part
// "want".
func unpack(t *testing.T, archive *txtar.Archive) (want string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return want
}

func options(t *testing.T, comment string) (o Options) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(comment), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "var":
			o.Vars = append(o.Vars, value)
		case "var-file":
			o.VarFiles = append(o.VarFiles, value)
		case "env":
			o.EnvVars = append(o.EnvVars, value)
		case "workspace":
			o.Workspace = value
		case "tree":
			o.Trees = append(o.Trees, value)
		case "assume-defaults":
			o.AssumeDefaults = true
		}
	}
	return o
}

// summary writes all roots below the working directory.
func summary(t *testing.T, o Options) string {
	t.Helper()
	p, err := Open(configDirs(t, "."), o)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	for _, root := range p.Roots() {
		b.WriteString("root " + root.Dir)
		if root.Library {
			b.WriteString(" (library)")
		}
		b.WriteByte('\n')
		summarise(&b, p.Load(root.Dir))
	}
	return b.String()
}

func summarise(b *strings.Builder, g *graph.Graph) {
	for _, r := range g.Resources() {
		fmt.Fprintf(b, "  %s", r.Address)
		if r.Exists != graph.True {
			b.WriteByte('?')
		}
		if words := r.When.String(); r.Exists != graph.True && words != r.Address+" exists" {
			fmt.Fprintf(b, " under %s", words)
		}
		fmt.Fprintf(b, " [%s %s] %s:%d\n", r.Mode, r.Provider, r.Header.File, r.Header.Start.Line)
		for _, name := range r.Source.Attributes() {
			fmt.Fprintf(b, "    %s = %s\n", name, render(r.Attribute(name)))
		}
		for _, name := range []string{"tags_all", "not_written"} {
			if v := r.Attribute(name); !v.IsNull() && !slices.Contains(r.Source.Attributes(), name) {
				fmt.Fprintf(b, "    (%s) = %s\n", name, render(v))
			}
		}
	}
	for _, d := range g.Diagnostics() {
		fmt.Fprintf(b, "  %s %s:%d: %s\n", d.Severity, d.Range.File, d.Range.Start.Line, d.Message)
	}
	gaps := slices.Clone(g.Gaps)
	slices.SortStableFunc(gaps, func(a, b graph.Gap) int { return a.Range.Compare(b.Range) })
	for _, gap := range gaps {
		of := "a file"
		if gap.Module != nil {
			of = gap.Module.Address
		}
		fmt.Fprintf(b, "  gap %s:%d (%s): %s\n", gap.Range.File, gap.Range.Start.Line, of, gap.Message)
	}
}
