package delta_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/cmd/archlint/internal/delta"
	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/ladder"
)

// unpack writes the files of an archive into a directory.
func unpack(t *testing.T, archive string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// state reads what is below a directory as one state.
func state(t *testing.T, dir string) *delta.State {
	t.Helper()
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	path := func(shown string) string {
		rel, err := filepath.Rel(dir, filepath.FromSlash(shown))
		if err != nil {
			t.Fatal(err)
		}
		return filepath.ToSlash(rel)
	}
	s := &delta.State{}
	var units []rules.Loader
	for _, u := range scan.Units {
		units = append(units, u.Load)
	}
	rules.Run(units, catalogue.All, rules.Options{After: func(g *graph.Graph, v rules.Verdicts) {
		s.Add(g, ladder.Of(g, v, catalogue.All), path)
	}})
	return s
}

// told writes changes as lines.
func told(all []*delta.Change) string {
	var out []string
	for _, c := range all {
		line := func(format string, args ...any) { out = append(out, c.Unit+": "+fmt.Sprintf(format, args...)) }
		if c.New {
			line("new")
		}
		if c.Gone {
			line("gone")
		}
		if c.From != "" {
			line("from %s", c.From)
		}
		for _, w := range c.Workloads {
			switch {
			case w.New:
				line("workload %s is new", w.Name)
			case w.Gone:
				line("workload %s is gone", w.Name)
			}
			for _, l := range w.Climbs {
				line("workload %s from %d to %d of %s", w.Name, l.From, l.To, l.Story)
				for _, r := range l.Gained {
					line("reaches %d", r.Stage)
				}
				for _, r := range l.Lost {
					line("loses %d", r.Stage)
				}
			}
		}
		for _, r := range c.Added {
			line("+ %s %d", r.Address, r.Instances)
		}
		for _, r := range c.Removed {
			line("- %s %d", r.Address, r.Instances)
		}
		for _, r := range c.Resized {
			line("~ %s %d to %d", r.Address, r.Before, r.Instances)
		}
		for _, r := range c.Moved {
			line("> %s from %s", r.Address, r.From)
		}
		for _, r := range c.Related {
			line("+ %s %s %s", r.From, r.Name, r.To)
		}
		for _, r := range c.Unrelated {
			line("- %s %s %s", r.From, r.Name, r.To)
		}
		if c.Blind {
			line("blind")
		}
	}
	return strings.Join(out, "\n")
}

const network = `
resource "aws_vpc" "v" {}
resource "aws_subnet" "s" {
  vpc_id = aws_vpc.v.id
}
`

func TestBetween(t *testing.T) {
	for name, c := range map[string]struct{ then, now, want string }{
		"nothing": {"-- a/main.tf --\n" + network, "-- a/main.tf --\n" + network, ""},
		"values alone": {"-- a/main.tf --\n" + network, `-- a/main.tf --
resource "aws_vpc" "v" {}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.0.0/24"
}
`, ""},
		"a resource and its relation": {"-- a/main.tf --\nresource \"aws_vpc\" \"v\" {}\n", "-- a/main.tf --\n" + network,
			"a: + aws_subnet.s 1\na: + aws_subnet.s member-of aws_vpc.v"},
		"more instances by count": {"-- a/main.tf --\nresource \"aws_instance\" \"w\" {\n  count = 1\n}\n", "-- a/main.tf --\nresource \"aws_instance\" \"w\" {\n  count = 3\n}\n",
			"a: ~ aws_instance.w 1 to 3"},
		"fewer by for_each in a module": {"-- m/main.tf --\nresource \"aws_instance\" \"w\" {}\n-- a/main.tf --\nmodule \"m\" {\n  source   = \"../m\"\n  for_each = toset([\"x\", \"y]\"])\n}\n",
			"-- m/main.tf --\nresource \"aws_instance\" \"w\" {}\n-- a/main.tf --\nmodule \"m\" {\n  source   = \"../m\"\n  for_each = toset([\"x\"])\n}\n",
			"a: ~ module.m.aws_instance.w 2 to 1"},
		"a number that is not known": {"-- a/main.tf --\nresource \"aws_instance\" \"w\" {\n  count = 1\n}\n", "-- a/main.tf --\nvariable \"n\" {}\nresource \"aws_instance\" \"w\" {\n  count = var.n\n}\n", ""},
		"moved": {"-- a/main.tf --\n" + network, `-- a/main.tf --
moved {
  from = aws_subnet.s
  to   = aws_subnet.private
}
resource "aws_vpc" "v" {}
resource "aws_subnet" "private" {
  vpc_id = aws_vpc.v.id
}
`, "a: > aws_subnet.private from aws_subnet.s"},
		"units": {"-- a/main.tf --\n" + network + "-- b/main.tf --\nresource \"aws_sqs_queue\" \"q\" {}\n", "-- c/main.tf --" + network + "-- d/main.tf --\nresource \"aws_instance\" \"i\" {}\n",
			"b: gone\nb: - aws_sqs_queue.q 1\nc: from a\nd: new\nd: workload i is new\nd: + aws_instance.i 1"},
		"a module that is not there": {"-- a/main.tf --\nmodule \"m\" {\n  source = \"../m\"\n}\n-- m/main.tf --\nresource \"aws_instance\" \"i\" {}\n", "-- a/main.tf --\nmodule \"m\" {\n  source = \"../m\"\n}\n",
			"a: blind"},
		"a template": {"-- a.yaml --\nResources:\n  V:\n    Type: AWS::EC2::VPC\n", "-- a.yaml --\nResources:\n  V:\n    Type: AWS::EC2::VPC\n  S:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref V\n",
			"a.yaml: + S 1\na.yaml: + S member-of V"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(delta.Between(state(t, unpack(t, c.then)), state(t, unpack(t, c.now)))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Workloads climb and fall from one stage of a story to another.
func TestClimbs(t *testing.T) {
	const dir = "../../../../testdata/architectures/"
	for _, c := range []struct{ then, now, want string }{
		{"whatisthetime-4-load-balancer-", "whatisthetime-6-several-zones-", "4 to 6 of WhatIsTheTime +5 +6"},
		{"whatisthetime-6-several-zones-", "whatisthetime-4-load-balancer-", "6 to 4 of WhatIsTheTime -5 -6"},
		{"mywordpress-1-one-database-", "mywordpress-2-cluster-with-readers-", "4 to 7 of MyClothes +5 +6; 1 to 2 of MyWordPress +2"},
		{"whatisthetime-5-group-", "whatisthetime-5-group-", ""},
	} {
		for _, language := range []string{"tf", "cfn"} {
			var got []string
			for _, change := range delta.Between(state(t, dir+c.then+language), state(t, dir+c.now+language)) {
				for _, w := range change.Workloads {
					for _, l := range w.Climbs {
						line := fmt.Sprintf("%d to %d of %s", l.From, l.To, l.Story)
						for _, r := range l.Gained {
							line += fmt.Sprintf(" +%d", r.Stage)
						}
						for _, r := range l.Lost {
							line += fmt.Sprintf(" -%d", r.Stage)
						}
						got = append(got, line)
					}
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("from %s to %s in %s: got %q, want %q", c.then, c.now, language, got, c.want)
			}
		}
	}
}
