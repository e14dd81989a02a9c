package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var vpcSingleAZ = &rules.Rule{
	ID: "AL805", Name: "vpc-single-az", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 6,
	YieldsTo: []string{"AL101", "AL203", "AL506", "AL603", "AL704", "AL808", "AL902", "AL951", "AL954", "AL970", "AL992", "AL995"},
	Title:    "All subnets of a VPC in one Availability Zone",
	Why: `A subnet lies in one Availability Zone. A network whose subnets all lie in the same one has no place for a second instance, a standby of a database or a node of a load balancer in another
zone, so that whatever is built in it goes down with that zone, and an application load balancer or a subnet group of RDS cannot be made in it at all.`,
	Fix: rules.Fix{
		Advice: "Spread the subnets over two or more Availability Zones.",
		Terraform: `resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}`,
		CloudFormation: `PrivateB:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
    CidrBlock: 10.0.2.0/24
    AvailabilityZone: !Select [1, !GetAZs ""]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
	},
	Check: func(p *rules.Pass) {
		for net := range p.Each(aws.VPC.In(p.Graph)) {
			one := aws.SubnetsInOneZone(net)
			f := p.Report(one, graph.Place{Resource: net}, "all subnets of %s lie in %v", net.Address, aws.ZonesOfVPC(net))
			if f != nil {
				f.WithZones(aws.ZonesOfVPC(net)).About(aws.InVPC(net)...)
			}
		}
	},
}
