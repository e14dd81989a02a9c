package terraform_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
	plans "github.com/archlint/archlint/parsers/terraform/plan"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// TestPlansAddNothingFalse plans the roots of the oracle and the architectures, and lints each in three ways: its source,
// its source with the plan, and the plan alone. A plan may decide what was left open. It may neither take back what the
// source decided, nor may the plan alone find what source and plan together do not.
func TestPlansAddNothingFalse(t *testing.T) {
	o := theOracle(t)
	for _, pattern := range []string{"terraform/oracle/*", "architectures/*-tf"} {
		dirs, err := filepath.Glob(filepath.FromSlash("../../testdata/" + pattern))
		if err != nil || len(dirs) == 0 {
			t.Fatalf("no roots: %v", err)
		}
		for _, dir := range dirs {
			t.Run(filepath.Base(dir), func(t *testing.T) {
				t.Parallel()
				if !threeWays(t, o, dir, dir) {
					t.Error("it cannot be planned")
				}
			})
		}
	}
	cases, err := filepath.Glob(filepath.FromSlash("../../testdata/rules/*/bad.tf"))
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases of rules: %v", err)
	}
	var ran, planned atomic.Int32
	for _, name := range cases {
		t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			ran.Add(1)
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), text, 0o600); err != nil {
				t.Fatal(err)
			}
			if threeWays(t, o, dir, dir) {
				planned.Add(1)
			}
		})
	}
	t.Cleanup(func() { // some call modules that nobody has, or want arguments of a certain form
		if all, n := ran.Load(), planned.Load(); all > 1 && n < all*3/4 {
			t.Errorf("only %d of %d cases of rules could be planned", n, all)
		}
	})
}

// TestPlansElsewhere does the same for the roots that ORACLE_ROOTS lists, see [TestOracleElsewhere].
func TestPlansElsewhere(t *testing.T) {
	list := os.Getenv("ORACLE_ROOTS")
	if list == "" {
		t.Skip("ORACLE_ROOTS names no roots")
	}
	o := theOracle(t)
	for _, item := range filepath.SplitList(list) {
		tree, root, _ := strings.Cut(item, "//")
		t.Run(item, func(t *testing.T) { threeWays(t, o, tree, filepath.Join(tree, root)) })
	}
}

// threeWays plans a root and compares what is found in its source, its source with the plan, and the plan alone. It is
// false where the root cannot be planned.
func threeWays(t *testing.T, o *oracle, tree, dir string) bool {
	t.Helper()
	args := append(planArgs(t, dir), samples(t, dir)...)
	shown, err := o.show(t, tree, dir, args)
	if err != nil {
		t.Logf("it cannot be planned: %v", err)
		return false
	}
	read := readPlan(t, shown)
	source, over := verdictsOf(load(t, tree, dir, args, nil)), verdictsOf(load(t, tree, dir, args, read))
	alone := verdictsOf(readPlan(t, shown).Graph())
	bare := load(t, "", alike(t, dir), args, readPlan(t, shown))

	p := new(plan)
	d := json.NewDecoder(bytes.NewReader(shown))
	d.UseNumber()
	if err := d.Decode(p); err != nil {
		t.Fatal(err)
	}
	c := &comparison{t: t, prefix: "with the plan: "}
	g := load(t, tree, dir, args, readPlan(t, shown))
	c.graphs(p, g)
	for _, r := range append(slices.Clone(g.Resources()), bare.Resources()...) {
		if r.Owner == "" && (r.Exists != graph.True || r.When.Tri() != graph.True || r.Many()) {
			t.Errorf("with the plan it is not decided whether there is %s", r.Address)
		}
	}
	for _, m := range c.misses {
		t.Logf("not known with the plan: %s", m)
	}
	for v := range source.findings {
		if !over.findings[v] {
			t.Errorf("the plan takes back what the source decides: %s", v)
		}
	}
	for v := range over.findings {
		if _, open := source.open[v]; !open && !source.findings[v] {
			t.Errorf("the plan finds what the source does not leave open: %s", v)
		}
	}
	for v := range alone.findings {
		if !over.findings[v] && !strings.Contains(over.open[v], "ignore_changes") && // of which no plan tells
			!over.joined[withoutModules(v)] {
			t.Errorf("the plan alone finds what it does not with the source: %s", v)
		}
	}
	for _, r := range p.ResourceChanges {
		if r.Mode == "managed" && bare.ByAddress(r.Address) == nil {
			t.Errorf("without its modules the plan has no %s", r.Address)
		}
	}
	for v := range verdictsOf(bare).findings {
		if !over.findings[v] && !over.joined[withoutModules(v)] {
			t.Errorf("the plan finds without the modules what it does not with them: %s", v)
		}
	}
	t.Logf("findings and abstentions: %d and %d of the source, %d and %d with the plan, %d and %d of the plan alone",
		len(source.findings), len(source.open), len(over.findings), len(over.open), len(alone.findings), len(alone.open))
	for _, v := range slices.Sorted(maps.Keys(over.open)) {
		t.Logf("open with the plan: %s: %s", v, over.open[v])
	}
	for _, v := range slices.Sorted(maps.Keys(over.findings)) {
		if !alone.findings[v] {
			t.Logf("not found by the plan alone: %s: %s", v, alone.open[v])
		}
	}
	return true
}

