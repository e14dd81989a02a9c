package cloudformation

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
)

// TestBroken reads templates that are not well formed: each is told of at its line, what can be read is there, and
// what cannot is a gap.
func TestBroken(t *testing.T) {
	const dir = "../../testdata/cloudformation/broken/"
	const tagged = " is for another tool, which makes a template of this file; run archlint on what that tool makes: here only a part is read"
	for _, c := range []struct {
		file      string
		line      int
		message   string
		resources string
		gap       bool
	}{
		{"indentation.yaml", 8, "this is not valid YAML: did not find expected key; mend it and run again", "First Last", true},
		{"tab.yaml", 6, "this is not valid YAML: found a tab character that violates indentation; mend it and run again", "First Last", true},
		{"two-documents.yaml", 5, "a template is one YAML document and this begins another, which is not read; put it into a file of its own", "First", true},
		{"laughs.yaml", 14, "this value takes more than 200000 steps to evaluate; it is taken as not known", "Probe", false},
		{"self-alias.yaml", 6, "the alias *self stands inside the anchor that it means, and is not read", "Probe", true},
		{"jinja.yaml", 2, "{% for x in y %}" + tagged, "", true},
		{"helm.yaml", 1, "{{- /* What makes this file */}}" + tagged, "First Second", true},
		{"inside.yaml", 5, "{% if big %}" + tagged, "First Last Second", true},
		{"erb.yaml", 5, "<% zones.each do |zone| %>" + tagged, "First", true},
		{"one-line.json", 1, "{% if second %}" + tagged, "First", true},
		{"tag.json", 3, "{{ port }}" + tagged, "", true},
		{"beside-tags.yaml", 5, "this is not valid YAML: mapping values are not allowed in this context; mend it and run again", "First", true},
		{"colon.json", 2, "this is not valid JSON: a colon should stand here, behind the key \"QueueName\"; mend it and run again", "First", true},
		{"trailing-comma.json", 2, "this is not valid JSON: a key in double quotes should stand here; it is read as YAML, and CloudFormation may refuse it", "First", false},
		{"half-read.yaml", 16, "{{ . }}" + tagged, "First Last", true},
		{"half-read.json", 3, "{% if second %}" + tagged, "First", true},
		{"latin.yaml", 3, "the byte 0xE9 here is no UTF-8, which templates are written in; save the file as UTF-8", "First Last", false},
		{"latin.json", 2, "the byte 0xE9 here is no UTF-8, which templates are written in; save the file as UTF-8", "First Last", false},
		{"no-resources.yaml", 0, "the template has no resources; it needs the section Resources with at least one", "", false},
		{"list.yaml", 1, "a template is a mapping with the section Resources; this is not one", "", true},
		{"empty.yaml", 0, "the file is empty; a template needs at least the section Resources", "", true},
		{"resources-list.yaml", 2, "the section Resources must be a mapping of names; it is not read", "", true},
		{"absent.yaml", 0, "the file cannot be read: no such file or directory", "", true},
	} {
		t.Run(c.file, func(t *testing.T) {
			g := load(t, []string{dir + c.file}, Options{}, dir+c.file)
			var names []string
			for _, r := range g.Resources() {
				names = append(names, r.Name)
				for _, a := range r.Source.Attributes() {
					r.Attribute(a)
				}
				if r.Name == "Probe" && show(r.Attribute("Name")) != `"here"` {
					t.Errorf("Name is %s", show(r.Attribute("Name")))
				}
			}
			if got := strings.Join(names, " "); got != c.resources {
				t.Errorf("resources are %q, want %q", got, c.resources)
			}
			var got []string
			for _, d := range g.Diagnostics() {
				got = append(got, fmt.Sprintf("%d %s", d.Range.Start.Line, d.Message))
			}
			want := []string{fmt.Sprintf("%d %s", c.line, c.message)}
			if c.message == "" {
				want = nil
			}
			if !slices.Equal(got, want) {
				t.Errorf("diagnostics are\n%q, want\n%q", got, want)
			}
			if gap := len(g.Gaps) > 0; gap != c.gap {
				t.Errorf("gaps: %v", g.Gaps)
			}
		})
	}
}

