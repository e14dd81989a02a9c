package terraform

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// TestLocateInSummary finds what was written in the call of a published module for what its summary says.
func TestLocateInSummary(t *testing.T) {
	const (
		lists       = "terraform-aws-modules/alb/v8-web"
		maps        = "terraform-aws-modules/alb/v10-web"
		beanstalk   = "cloudposse/elastic-beanstalk-environment/load-balanced"
		environment = "module.environment.aws_elastic_beanstalk_environment.default[0]"
	)
	for _, c := range []struct {
		root, address string
		path          cty.Path
		want          string
	}{
		{lists, `module.alb.aws_lb.this[0]`, at("subnets"), `30: subnets         = values(aws_subnet.public)[*].id`},
		{lists, `module.alb.aws_lb.this[0]`, at("enable_cross_zone_load_balancing"), `24: module "alb"`},
		{lists, `module.alb.aws_lb_target_group.main[0]`, at("deregistration_delay"), `130: deregistration_delay              = 0`},
		{lists, `module.alb.aws_lb_target_group.main[0]`, at("stickiness", 0, "enabled"),
			`133: stickiness                        = { enabled = true, cookie_duration = 3600, type = "lb_cookie" }`},
		{lists, `module.alb.aws_lb_target_group.main[1]`, at("stickiness"), `24: module "alb"`},
		{lists, `module.alb.aws_lb_target_group.main[1]`, at("name_prefix"), `141: name_prefix      = "next-"`},
		{lists, `module.alb.aws_lb_listener.frontend_http_tcp[2]`, at("port"), `64: port = 82`},
		{lists, `module.alb.aws_lb_listener.frontend_https[0]`, at("protocol"),
			`68: { port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", target_group_index = 1 }`},
		{lists, `module.alb.aws_security_group_rule.this["http"]`, at("cidr_blocks"), `39: cidr_blocks = ["0.0.0.0/0"]`},
		{maps, `module.alb.aws_lb_target_group.this["web"]`, at("deregistration_delay"), `114: deregistration_delay = 30`},
		{maps, `module.alb.aws_lb_target_group.this["web"]`, at("stickiness"), `123: stickiness = { type = "lb_cookie", cookie_duration = 3600 }`},
		{maps, `module.alb.aws_lb_listener.this["http"]`, at("port"), `60: port     = 80`},
		{maps, `module.alb.aws_vpc_security_group_ingress_rule.this["https"]`, at("to_port"), `52: https = { from_port = 443, cidr_ipv4 = "0.0.0.0/0", description = "everybody" }`},
		{beanstalk, environment, at("setting", 5, "value"), `59: autoscale_min = 2`},
		{beanstalk, environment, at("setting", 17, "value"), `35: module "environment"`},
		{beanstalk, environment, at("setting", 35, "value"), `54: loadbalancer_certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"`},
		{beanstalk, environment, at("setting", 67, "value"), `78: value     = "false"`},
		{beanstalk, environment, at("setting", 70, "value"), `88: DB_HOST = "db.example.org"`},
	} {
		r := load(t, testdata+"/summaries/"+c.root, Options{}).ByAddress(c.address)
		if r == nil {
			t.Fatalf("no %s", c.address)
		}
		if got := written(t, r.Source.Locate(c.path)); got != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.address, pathText(c.path), got, c.want)
		}
	}
}

// TestSummaryOfCall takes, of the versions that a call admits, the newest that it can have been written for.
func TestSummaryOfCall(t *testing.T) {
	const lists, maps, old, none = `aws_lb_target_group.main[0]`, `aws_lb_target_group.this["web"]`, `aws_lb_target_group.main_no_logs[0]`, ""
	const group, owns = `[{ backend_port = 80 }]`, `aws_security_group.this[0]`
	for _, c := range []struct {
		call, makes, not string
	}{
		{`target_groups = { web = {} }`, maps, lists},
		{`target_groups = ` + group + `
		  http_tcp_listeners = []`, lists, maps},
		{`target_groups = ` + group + `
		  http_tcp_listeners = []`, owns, none},
		{`target_groups = ` + group + `
		  target_groups_count = 1
		  logging_enabled = false`, old, lists},
		{`version = "~> 8.0"
		  target_groups = ` + group, owns, maps},
		{`version = "8.2.1"
		  target_groups = ` + group, lists, owns},
		{`version = ">= 6.0, < 8.3"
		  target_groups = ` + group, lists, owns},
		{`version = "3.0.0"
		  target_groups = ` + group, none, lists},
		{`target_groups = ` + group + `
		}
		output "web" {
		  value = module.alb.lb_arn`, owns, maps},
		{`target_groups = ` + group + `
		}
		output "web" {
		  value = module.alb.this_lb_arn`, lists, owns},
		{`count = 1
		  target_groups = ` + group + `
		}
		locals {
		  web = upper(module.alb[0].this_lb_arn)`, none, owns},
		{`target_groups = { web = {} }
		}
		output "web" {
		  value = module.alb.this_lb_arn`, none, owns},
		{`version = "~> 8.0"
		  target_groups = ` + group + `
		}
		output "web" {
		  value = module.alb.this_lb_arn`, owns, maps},
		{`version = var.version
		  target_groups = ` + group, none, lists},
	} {
		dir := t.TempDir()
		text := "module \"alb\" {\n source = \"terraform-aws-modules/alb/aws\"\n" + c.call + "\n}\nprovider \"aws\" {}\n"
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		g := load(t, filepath.ToSlash(dir), Options{})
		if c.makes != none && g.ByAddress("module.alb."+c.makes) == nil {
			t.Errorf("%s: does not make %s", c.call, c.makes)
		}
		if c.not != none && g.ByAddress("module.alb."+c.not) != nil {
			t.Errorf("%s: makes %s", c.call, c.not)
		}
	}
}

// TestSummaryOfOlderCall follows the rules of a listener that were written for v9 where no version is.
func TestSummaryOfOlderCall(t *testing.T) {
	dir := t.TempDir()
	const text = `
provider "aws" {}

module "alb" {
  source = "terraform-aws-modules/alb/aws"

  listeners = {
    http = {
      rules = {
        one = { actions = [{ type = "forward", target_group_key = "web" }], conditions = [] }
        two = { actions = [{ type = "weighted-forward", target_groups = [{ target_group_key = "web" }] }], conditions = [] }
      }
    }
  }
  target_groups = { web = { create_attachment = false } }
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	g := load(t, filepath.ToSlash(dir), Options{})
	for rule, want := range map[string]string{
		`module.alb.aws_lb_listener_rule.this["http/one"]`: `[{forward = [], order = null, target_group_arn = ? <module.alb.aws_lb_target_group.this["web"].arn>, type = "forward"}]`,
		`module.alb.aws_lb_listener_rule.this["http/two"]`: `[{forward = [{target_group = [{arn = ? <module.alb.aws_lb_target_group.this["web"].arn>, weight = null}]}], order = null, target_group_arn = null, type = "forward"}]`,
	} {
		r := g.ByAddress(rule)
		if r == nil {
			t.Fatalf("no %s", rule)
		}
		if got := render(r.Attribute("action")); got != want {
			t.Errorf("%s:\n got %s\nwant %s", rule, got, want)
		}
	}
}
