package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var shallowHealthCheck = &rules.Rule{
	ID: "AL202", Name: "shallow-health-check", Level: rules.Note, Story: rules.StatelessWeb, Stage: 4, YieldsTo: []string{"AL201"},
	Title: "Health check that a broken application still passes",
	Why: `A health check is worth as much as what it asks for. One that merely opens a TCP connection is passed by every process that listens, also by one that answers nothing but
errors; one on the default path "/" asks for whatever happens to be there, which is often a redirect, a static page or a login form that works while the application behind it does
not. The load balancer then keeps sending users to a target that cannot serve them, and an Auto Scaling group that trusts the check keeps it.`,
	Fix: rules.Fix{
		Advice: "Ask over HTTP for a path that fails when the application cannot do its work, and write that path down even if it is \"/\".",
		Terraform: `resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  health_check {
    path = "/health"
  }
}`,
		CloudFormation: `TargetGroup:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Port: 80
    Protocol: HTTP
    HealthCheckPath: /health`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			target := aws.ClassicLoadBalancer.HealthCheck.Of(lb)
			connects := aws.HasPrefix(target, "tcp:").Or(aws.HasPrefix(target, "ssl:"))
			if connects != graph.False {
				connects = connects.And(aws.SpeaksHTTP(lb))
			}
			p.Report(connects, target.Place, "%s serves HTTP but checks its instances by opening a connection: one that answers nothing but errors counts as healthy", lb.Address)
		}
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			judgeChecks(p, tg)
		}
	},
}

// judgeChecks judges the health checks of one target group: those of HTTP without a path, and those of TCP on a web port.
func judgeChecks(p *rules.Pass, tg *graph.Resource) {
	switch aws.SortOfGroup(tg) {
	case aws.Application:
		path := aws.TargetGroup.HealthPath.Of(tg)
		unasked := path.Written().Not()
		if path.Observed() {
			unasked = graph.False
		}
		if unasked != graph.False {
			unasked = unasked.And(aws.TargetGroup.TargetType.Of(tg).Is("lambda").Not(), aws.TargetGroup.ProtocolVersion.Of(tg).Is("GRPC").Not())
		}
		p.Report(unasked, path.Place, "%s checks its targets on / because no path is written: whatever answers there counts as healthy", tg.Address)
	case aws.Network:
		checked := aws.HealthProtocolOf(tg)
		shallow := aws.TargetGroup.Protocol.Of(tg).In("TCP", "TLS").And(aws.OnWebPort(tg))
		if shallow != graph.False {
			shallow = shallow.And(aws.TargetGroup.TargetType.Of(tg).Is("alb").Not(), checked.Is("TCP"))
		}
		p.Report(shallow, checked.Place, "%s serves the web but checks its targets by opening a TCP connection%s: one that answers nothing but errors counts as healthy", tg.Address, checked.Because("no protocol"))
	case "":
		// A path is written for checks of HTTP only, whatever the protocol of the traffic.
		protocol := aws.TargetGroup.Protocol.Of(tg)
		asks := aws.TargetGroup.HealthPath.Of(tg).Written().And(aws.HealthProtocolOf(tg).Is("TCP").Not())
		p.Report(protocol.Test(func(string) bool { return true }).And(asks.Not(), graph.Unknown), protocol.Place, "")
	}
}
