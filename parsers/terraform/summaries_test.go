package terraform

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// A listing is what a root's graph says, for comparison: resources and the outputs of published modules.
type listing struct {
	Resources map[string]*listed        `json:"resources"`
	Outputs   map[string]map[string]any `json:"outputs"`           // by the address of the module
	Other     []string                  `json:"other,omitempty"`   // types of resources of the published modules that their summaries leave out
	Assumed   *listing                  `json:"assumed,omitempty"` // with the defaults of the root's variables deciding everything, where that differs
}

type listed struct {
	Exists     string         `json:"exists"`
	Attributes map[string]any `json:"attributes"`
	Ignored    []string       `json:"ignored,omitempty"` // attributes that a summary writes, but for unjudged ones, of which changes are ignored
	source     graph.Source
}

// TestSummaries compares what the summaries of published modules make with what the modules themselves make, for each
// root below testdata/terraform/summaries. The latter is listed in published.json, beside the root's main.tf.
//
// Where the environment variable ARCHLINT_MODULES names a directory that holds the modules themselves, as
// <namespace>/<name>/<version>, they are evaluated in place of the listing; with UPDATE_SUMMARIES=1 it is written anew.
//
// Where a root's variables have defaults that the published module tests, a summary may say more than can be told of the
// module itself, since it need not test them. It is then compared with the defaults assumed, too.
func TestSummaries(t *testing.T) {
	const top = "../../testdata/terraform/summaries"
	var cases []string
	err := filepath.WalkDir(filepath.FromSlash(top), func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Name() == "main.tf" {
			cases = append(cases, path.Dir(filepath.ToSlash(name)))
		}
		return err
	})
	if err != nil || len(cases) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	for _, dir := range cases {
		t.Run(strings.TrimPrefix(dir, top+"/"), func(t *testing.T) {
			t.Parallel()
			var want listing
			got, assumed := list(t, dir, false), list(t, dir, true)
			file := filepath.Join(filepath.FromSlash(dir), "published.json")
			if modules := os.Getenv("ARCHLINT_MODULES"); modules != "" {
				installed := withModules(t, dir, modules)
				published := list(t, installed, false)
				if len(published.unread) > 0 {
					t.Logf("the published modules call others that are not at hand: %v", published.unread)
				}
				want = *relevant(published, got)
				if a := relevant(list(t, installed, true), assumed); !reflect.DeepEqual(*a, want) {
					want.Assumed = a
				}
				if os.Getenv("UPDATE_SUMMARIES") != "" {
					text, err := json.MarshalIndent(want, "", " ")
					if err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(file, append(text, '\n'), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want = through(t, want)
			} else {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatalf("%v: make it with ARCHLINT_MODULES and UPDATE_SUMMARIES=1", err)
				}
				if err := json.Unmarshal(text, &want); err != nil {
					t.Fatalf("%s: %v", file, err)
				}
			}
			if len(got.unread) > 0 {
				t.Errorf("there is no summary for %v", got.unread)
			}
			compare(t, want, through(t, *relevant(got, got)), want.Assumed != nil)
			if want.Assumed != nil {
				compare(t, *want.Assumed, through(t, *relevant(assumed, assumed)), false)
			}
		})
	}
}

