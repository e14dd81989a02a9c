package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var targetGroupUnreached = &rules.Rule{
	ID: "AL210", Name: "target-group-unreached", Level: rules.Warning, Story: rules.BeyondTheStages,
	Title: "Target group that leads nowhere",
	Why: `A target group is a link in a chain: a listener or one of its rules forwards to it, and targets are registered with it. Where the listener is missing the targets run, cost money
and never get a request; their health is not even checked, since load balancers check only groups that are in use. Where the targets are missing everybody whose request takes that way gets an error.`,
	Fix: rules.Fix{
		Advice: "Forward to the target group by a listener or a rule, and attach the fleet to the group that the listener forwards to; remove a group that nobody needs.",
		Terraform: `resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_autoscaling_group" "web" {
  target_group_arns = [aws_lb_target_group.web.arn]
}`,
		CloudFormation: `Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref LoadBalancer
    Port: 443
    Protocol: HTTPS
    DefaultActions:
      - Type: forward
        TargetGroupArn: !Ref TargetGroup

Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    TargetGroupARNs: [!Ref TargetGroup]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
	},
	Check: func(p *rules.Pass) {
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			judgeChain(p, tg)
		}
	},
}

// judgeChain judges whether what is registered with a target group gets requests, and whether requests that lead there find a
// target.
func judgeChain(p *rules.Pass, tg *graph.Resource) {
	ways, targets := aws.WaysTo(tg), aws.TargetsOf(tg)
	reached, served := ways.Any(), targets.Any()
	var fleet *graph.Resource
	for compute := range targets.Known() {
		fleet = compute
		break
	}
	if fleet != nil && reached != graph.True {
		idle := reached.Not()
		if idle != graph.False {
			idle = idle.And(aws.HasListeners(p.Graph))
		}
		if idle != graph.False {
			idle = idle.And(aws.UsedElsewhere(tg).Not())
		}
		p.Report(idle, graph.Place{Resource: tg}, "no listener or rule forwards to %s: %s is registered there and gets no requests", tg.Address, fleet.Address).
			About(fleet)
		return
	}
	empty := served.Not()
	if targets.Open {
		p.Graph.Doubt(graph.Doubt{Resource: tg, Message: "other targets than those in sight may be registered with " + tg.Address})
	}
	var way aws.Way
	if empty != graph.False {
		taken := graph.False
		for _, w := range ways.Items {
			t := w.Certain.And(w.Idle.Not())
			if t == graph.True && aws.CatchesAll(w.From) != graph.False {
				p.Graph.Doubt(graph.Doubt{Resource: w.From, Message: "rules of " + w.From.Address + " may leave nothing to its default action"})
				t = graph.Unknown
			}
			if t == graph.True && way.From == nil {
				way = w
			}
			taken = taken.Or(t)
		}
		empty = empty.And(taken)
	}
	if empty != graph.False {
		empty = empty.And(aws.HasServers(p.Graph))
	}
	if empty != graph.False {
		empty = empty.And(aws.UsedElsewhere(tg).Not())
	}
	if empty != graph.True {
		p.Report(empty, graph.Place{Resource: tg}, "")
		return
	}
	p.Report(empty, way.Place, "%s forwards to %s, with which no target is registered: whoever comes this way gets an error", way.From.Address, tg.Address).
		With(graph.Place{Resource: tg}, "%s is declared here", tg.Address).About(tg)
}
