package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var natInstance = &rules.Rule{
	ID: "AL809", Name: "nat-instance", Level: rules.Note, Story: rules.BeyondTheStages,
	YieldsTo: []string{"AL804"},
	Title:    "Subnets leave their VPC through an instance",
	Why: `A NAT instance is a server that somebody has to size, patch, watch and replace, and its bandwidth is that of its instance type. When it stops, everything behind it has lost its way out
until somebody notices. AWS advises to use NAT gateways instead, which are redundant within their zone and grow with the traffic.`,
	Fix: rules.Fix{
		Advice: "Route to a NAT gateway.",
		Terraform: `resource "aws_route" "private" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}`,
		CloudFormation: `PrivateRoute:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref PrivateTable
    DestinationCidrBlock: 0.0.0.0/0
    NatGatewayId: !Ref NatGateway`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html",
	},
	Check: func(p *rules.Pass) {
		for _, nat := range aws.Translators(p.Graph) {
			p.Graph.TakeDoubts()
			if !nat.IsInstance() {
				continue
			}
			if len(nat.ByRoute) == 0 {
				p.Report(graph.Unknown, graph.Place{Resource: nat.Resource}, "")
			}
			for _, at := range nat.ByRoute {
				p.Report(graph.True, at, "everything that leaves the subnets of this route goes through %s, a single instance", nat.Address).
					About(nat.Resource).With(graph.Place{Resource: nat.Resource}, "the instance")
			}
		}
	},
}
