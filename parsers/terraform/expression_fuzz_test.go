package terraform

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// FuzzExpression holds the evaluator against hcl's own on expressions without marks. The functions are ours on both
// sides.
func FuzzExpression(f *testing.F) {
	for _, src := range seedExpressions(f) {
		f.Add(src)
	}
	ctx := hclContext(f)
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) <= 400 {
			holdAgainstHCL(t, ctx, src)
		}
	})
}

// FuzzGrammar does the same with expressions that are made by the grammar, as the bytes choose.
func FuzzGrammar(f *testing.F) {
	for i := range 64 {
		seed := make([]byte, 48)
		for n := range seed {
			seed[n] = byte((i*131 + n*n*29 + n*i*7) % 251)
		}
		f.Add(seed)
	}
	ctx := hclContext(f)
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) <= 200 {
			g := generator{choices: choices}
			holdAgainstHCL(t, ctx, g.expression(anything, 5))
		}
	})
}

// TestGeneratedExpressions tells that the generator is worth something: most of what it makes can be evaluated.
func TestGeneratedExpressions(t *testing.T) {
	ctx := hclContext(t)
	const of = 2_000
	held := 0
	for i := range of {
		choices := make([]byte, 60)
		x := uint32(i)*2_654_435_761 + 12_345
		for n := range choices {
			x = x*1_664_525 + 1_013_904_223
			choices[n] = byte(x >> 24)
		}
		g := generator{choices: choices}
		if holdAgainstHCL(t, ctx, g.expression(anything, 5)) {
			held++
		}
	}
	if held < of/3 {
		t.Errorf("of %d expressions only %d have a value", of, held)
	}
}

