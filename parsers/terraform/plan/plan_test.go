package plan_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

const plans = "../../../testdata/terraform/plans/"

// words writes a value with its references: "?" is what is not known, "→" what is certainly made from, "~" perhaps.
func words(v cty.Value) string {
	u, marks := v.Unmark()
	var refs []string
	for m := range marks {
		switch m := m.(type) {
		case graph.Ref:
			arrow := "→"
			if m.Possible {
				arrow = "~"
			}
			refs = append(refs, arrow+m.Address+"."+m.Attribute)
		case graph.Observed:
			refs = append(refs, "observed")
		}
	}
	slices.Sort(refs)
	var out string
	switch t := u.Type(); {
	case u.IsNull():
		out = "null"
	case !u.IsKnown():
		out = "?"
	case t == cty.String:
		out = u.AsString()
	case t.IsTupleType():
		var parts []string
		for _, e := range u.AsValueSlice() {
			parts = append(parts, words(e))
		}
		out = "[" + strings.Join(parts, ", ") + "]"
	case t.IsObjectType():
		var parts []string
		for k, e := range u.AsValueMap() {
			if !e.IsNull() {
				parts = append(parts, k+": "+words(e))
			}
		}
		slices.Sort(parts)
		out = "{" + strings.Join(parts, ", ") + "}"
	default:
		out = strings.TrimPrefix(fmt.Sprintf("%#v", u), "cty.")
	}
	return out + strings.Join(refs, "")
}

