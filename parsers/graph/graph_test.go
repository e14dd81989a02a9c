package graph_test

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// written is a resource's source made of plain values.
type written map[string]cty.Value

func (w written) Attributes() (names []string) {
	for n := range w {
		names = append(names, n)
	}
	return names
}
func (w written) Attribute(name string) cty.Value { return w[name] }
func (written) Locate(cty.Path) graph.Range       { return graph.Range{} }
func (written) Trace(cty.Path) []graph.Step       { return nil }
func (written) Ignored(string) graph.Tri          { return graph.False }
func (written) Mentions() []graph.Mention         { return nil }

func resource(address string, mode graph.Mode, values written) *graph.Resource {
	return &graph.Resource{Address: address, Type: "t", Mode: mode, Exists: graph.True, Source: values}
}

func TestTargets(t *testing.T) {
	g := graph.New("", graph.Terraform, []*graph.Resource{
		resource("t.b[1]", graph.Managed, nil), resource("t.b[0]", graph.Managed, nil), resource("t.a", graph.Managed, nil),
	}, nil)
	for address, want := range map[string]int{"t.a": 1, "t.b[*]": 2, "t.b": 2, "t.b[1]": 1, "t.c": 0, "t.c[*]": 0} {
		if got := g.Targets(graph.Ref{Address: address}); len(got) != want {
			t.Errorf("%s means %d resources, want %d", address, len(got), want)
		}
	}
}

func TestWithoutKey(t *testing.T) {
	for address, want := range map[string]string{
		"t.a": "t.a", "t.a[0]": "t.a", "t.a[*]": "t.a", `t.a["x"]`: "t.a", `t.a["x[0]"]`: "t.a", `t.a["x[\"y\"]"]`: "t.a", `module.m["a[1]"].t.b`: `module.m["a[1]"].t.b`,
		`module.m["a"].t.b[1]`: `module.m["a"].t.b`,
	} {
		if got, keyed := graph.WithoutKey(address); got != want || keyed != (got != address) {
			t.Errorf("%s without its key is %s, %v", address, got, keyed)
		}
	}
}

func TestWithoutKeys(t *testing.T) {
	for address, want := range map[string]string{
		"t.a": "t.a", "t.a[0]": "t.a", "t.a[*]": "t.a", `t.a["x]"]`: "t.a", `t.a["x[\"y]\"]"]`: "t.a", `module.m["a[1]"].t.b`: "module.m.t.b",
		`module.m[0].t.b["k"]`: "module.m.t.b", "Network/SubnetA": "Network/SubnetA", "t.a[": "t.a", "t.a]": "t.a]",
	} {
		if got := graph.WithoutKeys(address); got != want {
			t.Errorf("%s without its keys is %s", address, got)
		}
	}
}

func TestHides(t *testing.T) {
	mine := resource("t.a", graph.Managed, nil)
	other := resource("t.b", graph.Managed, nil)
	module := resource("module.x", graph.Module, written{"in": cty.UnknownVal(cty.String).Mark(graph.Ref{Address: "t.a", Attribute: "id"})})
	g := graph.New("", graph.Terraform, []*graph.Resource{mine, other, module}, []graph.Gap{{Module: module}})
	if got := g.Hides(mine); got != graph.Unknown {
		t.Errorf("a module is handed the resource, but Hides is %v", got)
	}
	if got := g.Hides(other); got != graph.False {
		t.Errorf("no module is handed the resource, but Hides is %v", got)
	}
	lost := graph.New("", graph.Terraform, []*graph.Resource{mine}, []graph.Gap{{Message: "a file"}})
	if got := lost.Hides(mine); got != graph.Unknown {
		t.Errorf("a file was not read, but Hides is %v", got)
	}
}

