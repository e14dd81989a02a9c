package terraform

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/weight"
)

// A given is the value of a root variable that comes from outside: a tfvars file, the command line or the environment.
type given struct {
	at   graph.Range          // in a file; no place for what no file gives
	expr hclsyntax.Expression // from a file
	text string               // from elsewhere, without expr: what it is depends on the variable's type
	from string               // what gave the text: "--var a", "TF_VAR_a"
	plan cty.Value            // from a plan, in place of all others
}

// value gives the value for a variable; ok is false where it makes no sense.
func (g given) value(u *unit, v *variable) (out cty.Value, ok bool) {
	if g.plan != cty.NilVal {
		return g.plan, true
	}
	e := g.expr
	if e == nil {
		if v.typ.IsPrimitiveType() || !v.typed {
			return cty.StringVal(g.text), true
		}
		if text := []byte(g.text); !nestsTooDeeply(text, configuration) && !weight.TooHeavy(text) {
			if parsed, diags := hclsyntax.ParseExpression(text, "--var", hcl.InitialPos); !diags.HasErrors() {
				e = parsed
			}
		}
	}
	if e != nil {
		since := u.transients
		if out = (scope{m: u.main, sealed: true}).eval(e); !u.failed(since, out) {
			return out, true
		}
	}
	name := v.block.Labels[0]
	if g.at.Known() {
		u.report(graph.Diagnostic{Severity: graph.Warning, Range: g.at, Message: "the value of " + name + " is not a constant, as Terraform demands of a tfvars file, and taken as unknown"})
	} else {
		u.diagnose(graph.Warning, v.block.DefRange(), "the value of "+g.from+" is not a constant in Terraform's syntax, and taken as unknown: write a list as '[\"a\"]' and an object as '{a = 1}'")
	}
	return cty.DynamicVal, false
}

// parseVars reads values as terraform's -var takes them, name=value.
func parseVars(vars []string) (map[string]given, error) {
	out := map[string]given{}
	for _, v := range vars {
		name, text, ok := strings.Cut(v, "=")
		name = strings.TrimSpace(name)
		if !ok || !hclsyntax.ValidIdentifier(name) {
			return nil, fmt.Errorf("--var %s: write it as name=value", v)
		}
		out[name] = given{text: text, from: "--var " + name}
	}
	return out, nil
}

// parseEnv reads the values of variables that Terraform takes from its environment.
func parseEnv(environ []string) map[string]given {
	out := map[string]given{}
	for _, e := range environ {
		key, text, ok := strings.Cut(e, "=")
		if name, is := strings.CutPrefix(key, "TF_VAR_"); ok && is && hclsyntax.ValidIdentifier(name) {
			out[name] = given{text: text, from: key}
		}
	}
	return out
}

// readVars reads a tfvars file, in Terraform's syntax or JSON by its ending.
func readVars(name string, within *fence.Fence) (map[string]given, []graph.Diagnostic, error) {
	src, err := readBounded(name, within, disk.MaxSource)
	if err != nil {
		return nil, nil, err
	}
	values, diagnostics := parseVarFile(name, src)
	return values, diagnostics, nil
}

func parseVarFile(name string, src []byte) (map[string]given, []graph.Diagnostic) {
	out := map[string]given{}
	if !strings.HasSuffix(name, ".json") {
		f := parseFile(name, src)
		if f.body != nil {
			for n, a := range f.body.Attributes {
				out[n] = given{at: place(a.SrcRange, nil), expr: a.Expr}
			}
		}
		return out, f.diagnostics
	}
	f := &file{name: name, lines: linesOf(src)}
	if nestsTooDeeply(src, jsonText) {
		f.fault(graph.Range{File: name, Start: graph.Pos{Line: 1}, End: graph.Pos{Line: 1}}, "the brackets are nested deeper than 1,000: the file is not read")
		return out, f.diagnostics
	}
	if weight.TooHeavy(src) {
		f.fault(graph.Range{File: name, Start: graph.Pos{Line: 1}, End: graph.Pos{Line: 1}}, weight.Refusal)
		return out, f.diagnostics
	}
	c := converter{file: f, lines: map[string]*lines{name: f.lines}}
	attributes, diags := jsonBody(name, src)
	f.report(diags, c.lines)
	for n, a := range attributes {
		out[n] = given{at: place(a.Range, c.lines), expr: c.expression(a.Expr, true)}
	}
	return out, f.diagnostics
}

// automaticVars are the tfvars files that Terraform reads by itself, in the order of their precedence, the lowest
// first.
func automaticVars(dir string) []string {
	entries, err := os.ReadDir(filepath.FromSlash(dir))
	if err != nil {
		return nil
	}
	var first, rest []string
	for _, e := range entries {
		switch n := e.Name(); {
		case e.IsDir():
		case n == "terraform.tfvars":
			first = append([]string{n}, first...)
		case n == "terraform.tfvars.json":
			first = append(first, n)
		case strings.HasSuffix(n, ".auto.tfvars") || strings.HasSuffix(n, ".auto.tfvars.json"):
			rest = append(rest, n)
		}
	}
	slices.Sort(rest)
	out := append(first, rest...)
	for i, n := range out {
		out[i] = path.Join(dir, n)
	}
	return out
}

// hasVars tells whether a directory holds a tfvars file of any name: it is somebody's root.
func hasVars(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.HasSuffix(n, ".tfvars") || strings.HasSuffix(n, ".tfvars.json")
	})
}
