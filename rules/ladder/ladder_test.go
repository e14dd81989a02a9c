package ladder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/ladder"
)

// review reviews the one unit of a path.
func review(t *testing.T, path string) []ladder.Review {
	t.Helper()
	scan, err := parsers.Discover([]string{path}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(path, err)
	}
	var out []ladder.Review
	rules.Run([]rules.Loader{scan.Units[0].Load}, catalogue.All, rules.Options{After: func(g *graph.Graph, v rules.Verdicts) {
		out = ladder.Of(g, v, catalogue.All)
	}})
	return out
}

var stages = regexp.MustCompile(`^(whatisthetime|myclothes|mywordpress|beanstalk)-(\d)-.*-(tf|cfn)$`)

var stories = map[string]rules.Story{"whatisthetime": rules.StatelessWeb, "myclothes": rules.StatefulWeb, "mywordpress": rules.SharedFiles, "beanstalk": rules.Beanstalk}

// Each reference architecture stands on the rung that it is called after, and its twin in the other language is told of in the
// same way, rung by rung.
func TestStagesOfReferences(t *testing.T) {
	dirs, err := filepath.Glob("../../testdata/architectures/*-[tc]f*")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	n := 0
	for _, dir := range dirs {
		name := filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			all := review(t, dir)
			var lines []string
			for _, r := range all {
				for _, l := range r.Ladders {
					line := fmt.Sprintf("%v %s at %d:", r.Sort, l.Story, l.At)
					for _, rung := range l.Rungs {
						line += fmt.Sprintf(" %d=%v", rung.Stage, rung.Reached)
						for _, f := range rung.Findings {
							line += "," + f.Rule.ID
						}
						if len(rung.Shows) == 0 || rung.Words() == "" {
							t.Errorf("%s: nothing shows rung %d of %s", r.Name, rung.Stage, l.Story)
						}
					}
					lines = append(lines, line)
				}
			}
			twin := strings.TrimSuffix(strings.TrimSuffix(name, "-cfn"), "-tf")
			text := strings.Join(lines, "\n")
			if other, ok := told[twin]; ok && other != text {
				t.Errorf("the twins differ:\n%s\n\n%s", other, text)
			}
			told[twin] = text
			m := stages.FindStringSubmatch(name)
			if m == nil {
				return
			}
			n++
			if len(all) != 1 {
				t.Fatalf("%d workloads", len(all))
			}
			want, _ := strconv.Atoi(m[2])
			for _, l := range all[0].Ladders {
				if l.Story != stories[m[1]] {
					continue
				}
				if l.At != want {
					t.Errorf("on rung %d\n%s", l.At, text)
				}
				return
			}
			t.Errorf("no ladder of %s", stories[m[1]])
		})
	}
	if n != 42 {
		t.Errorf("%d reference architectures are held against their stage", n)
	}
}

// fleet is a group behind a load balancer in two zones, whose group and database the cases change.
const fleet = `
provider "aws" { region = "eu-west-1" }
resource "aws_subnet" "a" { availability_zone = "eu-west-1a" }
resource "aws_subnet" "b" { availability_zone = "eu-west-1b" }
resource "aws_lb" "web" { subnets = [aws_subnet.a.id, aws_subnet.b.id] }
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_security_group" "web" {}
resource "aws_launch_template" "web" { vpc_security_group_ids = [aws_security_group.web.id] }
`

const scaled = `
resource "aws_autoscaling_policy" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"
}
`

func TestRungs(t *testing.T) {
	still := func(arguments string) string {
		return fleet + "resource \"aws_autoscaling_group\" \"web\" {\n max_size = 4\n target_group_arns = [aws_lb_target_group.web.arn]\n health_check_type = \"ELB\"\n launch_template { id = aws_launch_template.web.id }\n" + arguments + "\n}\n"
	}
	group := func(arguments string) string { return still(arguments) + scaled }
	sound := group("min_size = 2\n vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]")
	database := func(arguments string) string {
		return sound + `
resource "aws_security_group" "db" {
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}
resource "aws_db_instance" "db" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.db.id]
` + arguments + "\n}\n"
	}
	for _, c := range []struct {
		name, source string
		story        rules.Story
		at           int
		rung         int
		reached      graph.Tri
		words        string
		next         string
	}{
		{"zones that are looked up", group("min_size = 2\n vpc_zone_identifier = data.aws_subnets.x.ids") + `data "aws_subnets" "x" {}`, rules.StatelessWeb,
			5, 6, graph.Unknown, "the zones of data.aws_subnets.x, in which aws_autoscaling_group.web runs", "Give variables or a plan"},
		{"zones of a variable", group("min_size = 2\n vpc_zone_identifier = var.subnets") + `variable "subnets" { type = list(string) }`, rules.StatelessWeb,
			5, 6, graph.Unknown, "the zones of var.subnets", "Give variables or a plan"},
		{"one instance at rest in two zones", group("min_size = 1\n vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]"), rules.StatelessWeb,
			5, 6, graph.False, "aws_autoscaling_group.web keeps 1 at rest", "Set the minimum to two or more"},
		{"two that nothing scales", still("min_size = 1\n desired_capacity = 2\n vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]"), rules.StatelessWeb,
			6, 6, graph.True, "aws_autoscaling_group.web runs in eu-west-1a", ""},
		{"reservations are in no configuration", sound, rules.StatelessWeb, 6, 7, graph.Unknown, "no configuration says", ""},
		{"no stickiness, and nobody tells where sessions are", database("multi_az = true"), rules.StatefulWeb, 4, 2, graph.Unknown, "is not sticky, and whether", "Add a read replica"},
		{"a database alone", database("multi_az = true"), rules.StatefulWeb, 4, 5, graph.False, "aws_db_instance.db has no replica", "Add a read replica"},
		{"a standby that hangs on a variable", database("multi_az = var.m") + `variable "m" { type = bool }`, rules.StatefulWeb, 4, 6, graph.Unknown, "whether aws_db_instance.db has a standby", ""},
		{"security groups that refer to each other", database(""), rules.StatefulWeb, 4, 7, graph.True, "from security groups alone", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(c.source), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, r := range review(t, dir) {
				for _, l := range r.Ladders {
					if r.Name != "web" || l.Story != c.story {
						continue
					}
					if l.At != c.at {
						t.Errorf("on rung %d, want %d", l.At, c.at)
					}
					if c.next != "" && (l.Next == nil || !strings.HasPrefix(l.Next.Sentence, c.next)) {
						t.Errorf("next: %+v, want %q", l.Next, c.next)
					}
					for _, rung := range l.Rungs {
						if rung.Stage != c.rung {
							continue
						}
						if rung.Reached != c.reached || !strings.Contains(rung.Words(), c.words) {
							t.Errorf("rung %d: %v, %s; want %v, %s", rung.Stage, rung.Reached, rung.Words(), c.reached, c.words)
						}
						return
					}
				}
			}
			t.Errorf("no rung %d of %s", c.rung, c.story)
		})
	}
}
