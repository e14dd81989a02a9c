package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// planned is what came of a plan alone: addresses stand in place of lines.
func planned() rules.Result {
	at := func(address string) graph.Range { return graph.Range{File: "plan.json", Address: address} }
	finding := func(name string) *rules.Finding {
		return &rules.Finding{Rule: fakeRules[0], Level: rules.Error, Message: "module." + name + ".aws_autoscaling_group.this[0] stands in one zone",
			Range:    at("module." + name + ".aws_autoscaling_group.this.vpc_zone_identifier"),
			Resource: rules.Subject{Address: "module." + name + ".aws_autoscaling_group.this[0]", Type: "aws_autoscaling_group", Range: at("module." + name + ".aws_autoscaling_group.this")},
			Related:  []rules.Related{{Range: at("aws_subnet.a.availability_zone"), Message: "aws_subnet.a[0] lies there"}}, Unit: "plan.json", Instances: 1}
	}
	return rules.Result{Rules: fakeRules, Findings: []*rules.Finding{finding("one"), finding("two")}, Units: 1, Resources: 3}
}

func TestTextOfAPlanNamesAddresses(t *testing.T) {
	var b bytes.Buffer
	// The plan is never opened: it may be big, and its lines say nothing.
	opened := Options{Read: func(file string) ([]byte, error) { t.Errorf("%s was opened", file); return nil, nil }}
	if err := Text(&b, planned(), opened); err != nil {
		t.Fatal(err)
	}
	want := `plan.json: module.one.aws_autoscaling_group.this[0]: error AL101 asg-single-az: module.one.aws_autoscaling_group.this[0] stands in one zone
   = see: plan.json: aws_subnet.a.availability_zone: aws_subnet.a[0] lies there
`
	if !strings.HasPrefix(b.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := JSON(&b, planned(), opened); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\"file\": \"plan.json\",\n      \"line\": 0,\n      \"endLine\": 0,\n      \"column\": 0,\n      \"endColumn\": 0,") {
		t.Errorf("there are lines in\n%s", b.String())
	}
}

func TestSARIFOfAPlanTellsAlertsApart(t *testing.T) {
	o := options()
	o.Read = func(file string) ([]byte, error) { t.Errorf("%s was opened", file); return nil, nil }
	out, raw := log(t, planned(), o)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(doc); err != nil {
		t.Error(err)
	}
	results := out.Runs[0].Results
	if len(results) != 2 {
		t.Fatalf("%d results", len(results))
	}
	for i, address := range []string{"module.one.aws_autoscaling_group.this[0]", "module.two.aws_autoscaling_group.this[0]"} {
		l := results[i].Locations[0]
		if len(l.LogicalLocations) != 1 || l.LogicalLocations[0].FullyQualifiedName != address {
			t.Errorf("result %d is at %+v, want %s", i, l.LogicalLocations, address)
		}
		// Code scanning wants a region; this is the beginning of the file.
		if r := l.PhysicalLocation.Region; r.StartLine != 1 || r.StartColumn != 1 || r.EndLine != 1 || r.EndColumn != 2 {
			t.Errorf("the region is %+v", r)
		}
		if got := results[i].RelatedLocations[0].LogicalLocations; len(got) != 1 || got[0].FullyQualifiedName != "aws_subnet.a.availability_zone" {
			t.Errorf("the related place is %+v", got)
		}
	}
	if a, b := results[0].PartialFingerprints["primaryLocationLineHash"], results[1].PartialFingerprints["primaryLocationLineHash"]; a == b || a == "" {
		t.Errorf("two alerts have the fingerprints %q and %q", a, b)
	}
}
