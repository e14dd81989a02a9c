package aws_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// tellWorkloads writes the workloads of a directory, one a line.
func tellWorkloads(t *testing.T, dir string, name func(*graph.Resource) string) []string {
	t.Helper()
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(dir, err)
	}
	var out []string
	for _, w := range aws.Workloads(scan.Units[0].Load()) {
		line := fmt.Sprintf("%s %s:", [...]string{"web", "worker", "other", "store"}[w.Sort], w.Name)
		for _, r := range w.Members() {
			line += " " + name(r)
		}
		out = append(out, line)
	}
	return out
}

// A twin in the other language has the same workloads: the same sorts, and as many members of each kind.
func TestWorkloadsOfTwins(t *testing.T) {
	dirs, err := filepath.Glob("../../testdata/architectures/*-tf")
	if err != nil || len(dirs) < 20 {
		t.Fatal(dirs, err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			read := func(dir string) []string {
				lines := tellWorkloads(t, dir, aws.KindName)
				for i, l := range lines {
					sort, kinds, _ := strings.Cut(l, ":")
					sort, _, _ = strings.Cut(sort, " ")
					words := strings.Fields(kinds)
					slices.Sort(words)
					lines[i] = sort + " " + strings.Join(words, " ")
				}
				return lines
			}
			tf, cfn := read(dir), read(strings.TrimSuffix(dir, "-tf")+"-cfn")
			if len(tf) == 0 || !slices.Equal(tf, cfn) {
				t.Errorf("Terraform:\n%s\nCloudFormation:\n%s", strings.Join(tf, "\n"), strings.Join(cfn, "\n"))
			}
		})
	}
}

func TestWorkloads(t *testing.T) {
	address := func(r *graph.Resource) string { return r.Address }
	for _, c := range []struct{ name, source, want string }{
		{"an app tier that one web tier alone calls, and a bastion", `
resource "aws_lb" "in" {
  internal        = true
  security_groups = [aws_security_group.in.id]
}
resource "aws_lb_target_group" "app" {
  port     = 8080
  protocol = "HTTP"
}
resource "aws_lb_listener" "in" {
  load_balancer_arn = aws_lb.in.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "in" {
  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}
resource "aws_security_group" "app" {
  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.in.id]
  }
}
resource "aws_security_group" "db" {
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.app.id]
  }
}
resource "aws_launch_template" "web" {
  vpc_security_group_ids = [aws_security_group.web.id]
}
resource "aws_launch_template" "app" {
  vpc_security_group_ids = [aws_security_group.app.id]
}
resource "aws_autoscaling_group" "web" {
  max_size = 4
  launch_template { id = aws_launch_template.web.id }
}
resource "aws_autoscaling_group" "app" {
  max_size          = 4
  target_group_arns = [aws_lb_target_group.app.arn]
  launch_template { id = aws_launch_template.app.id }
}
resource "aws_db_instance" "orders" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.db.id]
}
resource "aws_security_group" "ssh" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24"]
  }
}
resource "aws_instance" "bastion" {
  vpc_security_group_ids = [aws_security_group.ssh.id]
}`, `
web web: aws_lb.in aws_lb_target_group.app aws_autoscaling_group.app aws_autoscaling_group.web aws_db_instance.orders`},
		{"two services behind one load balancer, and what nothing reaches", `
resource "aws_lb" "all" {}
resource "aws_lb_listener" "all" {
  load_balancer_arn = aws_lb.all.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.cart.arn
  }
}
resource "aws_lb_listener_rule" "search" {
  listener_arn = aws_lb_listener.all.arn
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.search.arn
  }
}
resource "aws_lb_target_group" "cart" {
  port     = 80
  protocol = "HTTP"
}
resource "aws_lb_target_group" "search" {
  port     = 80
  protocol = "HTTP"
}
resource "aws_ecs_service" "cart" {
  name            = "cart"
  task_definition = aws_ecs_task_definition.cart.arn
  load_balancer { target_group_arn = aws_lb_target_group.cart.arn }
}
resource "aws_ecs_task_definition" "cart" {
  family                = "cart"
  container_definitions = jsonencode([{ name = "cart", image = "cart", environment = [{ name = "DB", value = aws_rds_cluster.orders.endpoint }] }])
}
resource "aws_ecs_task_definition" "search" {
  family                = "search"
  container_definitions = jsonencode([{ name = "search", image = "search" }])
}
resource "aws_ecs_service" "search" {
  name            = "search"
  task_definition = aws_ecs_task_definition.search.arn
  load_balancer { target_group_arn = aws_lb_target_group.search.arn }
}
resource "aws_rds_cluster" "orders" { engine = "aurora-mysql" }
resource "aws_rds_cluster_instance" "orders" { cluster_identifier = aws_rds_cluster.orders.id }
resource "aws_elasticache_replication_group" "idle" { description = "nobody asks" }`, `
web cart: aws_lb.all aws_lb_target_group.cart aws_ecs_service.cart aws_rds_cluster.orders aws_rds_cluster_instance.orders
web search: aws_lb.all aws_lb_target_group.search aws_ecs_service.search
store idle: aws_elasticache_replication_group.idle`},
		{"functions by the queue that they work off, and two of one name", `
resource "aws_sqs_queue" "work" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })
}
resource "aws_sqs_queue" "dead" {}
resource "aws_lambda_function" "resize" { function_name = "resize" }
resource "aws_lambda_function" "idle" { function_name = "idle" }
resource "aws_lambda_event_source_mapping" "work" {
  event_source_arn = aws_sqs_queue.work.arn
  function_name    = aws_lambda_function.resize.arn
}
resource "aws_dynamodb_table" "one" { name = "twice" }
resource "aws_dynamodb_table" "two" { name = "twice" }`, `
worker resize: aws_lambda_function.resize aws_sqs_queue.dead aws_sqs_queue.work
store twice (aws_dynamodb_table.one): aws_dynamodb_table.one
store twice (aws_dynamodb_table.two): aws_dynamodb_table.two`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte("provider \"aws\" {}\n"+c.source), 0o600); err != nil {
				t.Fatal(err)
			}
			got := strings.Join(tellWorkloads(t, dir, address), "\n")
			if want := strings.TrimSpace(c.want); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// Whatever many tiers have in common, the time grows with what is written and no faster: the test's own limit would end it.
func TestWorkloadsOfManyTiers(t *testing.T) {
	var b strings.Builder
	b.WriteString("provider \"aws\" {}\nresource \"aws_security_group\" \"all\" {\n ingress {\n from_port = 0\n to_port = 65535\n protocol = \"tcp\"\n self = true\n }\n}\n")
	const many = 1000
	for i := range many {
		fmt.Fprintf(&b, "resource \"aws_instance\" \"s%dx\" {\n vpc_security_group_ids = [aws_security_group.all.id]\n}\n", i)
		fmt.Fprintf(&b, "resource \"aws_db_instance\" \"d%dx\" {\n engine = \"mysql\"\n vpc_security_group_ids = [aws_security_group.all.id]\n}\n", i)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := tellWorkloads(t, dir, aws.KindName); len(got) != many {
		t.Errorf("%d workloads of %d instances", len(got), many)
	}
}
