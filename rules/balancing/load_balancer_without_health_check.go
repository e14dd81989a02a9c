package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var loadBalancerWithoutHealthCheck = &rules.Rule{
	ID: "AL201", Name: "load-balancer-without-health-check", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 4,
	Title: "Load balancer that does not check the health of its targets",
	Why: `A load balancer helps only if it knows which targets work. A Classic Load Balancer without a health check of its own merely opens a TCP connection to the instance port: a
server that accepts connections and answers nothing but errors counts as healthy and keeps receiving its share of the users. A target group of instances or addresses with health checks
turned off is refused by AWS altogether; only Lambda targets may go without.`,
	Fix: rules.Fix{
		Advice: "Write a health check that asks the application over HTTP on a path which fails when the application does.",
		Terraform: `resource "aws_elb" "web" {
  health_check {
    target              = "HTTP:80/health"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    HealthCheck:
      Target: HTTP:80/health
      Interval: "30"
      Timeout: "5"
      HealthyThreshold: "2"
      UnhealthyThreshold: "2"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			p.Report(aws.ClassicLoadBalancer.HealthChecks.Of(lb).Any().Not(), graph.Place{Resource: lb},
				"%s has no health check of its own: any target that accepts a TCP connection counts as healthy", lb.Address)
		}
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			enabled := aws.TargetGroup.HealthEnabled.Of(tg)
			off := enabled.Is(false)
			if off != graph.False {
				off = off.And(aws.TargetGroup.TargetType.Of(tg).Is("lambda").Not())
			}
			p.Refuse(off, enabled.Place, "%s turns health checks off, which AWS refuses for targets of type %s", tg.Address,
				aws.TargetGroup.TargetType.Of(tg).Or("instance"))
		}
	},
}
