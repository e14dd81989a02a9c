package summaries

import (
	"slices"
	"testing"
)

func TestAll(t *testing.T) {
	all := All()
	i := slices.IndexFunc(all, func(p Published) bool { return p.Source == "terraform-aws-modules/vpc/aws" })
	if i < 0 {
		t.Fatalf("there is no VPC among %v", all)
	}
	if vpc := all[i]; !slices.Contains(vpc.Submodules, "vpc-endpoints") || len(vpc.Versions) == 0 {
		t.Errorf("the VPC is %+v", vpc)
	}
	for _, p := range all {
		if len(p.Versions) == 0 {
			t.Errorf("%s has no versions", p.Source)
		}
		if len(Find(p.Source, "")) == 0 {
			t.Errorf("%s is not found by its source", p.Source)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		spans []versions
		want  string
	}{
		{[]versions{{from: release{2, 0}, to: release{6, lastMinor}}}, "2–6"},
		{[]versions{{from: release{5, 0}, to: release{5, lastMinor}}}, "5"},
		{[]versions{{from: release{8, 3}, to: release{8, lastMinor}}, {from: release{7, 0}, to: release{8, 2}}}, "7–8"},
		{[]versions{{from: release{0, 20}, to: release{0, 43}}}, "0.20–0.43"},
		{[]versions{{from: release{0, 20}, to: release{0, lastMinor}}}, "0.20–0.x"},
	} {
		if got := joined(c.spans); len(got) != 1 || got[0].words() != c.want {
			t.Errorf("%v is %v, want %s", c.spans, got, c.want)
		}
	}
}
