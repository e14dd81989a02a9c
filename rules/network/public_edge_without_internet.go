package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var publicEdgeWithoutInternet = &rules.Rule{
	ID: "AL812", Name: "public-edge-without-internet", Level: rules.Error, Story: rules.BeyondTheStages,
	Title: "Load balancer or NAT gateway for the internet in a subnet that has none",
	Why: `A load balancer that faces the internet has public addresses, but requests reach them, and answers leave, only where the route table of its subnet leads to an internet gateway. In a
subnet without that route clients time out, though everything looks healthy from inside; a NAT gateway there has no way out that it could share with the private subnets.`,
	Fix: rules.Fix{
		Advice: "Put it into subnets whose route table leads to an internet gateway, or make it internal.",
		Terraform: `resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}`,
		CloudFormation: `InternetRoute:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref PublicTable
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: !Ref InternetGateway`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
	},
	Check: func(p *rules.Pass) {
		aws.InternetEdges(p.Graph, func(edge aws.InternetEdge) {
			if edge.Closed != graph.True {
				p.Report(edge.Closed, graph.Place{Resource: edge.Resource}, "")
				return
			}
			p.Report(edge.Closed, edge.In.Place, "%s is meant for the internet, but no route of %s leads to an internet gateway", edge.Address, edge.In.To.Address).
				With(graph.Place{Resource: edge.In.To}, "the subnet")
		})
	},
}
