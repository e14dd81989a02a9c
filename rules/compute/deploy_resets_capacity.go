package compute

import (
	"strconv"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var deployResetsCapacity = &rules.Rule{
	ID: "AL117", Name: "deploy-resets-capacity", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5,
	Title: "Deployments undo what scaling has done",
	Why: `Scaling sets the desired number of instances or tasks while the fleet runs. Where the code says a number as well, the two fight: the next deployment sets the fleet back to
what is written, and if that happens at a peak, most of the capacity is taken away at the moment it is needed most. The number in the code should count once, when the fleet is made.`,
	Fix: rules.Fix{
		Advice: "Leave the desired number out, so that the fleet starts at its minimum; in Terraform it may stay where changes of it are ignored.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size         = 2
  max_size         = 6
  desired_capacity = 2

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties: # without DesiredCapacity
    MinSize: "2"
    MaxSize: "6"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			desired := aws.AutoScalingGroup.Desired.Of(asg)
			reset := resets(asg, desired)
			if reset != graph.False {
				reset = reset.And(aws.CanGrow(asg), aws.Fleet(asg))
			}
			var by aws.Backs
			if reset != graph.False {
				by = aws.ActingScalersOf(asg)
				scaled := by.Any()
				if scaled != graph.True {
					scaled = scaled.Or(aws.ManagedByECS(asg))
				}
				reset = reset.And(scaled)
			}
			report(p, reset, asg, desired, by)
		}
		for service := range p.Each(aws.ECSService.In(p.Graph)) {
			desired := aws.ECSService.Desired.Of(service)
			reset := resets(service, desired)
			var by aws.Backs
			if reset != graph.False {
				by = aws.TargetsThatScale(service)
				reset = reset.And(by.Any())
			}
			report(p, reset, service, desired, by)
		}
	},
}

// resets tells whether a deployment sets the size to the number that is written, if one is.
func resets(fleet *graph.Resource, desired aws.Value[int]) graph.Tri {
	if desired.Observed() {
		return graph.False
	}
	out := desired.Written()
	if out != graph.False {
		out = out.And(aws.SizeKept(fleet).Not())
	}
	return out
}

func report(p *rules.Pass, reset graph.Tri, fleet *graph.Resource, desired aws.Value[int], by aws.Backs) {
	number := "the number that is written"
	if n, ok := desired.Get(); ok {
		number = strconv.Itoa(n)
	}
	f := p.Report(reset, desired.Place, "%s is scaled while it runs, and each deployment that changes it sets it back to %s", fleet.Address, number)
	for _, b := range by.Items {
		if b.Certain == graph.True {
			f.With(b.Place, "%s scales it", b.From.Address)
		}
	}
}
