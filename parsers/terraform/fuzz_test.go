package terraform

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// FuzzLoad loads any bytes as a configuration and asks for all that there is: nothing panics, nothing takes for ever,
// and every place that is told lies within its file.
func FuzzLoad(f *testing.F) {
	for _, name := range []string{"tables/semantics/main.tf", "tables/loops/main.tf", "tables/text/main.tf", "tables/zones/main.tf", "tables/types/main.tf"} {
		src, err := os.ReadFile(filepath.Join(testdata, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src, false)
		for block := range strings.SplitSeq(string(src), "\n\n") {
			f.Add([]byte(block), false)
		}
	}
	for _, src := range []string{
		`{"resource": {"aws_t": {"a": {"count": "${2}", "x": ["${count.index}", {"k": "a\u00e9\n${1 +\n 2}"}]}}}}`,
		`{"locals": [{"a": "${local.b}"}, {"b": "${local.a}"}], "resource": {"aws_t": {"a": {"x": "${local.a}"}}}}`,
		`{"variable": {"v": {"type": "list(string)", "default": ["x"]}}, "resource": {"aws_t": {"a": [{"dynamic": {"b": {"for_each": "${var.v}", "content": {"y": "${b.value}"}}}}]}}}`,
		`"`,
	} {
		f.Add([]byte(src), true)
	}
	f.Add([]byte(hclRemarks), false)
	f.Add([]byte(jsonRemarks), true)
	f.Fuzz(func(t *testing.T, src []byte, inJSON bool) {
		dir := t.TempDir()
		name := filepath.Join(dir, "main.tf")
		if inJSON {
			name += ".json"
		}
		if err := os.WriteFile(name, src, 0o600); err != nil {
			t.Fatal(err)
		}
		visit(t, load(t, filepath.ToSlash(dir), Options{}), src)
	})
}

// FuzzVars gives any bytes to variables of all types as a tfvars file, in either syntax, and as the value of --var: what
// is no constant is unknown, and every place that is told lies within its file.
func FuzzVars(f *testing.F) {
	for _, src := range []string{
		"s = \"a\"\nn = 1\nb = true\nl = [\"a\", 2]\nset = [\"a\", \"a\"]\nm = { a = 1 }\no = { x = [1], y = \"b\" }\nany = { k = [null] }\n", "s = var.n\n", "l = [for x in [1] : x]\nm = {\n", "s = <<E\n${1}\nE\n",
		"l = [\"a\",]\r\n# archlint:ignore AL101\nnone = 1\ns = \"a\"\ns = \"b\"\nvariable \"s\" {}\n", "\ufeffn = 1e400\nb = \"true\"\no = null\n", "m = { a = 1, a = 2, \"${s}\" = 3, (1) = 4 }\nset = toset([1, 2])\n",
	} {
		f.Add([]byte(src), false)
	}
	for _, src := range []string{
		`{"s": "a${1}", "n": "1", "b": "true", "l": ["a", 2], "set": [["a"]], "m": {"a": null}, "o": {"x": ["\u00e9"], "y": 1}, "any": {"k": {}}, "none": 1}`, `{"s": 1, "s": 2, "l": "x", "m": []}`, `[{"s": "a"}, {"n": 1}]`, `{"l": [`, `{"n": 1e999999999, "o": {"z": 1}}`,
	} {
		f.Add([]byte(src), true)
	}
	const variables = `variable "s" { type = string }
variable "n" { type = number }
variable "b" { type = bool }
variable "l" { type = list(string) }
variable "set" { type = set(string) }
variable "m" { type = map(number) }
variable "o" { type = object({ x = optional(list(string), ["d"]), y = string }) }
variable "any" { default = 1 }
resource "aws_t" "counted" {
  count = var.n
  x     = var.l[count.index]
}
resource "aws_t" "each" {
  for_each = var.set
  x        = each.value
  o        = var.o
  any      = var.any.k[0]
}
resource "aws_t" "a" {
  count = var.b ? 1 : 0
  x     = ["${var.s}-${var.n}", var.m["a"], var.o.x[*]]
  dynamic "block" {
    for_each = var.m
    content { x = block.value }
  }
}
`
	f.Fuzz(func(t *testing.T, src []byte, inJSON bool) {
		dir := t.TempDir()
		texts := map[string][]byte{"main.tf": []byte(variables), "terraform.tfvars": src}
		o := Options{}
		if inJSON {
			delete(texts, "terraform.tfvars")
			texts["terraform.tfvars.json"] = src
		} else if value := string(src); len(value)%2 == 0 {
			for _, name := range []string{"s", "n", "b", "l", "set", "m", "o", "any"} {
				o.Vars = append(o.Vars, name+"="+value)
			}
		}
		for name, content := range texts {
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		visitAll(t, load(t, filepath.ToSlash(dir), o), texts)
	})
}

// visit asks a graph of one file for all that there is.
func visit(t *testing.T, g *graph.Graph, src []byte) {
	t.Helper()
	visitAll(t, g, map[string][]byte{"main.tf": src, "main.tf.json": src})
}

// visitAll asks a graph of the files of a directory, by their names, for all that there is.
func visitAll(t *testing.T, g *graph.Graph, src map[string][]byte) {
	t.Helper()
	for i, r := range g.Resources() {
		if i > 1000 {
			break
		}
		within(t, src, r.Range)
		within(t, src, r.Header)
		for _, name := range r.Source.Attributes() {
			v := r.Attribute(name)
			if graph.DeepMarks(v) != nil && has(v, inner) {
				t.Errorf("%s of %s has marks of the evaluator's own: %s", name, r.Address, render(v))
			}
			for _, path := range []cty.Path{cty.GetAttrPath(name), cty.GetAttrPath(name).IndexInt(0), cty.GetAttrPath(name).IndexInt(0).GetAttr("x"), cty.GetAttrPath(name).GetAttr("x")} {
				within(t, src, r.Source.Locate(path))
				for _, step := range r.Source.Trace(path) {
					within(t, src, step.Range)
				}
			}
			r.Source.Ignored(name)
		}
		r.Source.Mentions()
	}
	for _, d := range g.Diagnostics() {
		within(t, src, d.Range)
		if strings.Contains(d.Message, "please report this") {
			t.Errorf("%s", d.Message)
		}
	}
	for _, gap := range g.Gaps {
		within(t, src, gap.Range)
	}
	for _, ignore := range g.Ignores {
		for _, r := range []graph.Range{ignore.Range, ignore.Covers, ignore.Block, ignore.Until.Range} {
			within(t, src, r)
		}
		for _, w := range ignore.Rules {
			within(t, src, w.Range)
		}
		if ignore.Range.Start.Line != ignore.Range.End.Line {
			t.Errorf("an ignore is on the lines %d to %d", ignore.Range.Start.Line, ignore.Range.End.Line)
		}
	}
}

// within fails where a range does not lie in its file.
func within(t *testing.T, texts map[string][]byte, r graph.Range) {
	t.Helper()
	if !r.Known() {
		return
	}
	src, ok := texts[path.Base(r.File)]
	if !ok {
		t.Errorf("the file of a place is %q", r.File)
	}
	lines := bytes.Count(src, []byte("\n")) + 1
	switch {
	case r.Start.Byte < 0 || r.End.Byte < r.Start.Byte || r.End.Byte > len(src):
		t.Errorf("bytes %d to %d of %d", r.Start.Byte, r.End.Byte, len(src))
	case r.Start.Line < 1 || r.End.Line < r.Start.Line || r.End.Line > lines:
		t.Errorf("lines %d to %d of %d", r.Start.Line, r.End.Line, lines)
	}
}

// FuzzNesting holds the glance at a text against the tokens that the parser sees.
func FuzzNesting(f *testing.F) {
	for _, src := range []string{
		`a = [[{ b = "x${[1, "${2}"]}" }]]`, "a = <<E\n${[1]}\n%{if x}[%{endif}\nE\nb = [1]", `# [[[` + "\n" + `a = "[[[" /* [[ */`, `a = ((b)) // ((`, "a = <<-E\n  ]\n  E\n[", `"\"[" [`, `a="$${[" [`,
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		// What opens often is repeated until it nests too deeply, if it nests at all.
		const times = maxNesting + 200
		if len(src) > 64 || len(src) == 0 {
			return
		}
		text := []byte(strings.Repeat(src, times))
		if nestsTooDeeply(text, configuration) {
			return
		}
		tokens, _ := hclsyntax.LexConfig(text, "x.tf", hcl.InitialPos)
		depth, most := 0, 0
		for _, token := range tokens {
			switch token.Type {
			case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
				depth++
			case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
				depth = max(0, depth-1)
			}
			most = max(most, depth)
		}
		if most > 20*maxNesting {
			t.Errorf("brackets nest %d deep in %q repeated", most, src)
		}
	})
}

// FuzzRepeated repeats a piece of text, between two others, until it is as long as a large file, and loads it: the work grows
// with the text, not with its square. The budget of steps lets no more than some GiB be made; what takes time and nothing
// else, the fuzzer's own clock sees.
func FuzzRepeated(f *testing.F) {
	for _, s := range [][3]string{
		{"", "resource \"aws_t\" \"N\" {\n  x = 1\n}\n", ""}, {"", "resource \"aws_t\" \"a\" {\n  x = aws_t.b.id\n}\nresource \"aws_t\" \"b\" {\n  x = aws_t.a.id\n}\n", ""},
		{"", "locals {\n  aN = local.aN\n}\n", ""}, {"", "module \"mN\" {\n  source = \"./none\"\n}\n", ""}, {"resource \"aws_t\" \"a\" {\n", "  b {\n    c = 1\n  }\n", "}\n"},
		{"resource \"aws_t\" \"a\" {\n  x = [", "\"a\", ", "]\n}\n"}, {"resource \"aws_t\" \"a\" {\n  x = \"", "${1}", "\"\n}\n"}, {"resource \"aws_t\" \"a\" {\n  x = <<E\n", "a ${aws_t.a.id} %{ if true }\n%{ endif }\n", "E\n}\n"},
		{"resource \"aws_t\" \"a\" {\n  x = 1", " + 1", "\n}\n"}, {"resource \"aws_t\" \"a\" {\n  x = a", ".b", "\n}\n"}, {"resource \"aws_t\" \"a\" {\n  x = {", "aN = [for x in [1] : x]\n", "}\n}\n"},
		{"", "# archlint:ignore AL101 why\n", "resource \"aws_t\" \"a\" {}\n"}, {"/*", "archlint:ignore AL101,", "*/"}, {"variable \"a\" {\n  type = ", "list(", "\n}\n"}, {"", "variable \"vN\" {\n  default = \"a\"\n}\noutput \"oN\" {\n  value = var.vN\n}\n", ""},
		{"", "moved {\n  from = aws_t.aN\n  to = aws_t.b\n}\n", "resource \"aws_t\" \"b\" {}\n"}, {"", "resource \"aws_t\" \"aN\" {\n  depends_on = [aws_t.a1]\n  count = 2\n}\n", ""}, {"", "data \"aws_t\" \"aN\" {\n  x = data.aws_t.aN\n}\n", ""},
		{"locals {\n  a = ", "true ? 1 : ", "2\n}\nresource \"aws_t\" \"a\" {\n  x = local.a\n}\n"}, {"", "\r\n", ""}, {"", "a = \"", ""}, {"", "<<E\n", ""}, {"x = ", "-", "1"}, {"x = ", "!", "true"}, {"", "a \"b\" {", ""},
	} {
		f.Add(s[0], s[1], s[2], false)
	}
	f.Add(`{"resource": {"aws_t": {`, `"aN": {"x": "${aws_t.a1.id}", "y": [{"z": 1}]},`, `"b": {}}}}`, true)
	f.Add(`{"resource": [`, `{"aws_t": {"aN": {"//": "archlint:ignore AL101"}}},`, `{}]}`, true)
	f.Add(`{"locals": {"a": `, `[`, ``, true)
	f.Add(`{"locals": {"a": "`, `\u00e9${1}`, `"}}`, true)
	f.Fuzz(func(t *testing.T, head, piece, tail string, inJSON bool) {
		const length = 1 << 16
		if piece == "" || len(piece) > 512 || len(head)+len(tail) > 2048 {
			return
		}
		var b strings.Builder
		b.WriteString(head)
		for i := 0; b.Len() < length; i++ {
			b.WriteString(strings.ReplaceAll(piece, "N", strconv.Itoa(i)))
		}
		b.WriteString(tail)
		name, dir := "main.tf", t.TempDir()
		if inJSON {
			name += ".json"
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		g := load(t, filepath.ToSlash(dir), Options{})
		for _, r := range g.Resources() {
			for _, name := range r.Source.Attributes() {
				r.Attribute(name)
			}
			r.Source.Mentions()
		}
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > 4<<30 {
			t.Errorf("of %d KiB %d MiB are made: %q %q %q", b.Len()>>10, made>>20, head, piece, tail)
		}
	})
}
