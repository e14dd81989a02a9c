package terraform_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// TestOracle plans each root below testdata/terraform/oracle with the real terraform and compares: the addresses of
// managed resources, and every value that we claim to know. A file "args" in a root holds arguments of plan, one on
// each line: -var=… and -var-file=….
func TestOracle(t *testing.T) {
	o := theOracle(t)
	dirs, err := filepath.Glob(filepath.FromSlash("../../testdata/terraform/oracle/*"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			c := hold(t, o, dir, dir)
			if c.claimed == 0 {
				t.Error("nothing was compared")
			}
			if len(c.ahead) > 0 {
				t.Errorf("we claim what terraform does not know:\n  %s", strings.Join(c.ahead, "\n  "))
			}
			if c.missed > 0 {
				t.Errorf("terraform knows what we do not:\n  %s", strings.Join(c.misses, "\n  "))
			}
		})
	}
}

// TestOracleElsewhere does the same for the roots that the environment variable ORACLE_ROOTS lists, as paths of
// "tree//root" (the root's path within its tree of modules), separated as PATH is. Those that cannot be planned
// offline are skipped, and what we do not know is only counted.
func TestOracleElsewhere(t *testing.T) {
	list := os.Getenv("ORACLE_ROOTS")
	if list == "" {
		t.Skip("ORACLE_ROOTS names no roots")
	}
	o := theOracle(t)
	for _, item := range filepath.SplitList(list) {
		tree, root, _ := strings.Cut(item, "//")
		t.Run(item, func(t *testing.T) {
			c := hold(t, o, tree, filepath.Join(tree, root))
			t.Logf("resources %d, values claimed %d, wrong %d, not known to us %d; references %d", c.resources, c.claimed, c.wrong, c.missed, c.mentions)
			for _, a := range c.ahead {
				t.Logf("  ahead %s", a)
			}
			for _, m := range c.misses {
				t.Logf("  missed %s", m)
			}
		})
	}
}

// hold plans a root and compares it with what we make of it.
func hold(t *testing.T, o *oracle, tree, dir string) *comparison {
	t.Helper()
	args := planArgs(t, dir)
	if os.Getenv("ORACLE_ROOTS") != "" {
		args = append(args, samples(t, dir)...)
	}
	p, err := o.plan(t, tree, dir, args)
	if err != nil {
		if os.Getenv("ORACLE_ROOTS") != "" {
			t.Skip(err)
		}
		t.Fatal(err)
	}
	options := terraform.Options{AssumeDefaults: true}
	for _, a := range args {
		if v, ok := strings.CutPrefix(a, "-var="); ok {
			options.Vars = append(options.Vars, v)
		}
		if f, ok := strings.CutPrefix(a, "-var-file="); ok {
			options.VarFiles = append(options.VarFiles, filepath.Join(dir, f))
		}
	}
	project, err := terraform.Open(directories(t, tree), options)
	if err != nil {
		t.Fatal(err)
	}
	c := &comparison{t: t}
	g := project.Load(filepath.ToSlash(dir))
	c.graphs(p, g)
	c.references(p, g)

	// Where defaults do not decide, less is known, and nothing else.
	options.AssumeDefaults = false
	if project, err = terraform.Open(directories(t, tree), options); err != nil {
		t.Fatal(err)
	}
	cautious := &comparison{t: t, prefix: "without defaults: "}
	cautious.graphs(p, project.Load(filepath.ToSlash(dir)))
	return c
}

// samples makes up arguments for the variables that a root does not decide itself.
func samples(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	given := map[string]bool{}
	for _, pattern := range []string{"terraform.tfvars", "*.auto.tfvars"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if f, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos); !diags.HasErrors() {
				for n := range f.Body.(*hclsyntax.Body).Attributes {
					given[n] = true
				}
			}
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.tf"))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
		if diags.HasErrors() {
			continue
		}
		for _, b := range f.Body.(*hclsyntax.Body).Blocks {
			if b.Type != "variable" || len(b.Labels) != 1 || b.Body.Attributes["default"] != nil || given[b.Labels[0]] {
				continue
			}
			kind := cty.String
			if a := b.Body.Attributes["type"]; a != nil {
				if kind, _, diags = typeexpr.TypeConstraintWithDefaults(a.Expr); diags.HasErrors() {
					kind = cty.String
				}
			}
			out = append(out, "-var="+b.Labels[0]+"="+strings.Trim(sample(kind), `"`))
		}
	}
	return out
}

// sample is a value of a type, in Terraform's syntax.
func sample(t cty.Type) string {
	switch {
	case t == cty.String:
		return `"sample"`
	case t == cty.Bool:
		return "true"
	case t == cty.Number:
		return "2"
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return "[]"
	}
	var attributes []string
	if t.IsObjectType() {
		for name, at := range t.AttributeTypes() {
			if !t.AttributeOptional(name) {
				attributes = append(attributes, name+" = "+sample(at))
			}
		}
		slices.Sort(attributes)
	}
	return "{" + strings.Join(attributes, ", ") + "}"
}

func planArgs(t *testing.T, dir string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "args"))
	if err != nil {
		return nil
	}
	return strings.Fields(string(b))
}

