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
	"github.com/archlint/archlint/parsers/aws"
)

// state reads the files of an archive as one state.
func state(t *testing.T, archive string) *delta.State {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
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
	for _, u := range scan.Units {
		g := u.Load()
		s.Add(g, aws.Edges(g), path, aws.KindName)
	}
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
			"b: gone\nb: - aws_sqs_queue.q 1\nc: from a\nd: new\nd: + aws_instance.i 1"},
		"a module that is not there": {"-- a/main.tf --\nmodule \"m\" {\n  source = \"../m\"\n}\n-- m/main.tf --\nresource \"aws_instance\" \"i\" {}\n", "-- a/main.tf --\nmodule \"m\" {\n  source = \"../m\"\n}\n",
			"a: blind"},
		"a template": {"-- a.yaml --\nResources:\n  V:\n    Type: AWS::EC2::VPC\n", "-- a.yaml --\nResources:\n  V:\n    Type: AWS::EC2::VPC\n  S:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref V\n",
			"a.yaml: + S 1\na.yaml: + S member-of V"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(delta.Between(state(t, c.then), state(t, c.now))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
