package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asgEC2HealthCheckOnly = &rules.Rule{
	ID: "AL102", Name: "asg-ec2-health-check-only", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5,
	Title: "Auto Scaling group behind a load balancer ignores its health checks",
	Why: `By default an Auto Scaling group replaces an instance only when EC2 reports that the virtual machine itself is impaired. A web server that hangs, runs out of memory or
answers every request with an error stays in the group for ever: the load balancer takes it out of rotation, but nobody replaces it, and the fleet shrinks silently until none is left.
With the load balancer's health checks the group terminates such an instance and launches a healthy one. The exception are members of a quorum that are out of rotation on purpose,
such as sealed or joining ones: they must stay.`,
	Fix: rules.Fix{
		Advice: "Set the group's health check type to ELB (VPC_LATTICE for Lattice target groups), with a grace period as long as the instances take to boot.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 300
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    TargetGroupARNs: [!Ref TargetGroup]
    HealthCheckType: ELB
    HealthCheckGracePeriod: 300`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			fronts := aws.FrontsOf(asg)
			value, has := aws.HealthCheckTypes(asg)
			by, at := "its load balancer", graph.Place{}
			certain := false
			ignored := fronts.Some(func(f aws.Front) graph.Tri {
				missed := misses(f.Lattice(), has)
				if sure := f.Certain == graph.True; missed == graph.True && (at.Resource == nil || sure && !certain) {
					if at, certain = f.Place, sure; f.To != nil {
						by = f.To.Address
					}
				}
				return missed
			})
			if fronts.Open {
				ignored = ignored.Or(graph.Unknown.And(has("ELB").Not()))
			}
			if ignored != graph.False {
				ignored = ignored.And(aws.ClusterCapacity(asg).Not())
			}
			finding := p.Report(ignored, value.Place, "%s does not replace instances that fail the health checks of %s: its health check type is %s",
				asg.Address, by, said(value))
			finding.With(at, "attached to %s here", by)
			lattice := fronts.Some(func(f aws.Front) graph.Tri { return f.Lattice() })
			// Without a grace period the group would terminate what still boots.
			if lattice == graph.False && value.Is("EC2") == graph.True && aws.AutoScalingGroup.GracePeriod.Of(asg).Is(0) == graph.False {
				finding.FixedBy(value.Put("ELB"))
			}
		}
	},
}

// misses tells whether the health check type lacks the word that heeds a front: ELB, or VPC_LATTICE for Lattice.
func misses(lattice graph.Tri, has func(string) graph.Tri) graph.Tri {
	elb, own := has("ELB").Not(), has("VPC_LATTICE").Not()
	switch {
	case lattice == graph.False || elb == own:
		return elb
	case lattice == graph.True:
		return own
	}
	return graph.Unknown
}

// said tells a value with how it came about.
func said(v aws.Value[string]) string {
	return v.Or("not known") + v.Because("none")
}