// through makes of a listing what its JSON says.
func through(t *testing.T, l listing) (out listing) {
	t.Helper()
	text, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// compare reports where a summary says something else than the published module; more tells whether it may know what is
// unknown of that.
func compare(t *testing.T, want, got listing, more bool) {
	t.Helper()
	same := func(what string, want, got any) {
		if more {
			got = unknownAs(want, got)
		}
		w, _ := json.Marshal(want)
		g, _ := json.Marshal(got)
		if string(w) != string(g) {
			t.Errorf("%s\n   is %s\nwant %s", what, g, w)
		}
	}
	for _, address := range union(want.Resources, got.Resources) {
		w, g := want.Resources[address], got.Resources[address]
		switch {
		case more && (w == nil || w.Exists == graph.Unknown.String()):
			continue
		case w == nil:
			t.Errorf("%s is not in the published module", address)
			continue
		case g == nil:
			t.Errorf("%s is missing", address)
			continue
		case w.Exists != g.Exists:
			t.Errorf("%s: exists is %s, not %s", address, g.Exists, w.Exists)
		case !slices.Equal(w.Ignored, g.Ignored):
			t.Errorf("%s: changes of %v are ignored, not of %v", address, g.Ignored, w.Ignored)
		}
		for _, name := range union(w.Attributes, g.Attributes) {
			is, wanted := g.Attributes[name], w.Attributes[name]
			if name == "tag" {
				if _, all := wanted.([]any); !all && wanted != nil {
					continue
				}
				is, wanted = inOrder(is), inOrder(wanted)
			}
			same(address+"."+name, wanted, is)
		}
	}
	// A summary may have outputs that a minor version did not have yet.
	for module, outputs := range want.Outputs {
		for name := range outputs {
			same(module+"."+name, outputs[name], got.Outputs[module][name])
		}
	}
}

// inOrder sorts the blocks of a group's tags, whose order means nothing. What their keys are made of is left out: a summary
// may write tags one by one, for what is known of their keys, where the published module makes them of a map. Of that
// nothing is known if one of its keys is not.
func inOrder(blocks any) any {
	all, ok := blocks.([]any)
	if !ok {
		return blocks
	}
	out := make([]any, len(all))
	for i, block := range all {
		out[i] = block
		if tag, ok := block.(map[string]any); ok {
			if key, ok := tag["key"].(map[string]any); ok && key["value"] != nil {
				tag = maps.Clone(tag)
				tag["key"] = key["value"]
				out[i] = tag
			}
		}
	}
	slices.SortFunc(out, func(a, b any) int { return cmp.Compare(text(a), text(b)) })
	return out
}

// unknownAs replaces what is unknown in one value in the other.
func unknownAs(want, got any) any {
	switch w := want.(type) {
	case map[string]any:
		if w["unknown"] != nil {
			return want
		}
		if g, ok := got.(map[string]any); ok {
			out := maps.Clone(g)
			for name, v := range w {
				out[name] = unknownAs(v, g[name])
			}
			return out
		}
	case []any:
		if g, ok := got.([]any); ok && len(w) == len(g) {
			out := slices.Clone(g)
			for i, v := range w {
				out[i] = unknownAs(v, g[i])
			}
			return out
		}
	}
	return got
}

func union[V any](a, b map[string]V) []string {
	all := slices.Concat(slices.Collect(maps.Keys(a)), slices.Collect(maps.Keys(b)))
	slices.Sort(all)
	return slices.Compact(all)
}

// A made listing knows of what it was made.
type made struct {
	listing
	types   map[string]bool            // of resources that the summaries make
	writes  map[string]map[string]bool // by the address without indices: attributes that a summary writes
	outputs map[string]map[string]bool // by the module's address: outputs that a summary has
	unread  []string
}

// relevant leaves of a listing what the summaries speak of.
func relevant(all, of *made) *listing {
	out := &listing{Resources: map[string]*listed{}, Outputs: map[string]map[string]any{}}
	for address, r := range all.Resources {
		block := withoutIndices(address)
		kind := typeOf(block)
		if !strings.HasPrefix(block, "module.") {
			out.Resources[address] = &listed{Exists: r.Exists, Attributes: r.Attributes}
			continue
		}
		if !of.types[kind] {
			if !slices.Contains(out.Other, kind) {
				out.Other = append(out.Other, kind)
			}
			continue
		}
		kept := &listed{Exists: r.Exists, Attributes: map[string]any{}}
		if v := r.Attributes[preventDestroy]; v != nil {
			kept.Attributes[preventDestroy] = v
		}
		for name := range of.writes[block] {
			if v := r.Attributes[name]; v != nil {
				kept.Attributes[name] = v
			}
		}
		for _, name := range slices.Sorted(maps.Keys(of.writes[block])) {
			if !unjudged[name] && r.source.Ignored(name) == graph.True {
				kept.Ignored = append(kept.Ignored, name)
			}
		}
		out.Resources[address] = kept
	}
	for address, outputs := range all.Outputs {
		for name, v := range outputs {
			if of.outputs[address][name] && !unsaid[name] {
				if out.Outputs[address] == nil {
					out.Outputs[address] = map[string]any{}
				}
				out.Outputs[address][name] = of.part(v)
			}
		}
	}
	slices.Sort(out.Other)
	return out
}

// part leaves of the resources that stand whole in an output the attributes that their summary writes and that are known.
func (l *made) part(value any) any {
	switch v := value.(type) {
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = l.part(e)
		}
		return out
	case map[string]any:
		refs, _ := v["references"].([]string)
		out := make(map[string]any, len(v))
		for name, e := range v {
			if !unsaid[name] {
				out[name] = l.part(e)
			}
		}
		for _, ref := range refs {
			address, whole := strings.CutSuffix(ref, ".")
			if !whole {
				continue
			}
			writes, kept := l.writes[withoutIndices(address)], map[string]any{}
			attributes, _ := v["value"].(map[string]any)
			for name, e := range attributes {
				own := map[string]any{"unknown": []string{address + "." + name}}
				if writes[name] && !reflect.DeepEqual(e, own) {
					kept[name] = e
				}
			}
			out["value"] = kept
		}
		return out
	}
	return value
}

