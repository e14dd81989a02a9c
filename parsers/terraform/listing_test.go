package terraform

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// TestListings holds what type an attribute of a data source has that nobody wrote.
func TestListings(t *testing.T) {
	g := load(t, testdata+"/tables/lists", Options{})
	r := g.ByAddress("aws_t.lists")
	if r == nil {
		t.Fatal("no aws_t.lists")
	}
	for name, want := range map[string]cty.Type{
		"whole": cty.List(cty.String), "first": cty.String, "of_set": cty.String, "keyed": cty.String, "other": cty.DynamicPseudoType,
	} {
		if got := unmarked(r.Attribute(name)).Type(); !got.Equals(want) {
			t.Errorf("%s is a %s, want %s", name, got.FriendlyName(), want.FriendlyName())
		}
	}
}
