package compute

import (
	"fmt"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var onDemandBaselineUnreserved = &rules.Rule{
	ID: "AL110", Name: "on-demand-baseline-unreserved", Level: rules.Note, Off: true, Story: rules.StatelessWeb, Stage: 7,
	Title: "On-Demand baseline that is worth reserving",
	Why: `What a group always runs, its minimum, is paid for every hour of the year. Reserved Instances or a Savings Plan make just that part cheaper by a third to two thirds, in return
for a promise of one or three years; what scaling adds above it stays on demand or Spot. Whether there is a reservation the code cannot tell, since it is bought for an account: this note
says only how much there is to reserve.`,
	Fix: rules.Fix{
		Advice: "Buy Reserved Instances or a Savings Plan for this baseline; keep what is reserved on demand, and let Spot come above it.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size = 2 # reserved
  max_size = 8

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 2
      on_demand_percentage_above_base_capacity = 0
    }
    # launch_template { … }
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "2" # reserved
    MaxSize: "8"
    MixedInstancesPolicy:
      InstancesDistribution:
        OnDemandBaseCapacity: 2
        OnDemandPercentageAboveBaseCapacity: 0
      # LaunchTemplate: …`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-reserved-instances.html",
		"https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			n, known := aws.OnDemandBaseline(asg)
			worth := graph.Unknown
			if known {
				worth = graph.Known(n >= 1)
			}
			p.Report(worth, aws.AutoScalingGroup.Min.Of(asg).Place, "%s always runs %s on demand in %v: a baseline that is worth reserving",
				asg.Address, instances(n, aws.InstanceTypeOf(asg)), aws.ZonesOfGroup(asg))
		}
	},
}

// instances writes a number of instances of a type.
func instances(n int, of string) string {
	word := "instances"
	if n == 1 {
		word = "instance"
	}
	if of == "" {
		return fmt.Sprintf("%d %s", n, word)
	}
	return fmt.Sprintf("%d %s %s", n, of, word)
}
