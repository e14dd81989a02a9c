package cloudformation

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// TestWhen tells the undecided conditions that resources hang on: their own, and those of the stacks around them. In a
// nested stack defaults decide, as its caller leaves them to.
func TestWhen(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	got := map[string]string{}
	for _, r := range load(t, []string{"together.yaml"}, Options{}, "together.yaml").Resources() {
		got[r.Address] = r.When.String()
		if (r.Exists == graph.Unknown) != (r.When.Tri() == graph.Unknown) {
			t.Errorf("%s exists: %v, %v", r.Address, r.Exists, r.When)
		}
	}
	want := map[string]string{
		"Always": "always", "Decided": "always",
		"First": "Web is yes", "Second": "Web is yes", "Third": "Web is yes", "Stack": "Web is yes",
		"Opposite": "Web is not yes", "OppositeToo": "Web is not yes",
		"Other": "Jobs is yes", "Nowhere": "Gone",
		"Stack/Plain": "Web is yes", "Stack/Decided": "Web is yes", "Stack/One": "Stack/Size is large and Web is yes",
		"Certain": "always", "Certain/Plain": "always", "Certain/Decided": "always", "Certain/One": "Certain/Size is large",
	}
	if !maps.Equal(got, want) {
		t.Errorf("resources exist where\n%v, want\n%v", got, want)
	}
}

// TestAlternatives tells conditions apart by the choices that they are made of: values of one parameter exclude each other,
// and those that it may have are all there are; a nested stack is handed choices of the stack around it.
func TestAlternatives(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	got := map[string]string{}
	for _, r := range load(t, []string{"alternatives.yaml"}, Options{}, "alternatives.yaml").Resources() {
		got[r.Address] = r.When.String()
	}
	empty := `Equals("",Fn::Join(["",Ref("Names"),]))`
	want := map[string]string{
		"OnProd": "Env is prod", "OnDev": "Env is dev", "OnSmall": "Size is not large", "OnCovered": "always", "OnRest": "Env is test",
		"OnMixed": "Env is dev or test and Size is large", "OnReplicas": "Env is prod", "OnWebByMap": "Env is dev or prod",
		"OnWebByRegion": "AWS::Region is eu-west-1", "OnRegion": "AWS::Region is eu-west-1", "OnEmpty": empty, "OnEmptyAgain": empty,
		"OnTwoParameters": `Equals(Ref("Env"),Ref("Size"))`,
		"Child":           "Env is prod", "Child/OnProd": "Env is prod", "Child/OnBig": "Env is prod and Size is large",
		"Child/OnFlagged": "Child/Flag is large-x and Env is prod",
	}
	if !maps.Equal(got, want) {
		t.Errorf("resources exist where\n%v, want\n%v", got, want)
	}
}

// TestHidden judges, inside a resource, conditions of which the formula does not tell all: a comparison of a text that is put
// together with an If, and one that is made of too many choices for any formula.
func TestHidden(t *testing.T) {
	var b strings.Builder
	b.WriteString("Parameters:\n  Web: {Type: String}\n  Text: {Type: String}\nConditions:\n" +
		"  Web: !Equals [!Ref Web, \"yes\"]\n" +
		"  Built: !Equals [!Sub [\"${A}-x\", {A: !If [Web, a, b]}], a-x]\n" +
		"  Other: !Not [{Condition: Built}]\n" +
		"  Known: !Or [{Condition: Built}, !Equals [!Ref Text, long]]\n" +
		"  L0: !Equals [!Join [\"\", [!Ref Text, !Ref Web]], \"\"]\n")
	for i := range 100 {
		fmt.Fprintf(&b, "  L%d: !Or [!And [{Condition: L%d}, !Not [!Equals [!Ref Text, t%d]]], !And [!Not [{Condition: L%d}], !Equals [!Sub \"${Text}${Web}\", t%d]]]\n", i+1, i, i, i, i)
	}
	b.WriteString("  Near: !And [{Condition: L100}, {Condition: Built}]\nResources:\n  In:\n    Type: AWS::EC2::Volume\n    Condition: Web\n    Properties:\n" +
		"      AvailabilityZone: !If [Built, yes, no]\n      VolumeType: !If [Other, yes, no]\n      KmsKeyId: !If [Known, yes, no]\n      SnapshotId: !If [L100, yes, no]\n" +
		"  Out:\n    Type: AWS::EC2::Volume\n    Condition: NotWeb\n    Properties:\n      AvailabilityZone: !If [Built, yes, no]\n      SnapshotId: !If [Near, yes, no]\n" +
		"  Large:\n    Type: AWS::EC2::Volume\n    Condition: L100\n    Properties:\n      AvailabilityZone: !If [L100, yes, no]\n")
	source := strings.Replace(b.String(), "  Built:", "  NotWeb: !Not [{Condition: Web}]\n  Built:", 1)
	g := load(t, []string{"-"}, Options{Stdin: []byte(source)}, "-")
	for _, c := range []struct{ resource, attribute, want string }{
		{"In", "AvailabilityZone", "yes"}, {"In", "VolumeType", "no"}, {"In", "KmsKeyId", "yes"}, {"In", "SnapshotId", ""},
		{"Out", "AvailabilityZone", "no"}, {"Out", "SnapshotId", "no"}, {"Large", "AvailabilityZone", "yes"},
	} {
		v, _ := g.ByAddress(c.resource).Attribute(c.attribute).UnmarkDeep()
		got := ""
		if v.IsKnown() {
			got = v.AsString()
		}
		if got != c.want {
			t.Errorf("%s of %s is %q, want %q", c.attribute, c.resource, got, c.want)
		}
	}
}