// readPlan reads a plan from a file.
func readPlan(t *testing.T, shown []byte) *plans.Plan {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(name, shown, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := plans.Read(filepath.ToSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// alike makes a directory with the files of a root, without its modules.
func alike(t *testing.T, dir string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "in", "a", "place", "without", "any", "modules", "above") // which may be called, too
	if err := os.CopyFS(out, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(out, func(name string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Dir(name) != out && (strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tf.json")) {
			err = os.Remove(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// load loads a root, with a plan if there is one. Without a tree it has no modules.
func load(t *testing.T, tree, dir string, args []string, p *plans.Plan) *graph.Graph {
	t.Helper()
	dirs := []string{filepath.ToSlash(dir)}
	if tree != "" {
		dirs = directories(t, tree)
	}
	var options terraform.Options
	for _, a := range args {
		if v, ok := strings.CutPrefix(a, "-var="); ok {
			options.Vars = append(options.Vars, v)
		}
		if f, ok := strings.CutPrefix(a, "-var-file="); ok {
			options.VarFiles = append(options.VarFiles, filepath.Join(dir, f))
		}
	}
	project, err := terraform.Open(dirs, options)
	if err != nil {
		t.Fatal(err)
	}
	if p != nil {
		project.Lay(map[string]*plans.Plan{filepath.ToSlash(dir): p})
	}
	return project.Load(filepath.ToSlash(dir))
}

var inModule = regexp.MustCompile(`module\.[^.]+\.`)

func withoutModules(verdict string) string { return inModule.ReplaceAllString(verdict, "") }

// verdicts are what rules say of the blocks of a graph, by rule and address without keys.
type verdicts struct {
	findings map[string]bool
	open     map[string]string // with the reason
	joined   map[string]bool   // of findings that stand for several modules' resources, without the modules
}

var keys = regexp.MustCompile(`\["?[^"\]]*"?\]`)

// apart are the rules of the catalogue without precedence: each verdict is compared, not which of them is shown. A plan
// has no comments.
var apart = func() (out []*rules.Rule) {
	for _, r := range catalogue.All {
		own := *r
		own.YieldsTo = nil
		if own.Remarks == nil {
			out = append(out, &own)
		}
	}
	return out
}()

func verdictsOf(g *graph.Graph) verdicts {
	out := verdicts{map[string]bool{}, map[string]string{}, map[string]bool{}}
	result := rules.Run([]rules.Loader{func() *graph.Graph { return g }}, apart, rules.Options{NoIgnores: true})
	for _, f := range result.Findings {
		v := f.Rule.ID + " " + keys.ReplaceAllString(f.Resource.Address, "")
		out.findings[v] = true
		if f.Instances > 1 {
			out.joined[withoutModules(v)] = true
		}
	}
	for _, a := range result.Abstentions {
		out.open[a.Rule.ID+" "+keys.ReplaceAllString(a.Resource.Address, "")] = a.Reason
	}
	return out
}
