package cloudformation

import (
	"os"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// at makes a path of names and indexes.
func at(steps ...any) cty.Path {
	var p cty.Path
	for _, s := range steps {
		switch s := s.(type) {
		case string:
			p = p.GetAttr(s)
		case int:
			p = p.IndexInt(s)
		}
	}
	return p
}

const yamlPlaces = "\uFEFFConditions:\r\n  Yes: !Equals [a, a]\r\nResources:\r\n" + `  # the web tier
  Web:  # here
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 1}}
    Properties:
      MinSize: 1   # one
      MaxSize:
        "2"
      VPCZoneIdentifier: [!Ref A, !Ref B] # both
      AvailabilityZones: !GetAZs
      TargetGroupARNs:
        - !Ref Targets
        - Fn::GetAtt: [Other, Arn]
      Tags:
        - Key: Zürich
          Value: ä   # umlaut
          PropagateAtLaunch: true
        - !If [Yes, !Ref "AWS::NoValue", {Key: x}]
        - {Key: second, Value: "a \" # b"}
      LaunchTemplate: !If
        - Yes
        - Version: 'it''s'
        - Version: "2"
      Cooldown: >-
        folded
        text
      Context: plain
        over lines
      HealthCheckType: !Sub "${A}"
      PlacementGroup: &anchor name
      DesiredCapacity: *anchor
      Empty:
      EmptyMap: {}
      Flow: {a: [1,
        2], b: 3}
      Deep: {a: {b: [{c: 1}]}}
      Same: !Sub 東京 ${A}
`

func TestLocateYAML(t *testing.T) {
	g := load(t, []string{"-"}, Options{Stdin: []byte(yamlPlaces)}, "-")
	web := g.ByAddress("Web")
	for _, c := range []struct {
		path cty.Path
		want string
	}{
		{at("MinSize"), "MinSize: 1"},
		{at("MaxSize"), "MaxSize:\n        \"2\""},
		{at("VPCZoneIdentifier"), "VPCZoneIdentifier: [!Ref A, !Ref B]"},
		{at("VPCZoneIdentifier", 1), "!Ref B"},
		{at("VPCZoneIdentifier", 2), "VPCZoneIdentifier: [!Ref A, !Ref B]"},
		{at("AvailabilityZones"), "AvailabilityZones: !GetAZs"},
		{at("AvailabilityZones", 0), "AvailabilityZones: !GetAZs"},
		{at("TargetGroupARNs"), "TargetGroupARNs"},
		{at("TargetGroupARNs", 0), "!Ref Targets"},
		{at("TargetGroupARNs", 1), "Fn::GetAtt: [Other, Arn]"},
		{at("Tags", 0), "Key: Zürich"},
		{at("Tags", 0, "Value"), "Value: ä"},
		{at("Tags", 0, "PropagateAtLaunch"), "PropagateAtLaunch: true"},
		{at("Tags", 0, "Nothing"), "Key: Zürich"},
		{at("Tags", 1, "Key"), "Key: second"},
		{at("Tags", 1, "Value"), `Value: "a \" # b"`},
		{at("LaunchTemplate"), "LaunchTemplate"},
		{at("LaunchTemplate", "Version"), "Version: 'it''s'"},
		{at("Cooldown"), "Cooldown"},
		{at("Context"), "Context"},
		{at("HealthCheckType"), `HealthCheckType: !Sub "${A}"`},
		{at("PlacementGroup"), "PlacementGroup: &anchor name"},
		{at("DesiredCapacity"), "DesiredCapacity"},
		{at("Empty"), "Empty"},
		{at("EmptyMap"), "EmptyMap: {}"},
		{at("Flow"), "Flow"},
		{at("Flow", "a"), "a"},
		{at("Flow", "a", 1), "2"},
		{at("Flow", "b"), "b: 3"},
		{at("Deep", "a", "b", 0, "c"), "c: 1"},
		{at("Deep", "a"), "a: {b: [{c: 1}]}"},
		{at("Same"), "Same: !Sub 東京 ${A}"},
		{at("@UpdatePolicy"), "UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 1}}"},
		{at("@UpdatePolicy", "AutoScalingRollingUpdate", "MinInstancesInService"), "MinInstancesInService: 1"},
		{at("Absent"), ""},
		{at("Absent", "x"), ""},
		{at(0), ""},
	} {
		checkPlace(t, yamlPlaces, web.Source.Locate(c.path), c.path, c.want)
	}
	if got := yamlPlaces[web.Header.Start.Byte:web.Header.End.Byte]; got != "Web:  # here" || web.Header.Start.Line != 5 {
		t.Errorf("the header is %q in line %d", got, web.Header.Start.Line)
	}
	if got := yamlPlaces[web.Range.Start.Byte:web.Range.End.Byte]; !strings.HasPrefix(got, "Web:") || !strings.HasSuffix(got, "${A}") {
		t.Errorf("the range is %q", got)
	}
	if empty := web.Locate(at("Absent")); empty != web.Header {
		t.Errorf("what is not written is shown at %v", empty)
	}
}

const jsonPlaces = "\uFEFF{\r\n\t\"Resources\": {\r\n" + `		"Web": {
			"Type": "AWS::EC2::Instance",
			"Properties": {
				"ImageId": "ami-\u00e4\ud83d\ude00\/x",
				"Monitoring": true,
				"SubnetId": {"Ref": "A"},
				"Tags": [
					{"Key": "a", "Value": "b"},
					{
						"Key": "c"
					}
				],
				"SecurityGroupIds": ["sg-1", "sg-2"],
				"Volumes"  :  [],
				"UserData": {"Fn::Base64": {"Fn::Join": ["", ["a",
					"b"]]}}
			}
		}
	}
}
`

func TestLocateJSON(t *testing.T) {
	g := load(t, []string{"-"}, Options{Stdin: []byte(jsonPlaces)}, "-")
	web := g.ByAddress("Web")
	for _, c := range []struct {
		path cty.Path
		want string
	}{
		{at("ImageId"), `"ImageId": "ami-\u00e4\ud83d\ude00\/x"`},
		{at("Monitoring"), `"Monitoring": true`},
		{at("SubnetId"), `"SubnetId": {"Ref": "A"}`},
		{at("Tags"), `"Tags"`},
		{at("Tags", 0), `{"Key": "a", "Value": "b"}`},
		{at("Tags", 0, "Value"), `"Value": "b"`},
		{at("Tags", 1), `{`},
		{at("Tags", 1, "Key"), `"Key": "c"`},
		{at("SecurityGroupIds"), `"SecurityGroupIds": ["sg-1", "sg-2"]`},
		{at("SecurityGroupIds", 1), `"sg-2"`},
		{at("Volumes"), `"Volumes"  :  []`},
		{at("UserData"), `"UserData"`},
	} {
		checkPlace(t, jsonPlaces, web.Source.Locate(c.path), c.path, c.want)
	}
	if got := show(web.Attribute("ImageId")); got != `"ami-ä😀/x"` {
		t.Errorf("ImageId is %s", got)
	}
	if got := jsonPlaces[web.Header.Start.Byte:web.Header.End.Byte]; got != `"Web": {` || web.Header.Start.Line != 3 {
		t.Errorf("the header is %q in line %d", got, web.Header.Start.Line)
	}
}

// TestPlacesOfOtherBreaks reads a file with the line breaks that YAML knows and others do not.
func TestPlacesOfOtherBreaks(t *testing.T) {
	text := "Resources:\n  Web:\n    Type: Custom::X # a\u2028\n    Properties:\n      Ä: \"é\"\n      Name: here\n"
	g := load(t, []string{"-"}, Options{Stdin: []byte(text)}, "-")
	web := g.ByAddress("Web")
	if web == nil {
		t.Fatal(g.Diagnostics())
	}
	place := web.Source.Locate(at("Name"))
	checkPlace(t, text, place, at("Name"), "Name: here")
	if place.Start.Line != 6 {
		t.Errorf("line %d, want 6", place.Start.Line)
	}
}

// TestLocateEverything checks in all test templates that every property is found at a place that begins with its name.
func TestLocateEverything(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	p := stacks(t)
	for _, unit := range units(t, p) {
		for _, r := range p.Load(unit).Resources() {
			for _, name := range r.Source.Attributes() {
				place := r.Source.Locate(at(name))
				content, err := os.ReadFile(place.File)
				if err != nil {
					t.Fatal(err)
				}
				if got := string(content[place.Start.Byte:place.End.Byte]); !strings.HasPrefix(strings.TrimLeft(got, `"`), name) {
					t.Errorf("%s of %s is at %v: %q", name, r.Address, place, got)
				}
			}
		}
	}
}

func checkPlace(t *testing.T, text string, at graph.Range, p cty.Path, want string) {
	t.Helper()
	if want == "" {
		if at.Known() {
			t.Errorf("%#v is at %v, want no place", p, at)
		}
		return
	}
	if got := text[at.Start.Byte:at.End.Byte]; got != want {
		t.Errorf("%#v is at %q, want %q", p, got, want)
	}
	if line := 1 + strings.Count(text[:at.Start.Byte], "\n"); line != at.Start.Line {
		t.Errorf("%#v begins in line %d, by its offset in %d", p, at.Start.Line, line)
	}
	if line := 1 + strings.Count(text[:at.End.Byte], "\n"); line != at.End.Line {
		t.Errorf("%#v ends in line %d, by its offset in %d", p, at.End.Line, line)
	}
}
