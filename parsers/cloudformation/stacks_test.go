package cloudformation

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// stacks opens the templates of testdata/cloudformation/stacks, as a scan of that directory would.
func stacks(t *testing.T) *Project {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*.yaml", "templates/*.yaml", "templates/*.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	return open(t, files, Options{})
}

func open(t testing.TB, files []string, o Options) *Project {
	t.Helper()
	p, err := Open(files, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// load opens files and evaluates one of them, without parameters.
func load(t testing.TB, files []string, o Options, name string) *graph.Graph {
	t.Helper()
	return open(t, files, o).Load(Template{Path: name})
}

// units are the units of a project.
func units(t testing.TB, p *Project) []Template {
	t.Helper()
	all, err := p.Templates()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTemplates(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	var got []string
	for _, one := range units(t, stacks(t)) {
		got = append(got, one.Path)
		if one.Size == 0 {
			t.Errorf("%s has no size", one.Path)
		}
	}
	want := []string{"alternatives.yaml", "exports.yaml", "held.yaml", "included.yaml", "macro.yaml", "main.yaml", "ring-a.yaml", "together.yaml", "ways.yaml"}
	if !slices.Equal(got, want) {
		t.Errorf("units are %q, want %q", got, want)
	}
}

func TestNestedStacks(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := stacks(t).Load(Template{Path: "main.yaml"})
	checkWants(t, g, "main.yaml", "templates/network.yaml")

	var addresses []string
	for _, r := range g.Resources() {
		addresses = append(addresses, r.Mode.String()+" "+r.Address+" "+r.Type)
	}
	want := []string{
		"module Elsewhere https://example.com/elsewhere/missing.yaml",
		"module Module Acme::Network::Thing::MODULE",
		"managed Network AWS::CloudFormation::Stack",
		"managed Network/SubnetA AWS::EC2::Subnet",
		"managed Network/SubnetB AWS::EC2::Subnet",
		"managed Network/Vpc AWS::EC2::VPC",
		"managed Prefixed AWS::CloudFormation::Stack",
		"managed Prefixed/Queue AWS::SQS::Queue",
		"managed Probe Custom::Probe",
		"module Unknown AWS::CloudFormation::Stack",
		"managed Web AWS::CloudFormation::Stack",
		"managed Web/Group AWS::AutoScaling::AutoScalingGroup",
		"managed Web/Leaf AWS::CloudFormation::Stack",
		"managed Web/Leaf/Queue AWS::SQS::Queue",
		"imported exports.yaml:Vpc AWS::EC2::VPC",
	}
	if !slices.Equal(addresses, want) {
		t.Errorf("resources are\n%s\nwant\n%s", strings.Join(addresses, "\n"), strings.Join(want, "\n"))
	}

	group := g.ByAddress("Web/Group")
	for name, want := range map[string]string{
		"VPCZoneIdentifier": "[?string <Network/SubnetA.Ref>, ?string <Network/SubnetB.Ref>]",
		"AvailabilityZones": "[?string <Network/SubnetA.Ref>, ?string <Network/SubnetB.Ref>]",
		"MinSize":           `"2"`,
	} {
		if got := show(group.Attribute(name)); got != want {
			t.Errorf("Web/Group %s is %s, want %s", name, got, want)
		}
	}
	leaf := g.ByAddress("Web/Leaf/Queue")
	if len(leaf.Calls) != 2 || leaf.Calls[0].Address != "Web" || leaf.Calls[1].Address != "Web/Leaf" || leaf.Calls[1].Range.File != "templates/web.json" {
		t.Errorf("calls of %s are %v", leaf.Address, leaf.Calls)
	}
	if queue := g.ByAddress("Prefixed/Queue"); queue.Exists != graph.Unknown {
		t.Errorf("%s exists: %v; its stack may not", queue.Address, queue.Exists)
	}
	if got := g.ByAddress("Unknown").Source.Attributes(); !slices.Equal(got, []string{"Parameters"}) {
		t.Errorf("the stack whose parameters are made by a function is handed %q", got)
	}
	for _, c := range []struct {
		address string
		want    graph.Tri
	}{{"Network/SubnetA", graph.Unknown}, {"Network/SubnetB", graph.Unknown}, {"Network/Vpc", graph.False}} {
		if got := g.Hides(g.ByAddress(c.address)); got != c.want {
			t.Errorf("Hides(%s) = %v, want %v", c.address, got, c.want)
		}
	}
	var gaps []string
	for _, gap := range g.Gaps {
		if gap.Module == nil {
			t.Errorf("a gap without a module: %s", gap.Message)
		}
		gaps = append(gaps, gap.Module.Address)
	}
	if slices.Sort(gaps); !slices.Equal(gaps, []string{"Elsewhere", "Module", "Unknown"}) {
		t.Errorf("gaps are %q", gaps)
	}
}

// TestEnvironments imports what each of several environments exports: that of the same directory counts.
func TestEnvironments(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/environments")
	p := open(t, []string{"elsewhere.yaml", "live/network.yaml", "live/web.yaml", "test/network.yaml"}, Options{})
	for _, name := range []string{"live/web.yaml", "elsewhere.yaml"} {
		checkWants(t, p.Load(Template{Path: name}), name)
	}
}

// TestMacro reads a template that a macro rewrites, which may put anything in the place of what is written, there and
// among what a nested stack is handed, and add what is not: nothing is known, and nothing is absent.
func TestMacro(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := stacks(t).Load(Template{Path: "macro.yaml"})
	checkWants(t, g, "macro.yaml", "templates/filled.yaml")
	for _, name := range []string{"Absent", "@UpdatePolicy"} {
		if got := show(g.ByAddress("Probe").Attribute(name)); got != "?dynamic" {
			t.Errorf("%s, which is not written, is %s, want ?dynamic", name, got)
		}
	}
	if got := show(g.ByAddress("Inner/Queue").Attribute("Absent")); got != "null" {
		t.Errorf("what is not written in a template that no macro rewrites is %s, want null", got)
	}
}

// TestHandedParameters hands parameters through a function, decided and not.
func TestHandedParameters(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := load(t, []string{"ways.yaml"}, Options{}, "ways.yaml")
	for address, want := range map[string]string{"Decided/Probe": `"x"`, "Undecided/Probe": "?string"} {
		if got := show(g.ByAddress(address).Attribute("Given")); got != want {
			t.Errorf("%s is given %s, want %s", address, got, want)
		}
	}
}

// TestHeldParameters hands on what is not known: an ID cannot hold a list, and a text can.
func TestHeldParameters(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := load(t, []string{"held.yaml"}, Options{}, "held.yaml")
	for address, want := range map[string]string{
		"Middle/ById/Group":   "[?string <Vpc.Outputs.SubnetA>]",
		"Middle/ByText/Group": "?list of string 2.. <Vpc.Outputs.SubnetA, Vpc.Outputs.Subnets>",
	} {
		if got := show(g.ByAddress(address).Attribute("VPCZoneIdentifier")); got != want {
			t.Errorf("the subnets of %s are %s, want %s", address, got, want)
		}
	}
}

func TestRingOfStacks(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	checkWants(t, stacks(t).Load(Template{Path: "ring-a.yaml"}), "ring-a.yaml", "ring-b.yaml")
}

func TestInclude(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := stacks(t).Load(Template{Path: "included.yaml"})
	checkWants(t, g, "included.yaml", "templates/part.inc", "templates/properties.inc")
	if at := g.ByAddress("Included").Header; at.File != "templates/part.inc" || at.Start.Line != 1 {
		t.Errorf("the included resource is at %v", at)
	}
	if len(g.Gaps) != 1 || !strings.Contains(g.Gaps[0].Message, "list.inc") { // which holds no mapping
		t.Errorf("gaps: %v", g.Gaps)
	}
}

// TestNestedAlone reads one template of which the nested ones are not among the files.
func TestNestedAlone(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := load(t, []string{"main.yaml"}, Options{}, "main.yaml")
	for _, address := range []string{"Network/Vpc", "Web/Leaf/Queue", "Prefixed/Queue"} {
		if g.ByAddress(address) == nil {
			t.Errorf("%s is not there", address)
		}
	}
}

// TestNestedExports: what a nested stack exports others may use, as they may what the outermost one exports.
func TestNestedExports(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"main.yaml":  "Resources: {Inner: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./inner.yaml}}}\n",
		"inner.yaml": "Resources: {Shared: {Type: 'AWS::SNS::Topic'}, Own: {Type: 'AWS::SNS::Topic'}}\nOutputs: {A: {Value: !Ref Shared, Export: {Name: !Sub '${AWS::StackName}-a'}}, B: {Value: !Ref Own}}\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := load(t, []string{"main.yaml", "inner.yaml"}, Options{}, "main.yaml")
	for address, want := range map[string]graph.Tri{"Inner/Shared": graph.Unknown, "Inner/Own": graph.False} {
		r := g.ByAddress(address)
		if got := [2]graph.Tri{g.Offered(r), g.PutOut(r)}; got != [2]graph.Tri{want, want} {
			t.Errorf("%s is offered and put out: %v, want %v", address, got, want)
		}
	}
}

// TestNestedByURL finds templates of other directories by the end of a URL.
func TestNestedByURL(t *testing.T) {
	p := open(t, []string{"a/main.yaml", "a/vpc.yaml", "b/stacks/vpc.yaml", "b/only/app.yaml", "c/stacks/vpc.yaml", "root/x.yaml"}, Options{})
	hole := graph.Hole
	for _, c := range []struct{ from, location, want string }{
		{"a/main.yaml", "vpc.yaml", "a/vpc.yaml"},
		{"a/main.yaml", "./vpc.yaml", "a/vpc.yaml"},
		{"a/main.yaml", "../b/only/app.yaml", "b/only/app.yaml"},
		{"a/main.yaml", "https://s3.amazonaws.com/bucket/vpc.yaml", "a/vpc.yaml"},
		{"a/main.yaml", "https://s3.amazonaws.com/bucket/only/app.yaml?versionId=1", "b/only/app.yaml"},
		{"a/main.yaml", "s3://bucket/b/stacks/vpc.yaml", "b/stacks/vpc.yaml"},
		{"a/main.yaml", "https://" + hole + ".s3.amazonaws.com/" + hole + "only/app.yaml", "b/only/app.yaml"},
		{"a/main.yaml", "https://h/bucket/app.yaml", ""},
		{"root/x.yaml", "https://h/stacks/vpc.yaml", ""},
		{"b/main.yaml", "https://h/stacks/vpc.yaml", "b/stacks/vpc.yaml"},
		{"a/main.yaml", hole, ""},
		{"a/main.yaml", "", ""},
		{"a/main.yaml", "nowhere.yaml", ""},
	} {
		if got, _ := p.find(c.from, c.location); got != c.want && (c.want != "" || p.known[got]) {
			t.Errorf("find(%q, %q) = %q, want %q", c.from, c.location, got, c.want)
		}
	}
}

// TestConcurrentLoads loads units that share nested templates and exports at the same time; run it with -race.
func TestConcurrentLoads(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	p := stacks(t)
	var wg sync.WaitGroup
	for _, name := range []string{"main.yaml", "exports.yaml", "ring-a.yaml", "ring-b.yaml", "templates/web.json", "templates/network.yaml"} {
		wg.Go(func() {
			for _, r := range p.Load(Template{Path: name}).Resources() {
				for _, a := range r.Source.Attributes() {
					r.Attribute(a)
					r.Locate(cty.GetAttrPath(a))
				}
			}
		})
	}
	wg.Wait()
}

func TestTrace(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	g := stacks(t).Load(Template{Path: "main.yaml"})
	ways := load(t, []string{"ways.yaml"}, Options{}, "ways.yaml")
	for _, c := range []struct {
		address, attribute string
		want               []string
	}{
		{"Network/Vpc", "CidrBlock", []string{"0 CidrBlock templates/network.yaml:11", "2 Network.Parameters.Block main.yaml:15", "5 Parameters.Cidr main.yaml:2"}},
		{"Probe", "Block", []string{"0 Block main.yaml:54", "3 Network.Outputs.Block templates/network.yaml:26", "2 Network.Parameters.Block main.yaml:15", "5 Parameters.Cidr main.yaml:2"}},
		{"Web/Group", "MinSize", []string{"0 MinSize templates/web.json:15", "2 Web.Parameters.Size main.yaml:23"}},
		{"Network/SubnetB", "CidrBlock", []string{"0 CidrBlock templates/network.yaml:23"}},
		{"Probe", "Nothing", nil},
		{"Ways", "Map", []string{"0 Map ways.yaml:12", "1 Mappings.Sizes.dev.Multi ways.yaml:4"}},
		{"Ways", "Undecided", []string{"0 Undecided ways.yaml:13"}},
		{"Ways", "Sub", []string{"0 Sub ways.yaml:14", "5 Parameters.Env ways.yaml:2"}},
		{"Ways", "Encoded", []string{"0 Encoded ways.yaml:15", "5 Parameters.Env ways.yaml:2"}},
		{"Ways", "If", []string{"0 If ways.yaml:16", "5 Parameters.Env ways.yaml:2"}},
		{"Ways", "Other", []string{"0 Other ways.yaml:17", "0 Ways.Sub ways.yaml:14", "5 Parameters.Env ways.yaml:2"}},
		{"Ways", "Round", []string{"0 Round ways.yaml:18"}},
	} {
		var got []string
		of := g
		if c.address == "Ways" {
			of = ways
		}
		for _, s := range of.ByAddress(c.address).Source.Trace(cty.GetAttrPath(c.attribute)) {
			got = append(got, fmt.Sprintf("%d %s %s:%d", s.Kind, s.Name, s.Range.File, s.Range.Start.Line))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("trace of %s %s:\n got %q\nwant %q", c.address, c.attribute, got, c.want)
		}
	}
}