// seedExpressions are the expressions of the functions' table and those of the tables of configurations.
func seedExpressions(f *testing.F) []string {
	f.Helper()
	out := []string{
		`1 + 2 * 3 - 4 / 2 % 3`, `"a${1}b${true}"`, `[1, "x", null][1]`, `{ a = 1, "b" = [2] }.b[0]`, `[for x in [1, 2, 3] : x * 2 if x > 1]`,
		`{ for k, v in { a = 1, b = 2 } : v => k }`, `{ for k, v in ["x", "y"] : v => k... }`, `[{ a = 1 }, { a = 2 }][*].a`, `true ? 1 : "x"`, `!false && 1 < 2 || null == 1`,
		`"%{if true}y%{else}n%{endif}%{for x in [1, 2]}${x},%{endfor}"`, `-(-1)`, `"a" == "b"`, `[[1], [2]].*.0`, `{ a = { b = 1 } }["a"].b`, `1 == "1"`, `[1] == [1]`, "<<E\n  x ${1}\n  E\n",
		`null[*]`, `"x"[*]`, `{(1) = 2}`, `true ? { a = 1 } : { b = "x" }`, `true ? [1, "a"] : []`, `try(o.none, t[9], "c")`, `try(try("a", t[9]...), "c")`, `can(o.list[9])`, `jsonencode(true ? t : [1, 2][*][0])`, `can(false && [o.sub.none, {}][1])`, `merge(o, m)`, `[for k, v in m : "${k}=${v}"]`,
	}
	table, err := os.ReadFile(filepath.Join(testdata, "functions", "expressions.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		if src, _, ok := strings.Cut(line, " ==> "); ok {
			out = append(out, src)
		}
	}
	files, err := filepath.Glob(filepath.Join(testdata, "*", "*", "*.tf"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no configurations: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		parsed, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
		if diags.HasErrors() {
			continue
		}
		for _, b := range parsed.Body.(*hclsyntax.Body).Blocks {
			for _, a := range b.Body.Attributes {
				if len(a.Expr.Variables()) == 0 {
					out = append(out, string(a.Expr.Range().SliceBytes(text)))
				}
			}
		}
	}
	return out
}

// variables are what expressions may name: one of each kind.
var variables = map[string]cty.Value{
	"s": cty.StringVal("text"),
	"n": cty.NumberIntVal(3),
	"b": cty.True,
	"l": cty.ListVal([]cty.Value{cty.StringVal("x"), cty.StringVal("y"), cty.StringVal("1")}),
	"m": cty.MapVal(map[string]cty.Value{"a": cty.StringVal("1"), "k": cty.StringVal("v")}),
	"t": cty.TupleVal([]cty.Value{cty.NumberIntVal(1), cty.StringVal("two"), cty.NullVal(cty.DynamicPseudoType), cty.False}),
	"o": cty.ObjectVal(map[string]cty.Value{"a": cty.NumberIntVal(1), "k": cty.StringVal("w"), "list": cty.TupleVal([]cty.Value{cty.Zero}), "sub": cty.ObjectVal(map[string]cty.Value{"a": cty.True})}),
	"z": cty.NullVal(cty.String),
}

// hclContext is what hcl's evaluation needs: the variables, and our functions.
func hclContext(t testing.TB) *hcl.EvalContext {
	t.Helper()
	library := map[string]function.Function{"try": tryfunc.TryFunc, "can": tryfunc.CanFunc}
	table, err := os.ReadFile(filepath.Join(testdata, "functions", "expressions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		name, _, _ := strings.Cut(line, "(")
		if _, have := library[name]; !have && hclsyntax.ValidIdentifier(name) && readers[name] == nil {
			library[name] = oursInHCL(name)
		}
	}
	return &hcl.EvalContext{Variables: variables, Functions: library}
}

// oursInHCL is a function of ours as hcl calls it. It fails on what hcl cannot hold: marks of what kind a list is.
func oursInHCL(name string) function.Function {
	call := func(args []cty.Value) (cty.Value, error) {
		v, known, err := functions.Call(name, args)
		switch {
		case err != nil:
			return cty.DynamicVal, err
		case !known || v.ContainsMarked():
			return cty.DynamicVal, errors.New("this is nothing for hcl")
		}
		return v, nil
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

// holdAgainstHCL compares the value that we give an expression with that of hcl, and tells whether hcl has one.
func holdAgainstHCL(t *testing.T, ctx *hcl.EvalContext, src string) bool {
	t.Helper()
	if nestsTooDeeply([]byte(src), configuration) {
		return false
	}
	e, diags := hclsyntax.ParseExpression([]byte(src), "x.tf", hcl.InitialPos)
	if diags.HasErrors() {
		return false
	}
	want, diags := e.Value(ctx)
	if diags.HasErrors() || !want.IsWhollyKnown() || beyond(e, ctx) {
		return false
	}
	u := &unit{budget: minSteps, lines: map[string]*lines{}, files: map[string]*textFile{}, report: func(graph.Diagnostic) {}, hide: func(graph.Gap) {}}
	u.main = newModule(u, &dir{})
	s := scope{m: u.main}
	for name, v := range variables {
		s = s.bind(name, v)
	}
	got := s.eval(e)
	plain, _ := got.UnmarkDeep()
	if branches, tests := guesses(e); !plain.IsWhollyKnown() && (branches || tests) || branches && tests {
		return true
	}
	if branches, _ := guesses(e); !plain.IsWhollyKnown() || !sameValue(plain, want, !branches) {
		t.Errorf("%s\n got %s\nwant %s", src, render(got), render(want))
	}
	return true
}

// beyond tells whether an expression comes upon a number that is unknown for us, since it has too many digits to be written.
func beyond(e hclsyntax.Expression, ctx *hcl.EvalContext) (found bool) {
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.LiteralValueExpr, *hclsyntax.BinaryOpExpr:
			v, diags := n.(hclsyntax.Expression).Value(ctx)
			found = found || !diags.HasErrors() && !sized(v)
		}
		return nil
	})
	return found
}

// guesses tells of an expression where we may say less than hcl, or other things are equal for us. Where there are
// branches, the type of the one that is not taken may not show in its form, and so nor may what the value equals, how it is
// written as JSON, or that Terraform refuses the two; a splat of a list is a list, and ours a tuple. Of && and || the other
// side is such a branch where one decides: hcl has come to take null for a bool there, which Terraform does not, and tells of
// what can be no bool.
func guesses(e hclsyntax.Expression) (branches, tests bool) {
	logical, tried := false, false
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ConditionalExpr, *hclsyntax.SplatExpr:
			branches = true
		case *hclsyntax.BinaryOpExpr:
			tests = tests || n.Op.Type == cty.Bool
			logical = logical || n.Op == hclsyntax.OpLogicalAnd || n.Op == hclsyntax.OpLogicalOr
		case *hclsyntax.FunctionCallExpr:
			tried = tried || n.Name == "can" || n.Name == "try"
			tests = tests || slices.Contains([]string{"contains", "index", "can", "try", "jsonencode"}, n.Name)
		}
		return nil
	})
	return branches || logical && tried, tests
}

