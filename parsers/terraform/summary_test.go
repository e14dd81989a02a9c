package terraform

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// TestLocateInSummary finds what was written in the call of a published module for what its summary says.
func TestLocateInSummary(t *testing.T) {
	const lists, maps = "v8-web", "v10-web"
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
	} {
		r := load(t, testdata+"/summaries/terraform-aws-modules/alb/"+c.root, Options{}).ByAddress(c.address)
		if r == nil {
			t.Fatalf("no %s", c.address)
		}
		if got := written(t, r.Source.Locate(c.path)); got != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.address, pathText(c.path), got, c.want)
		}
	}
}