// unsaid are outputs of which a summary says only that they are not known. They are left out too where a module that has
// them stands whole in an output.
var unsaid = map[string]bool{"user_data": true}

// unjudged are attributes of which no rule asks whether changes are ignored.
var unjudged = map[string]bool{"tags": true, "propagating_vgws": true}

// withoutIndices takes "[0]" and `["a"]` out of an address.
func withoutIndices(address string) string {
	var b strings.Builder
	depth, quoted := 0, false
	for i, c := range address {
		switch {
		case c == '"' && (i == 0 || address[i-1] != '\\'):
			quoted = !quoted
		case quoted:
		case c == '[':
			depth++
		case c == ']':
			depth--
			continue
		}
		if depth == 0 && !quoted {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// typeOf is the type of the resource at an address without indices.
func typeOf(block string) string {
	parts := strings.Split(block, ".")
	return parts[len(parts)-2]
}

// list evaluates a root; assume tells whether the defaults of its variables decide everything.
func list(t *testing.T, dir string, assume bool) *made {
	t.Helper()
	trees := []string{dir}
	if _, err := os.Stat(filepath.Join(dir, "published")); err == nil {
		trees = append(trees, path.Join(dir, "published")) // a module may read what stands beside it
	}
	p, err := Open([]string{dir}, Options{Trees: trees, AssumeDefaults: assume})
	if err != nil {
		t.Fatal(err)
	}
	g := p.Load(dir)
	out := &made{listing: listing{Resources: map[string]*listed{}, Outputs: map[string]map[string]any{}},
		types: map[string]bool{}, writes: map[string]map[string]bool{}, outputs: map[string]map[string]bool{}}
	for _, r := range g.Resources() {
		if r.Mode != graph.Managed {
			continue
		}
		l := &listed{Exists: r.Exists.String(), Attributes: map[string]any{}, source: r.Source}
		for _, name := range r.Source.Attributes() {
			l.Attributes[name] = shape(r.Attribute(name))
			if all, ok := l.Attributes[name].([]any); ok && unordered[name] {
				slices.SortFunc(all, func(a, b any) int { return cmp.Compare(text(a), text(b)) })
			}
		}
		if prevented := shape(r.Attribute(preventDestroy)); prevented != nil {
			l.Attributes[preventDestroy] = prevented
		}
		out.Resources[r.Address] = l
		if src := r.Source.(*source); src.m.d.summary {
			out.writes[withoutIndices(r.Address)] = setOf(src.Attributes())
		}
	}
	main := mainModule(g)
	if main == nil {
		t.Fatalf("%s has no resource of its own, so its modules are not found", dir)
	}
	for _, name := range main.d.callOrder {
		all, _ := main.children(name)
		for _, m := range all {
			if m.d != nil {
				out.take(m)
			}
		}
	}
	for _, gap := range g.Gaps {
		if gap.Module != nil && !gap.Module.Source.(*source).m.d.summary {
			out.unread = append(out.unread, gap.Module.Address)
		}
	}
	for _, d := range g.Diagnostics() {
		t.Errorf("%s:%d: %s", d.Range.File, d.Range.Start.Line, d.Message)
	}
	return out
}

// unordered are the blocks whose order means nothing to the provider, by name, where a summary writes them in another.
var unordered = map[string]bool{"setting": true}

func text(v any) string {
	t, _ := json.Marshal(v)
	return string(t)
}

// mainModule is the root module of a graph, found through any of its resources.
func mainModule(g *graph.Graph) *module {
	for _, r := range g.Resources() {
		if s, ok := r.Source.(*source); ok {
			return s.m.u.main
		}
	}
	return nil
}

// take lists the outputs of a module that the root calls, and what its summary speaks of.
func (l *made) take(m *module) {
	address := strings.TrimSuffix(m.address, ".")
	if l.Outputs[address] != nil {
		return
	}
	values := map[string]any{}
	for name := range m.d.outputs {
		values[name] = shape(m.u.choose(m.output(name)))
	}
	l.Outputs[address] = values
	if m.d.summary {
		l.outputs[address] = setOf(slices.Collect(maps.Keys(m.d.outputs)))
	}
	l.kinds(m)
}

// kinds notes the types of resources that a summary makes, or those that a local module calls.
func (l *made) kinds(m *module) {
	if m.d == nil {
		return
	}
	for _, b := range m.d.resources {
		if b.Type == "resource" && m.d.summary {
			l.types[b.Labels[0]] = true
		}
	}
	for name := range m.d.calls {
		all, _ := m.children(name)
		for _, c := range all {
			l.kinds(c)
		}
	}
}

func setOf(names []string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		out[n] = true
	}
	return out
}

// shape is a value in JSON: what is unknown is {"unknown": [references]}, what is known and has references
// {"value": …, "references": […]}. Nothing, null and an empty list are the same.
func shape(v cty.Value) any {
	plain, marks := v.Unmark()
	var refs []string
	for m := range marks {
		switch m := m.(type) {
		case graph.Ref:
			name := m.Address + "." + m.Attribute
			if m.Possible {
				name += " (possible)"
			}
			refs = append(refs, name)
		case graph.Symbol:
			refs = append(refs, "symbol of "+m.Source)
		}
	}
	slices.Sort(refs)
	value := plainShape(plain)
	switch {
	case !plain.IsKnown():
		return map[string]any{"unknown": slices.Concat([]string{}, refs)}
	case len(refs) > 0 && value != nil:
		return map[string]any{"value": value, "references": refs}
	}
	return value
}

func plainShape(v cty.Value) any {
	switch t := v.Type(); {
	case !v.IsKnown() || v.IsNull():
		return nil
	case t.IsPrimitiveType():
		text, err := ctyjson.Marshal(v, t)
		if err != nil {
			return err.Error()
		}
		return strings.Trim(string(text), `"`) // the provider takes "80" for 80
	case isMapping(t):
		out := map[string]any{}
		for _, e := range elements(v) {
			if s := shape(e.value); s != nil {
				out[e.key.AsString()] = s
			}
		}
		if len(out) == 0 {
			return nil
		}
		return out
	default:
		var out []any
		for _, e := range elements(v) {
			out = append(out, shape(e.value))
		}
		if len(out) == 0 {
			return nil
		}
		return out
	}
}

// withModules copies a root to a place where the published modules that it calls are installed.
func withModules(t *testing.T, dir, modules string) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS(filepath.FromSlash(dir))); err != nil {
		t.Fatal(err)
	}
	modules, err := filepath.Abs(modules)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(root, ".terraform", "modules"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(modules, filepath.Join(root, "published")); err != nil {
		t.Fatal(err)
	}
	type entry struct{ Key, Dir string }
	var manifest struct{ Modules []entry }
	for range 4 { // modules call modules
		text, err := json.Marshal(manifest)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(".terraform/modules/modules.json")), text, 0o644); err != nil {
			t.Fatal(err)
		}
		known := len(manifest.Modules)
		for key, where := range missingModules(t, root, modules) {
			if !slices.ContainsFunc(manifest.Modules, func(e entry) bool { return e.Key == key }) {
				manifest.Modules = append(manifest.Modules, entry{key, "published/" + where})
			}
		}
		slices.SortFunc(manifest.Modules, func(a, b entry) int { return cmp.Compare(a.Key, b.Key) })
		if len(manifest.Modules) == known {
			break
		}
	}
	return filepath.ToSlash(root)
}

