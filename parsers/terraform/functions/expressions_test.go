package functions

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var update = flag.Bool("update", false, "write the results of the terraform on PATH into the table of expressions")

// The table has an expression on each line, then arrow, then its result in JSON, or fails.
const (
	table = "../../../testdata/terraform/functions/expressions.txt"
	arrow = " ==> "
	fails = "error"
)

type example struct {
	line       int
	expression string
	want       string
}

func examples(t *testing.T) []example {
	t.Helper()
	b, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		expression, want, _ := strings.Cut(line, arrow)
		out = append(out, example{i + 1, expression, want})
	}
	return out
}

// TestExpressions holds every function against the table, in which stands what Terraform itself answers.
func TestExpressions(t *testing.T) {
	ctx := &hcl.EvalContext{Functions: map[string]function.Function{"try": tryfunc.TryFunc}}
	called := map[string]bool{}
	for _, n := range slices.Sorted(maps.Keys(library)) {
		if n != "try" {
			ctx.Functions[n] = callable(n, called)
		}
	}
	for _, e := range examples(t) {
		if got := evaluate(t, ctx, e.expression); got != e.want {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", filepath.Base(table), e.line, e.expression, got, e.want)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(library)) {
		if v, _, err := Call(n, nil); err == nil && !v.IsKnown() {
			continue // it has no result to compare
		}
		if !called[n] && !legacy[n] && n != "sensitive" && n != "try" {
			t.Errorf("the table has no expression for %s", n)
		}
	}
}

// legacy functions are known to 0.11 only.
var legacy = map[string]bool{"list": true, "map": true}

// callable is a function of this package for HCL's own evaluator.
func callable(name string, called map[string]bool) function.Function {
	call := func(args []cty.Value) (cty.Value, error) {
		called[name] = true
		v, known, err := Call(name, args)
		if err == nil && !known {
			err = fmt.Errorf("%s is not known", name)
		}
		return v, err
	}
	return function.New(&function.Spec{
		VarParam: &function.Parameter{Name: "args", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
		Type: func(args []cty.Value) (cty.Type, error) {
			v, err := call(args)
			return v.Type(), err
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return call(args) },
	})
}

func evaluate(t *testing.T, ctx *hcl.EvalContext, expression string) string {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(expression), "", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", expression, diags)
	}
	v, diags := e.Value(ctx)
	if diags.HasErrors() {
		return fails
	}
	v, _ = v.UnmarkDeep()
	text, err := stdlib.JSONEncode(v)
	if err != nil {
		return fails // such as infinity, in Terraform too
	}
	if !text.IsKnown() {
		return fmt.Sprintf("unknown: %#v", v)
	}
	return text.AsString()
}

// TestExpressionsOfTerraform holds the table itself against the terraform on PATH.
func TestExpressionsOfTerraform(t *testing.T) {
	terraform, err := exec.LookPath("terraform")
	if err != nil {
		t.Skip("SKIPPED: terraform is not on PATH, so the table of expressions is not verified")
	}
	dir := t.TempDir()
	all := examples(t)
	var b bytes.Buffer
	for _, e := range all {
		fmt.Fprintf(&b, "output \"line_%d\" {\n  value = try(jsonencode(%s), %q)\n}\n", e.line, e.expression, fails)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) []byte {
		cmd := exec.Command(terraform, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+os.DevNull, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1")
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("terraform %s: %v\n%s%s", args[0], err, out, stderr.String())
		}
		return out
	}
	run("plan", "-input=false", "-no-color", "-out=plan")
	var plan struct {
		PlannedValues struct {
			Outputs map[string]struct{ Value string }
		} `json:"planned_values"`
	}
	if err := json.Unmarshal(run("show", "-json", "plan"), &plan); err != nil {
		t.Fatal(err)
	}
	results := map[int]string{}
	for _, e := range all {
		o, ok := plan.PlannedValues.Outputs[fmt.Sprintf("line_%d", e.line)]
		if !ok {
			t.Fatalf("no output for line %d", e.line)
		}
		results[e.line] = o.Value
		if !*update && o.Value != e.want {
			t.Errorf("%s:%d: %s\nterraform says %s\n the table says %s", filepath.Base(table), e.line, e.expression, o.Value, e.want)
		}
	}
	if *update {
		writeTable(t, results)
	}
}

func writeTable(t *testing.T, results map[int]string) {
	t.Helper()
	b, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(b), "\n")
	for n, result := range results {
		expression, _, _ := strings.Cut(lines[n-1], arrow)
		lines[n-1] = expression + arrow + result
	}
	if err := os.WriteFile(table, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}
