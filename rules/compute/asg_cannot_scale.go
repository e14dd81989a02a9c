package compute

import (
	"strconv"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asgCannotScale = &rules.Rule{
	ID: "AL103", Name: "asg-cannot-scale", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 5,
	Title: "Auto Scaling group that cannot scale",
	Why: `A group whose maximum equals its minimum replaces instances that fail, but never adds one: at a peak every request goes to the same few machines, which become slow and then
fail together, and at night they all run for nobody. With a minimum of one it is worse: while that one instance boots anew, there is no service at all. A range between minimum and
maximum, with a policy that moves within it, lets the fleet follow its load.`,
	Fix: rules.Fix{
		Advice: "Raise the maximum above the minimum, as far as the database and the quota bear, and let a scaling policy decide how many instances run.",
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
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			fixed := aws.CanGrow(asg).Not()
			if fixed != graph.False {
				fixed = fixed.And(aws.WidenedBySchedule(asg).Not())
			}
			if fixed != graph.False {
				fixed = fixed.And(aws.Web(asg))
			}
			if fixed != graph.False {
				fixed = fixed.And(aws.ClusterCapacity(asg).Not(), aws.Singleton(asg).Not(), aws.Quorum(asg).Not())
			}
			least, most := aws.AutoScalingGroup.Min.Of(asg), aws.AutoScalingGroup.Max.Of(asg)
			f := p.Report(fixed, most.Place, "%s never adds an instance: %s", asg.Address, sizes(most))
			f.With(least.Place, "the minimum")
			if aws.AtLeast(least, 2) != graph.False {
				f.As(rules.Note)
			}
		}
	},
}

// sizes tells what the one size of a group is.
func sizes(size aws.Value[int]) string {
	if n, ok := size.Get(); ok {
		return "its minimum and maximum are both " + strconv.Itoa(n)
	}
	return "its minimum and maximum are one and the same value"
}
