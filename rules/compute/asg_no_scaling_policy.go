package compute

import (
	"fmt"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asgNoScalingPolicy = &rules.Rule{
	ID: "AL104", Name: "asg-no-scaling-policy", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5, YieldsTo: []string{"AL103", "AL116"},
	Title: "Auto Scaling group without anything that scales it",
	Why: `An Auto Scaling group does not watch its load by itself. Between its minimum and its maximum it keeps the desired number of instances, and that number stays what it was
until somebody changes it: a scaling policy, a schedule, a scaling plan, or a person at the console at three in the morning. Without one of them a group that may have eight instances
has two on the busiest day, too.`,
	Fix: rules.Fix{
		Advice: "Add a target tracking policy: it makes its own alarms, adds instances before they are overloaded and takes them away again.",
		Terraform: `resource "aws_autoscaling_policy" "web" {
  name                   = "load"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}`,
		CloudFormation: `Scaling:
  Type: AWS::AutoScaling::ScalingPolicy
  Properties:
    AutoScalingGroupName: !Ref Web
    PolicyType: TargetTrackingScaling
    TargetTrackingConfiguration:
      TargetValue: 50
      PredefinedMetricSpecification:
        PredefinedMetricType: ASGAverageCPUUtilization`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scale-based-on-demand.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			still := aws.CanGrow(asg).And(aws.Fleet(asg))
			if still != graph.False {
				still = still.And(aws.ScalersOf(asg).Any().Not())
			}
			if still != graph.False {
				still = still.And(aws.Web(asg).Or(aws.App(asg)))
			}
			if still != graph.False {
				still = still.And(aws.KubernetesCapacity(asg).Not(), aws.ManagedByECS(asg).Not(), aws.CopiedByDeployments(asg).Not(), p.Graph.Hides(asg).Not())
			}
			if still == graph.True {
				still = aws.ScaledOutOfSight(asg).Not().And(aws.RestsEmpty(asg).Not())
			}
			p.Report(still, graph.Place{Resource: asg}, "%s stays at the size it starts with, although it may have %s: no scaling policy, schedule or plan names it",
				asg.Address, between(asg))
		}
	},
}

// between tells the range of a group's size.
func between(asg *graph.Resource) string {
	least, ok := aws.AutoScalingGroup.Min.Of(asg).Get()
	most, known := aws.AutoScalingGroup.Max.Of(asg).Get()
	switch {
	case ok && known:
		return fmt.Sprintf("from %d to %d instances", least, most)
	case known:
		return fmt.Sprintf("up to %d instances", most)
	}
	return "more"
}
