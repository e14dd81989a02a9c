package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asgSingleAZ = &rules.Rule{
	ID: "AL101", Name: "asg-single-az", Level: rules.Error, Availability: true, Story: rules.StatelessWeb, Stage: 6,
	Title: "Auto Scaling group in a single Availability Zone",
	Why: `An Availability Zone is one failure domain: power, cooling and network of one place. When it fails, a group whose subnets all lie in it loses every instance at once and
has nowhere to launch new ones, so the service is down until the zone comes back. A group that spans two or more zones launches replacements in those that are left. That is true for
a group of one instance, too: it heals itself only if there is another zone to go to.`,
	Fix: rules.Fix{
		Advice: "Give the group subnets in at least two Availability Zones; spread the load balancer over the same zones.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id] # in different zones
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			zones := aws.ZonesOfGroup(asg)
			single := zones.AtLeast(2).Not()
			if single != graph.False {
				single = single.And(aws.ConfinedOnPurpose(asg).Not(), aws.ZonesWithPeers(asg).AtLeast(2).Not())
			}
			p.Report(single, zones.Place, "%s can launch only in %v: %s", asg.Address, zones, zones.Because).WithZones(zones)
		}
	},
}