// sameValue compares, in all but the types of collections. Numbers and bools may be texts where it is not strict.
func sameValue(a, b cty.Value, strict bool) bool {
	if a.IsNull() || b.IsNull() {
		return a.IsNull() && b.IsNull()
	}
	if isMapping(a.Type()) != isMapping(b.Type()) || isSequence(a.Type()) != isSequence(b.Type()) {
		return false
	}
	if isMapping(a.Type()) || isSequence(a.Type()) {
		x, y := elements(a), elements(b)
		if len(x) != len(y) {
			return false
		}
		for i := range x {
			if !sameKey(x[i].key, y[i].key) || !sameValue(x[i].value, y[i].value, strict) {
				return false
			}
		}
		return true
	}
	if strict && !a.Type().Equals(b.Type()) {
		return false
	}
	return sameKey(a, b)
}

// sameKey tells whether two keys choose the same instance: "1" and 1 do.
func sameKey(a, b cty.Value) bool {
	a, _ = a.Unmark()
	b, _ = b.Unmark()
	if !a.IsKnown() || !b.IsKnown() || a.IsNull() || b.IsNull() {
		return false
	}
	if a.Type().Equals(b.Type()) {
		return a.RawEquals(b)
	}
	x, err1 := convertTo(a, cty.String)
	y, err2 := convertTo(b, cty.String)
	return err1 == nil && err2 == nil && x.RawEquals(y)
}

// A kind is what an expression is asked to be.
type kind int

const (
	anything kind = iota
	textual
	numeric
	boolish
	listlike
	maplike
	kinds
)

// A generator makes expressions by the grammar, mostly well-typed ones. Each choice takes a byte; where there are none
// left, the first is taken, which ends soon.
type generator struct {
	choices []byte
	names   []string // of for expressions around
}

func (g *generator) choose(n int) int {
	if len(g.choices) == 0 {
		return 0
	}
	c := g.choices[0]
	g.choices = g.choices[1:]
	return int(c) % n
}

