package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var subnetGroupSingleAZ = &rules.Rule{
	ID: "AL506", Name: "subnet-group-single-az", Level: rules.Error, Story: rules.StatefulWeb, Stage: 6,
	Title: "Subnet group of a data store in a single Availability Zone",
	Why: `A subnet group says where a data store may put its instances. RDS, Aurora, DocumentDB, Neptune and DMS refuse a group whose subnets lie in one zone, because no standby could ever be placed
in another. ElastiCache, MemoryDB and Redshift take it, but then no replica and no failover can leave that zone: its failure takes the store and everything that depends on it.`,
	Fix: rules.Fix{
		Advice: "Give the subnet group subnets in at least two Availability Zones.",
		Terraform: `resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id] # in different zones
}`,
		CloudFormation: `DatabaseSubnets:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: database
    SubnetIds: [!Ref SubnetA, !Ref SubnetB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range aws.SubnetGroups {
			for group := range p.Each(kind.In(p.Graph)) {
				zones := aws.ZonesOfLinks(kind.Subnets.Of(group))
				users := kind.Users(group)
				single := zones.One()
				if single != graph.False {
					single = single.And(kind.Spans(users))
				}
				finding := p.Report(single, zones.Place, "%s holds %v alone%s: %s", group.Address, zones, refused(kind.Refused), zones.Because).About(users...).WithZones(zones)
				if !kind.Refused {
					finding.As(rules.Warning)
					for _, store := range users[:min(1, len(users))] {
						finding.WithFleet(store)
					}
				}
			}
		}
	},
}

func refused(yes bool) string {
	if yes {
		return ", which AWS refuses"
	}
	return ""
}