// TestBounds reads templates that are made to be slow or deep: the work done is in proportion to what was written.
func TestBounds(t *testing.T) {
	resource := func(value string) string {
		return "Resources:\n  Probe:\n    Type: Custom::Probe\n    Properties:\n      Name: here\n      Value: " + value + "\n"
	}
	var chain, doubling, conditions strings.Builder
	chain.WriteString("Resources:\n  R0: {Type: A::B, Properties: {V: end}}\n")
	for i := 1; i < 2000; i++ {
		fmt.Fprintf(&chain, "  R%d: {Type: A::B, Properties: {V: !GetAtt R%d.V}}\n", i, i-1)
	}
	doubling.WriteString("Resources:\n  R0: {Type: A::B, Properties: {V: xxxxxxxxxxxxxxxx}}\n")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&doubling, "  R%d: {Type: A::B, Properties: {V: !Sub \"${R%d.V}${R%d.V}\"}}\n", i, i-1, i-1)
	}
	conditions.WriteString("Parameters: {P: {Type: String}}\nConditions:\n  C0: !Equals [!Ref P, x]\n")
	for i := 1; i < 500; i++ {
		fmt.Fprintf(&conditions, "  C%d: !And [!Condition C%d, !Not [!Condition C%d]]\n", i, i-1, i-1)
	}
	conditions.WriteString("Resources:\n")
	for i := range 500 {
		fmt.Fprintf(&conditions, "  R%d: {Type: A::B, Condition: C%d, Properties: {V: !If [C%d, a, b]}}\n", i, i, (i*7)%500)
	}
	var growing strings.Builder
	growing.WriteString("Resources:\n  R0: {Type: A::B, Properties: {V: [x, y]}}\n")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&growing, "  R%d: {Type: A::B, Properties: {V: [!GetAtt R%d.V, !GetAtt R%d.V]}}\n", i, i-1, i-1)
	}
	var foreign strings.Builder
	for i := range 50000 {
		fmt.Fprintf(&foreign, "${a%d:b%d}${x", i, i)
	}
	var names, values strings.Builder // in one text, and in one mapping
	for i := range 60_000 {
		fmt.Fprintf(&names, "${X%d}", i)
		fmt.Fprintf(&values, "X%d: x, ", i)
	}
	for name, text := range map[string]string{
		"names":      resource(`!Sub "` + names.String() + `"`),
		"values":     resource(`!Sub ["` + names.String() + `", {` + values.String() + `}]`),
		"growing":    growing.String(),
		"brackets":   resource(strings.Repeat("[", 5000) + strings.Repeat("]", 5000)),
		"open":       resource(strings.Repeat("[", 50000)),
		"json":       `{"Resources": {"A": {"Type": "A::B", "Properties": {"V": ` + strings.Repeat("[", 100000),
		"chain":      chain.String(),
		"doubling":   doubling.String(),
		"conditions": conditions.String(),
		"subs":       resource(`!Sub "` + strings.Repeat("${Probe}", 50000) + `"`),
		"foreign":    resource(`!Sub "` + foreign.String() + `"`),
		"framework":  resource(`"` + strings.Repeat("${self:${opt:", 50000) + `"`),
		"loop":       "Resources:\n  " + strings.Repeat(" ", 0) + "Fn::ForEach::A: [X, [a, b], {\"R${X}\": {Type: A::B}}]\n",
		"flow":       `{Resources: {` + strings.Repeat(`"é": {Type: A::B}, `, 2000) + `}}`,
		"utf16":      "\xff\xfeR\x00e\x00s\x00",
		"binary":     "Resources:\n  A\x00B: \x01",
		"latin":      "Resources:\n  A: {Type: \"A::B\", Properties: {V: \"\xe4\"}}\n",
	} {
		t.Run(name, func(t *testing.T) {
			before := allocated()
			g := checkRanges(t, []byte(text))
			took := allocated() - before
			steps, most := 10*len(text), uint64(8*maxText+512*len(text))
			if name == "growing" { // its values have 2^60 parts if nothing stops them
				steps, most = maxSteps, 512*maxSteps
			}
			if got := stepsOf(g); got > steps {
				t.Errorf("%d nodes were evaluated for %d bytes", got, len(text))
			}
			if took > most {
				t.Errorf("%d bytes were allocated for %d bytes", took, len(text))
			}
		})
	}
	big := load(t, []string{"-"}, Options{Stdin: make([]byte, disk.MaxSource+1)}, "-")
	if len(big.Gaps) != 1 || len(big.Diagnostics()) != 1 || big.Diagnostics()[0].Severity != graph.Error {
		t.Errorf("a file that is too large: %v", big.Diagnostics())
	}
}

