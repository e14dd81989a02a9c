package cloudformation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// samTemplates loads the templates of testdata/cloudformation/sam, as a scan of that directory would.
func samTemplates(t *testing.T) *graph.Graph {
	t.Helper()
	t.Chdir("../../testdata/cloudformation/sam")
	return load(t, []string{"child.yaml", "template.yaml"}, Options{}, "template.yaml")
}

// What a resource has from the section Globals is found where it was written there, and what it has itself in its own
// place.
func TestLocateGlobals(t *testing.T) {
	g := samTemplates(t)
	for _, c := range []struct {
		address string
		path    cty.Path
		line    int
	}{
		{"Web", at("Timeout"), 4},
		{"Web", at("Environment"), 23},
		{"Web", at("Environment", "Variables", "STAGE"), 7},
		{"Web", at("Environment", "Variables", "QUEUE"), 25},
		{"Web", at("Layers"), 26},
		{"Web", at("Layers", 0), 8},
		{"Web", at("Layers", 1), 26},
		{"Bare", at("Timeout"), 4},
		{"Bare", at("Environment", "Variables", "STAGE"), 7},
		{"Bare", at("Handler"), 27},
	} {
		r := g.ByAddress(c.address)
		if got := r.Locate(c.path); got.Start.Line != c.line || got.File != "template.yaml" {
			t.Errorf("%s of %s stands in line %d of %s, want %d", words(c.path), c.address, got.Start.Line, got.File, c.line)
		}
	}
	for address, want := range map[string][2]int{"Web": {20, 26}, "Bare": {27, 28}} {
		if r := g.ByAddress(address); r.Range.Start.Line != want[0] || r.Range.End.Line != want[1] {
			t.Errorf("%s stands in the lines %d to %d, want %v", address, r.Range.Start.Line, r.Range.End.Line, want)
		}
	}
	trace := g.ByAddress("Bare").Source.Trace(at("Timeout"))
	if len(trace) != 1 || trace[0].Name != "Globals.Function.Timeout" || trace[0].Range.Start.Line != 4 {
		t.Errorf("the way of a global value is %v", trace)
	}
}

// words is a path as a text.
func words(p cty.Path) string {
	var out []string
	for _, s := range p {
		switch s := s.(type) {
		case cty.GetAttrStep:
			out = append(out, s.Name)
		case cty.IndexStep:
			out = append(out, s.Key.AsBigFloat().String())
		}
	}
	return strings.Join(out, ".")
}

// An application is a nested stack where its template is at hand, and a gap where it is published.
func TestApplications(t *testing.T) {
	g := samTemplates(t)
	if got := show(g.ByAddress("Child/Source").Attribute("FunctionName")); got != "?string <Web.Arn>" {
		t.Errorf("the nested application is handed %s", got)
	}
	if got := show(g.ByAddress("Web").Attribute("Environment")); got != `{Variables: {QUEUE: ?string <Child/Queue.Arn>, STAGE: "prod"}}` {
		t.Errorf("the environment is %s", got)
	}
	if published := g.ByAddress("Published"); published.Mode != graph.Module || g.Hides(g.ByAddress("Web")) != graph.Unknown || g.Hides(g.ByAddress("Api")) != graph.False {
		t.Error("a published application hides more or less than what it is handed")
	}
	const want = "the application Published is not read: it is published as arn:aws:serverlessrepo:us-east-1:123456789012:applications/x"
	if len(g.Gaps) != 1 || g.Gaps[0].Message != want {
		t.Errorf("gaps are %v, want %s", g.Gaps, want)
	}
	if d := g.Diagnostics(); len(d) > 0 {
		t.Errorf("diagnostics: %v", d)
	}
}

// What is referred to by the name of a resource that SAM makes leads to those that it is made from.
func TestMentionsOfGenerated(t *testing.T) {
	var got []string
	for _, m := range samTemplates(t).ByAddress("Rule").Source.Mentions() {
		got = append(got, fmt.Sprintf("%s: %s %s %v", m.Attribute, m.Ref.Address, m.Ref.Attribute, m.Ref.Possible))
	}
	want := []string{"DependsOn: Web  false", "Description: Api ServerlessRestApi.Ref false", "RoleArn: Bare Role.Arn true"}
	if !slices.Equal(got, want) {
		t.Errorf("mentions are %q, want %q", got, want)
	}
}

// A section Globals that brings too much is a gap, and what it may have brought is not known.
func TestGlobalsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Tags:\n")
	for i := range 2_000 {
		fmt.Fprintf(&b, "      t%d: x\n", i)
	}
	b.WriteString("Resources:\n")
	for i := range 600 {
		fmt.Fprintf(&b, "  F%d: {Type: AWS::Serverless::Function, Properties: {Tags: {own: x}}}\n", i)
	}
	g := load(t, []string{"-"}, Options{Stdin: []byte(b.String())}, "-")
	if len(g.Gaps) != 1 || g.Gaps[0].Range.Start.Line != 2 {
		t.Fatalf("gaps are %v", g.Gaps)
	}
	if got := g.ByAddress("F599").Attribute("Timeout"); got.IsKnown() {
		t.Errorf("what may have been brought is %s", show(got))
	}
	if got := g.ByAddress("F1").Attribute("Tags"); got.LengthInt() != 2_001 {
		t.Errorf("the first have %d tags", got.LengthInt())
	}
}

// Beside SAM, the language extensions leave everything known; a macro leaves open what it may add or rewrite.
func TestTransformsBesideSAM(t *testing.T) {
	const rest = "Globals: {Function: {Timeout: 30}}\nResources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: !Ref FRole}}\n"
	for _, c := range []struct {
		transform       string
		layers, handler string
		gaps            int
	}{
		{"AWS::Serverless-2016-10-31", "null", "?string <F.Role.Ref>", 0},
		{"[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]", "null", "?string <F.Role.Ref>", 0},
		{"[Acme, AWS::Serverless-2016-10-31]", "?dynamic", "?dynamic <F.Role.Ref?>", 1},
	} {
		g := load(t, []string{"-"}, Options{Stdin: []byte("Transform: " + c.transform + "\n" + rest)}, "-")
		f := g.ByAddress("F")
		if got := show(f.Attribute("Layers")); got != c.layers || len(g.Gaps) != c.gaps {
			t.Errorf("with %s, what is not written is %s, and there are %d gaps; want %s and %d", c.transform, got, len(g.Gaps), c.layers, c.gaps)
		}
		if got := f.Attribute("Timeout"); got.IsKnown() != (c.gaps == 0) {
			t.Errorf("with %s, the timeout is %s", c.transform, show(got))
		}
		if got := show(f.Attribute("Handler")); got != c.handler {
			t.Errorf("with %s, the handler is %s", c.transform, got)
		}
		if d := g.Diagnostics(); len(d) > 0 {
			t.Errorf("with %s: %v", c.transform, d)
		}
	}
}