func TestOffered(t *testing.T) {
	mine, other := resource("t.a", graph.Managed, nil), resource("t.b", graph.Managed, nil)
	g := graph.New("", graph.Terraform, []*graph.Resource{mine, other}, nil)
	if got := g.Offered(mine); got != graph.False {
		t.Errorf("nothing is handed out, but Offered is %v", got)
	}
	g = graph.New("", graph.Terraform, []*graph.Resource{mine, other}, nil)
	g.Offers = func() []cty.Value {
		return []cty.Value{cty.ObjectVal(map[string]cty.Value{"name": cty.UnknownVal(cty.String).Mark(graph.Ref{Address: "t.a", Attribute: "name"})})}
	}
	if got := g.Offered(mine); got != graph.Unknown {
		t.Errorf("the resource is handed out, but Offered is %v", got)
	}
	if got := g.Offered(other); got != graph.False {
		t.Errorf("the resource is not handed out, but Offered is %v", got)
	}
}

func TestPutOut(t *testing.T) {
	mine, other := resource("t.a", graph.Managed, nil), resource("t.b", graph.Managed, nil)
	g := graph.New("", graph.Terraform, []*graph.Resource{mine, other}, nil)
	g.Outputs = func() []cty.Value {
		return []cty.Value{cty.TupleVal([]cty.Value{cty.UnknownVal(cty.String).Mark(graph.Ref{Address: "t.a", Attribute: "arn"})})}
	}
	if got := g.PutOut(mine); got != graph.Unknown {
		t.Errorf("an output names the resource, but PutOut is %v", got)
	}
	if got := g.PutOutAs(mine, "id", "arn"); got != graph.Unknown {
		t.Errorf("an output names the ARN, but PutOutAs is %v", got)
	}
	if got := g.PutOutAs(mine, "id"); got != graph.False {
		t.Errorf("no output names the ID, but PutOutAs is %v", got)
	}
	if got := g.PutOut(other); got != graph.False {
		t.Errorf("no output names the resource, but PutOut is %v", got)
	}
	if got := g.Offered(mine); got != graph.False {
		t.Errorf("an output alone hands nothing over, but Offered is %v", got)
	}
}

func TestFactsAreComputedOnceAndKeepTheirDoubts(t *testing.T) {
	g := graph.New("", graph.Terraform, nil, nil)
	computed := 0
	ask := func() int {
		return graph.Fact(g, "key", func() int {
			computed++
			g.Doubt(graph.Doubt{Message: "why"})
			return 7
		})
	}
	for range 2 {
		if got := ask(); got != 7 {
			t.Fatalf("got %d", got)
		}
		if d := g.TakeDoubts(); len(d) != 1 || d[0].Message != "why" {
			t.Fatalf("doubts are %v", d)
		}
	}
	if computed != 1 {
		t.Errorf("computed %d times", computed)
	}
}

func TestAFactThatDependsOnItselfIsUnknown(t *testing.T) {
	g := graph.New("", graph.Terraform, nil, nil)
	var ask func() graph.Tri
	ask = func() graph.Tri {
		return graph.Fact(g, "key", func() graph.Tri { return ask() })
	}
	if got := ask(); got != graph.Unknown {
		t.Errorf("got %v", got)
	}
}

func TestAFactWhoseComputationPanicsIsNotKept(t *testing.T) {
	g := graph.New("", graph.Terraform, nil, nil)
	func() {
		defer func() { _ = recover() }()
		graph.Fact(g, "key", func() graph.Tri { panic("broken") })
	}()
	if got := graph.Fact(g, "key", func() graph.Tri { return graph.True }); got != graph.True {
		t.Errorf("got %v", got)
	}
}

// counting is a source of as many attributes as are asked for, that counts how often it is asked.
type counting struct {
	graph.Source
	asked map[string]int
}

func (c counting) Attribute(name string) cty.Value {
	c.asked[name]++
	if len(name)%2 == 0 {
		return cty.NilVal
	}
	return cty.StringVal(name)
}

// An attribute is evaluated once, however many there are.
func TestManyAttributes(t *testing.T) {
	c := counting{asked: map[string]int{}}
	r := &graph.Resource{Source: c}
	for range 2 {
		for i := range 1000 {
			name := strings.Repeat("a", i)
			if v := r.Attribute(name); v.IsNull() != (i%2 == 0) || !v.IsNull() && v.AsString() != name {
				t.Fatalf("attribute %d is %#v", i, v)
			}
		}
	}
	for name, n := range c.asked {
		if n != 1 {
			t.Fatalf("an attribute of %d letters was evaluated %d times", len(name), n)
		}
	}
}