func read(t *testing.T, name string) *plan.Plan {
	t.Helper()
	p, err := plan.Read(plans + name + "/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What a plan alone tells of an attribute: the references of its expression, as far as they are certain.
func TestAttributes(t *testing.T) {
	for _, c := range []struct{ plan, at, want string }{
		{"references", "aws_probe.all one", "?→aws_vpc.main.id"},
		{"references", "aws_probe.all template", "?→aws_vpc.main.id"},
		{"references", "aws_probe.all through", "?"}, // a plan tells nothing of local values
		{"references", "aws_probe.all fallback", "?→aws_vpc.main.id"},
		{"references", "aws_probe.all condition", "?~aws_subnet.app[0].id~aws_subnet.app[1].id"},
		{"references", "aws_probe.all splat", "[?→aws_subnet.app[0].id, ?→aws_subnet.app[1].id, ?→aws_subnet.app[2].id]"},
		{"references", "aws_probe.all listed", "[?→aws_subnet.app[2].id, ?→aws_subnet.app[0].id]"},
		{"references", "aws_probe.all with_literal", "[subnet-1, ?→aws_subnet.app[0].id]"},
		{"references", "aws_probe.all by_index", "?~aws_subnet.app[0].id~aws_subnet.app[1].id~aws_subnet.app[2].id"},
		{"references", "aws_probe.all some", "[?~aws_subnet.app[0].id~aws_subnet.app[1].id~aws_subnet.app[2].id, ?~aws_subnet.app[0].id~aws_subnet.app[1].id~aws_subnet.app[2].id]"},
		{"references", "aws_probe.all keyed", `?~aws_subnet.by_name["a"].id~aws_subnet.by_name["b"].id`},
		{"references", "aws_probe.all values", `[?→aws_subnet.by_name["a"].id, ?→aws_subnet.by_name["b"].id]`},
		{"references", "aws_probe.all single", "?"}, // of the module as a whole
		{"references", "aws_probe.all output", "[?→aws_subnet.app[0].id, ?→aws_subnet.app[1].id, ?→aws_subnet.app[2].id, ?→module.app[0].aws_subnet.inner.id]"},
		{"references", "aws_probe.all whole", "?→module.app[0].aws_subnet.inner.id"},
		{"references", "aws_probe.all opaque", "?"},
		{"references", "aws_probe.all known", "10.0.0.0/16→aws_vpc.main.cidr_block"},
		{"references", "aws_probe.all tags", "{name: probe, vpc: ?→aws_vpc.main.id}"},
		{"references", "aws_probe.all nothing", "null"}, // the provider makes up what it was not given
		{"references", "aws_probe.all through_null", "null"},
		{"references", "aws_probe.all time", "?"},
		{"references", "aws_probe.all since", "?"},
		{"references", "aws_probe.all arn", "null"}, // and so does any provider, of what nobody wrote
		{"references", "aws_probe.all block", "[{port: NumberIntVal(80), subnet: ?→aws_subnet.app[0].id}, {port: NumberIntVal(81), subnet: ?→aws_subnet.app[1].id}]"},
		{"references", "aws_probe.all made", "[{name: x, subnet: ?}]"}, // a plan tells nothing of dynamic blocks
		{"references", "aws_route_table_association.app[1] subnet_id", "?→aws_subnet.app[1].id"},
		{"references", `aws_route_table_association.by_name["b"] subnet_id`, `?→aws_subnet.by_name["b"].id`},
		{"references", "module.app[0].aws_subnet.inner vpc_id", "?→aws_vpc.main.id"},
		{"references", "module.app[0].aws_subnet.inner owner", "?→aws_vpc.main.id"},
		{"references", "module.app[0].aws_probe.inner subnets", "[?→aws_subnet.app[0].id, ?→aws_subnet.app[1].id, ?→aws_subnet.app[2].id]"},
		{"references", "module.app[0].aws_probe.inner mixed", "[x, ?→aws_vpc.main.id]"},
		{"existing", "aws_subnet.app[0] availability_zone", "eu-west-1aobserved"},
		{"existing", "aws_autoscaling_group.by_id vpc_zone_identifier", "[subnet-0a1b2c3d4e5f60001→aws_subnet.app[0].id, subnet-0a1b2c3d4e5f60002→aws_subnet.app[1].id]"},
		{"existing", "aws_autoscaling_group.by_reference desired_capacity", "NumberIntVal(3)observed"},
		{"existing", `data.aws_subnet.found["a"] availability_zone`, "eu-west-1a"},
	} {
		t.Run(c.plan+" "+c.at, func(t *testing.T) {
			address, name, _ := strings.Cut(c.at, " ")
			in := read(t, c.plan).Instance(address)
			if in == nil {
				t.Fatal("it is not in the plan")
			}
			if got := words(in.Attribute(name)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestPlanHasWhatWillBe(t *testing.T) {
	p := read(t, "existing")
	if in := p.Instance("aws_db_instance.gone"); in != nil {
		t.Errorf("what the plan deletes is there: %s", in.Address)
	}
	if got := read(t, "references").Instance("module.app[0].aws_subnet.inner").Provider; got != "aws.west" {
		t.Errorf("the provider is %q", got)
	}
	if got := words(cty.TupleVal(read(t, "references").Keys("aws_subnet.app"))); got != "[Zero, NumberIntVal(1), NumberIntVal(2)]" && got != "[NumberIntVal(0), NumberIntVal(1), NumberIntVal(2)]" {
		t.Errorf("the keys are %s", got)
	}
	if !p.Variables()["subnet_ids"].Type().IsTupleType() {
		t.Errorf("the variables are %#v", p.Variables())
	}
}

func TestOutputs(t *testing.T) {
	p := read(t, "references")
	for name, want := range map[string]string{
		"subnet":  "?→module.app[0].aws_subnet.inner.id",
		"subnets": "?→aws_subnet.app[0].id→aws_subnet.app[1].id→aws_subnet.app[2].id→module.app[0].aws_subnet.inner.id",
		"opaque":  "?",
		"missing": "?",
	} {
		if got := words(p.Output("module.app[0]", name)); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestMentions(t *testing.T) {
	in := read(t, "references").Instance("aws_probe.all")
	var got []string
	for _, m := range in.Mentions() {
		if m.Attribute == "condition" || m.Attribute == "depends_on" || m.Attribute == "one" || m.Attribute == "block" {
			got = append(got, fmt.Sprint(m.Attribute, " ", m.Ref.Address, " ", m.Ref.Possible))
		}
	}
	want := []string{"block aws_subnet.app[0] true", "block aws_subnet.app[1] true", "condition aws_subnet.app[0] true", "condition aws_subnet.app[1] true",
		`depends_on aws_subnet.by_name["a"] true`, `depends_on aws_subnet.by_name["b"] true`, "one aws_vpc.main false"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// An argument of a module call that alone decides an attribute is where that was written.
func TestArgument(t *testing.T) {
	p := read(t, "references")
	for _, c := range []struct{ address, attribute, want string }{
		{"module.app[0].aws_subnet.inner", "vpc_id", "vpc"},
		{"module.app[0].aws_probe.inner", "subnets", "subnets"},
		{"module.app[0].aws_probe.inner", "mixed", ""},
		{"aws_probe.all", "one", ""},
	} {
		if got := p.Instance(c.address).Argument("module.app", c.attribute); got != c.want {
			t.Errorf("%s of %s: got %q, want %q", c.attribute, c.address, got, c.want)
		}
	}
}

// Of the user data of an instance version 5 of the AWS provider keeps a digest: the text is not known.
func TestDigestsOfUserData(t *testing.T) {
	for data, want := range map[string]string{
		"da39a3ee5e6b4b0d3255bfef95601890afd80709": "?",
		"#!/bin/sh\nmount":                         "#!/bin/sh\nmount",
	} {
		file := filepath.Join(t.TempDir(), "plan.json")
		content := fmt.Sprintf(`{"format_version":"1.2","resource_changes":[{"address":"aws_instance.a","mode":"managed","type":"aws_instance","name":"a","change":{"actions":["no-op"],"after":{"user_data":%q}}}]}`, data)
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := plan.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := words(p.Instance("aws_instance.a").Attribute("user_data")); got != want {
			t.Errorf("%q is %s", data, got)
		}
	}
}

// PowerShell writes UTF-16, with a byte order mark.
func TestEncodings(t *testing.T) {
	const text = `{"format_version":"1.2","resource_changes":[{"address":"aws_a.ü","mode":"managed","type":"aws_a","name":"ü","change":{"actions":["create"],"after":{}}}]}`
	for name, content := range map[string]string{
		"UTF-8":              text,
		"UTF-8 with mark":    "\xef\xbb\xbf" + text,
		"UTF-16 little end":  utf16(text, false),
		"UTF-16 from greats": utf16(text, true),
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plan.json")
			if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			p, err := plan.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			if p.Instance("aws_a.ü") == nil || !plan.Looks(file) {
				t.Error("it was read as something else")
			}
		})
	}
}

func utf16(text string, big bool) string {
	var b strings.Builder
	for _, r := range "\ufeff" + text {
		if big {
			b.WriteByte(byte(r >> 8))
			b.WriteByte(byte(r))
		} else {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
	}
	return b.String()
}

// TestPlansThatLeaveNothing holds plans that say nothing of what the configuration makes, as Terraform 1.11 writes them,
// against one that makes nothing.
func TestPlansThatLeaveNothing(t *testing.T) {
	const (
		state   = `"prior_state":{"values":{"root_module":{"resources":[{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","name":"a","values":{"id":"vpc-1"}}]}}}`
		deleted = `"resource_changes":[{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","name":"a","change":{"actions":["delete"],"before":{"id":"vpc-1"},"after":null,"after_unknown":{}}}]`
		kept    = `"resource_changes":[{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","name":"a","change":{"actions":["no-op"],"before":{"id":"vpc-1"},"after":{"id":"vpc-1"},"after_unknown":{}}}]`
	)
	for name, c := range map[string]struct {
		sections         string
		partial, present bool
	}{
		"-refresh-only":   {`"planned_values":{},` + state, true, true},
		"-destroy":        {deleted + "," + state, true, false},
		"nothing changes": {kept + "," + state, false, true},
		"nothing to make": {`"planned_values":{},"prior_state":{}`, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plan.json")
			if err := os.WriteFile(file, []byte(`{"format_version":"1.2","terraform_version":"1.11.4",`+c.sections+`,"complete":true,"errored":false}`), 0o600); err != nil {
				t.Fatal(err)
			}
			p, err := plan.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Partial() != ""; got != c.partial {
				t.Errorf("partial: %q", p.Partial())
			}
			if got := p.Instance("aws_vpc.a") != nil; got != c.present {
				t.Errorf("the VPC is there: %v", got)
			}
		})
	}
}

// What is mentioned behind an input may not be the part that is taken of it.
func TestMentionsBehindInputs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.json")
	content := `{"format_version":"1.2","resource_changes":[
		{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","name":"a","change":{"actions":["create"],"after":{},"after_unknown":{"id":true}}},
		{"address":"module.m.aws_x.x","module_address":"module.m","mode":"managed","type":"aws_x","name":"x","change":{"actions":["create"],"after":{"name":"n"},"after_unknown":{"id":true}}}],
		"configuration":{"root_module":{
			"resources":[{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","name":"a"}],
			"module_calls":{"m":{"expressions":{"of":{"references":["aws_vpc.a.id","aws_vpc.a"]}},"module":{
				"variables":{"of":{}},
				"resources":[{"address":"aws_x.x","mode":"managed","type":"aws_x","name":"x","expressions":{"name":{"references":["var.of.name","var.of"]}}}]}}}}}}`
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := plan.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	got := p.Instance("module.m.aws_x.x").Mentions()
	want := []graph.Mention{{Attribute: "name", Ref: graph.Ref{Address: "aws_vpc.a", Attribute: "id", Possible: true}}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
