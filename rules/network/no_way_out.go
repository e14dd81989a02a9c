package network

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noWayOut = &rules.Rule{
	ID: "AL811", Name: "no-way-out", Level: rules.Error, Story: rules.BeyondTheStages,
	Title: "Instances or tasks that download what they cannot reach",
	Why: `Packages, archives and images come from outside the VPC. From a subnet whose route table leads to no NAT gateway, transit gateway or the like nothing gets out, and through an internet
gateway only what has a public address: the boot script hangs until it times out and the server comes up without what it should have installed; a task on Fargate is never started at all, since
its image cannot be pulled. The same stack may have worked for years in subnets that had a way out.`,
	Fix: rules.Fix{
		Advice: "Route the subnet to a NAT gateway, give what runs there a public address where it has an internet gateway, make endpoints for what is downloaded from Amazon ECR and S3, or build it into an image.",
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
		"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
	},
	Check: func(p *rules.Pass) {
		for compute := range p.Each(aws.TiersOf(p.Graph)) {
			stuck := aws.LeavesNoWay(compute)
			if stuck.Is != graph.True {
				p.Report(stuck.Is, graph.Place{Resource: compute}, "")
				continue
			}
			but := "no route of " + stuck.Subnet.Address + " leads out of its VPC"
			switch {
			case stuck.Public:
				but = stuck.Subnet.Address + " leads to an internet gateway, and it has no public address"
			case len(stuck.Lacks) > 0:
				but += ", which lacks the endpoint " + graph.Enumerate(slices.Clone(stuck.Lacks), "")
			}
			p.Report(stuck.Is, stuck.Place, "%s %s, but %s", compute.Address, stuck.Want.Does, but).
				About(compute).With(stuck.Want.Place, "what it downloads").With(graph.Place{Resource: stuck.Subnet}, "the subnet")
		}
	},
}