// calls are functions with the kinds of their arguments; the last is repeated where more is set.
var calls = map[kind][]struct {
	name string
	args []kind
	more bool
}{
	textual: {
		{"upper", []kind{textual}, false}, {"join", []kind{textual, listlike}, false}, {"format", []kind{textual, anything}, true}, {"replace", []kind{textual, textual, textual}, false},
		{"trimspace", []kind{textual}, false}, {"substr", []kind{textual, numeric, numeric}, false}, {"tostring", []kind{anything}, false}, {"jsonencode", []kind{anything}, false},
		{"title", []kind{textual}, false}, {"coalesce", []kind{textual}, true}, {"trimprefix", []kind{textual, textual}, false}, {"base64encode", []kind{textual}, false}, {"strrev", []kind{textual}, false},
	},
	numeric: {
		{"length", []kind{listlike}, false}, {"max", []kind{numeric}, true}, {"min", []kind{numeric}, true}, {"abs", []kind{numeric}, false}, {"floor", []kind{numeric}, false}, {"ceil", []kind{numeric}, false},
		{"tonumber", []kind{anything}, false}, {"sum", []kind{listlike}, false}, {"index", []kind{listlike, anything}, false}, {"length", []kind{maplike}, false}, {"signum", []kind{numeric}, false}, {"pow", []kind{numeric, numeric}, false},
	},
	boolish: {
		{"contains", []kind{listlike, anything}, false}, {"can", []kind{anything}, false}, {"startswith", []kind{textual, textual}, false}, {"alltrue", []kind{listlike}, false}, {"anytrue", []kind{listlike}, false},
		{"strcontains", []kind{textual, textual}, false}, {"tobool", []kind{anything}, false},
	},
	listlike: {
		{"concat", []kind{listlike}, true}, {"keys", []kind{maplike}, false}, {"values", []kind{maplike}, false}, {"flatten", []kind{listlike}, false}, {"distinct", []kind{listlike}, false}, {"reverse", []kind{listlike}, false},
		{"slice", []kind{listlike, numeric, numeric}, false}, {"range", []kind{numeric}, true}, {"split", []kind{textual, textual}, false}, {"compact", []kind{listlike}, false}, {"tolist", []kind{listlike}, false},
		{"chunklist", []kind{listlike, numeric}, false}, {"coalescelist", []kind{listlike}, true}, {"sort", []kind{listlike}, false}, {"formatlist", []kind{textual, listlike}, true}, {"matchkeys", []kind{listlike, listlike, listlike}, false},
		{"setproduct", []kind{listlike, listlike}, false}, {"regexall", []kind{textual, textual}, false},
	},
	maplike: {
		{"merge", []kind{maplike}, true}, {"zipmap", []kind{listlike, listlike}, false}, {"tomap", []kind{maplike}, false}, {"transpose", []kind{maplike}, false}, {"jsondecode", []kind{textual}, false},
	},
	anything: {
		{"try", []kind{anything}, true}, {"lookup", []kind{maplike, textual, anything}, false}, {"element", []kind{listlike, numeric}, false}, {"one", []kind{listlike}, false}, {"lookup", []kind{maplike, textual}, false},
	},
}

var literals = map[kind][]string{
	textual:  {`"a"`, `""`, `"x-1"`, `"é"`, `"1"`, `"true"`, `"%s"`, `"k"`, "s", "z", `"a,b"`},
	numeric:  {"1", "0", "-2", "2.5", "10", "n", `"3"`, "1e3"},
	boolish:  {"true", "false", "b", `"true"`},
	listlike: {"[]", `["a", "b"]`, "[1, 2]", "l", "t", `[1, "a", true]`, "[[1], []]", "o.list"},
	maplike:  {"{}", `{ a = 1 }`, `{ a = 1, k = "v" }`, "m", "o", `{ "x y" = [1], b = null }`, "o.sub"},
	anything: {"null", "s", "n", "o", "t", "m", "l", "b", "z"},
}

func (g *generator) literal(k kind) string {
	if len(g.names) > 0 && g.choose(3) == 1 {
		return g.names[g.choose(len(g.names))]
	}
	return literals[k][g.choose(len(literals[k]))]
}

// expression makes an expression of a kind, nested no deeper than depth.
func (g *generator) expression(k kind, depth int) string {
	if depth <= 0 {
		return g.literal(k)
	}
	if k == anything && g.choose(4) > 0 {
		k = kind(1 + g.choose(int(kinds)-1))
	}
	switch g.choose(8) {
	case 0:
		return g.literal(k)
	case 1:
		return g.call(k, depth-1)
	case 2:
		return g.parens(g.expression(boolish, depth-1) + " ? " + g.expression(k, depth-1) + " : " + g.expression(k, depth-1))
	case 3:
		return g.part(depth - 1)
	case 4:
		return g.expression(k, depth-1)
	}
	return g.made(k, depth-1)
}

func (g *generator) parens(s string) string { return "(" + s + ")" }

