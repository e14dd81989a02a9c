package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noHealthCheckGracePeriod = &rules.Rule{
	ID: "AL207", Name: "no-health-check-grace-period", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5,
	Title: "Auto Scaling group judges instances by the load balancer before they have booted",
	Why: `An Auto Scaling group that trusts the load balancer's health checks replaces every instance that fails them, and an instance that has just been launched fails them until its
application answers. The grace period tells the group to wait for that. With a period of 0 the group may terminate new instances while they still boot, launch others that fare no
better, and never come up; it works only as long as the application starts faster than the load balancer checks. CloudFormation's default is 0, Terraform's 300 seconds.`,
	Fix: rules.Fix{
		Advice: "Set the grace period to the time that an instance takes until its application answers, or keep it out of service by a lifecycle hook until it is ready.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  health_check_type         = "ELB"
  health_check_grace_period = 300
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    HealthCheckType: ELB
    HealthCheckGracePeriod: 300`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			_, has := aws.HealthCheckTypes(asg)
			grace := aws.AutoScalingGroup.GracePeriod.Of(asg)
			hasty := grace.Is(0)
			if hasty != graph.False {
				hasty = hasty.And(has("ELB"))
			}
			if hasty != graph.False {
				hasty = hasty.And(aws.WaitsAtLaunch(asg).Not())
			}
			if hasty != graph.False { // with nothing attached there is no check to fail
				hasty = hasty.And(aws.FrontsOf(asg).Any())
			}
			p.Report(hasty, grace.Place, "%s trusts the load balancer's health checks but gives new instances a grace period of 0 seconds%s: they may be terminated while they boot",
				asg.Address, grace.Because("none")).
				FixedBy(grace.Put(aws.UsualGracePeriod))
		}
	},
}