// directories lists the directories of a tree that hold configuration.
func directories(t *testing.T, tree string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(tree, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && (strings.HasSuffix(p, ".tf") || strings.HasSuffix(p, ".tf.json")) {
			out = append(out, filepath.ToSlash(filepath.Dir(p)))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// comparison counts, and reports what differs.
type comparison struct {
	t                          *testing.T
	resources, claimed, missed int
	wrong, mentions            int // values that differ, and references that the plan lists
	misses, ahead              []string
	prefix                     string // of messages
}

func (c *comparison) graphs(p *plan, g *graph.Graph) {
	c.t.Helper()
	planned := map[string]bool{}
	for _, r := range p.ResourceChanges {
		if r.Mode != "managed" {
			continue
		}
		planned[r.Address] = true
		c.resources++
		ours := g.ByAddress(r.Address)
		if ours == nil {
			if !open(g, r.Address) {
				c.t.Errorf("%sterraform plans %s, which we do not have", c.prefix, r.Address)
			} else {
				c.miss(r.Address)
			}
			continue
		}
		if ours.Exists != graph.True {
			c.miss(r.Address + " exists")
		}
		unknown, _ := r.Change.AfterUnknown.(map[string]any)
		names := ours.Source.Attributes()
		for n := range r.Change.After {
			if r.Change.Importing == nil { // else what is not written is what there is
				names = append(names, n)
			}
		}
		slices.Sort(names)
		for _, n := range slices.Compact(names) {
			if strings.HasSuffix(n, "_wo") {
				continue // what is only written, no plan tells
			}
			c.values(r.Address+"."+n, ours.Attribute(n), r.Change.After[n], unknown[n])
		}
	}
	for _, r := range g.Resources() {
		if r.Mode == graph.Managed && r.Exists == graph.True && !r.Many() && !planned[r.Address] {
			c.t.Errorf("%swe have %s, which terraform does not plan", c.prefix, r.Address)
		}
	}
	for _, d := range g.Diagnostics() {
		c.t.Logf("%s:%d: %s: %s", d.Range.File, d.Range.Start.Line, d.Severity, d.Message)
	}
}

// open tells whether an address is one of a resource of which we do not know the instances.
func open(g *graph.Graph, address string) bool {
	for _, r := range g.Resources() {
		pattern := strings.Split(r.Address, "[*]")
		if len(pattern) == 1 {
			continue
		}
		rest, ok := address, true
		for _, part := range pattern {
			i := strings.Index(rest, part)
			if ok = ok && i >= 0; ok {
				rest = rest[i+len(part):]
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (c *comparison) miss(what string) {
	c.missed++
	c.misses = append(c.misses, what)
}

// values compares a value of ours with one of the plan: after, or unknown where that says so.
func (c *comparison) values(path string, ours cty.Value, after, unknown any) {
	c.t.Helper()
	ours, marks := ours.Unmark()
	for m := range marks {
		switch m.(type) {
		case graph.Symbol, functions.Unsettled:
			return // no claim
		}
	}
	if !ours.IsKnown() {
		if after != nil && unknown != true && !made(after) {
			c.miss(path)
		}
		return
	}
	c.claimed++
	t := ours.Type()
	switch {
	case ours.IsNull():
		if !nothing(after) {
			c.differ(path, "null", after)
		}
	case unknown == true:
		// We may be ahead: an identity is never null for us. Which value we claim is held where it is planned.
		if t.IsPrimitiveType() || ours.IsWhollyKnown() {
			c.ahead = append(c.ahead, path+" = "+ours.GoString())
		}
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		list, ok := after.([]any)
		if ours.LengthInt() != len(list) || !ok && ours.LengthInt() > 0 {
			c.differ(path, fmt.Sprintf("%d elements", ours.LengthInt()), after)
			return
		}
		unknowns, _ := unknown.([]any)
		for i, e := range ours.AsValueSlice() {
			c.values(fmt.Sprintf("%s[%d]", path, i), e, list[i], at(unknowns, i))
		}
	case t.IsObjectType() || t.IsMapType():
		object, ok := after.(map[string]any)
		if !ok {
			c.differ(path, ours.GoString(), after)
			return
		}
		unknowns, _ := unknown.(map[string]any)
		elements := ours.AsValueMap()
		for k, e := range elements {
			c.values(path+"."+k, e, object[k], unknowns[k])
		}
		for k, v := range object {
			if _, ok := elements[k]; !ok && !nothing(v) {
				c.differ(path+"."+k, "absent", v)
			}
		}
	case t == cty.String:
		if s, ok := after.(string); !ok || s != ours.AsString() {
			c.differ(path, ours.GoString(), after)
		}
	case t == cty.Number:
		n, _ := after.(json.Number)
		f, _, err := big.ParseFloat(string(n), 10, 512, big.ToNearestEven)
		if err != nil || f.Cmp(ours.AsBigFloat()) != 0 {
			c.differ(path, ours.GoString(), after)
		}
	case t == cty.Bool:
		if b, ok := after.(bool); !ok || b != ours.True() {
			c.differ(path, ours.GoString(), after)
		}
	default:
		c.differ(path, ours.GoString(), after)
	}
}

func (c *comparison) differ(path, ours string, theirs any) {
	c.t.Helper()
	if made(theirs) {
		return // we may know what the fake provider had to make up, such as the region's name
	}
	if b, err := json.Marshal(theirs); err == nil {
		theirs = string(b)
	}
	c.wrong++
	c.t.Errorf("%s%s: we say %s, terraform says %s", c.prefix, path, ours, theirs)
}

// nothing tells whether a value of the plan is what unwritten attributes and blocks have.
func nothing(v any) bool {
	list, ok := v.([]any)
	return v == nil || ok && len(list) == 0
}

// made tells whether a value of the plan comes of the fake provider's data sources, which made it up.
func made(v any) bool {
	b, err := json.Marshal(v)
	return err == nil && (strings.Contains(string(b), "made-") || strings.Contains(string(b), "xx-zone-"))
}

func at(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}
