package terraform_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// schema is what the fake provider reads: all that a configuration writes and mentions.
type schema struct {
	Resources map[string]*schemaBlock `json:"resources"`
	Data      map[string]*schemaBlock `json:"data"`
	Providers map[string]*schemaBlock `json:"providers"`
	Mentioned []string                `json:"mentioned"`

	sources map[string]string // of each provider, by local name
	seen    map[string]bool   // directories
}

type schemaBlock struct {
	Attributes []string                `json:"attributes"`
	Blocks     map[string]*schemaBlock `json:"blocks"`
}

var mention = regexp.MustCompile(`\.([a-z][a-z0-9_]*)`)

// schemaOf gathers the schema of a root and of the local modules that it calls, and blanks in the files what a plan
// without init cannot have: backends and version constraints.
func schemaOf(t *testing.T, root string) *schema {
	t.Helper()
	s := &schema{Resources: map[string]*schemaBlock{}, Data: map[string]*schemaBlock{}, Providers: map[string]*schemaBlock{},
		sources: map[string]string{}, seen: map[string]bool{}}
	s.directory(t, root)
	for _, types := range []map[string]*schemaBlock{s.Resources, s.Data} {
		for name := range types {
			s.provider(strings.SplitN(name, "_", 2)[0])
		}
	}
	for name := range s.Providers {
		s.provider(name)
	}
	slices.Sort(s.Mentioned)
	s.Mentioned = slices.Compact(s.Mentioned)
	return s
}

func (s *schema) provider(name string) {
	if s.sources[name] == "" && name != "terraform" {
		s.sources[name] = "hashicorp/" + name
	}
}

func (s *schema) directory(t *testing.T, dir string) {
	t.Helper()
	dir = filepath.Clean(dir)
	if s.seen[dir] {
		return
	}
	s.seen[dir] = true
	files, _ := filepath.Glob(filepath.Join(dir, "*.tf*"))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mention.FindAllSubmatch(text, -1) {
			s.Mentioned = append(s.Mentioned, string(m[1]))
		}
		switch {
		case strings.HasSuffix(name, ".tf"):
			s.native(t, dir, name, text)
		case strings.HasSuffix(name, ".tf.json"):
			s.json(t, dir, text)
		}
	}
}

func (s *schema) native(t *testing.T, dir, name string, text []byte) {
	t.Helper()
	f, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	if diags.HasErrors() {
		return // terraform will say so
	}
	blanked := slices.Clone(text)
	blank := func(r hcl.Range) {
		for i := r.Start.Byte; i < r.End.Byte; i++ {
			if blanked[i] != '\n' {
				blanked[i] = ' '
			}
		}
	}
	for _, b := range f.Body.(*hclsyntax.Body).Blocks {
		switch {
		case b.Type == "resource" && len(b.Labels) == 2:
			fill(s.Resources, b.Labels[0], b.Body)
		case b.Type == "data" && len(b.Labels) == 2:
			fill(s.Data, b.Labels[0], b.Body)
		case b.Type == "provider" && len(b.Labels) == 1:
			fill(s.Providers, b.Labels[0], b.Body)
		case b.Type == "check":
			for _, n := range b.Body.Blocks {
				if n.Type == "data" && len(n.Labels) == 2 {
					fill(s.Data, n.Labels[0], n.Body)
				}
			}
		case b.Type == "module":
			if a := b.Body.Attributes["source"]; a != nil {
				if v, _ := a.Expr.Value(nil); v.IsKnown() && strings.HasPrefix(v.AsString(), ".") {
					s.directory(t, filepath.Join(dir, v.AsString()))
				}
			}
		case b.Type == "terraform":
			if a := b.Body.Attributes["required_version"]; a != nil {
				blank(a.SrcRange)
			}
			for _, n := range b.Body.Blocks {
				switch n.Type {
				case "backend", "cloud":
					blank(n.Range())
				case "required_providers":
					s.required(n.Body)
				}
			}
		}
	}
	if err := os.WriteFile(name, blanked, 0o600); err != nil {
		t.Fatal(err)
	}
}

// required reads the sources of providers.
func (s *schema) required(b *hclsyntax.Body) {
	for name, a := range b.Attributes {
		defer s.provider(name)
		pairs, diags := hcl.ExprMap(a.Expr)
		if diags.HasErrors() {
			continue
		}
		for _, p := range pairs {
			if hcl.ExprAsKeyword(p.Key) == "source" {
				if v, _ := p.Value.Value(nil); v.IsKnown() && !v.IsNull() {
					s.sources[name] = v.AsString()
				}
			}
		}
	}
}

// fill adds what a body writes to the block of that name.
func fill(blocks map[string]*schemaBlock, name string, body *hclsyntax.Body) {
	into := blocks[name]
	if into == nil {
		into = &schemaBlock{Blocks: map[string]*schemaBlock{}}
		blocks[name] = into
	}
	for n := range body.Attributes {
		into.Attributes = append(into.Attributes, n)
	}
	for _, b := range body.Blocks {
		switch {
		case b.Type == "lifecycle":
			into.Attributes = append(into.Attributes, ignored(b.Body)...)
		case b.Type != "dynamic":
			fill(into.Blocks, b.Type, b.Body)
		case len(b.Labels) == 1:
			for _, c := range b.Body.Blocks {
				fill(into.Blocks, b.Labels[0], c.Body)
			}
		}
	}
}

// ignored names the attributes whose changes are ignored: they need not be written.
func ignored(lifecycle *hclsyntax.Body) []string {
	a := lifecycle.Attributes["ignore_changes"]
	if a == nil {
		return nil
	}
	list, diags := hcl.ExprList(a.Expr)
	if diags.HasErrors() {
		return nil
	}
	var out []string
	for _, e := range list {
		if t, diags := hcl.AbsTraversalForExpr(e); !diags.HasErrors() && !t.IsRelative() {
			out = append(out, t.RootName())
		}
	}
	return out
}

// json adds what a file in JSON writes: every property is an attribute there, but for dynamic blocks.
func (s *schema) json(t *testing.T, dir string, text []byte) {
	t.Helper()
	var f struct {
		Resource, Data map[string]map[string]map[string]any
		Module         map[string]map[string]any
		Provider       map[string]any
	}
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatalf("the harness reads only .tf.json files of one simple shape: %v", err)
	}
	for kind, named := range f.Resource {
		for _, body := range named {
			fillJSON(s.Resources, kind, body)
		}
	}
	for kind, named := range f.Data {
		for _, body := range named {
			fillJSON(s.Data, kind, body)
		}
	}
	for name, x := range f.Provider {
		list, ok := x.([]any)
		if !ok {
			list = []any{x}
		}
		for _, body := range list {
			fillJSON(s.Providers, name, body)
		}
	}
	for _, m := range f.Module {
		if source, ok := m["source"].(string); ok && strings.HasPrefix(source, ".") {
			s.directory(t, filepath.Join(dir, source))
		}
	}
}

// fillJSON adds what an object writes to the block of that name.
func fillJSON(blocks map[string]*schemaBlock, name string, x any) {
	body, _ := x.(map[string]any)
	into := blocks[name]
	if into == nil {
		into = &schemaBlock{Blocks: map[string]*schemaBlock{}}
		blocks[name] = into
	}
	for n, value := range body {
		if n != "dynamic" {
			into.Attributes = append(into.Attributes, n)
			continue
		}
		dynamic, _ := value.(map[string]any)
		for label, d := range dynamic {
			if d, ok := d.(map[string]any); ok {
				fillJSON(into.Blocks, label, d["content"])
			}
		}
	}
}
