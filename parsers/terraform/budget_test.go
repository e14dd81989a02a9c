package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// TestBounded loads configurations that would take for ever, or all memory or stack, if nothing bounded them.
func TestBounded(t *testing.T) {
	chain := func(n int, first, next string) string {
		var b strings.Builder
		b.WriteString("locals {\n  l0 = " + first + "\n")
		for i := 1; i < n; i++ {
			fmt.Fprintf(&b, "  l%d = %s\n", i, strings.ReplaceAll(next, "PREV", fmt.Sprintf("local.l%d", i-1)))
		}
		fmt.Fprintf(&b, "}\nresource \"aws_t\" \"t\" {\n  x = local.l%d\n}\n", n-1)
		return b.String()
	}
	attribute := func(expr string) string { return "resource \"aws_t\" \"t\" {\n  x = " + expr + "\n}\n" }
	for name, c := range map[string]struct {
		src  string
		want string // a diagnostic that must be among those given; "" where none is needed
	}{
		"laughs":        {chain(60, `["ha"]`, `[PREV, PREV]`), "too big"},
		"laughing maps": {chain(60, `{ a = 1 }`, `{ a = PREV, b = PREV }`), "too big"},
		"concat":        {chain(60, `["ha"]`, `concat(PREV, PREV)`), ""},
		"text":          {chain(60, `"ha"`, `"${PREV}${PREV}"`), ""},
		"join":          {chain(60, `"ha"`, `join(PREV, [PREV, PREV])`), ""},
		"numbers":       {chain(60, `9`, `PREV * PREV`), ""},
		"exponents": {func() string {
			var b strings.Builder
			b.WriteString("variable \"n\" {\n  type    = number\n  default = \"1e600000000\"\n}\nmoved {\n  from = aws_t.m[1e600000000]\n  to   = aws_t.t0\n}\nresource \"aws_t\" \"k\" {\n  for_each = { 1e600000000 = 1 }\n}\n")
			for i, x := range []string{`1e600000000`, `"${1e600000000}x"`, `"${1e-600000000}"`, `jsondecode("{\"a\":1e600000000}").a`, `"${yamldecode("a: 1e600000000").a}"`, `pow(10, 600000000)`,
				`"${var.n}"`, `aws_t.t1[1e600000000].id`, `aws_t.t1.1e600000000`, `{ 1e600000000 = 1 }`, `tostring(-1e600000000)`, `1e600000000 == 1 ? 1 : 2`, `[for x in [1e600000000] : "${x}"]`} {
				fmt.Fprintf(&b, "resource \"aws_t\" \"t%d\" {\n  count = %[2]s == null ? 1 : 1\n  x     = %[2]s\n}\n", i, x)
			}
			return b.String()
		}(), ""},
		"powers":       {attribute(`pow(10, pow(10, 10))`), ""},
		"long chain":   {chain(30_000, `1`, `PREV + 1`), "nested too deeply"},
		"undecided":    {chain(60, `var.u ? [1] : [2]`, `var.u ? [PREV] : [PREV, PREV]`) + "variable \"u\" {}\n", ""},
		"loops":        {attribute(`[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]`), "steps"},
		"empty loops":  {attribute(`[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : [for d in range(1000) : d if false]]]]`), "steps"},
		"range":        {attribute(`range(0, 1000000000)`), ""},
		"small steps":  {attribute(`range(0, 1, 0.000000001)`), ""},
		"ranges":       {attribute(`[for i in range(1024) : [for j in range(1024) : range(1024)]]`), "steps"},
		"flat":         {attribute(`flatten([for i in range(1024) : [for j in range(1024) : j]])`), ""},
		"strips":       {attribute(`split("", join("", [for i in range(1024) : join("", range(1024))]))`), ""},
		"formats":      {attribute(`formatlist("%s%100000s", range(1000), "x")`), ""},
		"networks":     {attribute(`[for i in range(1024) : [for j in range(1024) : cidrhost("10.0.0.0/8", i * j)]]`), ""},
		"loop in text": {attribute(`"%{for i in range(1000)}%{for j in range(1000)}%{for k in range(1000)}x%{endfor}%{endfor}%{endfor}"`), "steps"},
		"products":     {attribute(`setproduct(range(1000), range(1000), range(1000))`), ""},
		"indent":       {attribute(`indent(100000, join("\n", range(100000)))`), ""},
		"format":       {attribute(`format("%1000000000d", 1)`), ""},
		"repeat":       {attribute(`replace(join("", range(100000)), "", join("", range(100000)))`), ""},
		"count":        {"resource \"aws_t\" \"t\" {\n  count = 1000000000\n  x = 1\n}\n", "more instances"},
		"counts": {func() string {
			var b strings.Builder
			for i := range 400 {
				fmt.Fprintf(&b, "resource \"aws_t\" \"t%d\" {\n  count = 9999\n}\n", i)
			}
			return b.String()
		}(), "steps"},
		"broken blocks":   {strings.Repeat("resource \"aws_t\" \"t\" {\n  \"a\" = 1\n  b = 2\n}\n", 20_000), "must not be quoted"},
		"digests":         {attribute(`[for i in range(1000) : [for j in range(1000) : filesha512("main.tf")]]`) + "# " + strings.Repeat("x", 3_000_000), "steps"},
		"files":           {attribute(`"%{for i in range(1000)}%{for j in range(1000)}${file("main.tf")}%{endfor}%{endfor}"`) + "# " + strings.Repeat("x", 3_000_000), "steps"},
		"long texts":      {attribute(`[for i in range(1000) : [for j in range(1000) : upper(local.t)]]`) + "locals {\n  t = file(\"main.tf\") # " + strings.Repeat("x", 3_000_000) + "\n}\n", "steps"},
		"lists of texts":  {attribute(`[for i in range(1000) : [for j in range(1000) : split(",", local.t)]]`) + "locals {\n  t = file(\"main.tf\") # " + strings.Repeat("x", 3_000_000) + "\n}\n", "steps"},
		"looks":           {attribute(`[for i in range(1000) : [for j in range(1000) : fileexists("${i}/${j}")]]`), "steps"},
		"a long path":     {attribute(`file(join("/", [for i in range(1000) : join("/", range(1000))]))`), "longer than 4096 bytes"},
		"references":      {"resource \"aws_t\" \"t\" {\n  count = 1000\n}\nresource \"aws_t\" \"u\" {\n  count = 1500\n  x     = aws_t.t[*].id\n}\n", "steps"},
		"odd bytes":       {strings.Repeat("a {\n}\n", 20_000) + strings.Repeat("`\n", 200_000), ""},
		"long conditions": {chain(80, `var.u`, `PREV && PREV || PREV`) + "variable \"u\" {}\n" + "resource \"aws_t\" \"u\" {\n  count = local.l79 ? 1 : 0\n}\n", ""},
		"brackets":        {attribute(strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)), "nested deeper than 1,000"},
		"swallowed":       {attribute("[\xe5\"x, " + strings.Repeat("[", 900_000)), "nested deeper than 1,000"}, // to hcl the quote is of the letter
		"swallowed word":  {attribute("<<\xe5\"[\n" + strings.Repeat("a\n", 400_000) + "\xe5\"[\n"), "more than 10,000 lines"},
		"swallowed later": {attribute("<<\xe5\"[\n" + strings.Repeat("${[", 300_000) + "\n\xe5\"[\n"), "nested deeper than 1,000"},
		"quoted type":     {"variable \"a\" {\n  type = \"" + strings.Repeat("(", 900_000) + "\"\n}\n", "nested deeper than 1,000"},
		"quoted names":    {"resource \"aws_t\" \"t\" {\n  depends_on = [\"a" + strings.Repeat("[", 900_000) + "\"]\n}\n", ""},
		"patterns":        {attribute(`[for i in range(1000) : try(regex("` + strings.Repeat("(a*)*", 100_000) + `${i}", "a"), 0)]`), ""},
		"repetitions":     {attribute(`[for i in range(1000) : try(replace("a", "/` + strings.Repeat("(a?){1000}", 100) + `${i}/", "b"), 0)]`), "steps"},
		"open":            {attribute(strings.Repeat("(", 3_000_000)), "nested deeper than 1,000"},
		"bangs":           {attribute(strings.Repeat("!", 3_000_000) + "true"), "nested deeper than 1,000"},
		"conditionals":    {attribute(strings.Repeat("true ? 1 : ", 500_000) + "1"), "nested deeper than 1,000"},
		"directives":      {attribute(`"` + strings.Repeat("%{if true}", 500_000) + `"`), "nested deeper than 1,000"},
		"strings":         {attribute(strings.Repeat(`"${`, 500_000)), "nested deeper than 1,000"},
		"heredoc lines":   {attribute("<<E\n" + strings.Repeat("x\n", 100_000) + "E"), "lines, or dollar"},
		"dollars":         {attribute(`"` + strings.Repeat("$ ", 100_000) + `"`), "lines, or dollar"},
		"many heredocs":   {strings.Repeat(attribute("<<-E\n"+strings.Repeat("x\n", 9_000)+"E"), 20), "lines, or dollar"},
		"template lines":  {attribute(`templatestring(local.t, {})`) + "locals {\n  t = join(\"\\n\", range(100000))\n u = templatestring(join(\"\", [for i in range(1024) : local.u]), {})\n}\n", ""},
		"a long list":     {attribute("[" + strings.Repeat("1,", 4_000_000) + "]"), "words and signs"},
		"long lines":      {attribute(`"` + strings.Repeat("x", 10_000_000) + `"`), ""},
		"huge comments":   {strings.Repeat("# archlint: a remark that is long enough to be counted\n", 20_000), ""},
		"plain lines":     {strings.Repeat("# x\n", 100_000) + "resource \"aws_t\" \"t\" {\n  x = 1\n}\n", ""},
		"marks": {func() string {
			var b strings.Builder
			b.WriteString("locals {\n  all = join(\"\", [\"\"")
			for i := range 10_000 {
				fmt.Fprintf(&b, ", aws_t.t%d.id", i)
			}
			b.WriteString("])\n}\n")
			for i := range 10_000 {
				fmt.Fprintf(&b, "resource \"aws_t\" \"t%d\" {\n  x = \"${local.all}!\"\n}\n", i)
			}
			return b.String()
		}(), "steps"},
		"layers": {func() string {
			var b strings.Builder
			b.WriteString("locals {\n  l0 = 1\n")
			for i := 1; i < 20_000; i++ {
				fmt.Fprintf(&b, "  l%d = [local.l%d]\n", i, i-1)
			}
			b.WriteString("}\n")
			for i := 500; i < 20_000; i += 500 {
				fmt.Fprintf(&b, "resource \"aws_t\" \"t%05d\" {\n  x = local.l%d\n}\n", i, i)
			}
			return b.String()
		}(), "too big"},
		"sum":      {attribute("1" + strings.Repeat(" + 1", 100_000)), ""},
		"path":     {attribute("local.a" + strings.Repeat(".b", 100_000)), ""},
		"blocks":   {strings.Repeat("a {\n", 100_000), "nested deeper than 1,000"},
		"dynamic":  {"resource \"aws_t\" \"t\" {\n" + strings.Repeat("  dynamic \"b\" {\n    for_each = range(100)\n    content {\n", 8) + "x = 1\n" + strings.Repeat("}\n}\n", 8) + "}\n", "steps"},
		"template": {attribute(`templatestring(local.t, {})`) + "locals {\n  t = \"" + strings.Repeat("%%{for x in [1,2,3,4,5,6,7,8,9]}", 30) + strings.Repeat("%%{endfor}", 30) + "\"\n}\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.ToSlash(t.TempDir())
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(c.src), 0o600); err != nil {
				t.Fatal(err)
			}
			g := load(t, dir, Options{})
			for i, r := range g.Resources() {
				if i < 10_000 {
					for _, a := range r.Source.Attributes() {
						r.Attribute(a)
					}
				}
			}
			if c.want != "" && !diagnosed(g, c.want) {
				t.Errorf("no diagnostic says %q: %v", c.want, g.Diagnostics())
			}
			if diagnosed(g, "please report") {
				t.Errorf("it fell over: %v", g.Diagnostics())
			}
		})
	}
}

func diagnosed(g *graph.Graph, words string) bool {
	for _, d := range g.Diagnostics() {
		if strings.Contains(d.Message, words) {
			return true
		}
	}
	return false
}

// TestManyModules bounds modules that call modules that call modules.
func TestManyModules(t *testing.T) {
	dir := filepath.ToSlash(t.TempDir())
	for i := range 12 {
		src := fmt.Sprintf("module \"m\" {\n  source = \"../m%d\"\n  count = 20\n}\nresource \"aws_t\" \"t\" {}\n", i+1)
		if i == 11 {
			src = "resource \"aws_t\" \"t\" {}\n"
		}
		if err := os.MkdirAll(fmt.Sprintf("%s/m%d", dir, i), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("%s/m%d/main.tf", dir, i), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Open(configDirs(t, dir), Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := p.Load(dir + "/m0")
	if len(g.Gaps) == 0 {
		t.Error("nothing tells that not everything was looked at")
	}
	if n := len(g.Resources()); n > 3*maxModules {
		t.Errorf("%d resources", n)
	}
}
