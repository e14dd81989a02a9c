package terraform_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
)

// TestDeclared asks each root of testdata in different orders: resources that are made when they are asked for are the same
// as those that are made at once, and so is what mentions them.
func TestDeclared(t *testing.T) {
	project, err := terraform.Open(directories(t, "../../testdata"), terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	roots, mentions := 0, 0
	for _, root := range project.Roots() {
		whole := project.Load(root.Dir)
		all := whole.Resources()
		at := func(g *graph.Graph, r *graph.Resource) *graph.Resource {
			same := g.ByAddress(r.Address)
			if same == nil || same.Type != r.Type || same.Mode != r.Mode || same.Exists != r.Exists || same.Header != r.Header {
				t.Errorf("%s: %s is another when it is asked for alone: %+v", root.Dir, r.Address, same)
			}
			return same
		}
		one := project.Load(root.Dir)
		for _, r := range slices.Backward(all) {
			at(one, r)
		}
		if got := one.Resources(); len(got) != len(all) {
			t.Errorf("%s: %d resources, one by one %d", root.Dir, len(all), len(got))
		}
		byType := project.Load(root.Dir)
		n := 0
		for _, kind := range slices.Backward(byType.Types()) {
			of := byType.OfType(kind)
			if n += len(of); !slices.IsSortedFunc(of, func(a, b *graph.Resource) int { return strings.Compare(a.Address, b.Address) }) {
				t.Errorf("%s: those of type %s are in no order", root.Dir, kind)
			}
		}
		for _, r := range all {
			if r.Mode == graph.Module {
				n++
			}
		}
		if n != len(all) {
			t.Errorf("%s: %d resources, by type %d", root.Dir, len(all), n)
		}

		want := map[string][]string{}
		for _, r := range all {
			for _, m := range r.Mentions() {
				for _, target := range whole.Targets(m.Ref) {
					if target != r {
						want[target.Address] = append(want[target.Address], r.Address+"."+m.Attribute+" "+m.Ref.Attribute)
					}
				}
			}
		}
		lazy := project.Load(root.Dir)
		for _, r := range all {
			target := at(lazy, r)
			if target == nil {
				continue
			}
			var got []string
			for from, m := range lazy.Mentioning(target) {
				got = append(got, from.Address+"."+m.Attribute+" "+m.Ref.Attribute)
			}
			slices.Sort(got)
			slices.Sort(want[r.Address])
			if !slices.Equal(got, want[r.Address]) {
				t.Errorf("%s: %s is mentioned by\n%v, want\n%v", root.Dir, r.Address, got, want[r.Address])
			}
			mentions += len(got)
		}
		roots++
	}
	if roots < 200 || mentions < 2000 {
		t.Errorf("only %d roots with %d mentions", roots, mentions)
	}
}
