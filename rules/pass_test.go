package rules

import (
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

func TestMakerStandsBesideTheAddress(t *testing.T) {
	for message, want := range map[string]string{
		"A has no standby":             "A (Shop/A) has no standby",
		"All reads of A go there":      "All reads of A (Shop/A) go there",
		"every A/B and AB, but also A": "every A/B and AB, but also A (Shop/A)",
		"nothing of it":                "nothing of it",
	} {
		if got := withMaker(&graph.Resource{Address: "A", Maker: "Shop/A"}, message); got != want {
			t.Errorf("%q becomes %q, want %q", message, got, want)
		}
	}
}
