package catalogue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// wanted is about the size of the input, in bytes.
const wanted = 1 << 20

// The benchmarks lint a megabyte made of many poor three-tier stacks in one unit, from the files to the findings, next
// to the bare parse of the same bytes.

func BenchmarkLintTerraform(b *testing.B) {
	dir := b.TempDir()
	writeRoot(b, dir)
	benchmarkLint(b, dir)
}

func BenchmarkParseTerraform(b *testing.B) {
	dir := b.TempDir()
	writeRoot(b, dir)
	files, _ := filepath.Glob(filepath.Join(dir, "*.tf"))
	for b.Loop() {
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			if _, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos); diags.HasErrors() {
				b.Fatal(diags)
			}
		}
	}
}

func BenchmarkLintCloudFormation(b *testing.B) {
	dir := b.TempDir()
	writeTemplate(b, dir)
	benchmarkLint(b, dir)
}

func BenchmarkParseCloudFormation(b *testing.B) {
	dir := b.TempDir()
	name := writeTemplate(b, dir)
	for b.Loop() {
		src, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(src, &doc); err != nil {
			b.Fatal(err)
		}
	}
}

// Instances of one block behind one load balancer, under one security group of many rules: four times as many must not
// take sixteen times as long.
func BenchmarkLintManyOfAKind(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			write(b, filepath.Join(dir, "main.tf"), fmt.Sprintf(manyOfAKind, n))
			lint(b, dir, 1)
		})
	}
}

const manyOfAKind = `
locals {
  many = %d
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
  dynamic "ingress" {
    for_each = range(1000)
    content {
      from_port   = 20000 + ingress.value
      to_port     = 20000 + ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
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

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_instance" "web" {
  count                  = local.many
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group_attachment" "web" {
  count            = local.many
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web[count.index].id
}

resource "aws_dynamodb_table" "orders" {
  count    = 1000
  name     = "orders-${count.index}"
  hash_key = "id"
}

resource "aws_db_instance" "main" {
  engine   = "mysql"
  multi_az = true
}
`

func benchmarkLint(b *testing.B, dir string) {
	b.Helper()
	lint(b, dir, 100)
}

// lint runs every rule over a directory, which must give some findings.
func lint(b *testing.B, dir string, findings int) {
	b.Helper()
	for b.Loop() {
		scan, err := parsers.Discover([]string{dir}, parsers.Options{})
		if err != nil {
			b.Fatal(err)
		}
		loaders := make([]rules.Loader, len(scan.Units))
		for i, u := range scan.Units {
			loaders[i] = u.Load
		}
		if result := rules.Run(loaders, catalogue.All); len(result.Findings) < findings {
			b.Fatalf("only %d findings", len(result.Findings))
		}
	}
}

var (
	wantComment = regexp.MustCompile(`(?m)^\s*# want.*\n`)
	tfLabel     = regexp.MustCompile(`(?m)^resource "(\w+)" "(\w+)"`)
	tfReference = regexp.MustCompile(`\b(aws_\w+)\.([a-z_]+)\b`)
	tfLocal     = regexp.MustCompile(`local\.boot|\bboot = <<`)
	logicalID   = regexp.MustCompile(`(?m)^  ([A-Za-z]+):$`)
)

// writeRoot writes copies of the poor Terraform stack, ten to a file, until they are large enough.
func writeRoot(b *testing.B, dir string) {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-tf/main.tf", `resource "aws_vpc"`)
	var file strings.Builder
	for n, size := 0, 0; size < wanted; n++ {
		part := tfLabel.ReplaceAllString(body, fmt.Sprintf(`resource "$1" "${2}_%d"`, n))
		part = tfReference.ReplaceAllString(part, fmt.Sprintf("${1}.${2}_%d", n))
		part = tfLocal.ReplaceAllStringFunc(part, func(s string) string { return strings.Replace(s, "boot", fmt.Sprintf("boot_%d", n), 1) })
		file.WriteString(part)
		if size += len(part); n%10 == 9 || size >= wanted {
			write(b, filepath.Join(dir, fmt.Sprintf("stack%d.tf", n/10)), file.String())
			file.Reset()
		}
	}
	write(b, filepath.Join(dir, "main.tf"), head)
}

// writeTemplate writes one template of copies of the poor CloudFormation stack, and gives its name.
func writeTemplate(b *testing.B, dir string) string {
	b.Helper()
	head, body := poorStack(b, "poor-three-tier-cfn/stack.yaml", "  Vpc:\n")
	ids := logicalID.FindAllStringSubmatch(body, -1)
	var out strings.Builder
	out.WriteString(head)
	for n := 0; out.Len() < wanted; n++ {
		part := body
		for _, id := range ids {
			part = regexp.MustCompile(`(?m)^  `+id[1]+`:$`).ReplaceAllString(part, fmt.Sprintf("  %s%d:", id[1], n))
			part = regexp.MustCompile(`!(Ref|GetAtt) `+id[1]+`\b`).ReplaceAllString(part, fmt.Sprintf("!$1 %s%d", id[1], n))
		}
		out.WriteString(part)
	}
	name := filepath.Join(dir, "stack.yaml")
	write(b, name, out.String())
	return name
}

// poorStack reads a stack and cuts it where its resources begin.
func poorStack(b *testing.B, name, first string) (head, body string) {
	b.Helper()
	content, err := os.ReadFile(filepath.Join(testdata, "architectures", filepath.FromSlash(name)))
	if err != nil {
		b.Fatal(err)
	}
	text := wantComment.ReplaceAllString(string(content), "")
	at := strings.Index(text, first)
	if at < 0 {
		b.Fatalf("%s has no %q", name, first)
	}
	return text[:at], text[at:]
}

func write(b *testing.B, name, content string) {
	b.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		b.Fatal(err)
	}
}
