package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var dataTierPublic = &rules.Rule{
	ID: "AL803", Name: "data-tier-public", Level: rules.Error, Story: rules.StatefulWeb, Stage: 7,
	Title: "Data store with a public address or in public subnets",
	Why: `A database that takes a public address answers to a name that leads there from anywhere, so that one careless security group rule puts it on the internet. In a public subnet it is one
switch away from that. The application reaches it by its private address in any case: in private subnets, which have no route from the internet, a mistake in a security group stays inside the
network.`,
	Fix: rules.Fix{
		Advice: "Turn public access off and give the store's subnet group private subnets only.",
		Terraform: `resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.private_a.id, aws_subnet.private_b.id]
}

resource "aws_db_instance" "main" {
  db_subnet_group_name = aws_db_subnet_group.main.name
  publicly_accessible  = false
}`,
		CloudFormation: `DatabaseSubnets:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: private
    SubnetIds: [!Ref PrivateA, !Ref PrivateB]
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    DBSubnetGroupName: !Ref DatabaseSubnets
    PubliclyAccessible: false`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range aws.PublicStores {
			for store := range p.Each(kind.In(p.Graph)) {
				public, at := aws.TakesPublicAddress(store)
				if public == graph.True {
					because := ""
					if len(at.Path) == 0 {
						because = ", because nothing else is written"
					}
					f := p.Report(public, at, "%s takes a public address%s", store.Address, because)
					if in, l := aws.InPublicSubnet(store); in == graph.True {
						f.With(l.Place, "its subnet %s is public", l.To.Address)
					}
					p.Graph.TakeDoubts()
					continue
				}
				in, l := aws.InPublicSubnet(store)
				if in != graph.True {
					p.Report(public.Or(in), graph.Place{Resource: store}, "")
					continue
				}
				p.Warn(in, l.Place, "%s may run in %s, which is public: its route table leads to an internet gateway", store.Address, l.To.Address).
					About(store).With(graph.Place{Resource: store}, "the store").With(graph.Place{Resource: l.To}, "the public subnet")
			}
		}
	},
}
