package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// attributes is a graph.Source of fixed values.
type attributes map[string]cty.Value

func (a attributes) Attributes() []string {
	var out []string
	for name := range a {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
func (a attributes) Attribute(name string) cty.Value { return a[name] }
func (a attributes) Locate(cty.Path) graph.Range     { return graph.Range{} }
func (a attributes) Trace(cty.Path) []graph.Step     { return nil }
func (a attributes) Ignored(string) graph.Tri        { return graph.False }
func (attributes) Mentions() []graph.Mention         { return nil }

func TestValues(t *testing.T) {
	ref := graph.Ref{Address: "aws_subnet.a", Attribute: "id"}
	zone := cty.StringVal("xx-zone-1a").Mark(graph.Symbol{Source: "Fn::GetAZs"})
	for name, c := range map[string]struct {
		v       cty.Value
		want    string
		unknown []string
	}{
		"string":             {cty.StringVal("a<b"), `"a<b"`, nil},
		"marked":             {cty.StringVal("a").Mark(graph.Default{}), `"a"`, nil},
		"number":             {cty.MustParseNumberVal("12345678901234567890"), `12345678901234567890`, nil},
		"fraction":           {cty.MustParseNumberVal("0.5"), `0.5`, nil},
		"bool":               {cty.True, `true`, nil},
		"null":               {cty.NullVal(cty.String), `null`, nil},
		"no value":           {cty.NilVal, `null`, nil},
		"unknown":            {cty.UnknownVal(cty.String).Mark(ref), `null`, []string{"x"}},
		"of unknown type":    {cty.DynamicVal, `null`, []string{"x"}},
		"symbol":             {zone, `null`, []string{"x"}},
		"in a list":          {cty.ListVal([]cty.Value{cty.StringVal("a"), cty.UnknownVal(cty.String).Mark(ref), zone}), `["a",null,null]`, []string{"x[1]", "x[2]"}},
		"in a tuple":         {cty.TupleVal([]cty.Value{cty.EmptyObjectVal, cty.DynamicVal}), `[{},null]`, []string{"x[1]"}},
		"a set":              {cty.SetVal([]cty.Value{cty.StringVal("b"), cty.StringVal("a")}), `["a","b"]`, nil},
		"an empty list":      {cty.ListValEmpty(cty.String), `[]`, nil},
		"names":              {cty.ObjectVal(map[string]cty.Value{"a.b": cty.DynamicVal, "c": cty.ObjectVal(map[string]cty.Value{"d-e": cty.DynamicVal})}), `{"a.b":null,"c":{"d-e":null}}`, []string{`x["a.b"]`, "x.c.d-e"}},
		"a map":              {cty.MapVal(map[string]cty.Value{`q"`: cty.UnknownVal(cty.String)}), `{"q\"":null}`, []string{`x["q\""]`}},
		"unknown collection": {cty.UnknownVal(cty.List(cty.String)), `null`, []string{"x"}},
	} {
		var unknown []string
		v := valuer{unknown: &unknown}
		got := v.plain(c.v, "x")
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(got); err != nil {
			t.Fatal(err)
		}
		if s := strings.TrimSpace(b.String()); s != c.want {
			t.Errorf("%s: got %s, want %s", name, s, c.want)
		}
		if !slices.Equal(unknown, c.unknown) {
			t.Errorf("%s: unknown paths: got %v, want %v", name, unknown, c.unknown)
		}
	}
}

func chart() *Chart {
	at := graph.Range{File: "main.tf", Start: graph.Pos{Line: 3, Byte: 10}, End: graph.Pos{Line: 5, Byte: 30}}
	subnet := &graph.Resource{Address: `aws_subnet.a["x"]`, Type: "aws_subnet", Exists: graph.True, Range: at, Source: attributes{"cidr": cty.StringVal("10.0.0.0/24")}}
	group := &graph.Resource{Address: "aws_autoscaling_group.web[*]", Type: "aws_autoscaling_group", Exists: graph.Unknown, Range: at, Source: attributes{"subnets": cty.DynamicVal}}
	module := &graph.Resource{Address: "module.gone", Type: "github.com/x/y", Mode: graph.Module, Exists: graph.True, Range: at, Source: attributes{}}
	g := graph.New("infra/prod", graph.Terraform, []*graph.Resource{subnet, group, module}, []graph.Gap{{Range: at, Message: "module source not on disk", Module: module}})
	c := NewChart()
	c.Add(g, []graph.Edge{
		{From: group, To: subnet, Relation: graph.InSubnet, Attribute: "subnets", Certain: true},
		{From: group, To: subnet, Relation: graph.References, Attribute: "tags", Certain: true}, // not drawn
		{From: group, To: subnet, Relation: graph.InSubnet, Attribute: "zone", Certain: true},   // drawn once
		{From: module, To: subnet, Relation: graph.References, Attribute: "ids"},
	}, func(r *graph.Resource) string { return map[string]string{"aws_subnet": "Subnet"}[r.Type] })
	c.Sort()
	return c
}

func TestChart(t *testing.T) {
	c := chart()
	for name, write := range map[string]func() ([]byte, error){
		"graph.json": func() ([]byte, error) { var b bytes.Buffer; err := c.JSON(&b); return b.Bytes(), err },
		"graph.dot":  func() ([]byte, error) { var b bytes.Buffer; err := c.DOT(&b); return b.Bytes(), err },
		"graph.mmd":  func() ([]byte, error) { var b bytes.Buffer; err := c.Mermaid(&b); return b.Bytes(), err },
	} {
		got, err := write()
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "cli/reports/"+name, got)
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{dotQuote(`a["x\"]`), `"a[\"x\\\"]"`},
		{mermaidQuote(`a["x"] <#>`), `"a[#quot;x#quot;] #lt;#35;#gt;"`},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Error(diff)
		}
	}
}

// A chart has an end, and tells where it is; the resources are all there.
func TestChartIsBounded(t *testing.T) {
	zeros := make([]cty.Value, 1<<17)
	for i := range zeros {
		zeros[i] = cty.Zero
	}
	many := cty.TupleVal(zeros)
	var all []*graph.Resource
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"} {
		all = append(all, &graph.Resource{Address: name, Source: attributes{"x": many, "y": cty.True}})
	}
	g := graph.New("infra", graph.Terraform, all, nil)
	c := NewChart()
	c.Add(g, nil, func(*graph.Resource) string { return "" })
	if len(c.Resources) != 11 || len(c.Resources[0].Values) != 2 || len(c.Resources[10].Values) != 0 {
		t.Errorf("%d resources, %d values of the first and %d of the last", len(c.Resources), len(c.Resources[0].Values), len(c.Resources[10].Values))
	}
	if len(c.Gaps) != 1 || !strings.Contains(c.Gaps[0].Message, "there are more than 1048576 values: those of h and of what comes after it are left out") {
		t.Errorf("gaps: %v", c.Gaps)
	}
}