// missingModules are the keys of module calls below a root that are not installed, with the places of those among the
// published modules.
func missingModules(t *testing.T, root, modules string) map[string]string {
	t.Helper()
	p, err := Open([]string{filepath.ToSlash(root)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := p.Load(filepath.ToSlash(root))
	out := map[string]string{}
	var visit func(m *module)
	visit = func(m *module) {
		for _, name := range m.d.callOrder {
			call := m.d.calls[name]
			all, _ := m.children(name)
			where, wanted := publishedAt(call)
			for _, c := range all {
				switch {
				case c.d != nil && !c.d.summary:
					visit(c)
				case wanted:
					if _, err := os.Stat(filepath.Join(modules, filepath.FromSlash(where))); err == nil {
						out[m.installedKey(name)] = where
					} else if c.call == call && m.call == nil {
						t.Errorf("there is no %s among the published modules", where)
					}
				}
			}
		}
	}
	if m := mainModule(g); m != nil {
		visit(m)
	}
	return out
}

// publishedAt is the place of the module that is called among the published ones: <namespace>/<name>/<version>.
func publishedAt(call *hclsyntax.Block) (where string, ok bool) {
	a := call.Body.Attributes["version"]
	found := summaries.Find(sourceOf(call), "")
	if a == nil || len(found) == 0 {
		return "", false
	}
	source, sub, _ := strings.Cut(sourceOf(call), "//")
	parts := strings.Split(source, "/")
	if len(parts) < 3 {
		return "", false
	}
	parts = parts[len(parts)-3:]
	return path.Join(parts[0], parts[1], constant(a.Expr), sub), true
}

// TestSummariesParse reads every summary in each of its versions: they have no errors, declare nothing twice, refer to
// nothing that is not declared, and the names that they declare are found without parsing them.
func TestSummariesParse(t *testing.T) {
	roots, err := filepath.Glob("summaries/*/*")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range roots {
		module := strings.TrimPrefix(filepath.ToSlash(root), "summaries/")
		if info, err := os.Stat(root); err != nil || !info.IsDir() {
			continue
		}
		source := module + "/aws"
		if strings.HasSuffix(module, "/label") {
			source = module + "/null"
		}
		subs := map[string]bool{"": true}
		for _, pattern := range []string{"modules/*", "v*/modules/*"} {
			found, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
			for _, f := range found {
				if filepath.Ext(f) != ".tf" {
					subs["//modules/"+filepath.Base(f)] = true
				}
			}
		}
		for sub := range subs {
			all := summaries.Find(source+sub, "")
			if len(all) == 0 {
				t.Errorf("%s%s has no version: a directory like v1-v3 tells which there are", source, sub)
			}
			for _, dir := range all {
				d := p.readSummary(dir)
				for _, x := range d.diagnostics {
					t.Errorf("%s: %s:%d: %s", dir, x.Range.File, x.Range.Start.Line, x.Message)
				}
				for _, name := range undeclaredNames(d) {
					t.Errorf("%s: %s is not declared", dir, name)
				}
				if read := summaries.NamesOf(dir); !sameKeys(read.Variables, d.variables) || !sameKeys(read.Outputs, d.outputs) {
					t.Errorf("%s: its names are read as %v and %v, but they are not those that it declares", dir, sortedKeys(read.Variables), sortedKeys(read.Outputs))
				}
			}
		}
	}
}

func sameKeys[A, B any](a map[string]A, b map[string]B) bool {
	return slices.Equal(sortedKeys(a), sortedKeys(b))
}

// undeclaredNames are the variables, locals, resources and calls that a module mentions and does not declare.
func undeclaredNames(d *dir) (out []string) {
	check := func(node hclsyntax.Node) {
		hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics {
			e, ok := n.(*hclsyntax.ScopeTraversalExpr)
			if !ok {
				return nil
			}
			x := e.Traversal
			name := attributeAt(x, 1)
			switch root := x.RootName(); root {
			case "var":
				if d.variables[name] == nil {
					out = append(out, "var."+name)
				}
			case "local":
				if d.locals[name] == nil {
					out = append(out, "local."+name)
				}
			case "module":
				if d.calls[name] == nil {
					out = append(out, "module."+name)
				}
			case "data":
				if key := "data." + name + "." + attributeAt(x, 2); d.resources[key] == nil {
					out = append(out, key)
				}
			default:
				if key := root + "." + name; strings.HasPrefix(root, "aws_") && d.resources[key] == nil {
					out = append(out, key)
				}
			}
			return nil
		})
	}
	for _, blocks := range []map[string]*hclsyntax.Block{d.resources, d.outputs, d.calls} {
		for _, b := range blocks {
			check(b.Body)
		}
	}
	for _, a := range d.locals {
		check(a.Expr)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