// made is an expression that only its kind has.
func (g *generator) made(k kind, depth int) string {
	sub := func(k kind) string { return g.expression(k, depth) }
	switch k {
	case textual:
		return g.template(depth)
	case numeric:
		if g.choose(5) == 0 {
			return g.parens("-" + g.parens(sub(numeric)))
		}
		return g.parens(sub(numeric) + []string{" + ", " - ", " * ", " / ", " % "}[g.choose(5)] + sub(numeric))
	case boolish:
		switch g.choose(4) {
		case 0:
			return "!" + g.parens(sub(boolish))
		case 1:
			return g.parens(sub(boolish) + []string{" && ", " || "}[g.choose(2)] + sub(boolish))
		case 2:
			return g.parens(sub(numeric) + []string{" < ", " <= ", " > ", " >= "}[g.choose(4)] + sub(numeric))
		}
		side := kind(g.choose(int(kinds)))
		return g.parens(sub(side) + []string{" == ", " != "}[g.choose(2)] + sub(side))
	case listlike:
		switch g.choose(3) {
		case 0:
			return "[" + sub(anything) + ", " + sub(anything) + "]"
		case 1:
			return g.loop("[", "]", depth, func() string { return g.expression(anything, depth) })
		}
		return sub(listlike) + "[*]" + []string{"", ".a", "[0]", ".k"}[g.choose(4)]
	case maplike:
		if g.choose(2) == 0 {
			return "{ " + []string{"a", `"k"`, g.parens(sub(textual)), `"${` + sub(textual) + `}"`}[g.choose(4)] + " = " + sub(anything) + ", b = " + sub(anything) + " }"
		}
		return g.loop("{ ", " }", depth, func() string {
			return `"${` + g.expression(textual, depth) + `}" => ` + g.expression(anything, depth) + []string{"", "..."}[g.choose(2)]
		})
	}
	return g.literal(k)
}

// loop makes a for expression; body makes what stands within, where its variables are known.
func (g *generator) loop(open, end string, depth int, body func() string) string {
	over := g.expression([]kind{listlike, maplike}[g.choose(2)], depth)
	key, value := "k"+strconv.Itoa(len(g.names)), "v"+strconv.Itoa(len(g.names))
	head := value
	if g.choose(2) == 0 {
		head = key + ", " + value
	} else {
		key = value
	}
	outer := g.names
	g.names = append(slices.Clone(outer), key, value)
	out := open + "for " + head + " in " + over + " : " + body()
	if g.choose(3) == 0 {
		out += " if " + g.expression(boolish, depth)
	}
	g.names = outer
	return out + end
}

// template makes a quoted template with interpolations and directives.
func (g *generator) template(depth int) string {
	sub := func(k kind) string { return g.expression(k, depth) }
	switch g.choose(5) {
	case 0:
		return `"${` + sub(anything) + `}"`
	case 1:
		return `"a ${~ ` + sub(textual) + ` ~} b"`
	case 2:
		return `"%{ if ` + sub(boolish) + ` }y${` + sub(textual) + `}%{ else ~} n %{ endif }"`
	case 3:
		return `"%{ for x in ` + sub(listlike) + ` ~} <${x}> %{ endfor }"`
	}
	return `"x${` + sub(textual) + `}-${` + sub(numeric) + `}"`
}

// call makes a call of a function that gives a kind.
func (g *generator) call(k kind, depth int) string {
	all := calls[k]
	f := all[g.choose(len(all))]
	args := make([]string, 0, len(f.args)+1)
	for _, a := range f.args {
		args = append(args, g.expression(a, depth))
	}
	if f.more {
		switch g.choose(3) {
		case 1:
			args = append(args, g.expression(f.args[len(f.args)-1], depth))
		case 2:
			args = append(args, g.expression(listlike, depth)+"...")
		}
	}
	return fmt.Sprintf("%s(%s)", f.name, strings.Join(args, ", "))
}

// part takes something out of a collection.
func (g *generator) part(depth int) string {
	switch g.choose(6) {
	case 0:
		return g.parens(g.expression(listlike, depth)) + "[" + g.expression(numeric, depth) + "]"
	case 1:
		return g.parens(g.expression(maplike, depth)) + "[" + g.expression(textual, depth) + "]"
	case 2:
		return g.parens(g.expression(maplike, depth)) + ".a"
	case 3:
		return g.parens(g.expression(listlike, depth)) + ".0"
	case 4:
		return g.parens(g.expression(listlike, depth)) + ".*.a"
	}
	return "o.sub." + []string{"a", "none"}[g.choose(2)]
}
