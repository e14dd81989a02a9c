package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// writeTree writes files into the working directory.
func writeTree(t *testing.T, files map[string]string) {
	t.Helper()
	for name, src := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// reads is a data source that reads the state with a key.
func reads(key string) string {
	return fmt.Sprintf("data \"terraform_remote_state\" %q {\n  backend = \"s3\"\n  config = { bucket = \"states\", key = %[1]q }\n}\n", key)
}

// keeps is a backend that keeps a state by a key.
func keeps(key string) string {
	return fmt.Sprintf("terraform {\n  backend \"s3\" {\n    bucket = \"states\"\n    key = %q\n  }\n}\n", key)
}

// TestManyReaders loads many roots at once that read the state of one: its syntax is held while it is of use, and not
// longer.
func TestManyReaders(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{
		"shared/main.tf":  "resource \"aws_subnet\" \"s\" {\n  count = 3\n}\noutput \"ids\" {\n  value = aws_subnet.s[*].id\n}\n",
		"network/main.tf": keeps("network") + "module \"s\" {\n  source = \"../shared\"\n}\noutput \"ids\" {\n  value = module.s.ids\n}\n",
	}
	const readers = 30
	for i := range readers {
		files[fmt.Sprintf("live/r%d/main.tf", i)] = keeps(fmt.Sprintf("r%d", i)) + reads("network") + "resource \"aws_x\" \"x\" {\n  ids = data.terraform_remote_state.network.outputs.ids\n}\n"
	}
	writeTree(t, files)
	p, err := Open(configDirs(t, "."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(p.Roots()); n != readers+1 {
		t.Fatalf("%d roots", n)
	}
	var wait sync.WaitGroup
	for _, r := range p.Roots() {
		wait.Go(func() {
			g := p.Load(r.Dir)
			if r.Dir == "network" {
				return
			}
			var seen []string
			for _, ref := range graph.Refs(g.ByAddress("aws_x.x").Attribute("ids")) {
				for _, to := range g.Targets(ref) {
					if to.Mode == graph.Imported && to.Owner == "network" && g.Hides(to) == graph.Unknown {
						seen = append(seen, to.Address)
					}
				}
			}
			if len(seen) != 3 {
				t.Errorf("%s refers to %q", r.Dir, seen)
			}
		})
	}
	wait.Wait()
	if len(p.syntax) != 0 {
		t.Errorf("%d directories are still held", len(p.syntax))
	}
}

// TestStateBounds holds what a root takes from others within bounds; what lies beyond is not known.
func TestStateBounds(t *testing.T) {
	t.Chdir(t.TempDir())
	main := keeps("reader")
	files := map[string]string{}
	all := "resource \"aws_x\" \"x\" {\n"
	for i := range maxStates + 2 {
		key := fmt.Sprintf("net%02d", i)
		main += reads(key)
		all += fmt.Sprintf("  a%02d = data.terraform_remote_state.%s.outputs.name\n", i, key)
		files[key+"/main.tf"] = keeps(key) + "resource \"aws_subnet\" \"s\" {\n  count = 900\n}\noutput \"name\" {\n  value = \"known\"\n}\n"
	}
	files["reader/main.tf"] = main + all + "}\n"
	writeTree(t, files)
	p, err := Open(configDirs(t, "."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := p.Load("reader")
	known, imported := 0, 0
	x := g.ByAddress("aws_x.x")
	for _, name := range x.Source.Attributes() {
		if v := unmarked(x.Attribute(name)); v.IsKnown() {
			known++
		}
	}
	for _, r := range g.Resources() {
		if r.Mode == graph.Imported {
			imported++
		}
	}
	if known != maxStates {
		t.Errorf("the states of %d roots are known, want %d", known, maxStates)
	}
	if imported != maxImported {
		t.Errorf("%d resources of other roots, want %d", imported, maxImported)
	}
	if len(g.Diagnostics()) != 0 || len(g.Gaps) != 0 {
		t.Errorf("unexpected: %v %v", g.Diagnostics(), g.Gaps)
	}
}

// TestStateChain reads through roots that read each other, as far as the bound goes.
func TestStateChain(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{}
	const links = maxChain + 2
	for i := range links {
		value := "\"end\""
		src := keeps(fmt.Sprintf("link%d", i))
		if i > 0 {
			src += reads(fmt.Sprintf("link%d", i-1))
			value = fmt.Sprintf("data.terraform_remote_state.link%d.outputs.v", i-1)
		}
		files[fmt.Sprintf("link%d/main.tf", i)] = src + "resource \"aws_x\" \"x\" {\n  v = " + value + "\n}\noutput \"v\" {\n  value = " + value + "\n}\n"
	}
	writeTree(t, files)
	p, err := Open(configDirs(t, "."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range links {
		v := unmarked(p.Load(fmt.Sprintf("link%d", i)).ByAddress("aws_x.x").Attribute("v"))
		if want := i <= maxChain; v.IsKnown() != want {
			t.Errorf("link %d: known %v, want %v", i, v.IsKnown(), want)
		}
	}
}
