package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// asked are the attributes that rules ask for, by type.
var asked = map[string][]string{
	"aws_subnet":            {"availability_zone", "availability_zone_id", "vpc_id", "map_public_ip_on_launch", "outpost_arn"},
	"aws_security_group":    {"ingress", "egress", "vpc_id", "name"},
	"aws_lb":                {"subnets", "subnet_mapping", "security_groups", "load_balancer_type", "internal", "enable_cross_zone_load_balancing"},
	"aws_autoscaling_group": {"vpc_zone_identifier", "availability_zones", "min_size", "max_size", "desired_capacity", "health_check_type", "target_group_arns", "load_balancers", "launch_template", "launch_configuration", "mixed_instances_policy", "placement_group", "tag"},
	"aws_launch_template":   {"image_id", "instance_type", "user_data", "vpc_security_group_ids", "network_interfaces", "instance_market_options", "block_device_mappings"},
	"aws_db_instance":       {"multi_az", "replicate_source_db", "db_subnet_group_name", "vpc_security_group_ids", "engine", "identifier", "port", "backup_retention_period", "storage_type"},
}

// bigRoot is a configuration of about 1 MB as people write them: networks, groups, load balancers and databases.
func bigRoot() string {
	var b strings.Builder
	b.WriteString(`provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "this" {}

variable "environment" {
  default = "prod"
}

locals {
  azs  = slice(data.aws_availability_zones.this.names, 0, 3)
  tags = { Environment = var.environment, Team = "platform" }
}
`)
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, service, i)
	}
	return b.String()
}

const service = `
# Service %[1]d: a web tier in three zones with its database.
resource "aws_vpc" "s%[1]d" {
  cidr_block           = "10.${%[1]d %% 256}.0.0/16"
  enable_dns_hostnames = true
  tags                 = merge(local.tags, { Name = "service-%[1]d" })
}

resource "aws_subnet" "s%[1]d" {
  for_each          = { for i, az in local.azs : az => cidrsubnet(aws_vpc.s%[1]d.cidr_block, 8, i) }
  vpc_id            = aws_vpc.s%[1]d.id
  availability_zone = each.key
  cidr_block        = each.value
  tags              = merge(local.tags, { Name = "service-%[1]d-${each.key}" })
}

resource "aws_security_group" "s%[1]d" {
  name   = "service-%[1]d-${var.environment}"
  vpc_id = aws_vpc.s%[1]d.id

  dynamic "ingress" {
    for_each = [80, 443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "s%[1]d" {
  name               = "service-%[1]d"
  load_balancer_type = "application"
  subnets            = [for s in aws_subnet.s%[1]d : s.id]
  security_groups    = [aws_security_group.s%[1]d.id]
  tags               = local.tags
}

resource "aws_autoscaling_group" "s%[1]d" {
  name                = "service-%[1]d"
  min_size            = var.environment == "prod" ? 2 : 1
  max_size            = 6
  vpc_zone_identifier = values(aws_subnet.s%[1]d)[*].id
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.s%[1]d.id
    version = "$Latest"
  }

  tag {
    key                 = "Name"
    value               = "service-%[1]d"
    propagate_at_launch = true
  }
}

resource "aws_launch_template" "s%[1]d" {
  name_prefix   = "service-%[1]d-"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  user_data     = base64encode(<<-EOT
    #!/bin/sh
    export DATABASE=${aws_db_instance.s%[1]d.address}
    export SERVICE=%[1]d
    systemctl enable --now service-%[1]d
  EOT
  )
}

resource "aws_db_instance" "s%[1]d" {
  identifier             = "service-%[1]d"
  engine                 = "postgres"
  engine_version         = "16.3"
  instance_class         = "db.t4g.medium"
  allocated_storage      = 100
  multi_az               = true
  db_subnet_group_name   = "main"
  vpc_security_group_ids = [aws_security_group.s%[1]d.id]
}
`

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	src := bigRoot()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o600); err != nil {
		b.Fatal(err)
	}
	dir = filepath.ToSlash(dir)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		p, err := Open([]string{dir}, Options{})
		if err != nil {
			b.Fatal(err)
		}
		g := p.Load(dir)
		for _, r := range g.Resources() {
			for _, name := range asked[r.Type] {
				if v := r.Attribute(name); !v.IsNull() {
					graph.Refs(v)
				}
			}
		}
		if n := len(g.Resources()); n < 1000 {
			b.Fatalf("only %d resources", n)
		}
	}
}

// BenchmarkParse is the bare parse of the same bytes: what Load is measured by.
func BenchmarkParse(b *testing.B) {
	src := []byte(bigRoot())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, diags := hclsyntax.ParseConfig(src, "main.tf", hcl.InitialPos); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}

// BenchmarkPolicy reads a policy of many statements, each with an ID, which a second document overrides: four times as
// many must not take sixteen times as long.
func BenchmarkPolicy(b *testing.B) {
	for _, n := range []int{1_000, 4_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var p policyText
			document := func(effect string) cty.Value {
				var all []string
				for i := range n {
					all = append(all, fmt.Sprintf(`{"Sid":"s%d","Effect":%q,"Action":"s3:GetObject","Resource":"*"}`, i, effect))
				}
				return cty.StringVal(`{"Statement":[` + strings.Join(all, ",") + `]}`)
			}
			allowed, denied := document("Allow"), document("Deny")
			for b.Loop() {
				p = policyText{byID: map[string]int{}, marks: cty.ValueMarks{}}
				p.document(allowed)
				p.overriding = true
				p.document(denied)
				if text, _ := graph.Text(p.value()); len(p.all) != n || strings.Contains(text, "Allow") {
					b.Fatal(len(p.all), text)
				}
			}
		})
	}
}
