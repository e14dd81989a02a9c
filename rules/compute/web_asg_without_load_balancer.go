package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var webASGWithoutLoadBalancer = &rules.Rule{
	ID: "AL106", Name: "web-asg-without-load-balancer", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 4,
	YieldsTo: []string{"AL107", "AL108"},
	Title:    "Auto Scaling group that serves the web without a load balancer",
	Why: `An Auto Scaling group replaces its instances as it likes, and each new one has another address. Where clients talk to the instances themselves, nobody tells them: they
keep asking an address that is gone, the load lies on whichever instance they happened to find, and an instance that hangs is asked on. A load balancer gives the group one name, spreads
the requests and leaves out what does not answer.`,
	Fix: rules.Fix{
		Advice: "Put a load balancer before the group, attach its target group, and let the instances take traffic from the load balancer's security group alone.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  target_group_arns = [aws_lb_target_group.web.arn]
  health_check_type = "ELB"
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    TargetGroupARNs: [!Ref TargetGroup]
    HealthCheckType: ELB`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-load-balancer.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			public, open := aws.Public{}, aws.Opening{}
			exposed := aws.FrontsOf(asg).Any().Not()
			if exposed != graph.False {
				open = aws.TakesWebFromAnywhere(asg)
				exposed = exposed.And(open.Is)
			}
			if exposed != graph.False {
				public = aws.PublicAddress(asg)
				exposed = exposed.And(public.Is)
			}
			if exposed != graph.False {
				exposed = exposed.And(aws.ClusterCapacity(asg).Not(), aws.Appliance(asg).Not(), aws.RunsAlone(asg).Not(), graph.Known(!aws.RegistersItself(asg)))
			}
			p.Report(exposed, graph.Place{Resource: asg}, "%s serves the web without a load balancer: its instances take %s from anywhere at public addresses that change with every replacement",
				asg.Address, open.Ports).
				With(open.Place, "open to anywhere here").
				With(public.Place, "public addresses: %s", public.Because)
		}
	},
}
