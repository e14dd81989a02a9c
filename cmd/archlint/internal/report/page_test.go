package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

func TestExcerpt(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"Terraform": {`variable "x" {}

resource "aws_subnet" "a" {
  zone = "a"
}

resource "aws_autoscaling_group" "web" { # unknown AL102
  min_size = 1

  vpc_zone_identifier = [aws_subnet.a.id] # want AL101 "only in a"
  tag {
    key = "x"
  }
}

output "x" {}
`, `resource "aws_autoscaling_group" "web" {
  min_size = 1

  vpc_zone_identifier = [aws_subnet.a.id] # AL101
  tag {
    key = "x"
  }
}`},
		"on the first line": {"resource \"a\" \"b\" { # want AL101 \"x\"\n  c = 1\n}\n", "resource \"a\" \"b\" { # AL101\n  c = 1\n}"},
		"CloudFormation": {`Parameters:
  X: {Type: String}
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      VPCZoneIdentifier: # want AL101 "only in a"
        - !Ref Subnet

  Other:
    Type: AWS::EC2::VPC
`, `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    VPCZoneIdentifier: # AL101
      - !Ref Subnet`},
		"another rule": {"a = 1 # want AL102 \"x\"\n", ""},
		"nothing":      {"", ""},
	} {
		if got := Excerpt(c.content, "AL101"); got != c.want {
			t.Errorf("%s:\n got:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

func TestPage(t *testing.T) {
	page := Page(fakeRules[1], []Example{{"terraform", "a = 1 # AL501"}, {"cloudformation", "A: 1"}})
	golden(t, "cli/reports/page.txt", []byte(page.Text()))
	golden(t, "cli/reports/page.md", []byte(page.Markdown()))
	for i, line := range strings.Split(page.Text(), "\n") {
		if len(line) > pageWidth && !strings.Contains(line, "https://") {
			t.Errorf("line %d has more than %d columns: %s", i+1, pageWidth, line)
		}
	}
}

func TestRulesText(t *testing.T) {
	var b bytes.Buffer
	if err := RulesText(&b, fakeRules); err != nil {
		t.Fatal(err)
	}
	want := "AL101  error    WhatIsTheTime  asg-single-az       Auto Scaling group in a single Availability Zone\n" +
		"AL501  warning  MyClothes      rds-not-multi-az    Database in a single zone\n" +
		"AL110  note     WhatIsTheTime  on-demand-baseline  Baseline worth reserving (off unless asked for)\n"
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestStations(t *testing.T) {
	for kind, want := range map[graph.StepKind]string{graph.Written: "x", graph.Local: "x", graph.Argument: "argument of x", graph.Output: "output x",
		graph.Given: "x, given", graph.Fallback: "default of x"} {
		if got := station(graph.Step{Kind: kind, Name: "x"}); got != want {
			t.Errorf("kind %d: got %q, want %q", kind, got, want)
		}
	}
}

func TestRulesMarkdown(t *testing.T) {
	var b bytes.Buffer
	if err := RulesMarkdown(&b, fakeRules); err != nil {
		t.Fatal(err)
	}
	want := "| Rule | Name | Level | Story | Reports |\n|---|---|---|---|---|\n" +
		"| AL101 | `asg-single-az` | error | WhatIsTheTime | Auto Scaling group in a single Availability Zone |\n" +
		"| AL501 | `rds-not-multi-az` | warning | MyClothes | Database in a single zone |\n" +
		"| AL110 | `on-demand-baseline` | note (off) | WhatIsTheTime | Baseline worth reserving |\n"
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}
