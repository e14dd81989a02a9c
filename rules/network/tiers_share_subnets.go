package network

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var tiersShareSubnets = &rules.Rule{
	ID: "AL807", Name: "tiers-share-subnets", Level: rules.Note, Story: rules.StatefulWeb, Stage: 7,
	YieldsTo: []string{"AL803"},
	Title:    "Database in the subnets of the tier before it",
	Why: `A subnet is what route tables and network ACLs are written for. A database that shares one with the servers or the load balancer before it has their routes: if those need a way to the
internet the database gets it as well, and no network ACL can tell the two apart. With subnets of its own a database tier has no route that leads out, and a mistake in a security group stays a
mistake in one place; and it does not run out of addresses when the fleet grows.`,
	Fix: rules.Fix{
		Advice: "Give the subnet group of the database subnets of its own, one in each zone.",
		Terraform: `resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.database_a.id, aws_subnet.database_b.id]
}`,
		CloudFormation: `DatabaseSubnets:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: database
    SubnetIds: [!Ref DatabaseA, !Ref DatabaseB]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
		"https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_network_protection_create_layers.html",
	},
	Check: func(p *rules.Pass) {
		for store := range p.Each(slices.Values(aws.TieredStores(p.Graph))) {
			shared := aws.SharesSubnet(store)
			if shared.Is != graph.True {
				p.Report(shared.Is, graph.Place{Resource: store}, "")
				continue
			}
			p.Report(shared.Is, shared.In.Place, "%s may run in %s, where %s stands as well", store.Address, shared.In.To.Address, shared.With.Address).
				About(store).With(graph.Place{Resource: store}, "the store").With(graph.Place{Resource: shared.With}, "the tier before it")
		}
	},
}