func TestLooks(t *testing.T) {
	for _, c := range []struct {
		want       bool
		name, text string
	}{
		{true, "a.yaml", "AWSTemplateFormatVersion: '2010-09-09'\n"},
		{true, "a.yaml", "# c\n---\n\"AWSTemplateFormatVersion\" : x\n"},
		{true, "a.yml", "Description: x\nResources:\n  # c\n  A:\n    Type: AWS::S3::Bucket\n"},
		{true, "a.yml", "\uFEFFResources:\r\n  A:\r\n    Type: 'AWS::S3::Bucket' # x\r\n"},
		{true, "a.template", "Resources:\n  A: {Type: \"AWS::S3::Bucket\"}\n"},
		{true, "a.yaml", "Resources:\n  A:\n    Type: Custom::Thing\n"},
		{true, "a.json", `{"AWSTemplateFormatVersion": "2010-09-09"}`},
		{true, "a.json", "\uFEFF {\n\"Description\": \"a } b\", \"Metadata\": {\"Resources\": []}, \"Resources\" : {\"A\": {\"Type\" : \"AWS::S3::Bucket\"}}}"},
		{true, "a.yaml", "{Resources: {A: {Type: \"AWS::S3::Bucket\"}}, \"AWSTemplateFormatVersion\": x}"},
		{true, "indented.yaml", "---\n\n # c\n  Description: x\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n"},
		{false, "k8s.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  t: |\n    AWSTemplateFormatVersion: x\n    Resources:\n      A:\n        Type: AWS::S3::Bucket\n"},
		{false, "openapi.yaml", "openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {Type: {type: object}}}\n"},
		{false, "compose.yml", "services:\n  web:\n    image: x\n"},
		{false, "package.json", `{"name": "x", "Resources": {"a": 1}}`},
		{false, "main.tf.json", `{"AWSTemplateFormatVersion": "2010-09-09"}`},
		{false, "serverless.yml", "service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n"},
		{false, "appspec.yml", "version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n"},
		{false, "appspec.json", `{"version": 0.0, "Resources": [{"T": {"Type": "AWS::ECS::Service"}}]}`},
		{false, ".ebextensions/a.config", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"},
		{false, "manifest.json", `{"version": "1", "artifacts": {"x": {"type": "aws:cloudformation:stack", "AWSTemplateFormatVersion": 1}}}`},
		{false, "plan.json", `{"resource_changes": [{"type": "AWS::S3::Bucket"}]}`},
		{false, "empty.yaml", ""},
		{false, "a.json", `{"a": "`},
		{false, "a.json", `{`},
	} {
		if got := Looks(c.name, []byte(c.text)); got != c.want {
			t.Errorf("Looks(%s, %q) = %v", c.name, c.text, got)
		}
	}
}

func TestLooksAtTestdata(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cloudformation/*/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		want := name != "list.yaml" && name != "empty.yaml" && name != "dev.yaml"
		if got := Looks(file, content); got != want {
			t.Errorf("Looks(%s) = %v", file, got)
		}
	}
}

// allocated is how many bytes the process has allocated until now: work that does not depend on who else is at work.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// stepsOf is how many nodes were evaluated for a graph until now.
func stepsOf(g *graph.Graph) int {
	if len(g.Resources()) == 0 {
		return 0
	}
	return g.Resources()[0].Source.(*resource).stack.unit.steps
}

// Many resources that each refer to many make no more references than can be held.
func TestReferencesAreBounded(t *testing.T) {
	var b, all strings.Builder
	b.WriteString("Resources:\n")
	for i := range 800 {
		fmt.Fprintf(&b, "  T%d: {Type: A::B}\n", i)
		fmt.Fprintf(&all, "!Ref T%d, ", i)
	}
	fmt.Fprintf(&b, "  First: {Type: A::B, Properties: {V: &all [%s]}}\n", all.String())
	for i := range 1000 {
		fmt.Fprintf(&b, "  U%d: {Type: A::B, Properties: {V: *all}}\n", i)
	}
	g := load(t, []string{"-"}, Options{Stdin: []byte(b.String())}, "-")
	for _, r := range g.Resources() {
		r.Attribute("V")
	}
	for _, d := range g.Diagnostics() {
		if strings.Contains(d.Message, "takes more than 5000000 steps") {
			return
		}
	}
	t.Errorf("nothing tells that not all was evaluated: %v", g.Diagnostics())
}

// Loops in each other make no more than so many resources: what is left of them is told of.
func TestLoopsAreBounded(t *testing.T) {
	texts := "x"
	for i := range 2_000 {
		texts += fmt.Sprintf(", t%d", i)
	}
	file := filepath.Join(t.TempDir(), "t.yaml")
	content := "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A:\n    - X\n    - [" + texts + "]\n    - Fn::ForEach::B:\n        - Y\n        - [" + texts + "]\n        - \"R${X}${Y}\": {Type: \"AWS::S3::Bucket\"}\n"
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	g := load(t, []string{file}, Options{}, file)
	if n := len(g.Resources()); n < 2_000 || n > 100_000 {
		t.Errorf("%d resources", n)
	}
	if !slices.ContainsFunc(g.Diagnostics(), func(d graph.Diagnostic) bool { return strings.Contains(d.Message, "takes more than 5000000 steps") }) {
		t.Errorf("it is told: %v", g.Diagnostics())
	}
}
