package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noConnectionDraining = &rules.Rule{
	ID: "AL206", Name: "no-connection-draining", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5,
	Title: "Load balancer that cuts requests off when a target leaves",
	Why: `Targets leave all the time: a deployment replaces them, an Auto Scaling group scales in, a health check fails. A load balancer that drains connections stops sending new
requests to a leaving target and lets those under way finish. Without draining they are cut off at once, so that every deployment and every scaling in shows some users an error in the
middle of what they did. Classic Load Balancers do not drain unless told to; target groups wait 300 seconds unless the delay is set to 0.`,
	Fix: rules.Fix{
		Advice: "Turn connection draining on, or set a deregistration delay that is a little longer than the longest request.",
		Terraform: `resource "aws_elb" "web" {
  connection_draining         = true
  connection_draining_timeout = 60
}

resource "aws_lb_target_group" "web" {
  deregistration_delay = 60
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    ConnectionDrainingPolicy:
      Enabled: true
      Timeout: 60

TargetGroup:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    TargetGroupAttributes:
      - Key: deregistration_delay.timeout_seconds
        Value: "60"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			drains := aws.ClassicLoadBalancer.Draining.Of(lb)
			p.Report(drains.Is(false), drains.Place, "%s does not drain connections%s: requests to an instance that leaves are cut off", lb.Address, drains.Because("nothing")).
				FixedBy(drains.Put(true))
		}
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			delay := aws.TargetGroup.Delay.Of(tg)
			off := delay.Is(0)
			if off != graph.False {
				off = off.And(aws.TargetGroup.TargetType.Of(tg).Is("lambda").Not())
			}
			p.Report(off, delay.Place, "%s gives a target that leaves 0 seconds to finish: requests under way are cut off", tg.Address).
				FixedBy(delay.Put(aws.UsualDelay))
		}
	},
}
