package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asgBelowTwoInstances = &rules.Rule{
	ID: "AL105", Name: "asg-below-two-instances", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 6,
	YieldsTo: []string{"AL103", "AL104", "AL107", "AL108"},
	Title:    "Web fleet with fewer than two instances at rest",
	Why: `A group with a minimum of one is Multi-AZ on paper only: at rest its single instance stands in a single zone. When the instance or the zone fails, or a new version replaces
it, nobody answers until another instance has been launched, has booted and has passed its health checks, which takes minutes. Two instances in two zones cost one more small machine and
lose half of the capacity instead of all of it.`,
	Fix: rules.Fix{
		Advice: "Set the minimum to two or more, in at least two Availability Zones.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = 6
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "2"
    MaxSize: "6"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			least := aws.AutoScalingGroup.Min.Of(asg)
			alone := aws.AtLeast(least, 2).Not()
			if alone != graph.False {
				alone = alone.And(aws.AtLeast(aws.AutoScalingGroup.Max.Of(asg), 2))
			}
			if alone != graph.False {
				alone = alone.And(aws.Web(asg))
			}
			if alone != graph.False {
				alone = alone.And(aws.RunsBeside(asg).Not(), aws.ClusterCapacity(asg).Not(), aws.RaisedBySchedule(asg).Not())
			}
			if alone == graph.True {
				alone = aws.RestsEmpty(asg).Not()
			}
			rest := "one instance"
			if least.Is(0) == graph.True {
				rest = "no instance"
			}
			p.Report(alone, least.Place, "%s keeps %s at rest: its minimum is %d", asg.Address, rest, least.Or(0))
		}
	},
}
