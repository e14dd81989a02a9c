package summaries

import "testing"

func TestParseSource(t *testing.T) {
	for source, want := range map[string]reference{
		"terraform-aws-modules/vpc/aws":                                                                     {name: "terraform-aws-modules/vpc"},
		"registry.terraform.io/terraform-aws-modules/vpc/aws":                                               {name: "terraform-aws-modules/vpc"},
		"registry.opentofu.org/terraform-aws-modules/vpc/aws//modules/vpc-endpoints":                        {name: "terraform-aws-modules/vpc", sub: "modules/vpc-endpoints"},
		"cloudposse/label/null":                                                                             {name: "cloudposse/label"},
		"github.com/terraform-aws-modules/terraform-aws-vpc":                                                {name: "terraform-aws-modules/vpc"},
		"github.com/terraform-aws-modules/terraform-aws-vpc?ref=v5.1.0":                                     {name: "terraform-aws-modules/vpc", ref: "v5.1.0"},
		"git::https://github.com/terraform-aws-modules/terraform-aws-rds.git//modules/db_instance?ref=v6.0": {name: "terraform-aws-modules/rds", sub: "modules/db_instance", ref: "v6.0"},
		"git@github.com:terraform-aws-modules/terraform-aws-ec2-instance.git":                               {name: "terraform-aws-modules/ec2-instance"},
		"git::ssh://git@github.com/terraform-aws-modules/terraform-aws-alb.git?depth=1&ref=tags/v8.0.0":     {name: "terraform-aws-modules/alb", ref: "tags/v8.0.0"},
		"git::git@github.com:cloudposse/terraform-null-label.git?ref=0.25.0":                                {name: "cloudposse/label", ref: "0.25.0"},
		"https://github.com/cloudposse/terraform-aws-vpc":                                                   {name: "cloudposse/vpc"},
	} {
		if got, ok := parseSource(source); !ok || got != want {
			t.Errorf("%s is %+v (%v), want %+v", source, got, ok, want)
		}
	}
	for _, source := range []string{"", "./vpc", "terraform-aws-modules/vpc", "terraform-aws-modules/vpc/google", "app.terraform.io/terraform-aws-modules/vpc/aws",
		"git::https://gitlab.com/terraform-aws-modules/terraform-aws-vpc.git", "s3::https://s3.amazonaws.com/x/vpc.zip", "github.com/terraform-aws-modules/vpc", "%zz?%zz"} {
		if got, ok := parseSource(source); ok {
			t.Errorf("%s is %+v, want nothing", source, got)
		}
	}
}

func TestConstrain(t *testing.T) {
	for _, c := range []struct {
		ref, constraint string
		admitted        []int // of majors 0 to 6
	}{
		{"", "", []int{0, 1, 2, 3, 4, 5, 6}},
		{"", "5.1.2", []int{5}},
		{"", "= 5.1.2", []int{5}},
		{"", "~> 5.0", []int{5}},
		{"", "~> 5.1.0", []int{5}},
		{"", "~> 5", []int{5, 6}},
		{"", ">= 3.0", []int{3, 4, 5, 6}},
		{"", ">= 3.0, < 5.0", []int{3, 4}},
		{"", "> 3.2.1, < 3.3", []int{3}},
		{"", "<= 2.0", []int{0, 1, 2}},
		{"", "!= 5.0.0", []int{0, 1, 2, 3, 4, 5, 6}},
		{"", "< 1", []int{0}},
		{"v2.3.4", "", []int{2}},
		{"tags/v2.3.4", "", []int{2}},
		{"0.25.0", "", []int{0}},
	} {
		admits, ok := constrain(c.ref, c.constraint)
		if !ok {
			t.Errorf("%s%s cannot be told", c.ref, c.constraint)
			continue
		}
		want := map[int]bool{}
		for _, n := range c.admitted {
			want[n] = true
		}
		for n := range 7 {
			if got := admits(n); got != want[n] {
				t.Errorf("%s%s admits major %d: %v, want %v", c.ref, c.constraint, n, got, want[n])
			}
		}
	}
	for _, c := range [][2]string{{"main", ""}, {"0a1b2c3d", ""}, {"release/next", ""}, {"", "newest"}, {"", "~> x"}} {
		if _, ok := constrain(c[0], c[1]); ok {
			t.Errorf("%s%s can be told, want not", c[0], c[1])
		}
	}
}
