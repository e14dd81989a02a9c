package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var fewerInstancesThanZones = &rules.Rule{
	ID: "AL118", Name: "fewer-instances-than-zones", Level: rules.Note, Availability: true, Story: rules.StatelessWeb, Stage: 6,
	YieldsTo: []string{"AL103", "AL104", "AL105"},
	Title:    "Web fleet keeps fewer instances than it has zones",
	Why: `A group spreads its instances evenly over its zones, and one that keeps two instances in three zones leaves one zone empty at rest. A load balancer node may stand there
all the same, and the loss of either of the other zones takes half of the fleet instead of a third.`,
	Fix: rules.Fix{
		Advice: "Keep at least one instance for each zone, or give the group only as many zones as it keeps instances.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size            = 3
  max_size            = 9
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "3"
    MaxSize: "9"
    VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB, !Ref SubnetC]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			least := aws.AutoScalingGroup.Min.Of(asg)
			n, known := least.Get()
			if !known {
				p.Report(aws.AtLeast(least, 2).And(graph.Unknown), least.Place, "")
				continue
			}
			zones := aws.ZonesOfGroup(asg)
			empty := graph.Known(n >= 2)
			if empty == graph.True {
				empty = aws.Web(asg)
			}
			if empty != graph.False {
				empty = empty.And(zones.AtLeast(n + 1))
			}
			if empty != graph.False {
				empty = empty.And(aws.RunsBeside(asg).Not(), aws.ClusterCapacity(asg).Not())
			}
			spread, _ := zones.Bounds()
			p.Report(empty, least.Place, "%s keeps %d instances at rest in %d zones: it leaves a zone empty", asg.Address, n, spread).
				With(zones.Place, "%s", zones.String())
		}
	},
}
