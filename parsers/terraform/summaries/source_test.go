package summaries

import (
	"fmt"
	"strings"
	"testing"
)

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
			if got := admits(versions{from: release{n, 0}, to: release{n, lastMinor}}); got != want[n] {
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

func TestConstrainMinors(t *testing.T) {
	old, young := versions{from: release{5, 0}, to: release{8, 2}}, versions{from: release{8, 3}, to: release{8, lastMinor}}
	for _, c := range []struct {
		ref, constraint string
		old, young      bool
	}{
		{"", "", true, true},
		{"", "8.2.1", true, false},
		{"", "8.3.0", false, true},
		{"", "~> 8.0", true, true},
		{"", "~> 8.2.0", true, false},
		{"", "~> 8.4", false, true},
		{"", "> 8.2.5, < 8.3", true, false},
		{"", ">= 8.2.0, < 8.2.1", true, false},
		{"", "> 8.2.0, < 8.2.2", true, false},
		{"", ">= 8.3", false, true},
		{"", "< 8.3", true, false},
		{"", "6.0.0", true, false},
		{"", ">= 9.0", false, false},
		{"", "< 5", false, false},
		{"v8.2.0", "", true, false},
		{"v8.7.0", "", false, true},
	} {
		admits, ok := constrain(c.ref, c.constraint)
		if !ok {
			t.Errorf("%s%s cannot be told", c.ref, c.constraint)
			continue
		}
		if got := admits(old); got != c.old {
			t.Errorf("%s%s admits one of v5-v8.2: %v, want %v", c.ref, c.constraint, got, c.old)
		}
		if got := admits(young); got != c.young {
			t.Errorf("%s%s admits one of v8.3-v8: %v, want %v", c.ref, c.constraint, got, c.young)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		dirs []string
		want string
	}{
		{nil, ""},
		{[]string{"v0"}, "0.0-0.999"},
		{[]string{"v1-v3", "v5"}, "5.0-5.999 1.0-3.999"},
		{[]string{"v1-v4", "v3", "v4-v6"}, "5.0-6.999 4.0-4.999 3.0-3.999 1.0-2.999"},
		{[]string{"v5-v8", "v5-v8.2", "v8.3-v8"}, "8.3-8.999 5.0-8.2"},
	} {
		var all []versions
		for _, d := range c.dirs {
			v, ok := parseVersions(d)
			if !ok {
				t.Errorf("%s names no versions", d)
			}
			all = append(all, v)
		}
		var got []string
		for _, v := range spans(all) {
			got = append(got, fmt.Sprintf("%d.%d-%d.%d", v.from.major, v.from.minor, v.to.major, v.to.minor))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v are %v, want %s", c.dirs, got, c.want)
		}
	}
	for _, dir := range []string{"modules", "v", "1", "v1-2", "v2-v1", "v1.x", "v1.3-v1.2", "v-1", "v1.-1"} {
		if v, ok := parseVersions(dir); ok {
			t.Errorf("%s names %+v, want nothing", dir, v)
		}
	}
}
