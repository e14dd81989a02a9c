package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var natSingleAZ = &rules.Rule{
	ID: "AL804", Name: "nat-single-az", Level: rules.Warning, Availability: true, Story: rules.BeyondTheStages,
	Title: "Private subnets of several Availability Zones leave through one NAT gateway",
	Why: `A NAT gateway stands in one Availability Zone, and so does a NAT instance. When that zone fails, instances in the other zones go on running but reach neither packages, nor other services,
nor the APIs of AWS, so that they often fail as well: the fleet has as many zones as its way out. Traffic from the other zones to it is paid for, too. A NAT gateway in each zone, or one that is
regional, loses nothing but its own zone.`,
	Fix: rules.Fix{
		Advice: "Put a NAT gateway into each zone and route the private subnets of a zone to their own, or use a regional NAT gateway.",
		Terraform: `resource "aws_nat_gateway" "main" {
  for_each      = aws_subnet.public
  subnet_id     = each.value.id
  allocation_id = aws_eip.nat[each.key].id
}

resource "aws_route" "private" {
  for_each               = aws_route_table.private # one for each zone
  route_table_id         = each.value.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[each.key].id
}`,
		CloudFormation: `PrivateRouteB:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref PrivateTableB
    DestinationCidrBlock: 0.0.0.0/0
    NatGatewayId: !Ref NatGatewayB # in the zone of the subnets that use the table`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
	},
	Check: func(p *rules.Pass) {
		for _, nat := range aws.Translators(p.Graph) {
			p.Graph.TakeDoubts()
			missed := nat.MissesZones()
			zones := nat.Zones()
			lost := "they lose it with that zone"
			if nat.Regional() == graph.True {
				lost = "a subnet in another zone loses it when one of those fails"
			}
			p.Report(missed, graph.Place{Resource: nat.Resource}, "%s, in %v, is the way out of subnets in %v: %s", nat.Address, zones, nat.Served, lost).
				WithDependent(nat.Dependent(), nat.Resource).WithZones(nat.Served).With(nat.Route, "the route to it")
		}
	},
}
