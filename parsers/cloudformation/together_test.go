package cloudformation

import (
	"maps"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// TestUnder names the undecided conditions that resources hang on: their own, and those of the stacks around them. In a
// nested stack defaults decide, as its caller leaves them to.
func TestUnder(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/stacks")
	got := map[string]string{}
	for _, r := range load(t, []string{"together.yaml"}, Options{}, "together.yaml").Resources {
		got[r.Address] = r.Under
		if (r.Exists == graph.Unknown) != (r.Under != "") {
			t.Errorf("%s exists: %v, under %q", r.Address, r.Exists, r.Under)
		}
	}
	want := map[string]string{
		"Always": "", "Decided": "",
		"First": "WebAgain", "Second": "WebAgain", "Third": "WebAgain", "Stack": "WebAgain",
		"Opposite": "NoWeb", "OppositeToo": "NoWeb",
		"Other": "WithJobs", "Nowhere": "Gone",
		"Stack/Plain": "WebAgain", "Stack/Decided": "WebAgain", "Stack/One": "WebAgain and Stack/Large",
		"Certain": "", "Certain/Plain": "", "Certain/Decided": "", "Certain/One": "Certain/Large",
	}
	if !maps.Equal(got, want) {
		t.Errorf("resources stand under\n%v, want\n%v", got, want)
	}
}
