package cloudformation

import (
	"maps"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// TestWhen tells the undecided conditions that resources hang on: their own, and those of the stacks around them. In a
// nested stack defaults decide, as its caller leaves them to.
func TestWhen(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	got := map[string]string{}
	for _, r := range load(t, []string{"together.yaml"}, Options{}, "together.yaml").Resources {
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
	for _, r := range load(t, []string{"alternatives.yaml"}, Options{}, "alternatives.yaml").Resources {
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
