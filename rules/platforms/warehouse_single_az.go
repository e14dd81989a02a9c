package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var warehouseSingleAZ = &rules.Rule{
	ID: "AL993", Name: "warehouse-single-az", Level: rules.Note, Availability: true, Story: rules.BeyondTheStages,
	Title: "Data warehouse bound to a single Availability Zone",
	Why: `A Redshift cluster runs in one zone. The data of RA3 nodes lies in managed storage that all zones reach, so that the cluster can either move to another zone when its own fails (relocation) or
serve from two at once (Multi-AZ). With neither there is no warehouse until the zone comes back.`,
	Fix: rules.Fix{
		Advice: "Turn relocation on, which costs nothing, or Multi-AZ.",
		Terraform: `resource "aws_redshift_cluster" "reports" {
  availability_zone_relocation_enabled = true
}`,
		CloudFormation: `Reports:
  Type: AWS::Redshift::Cluster
  Properties:
    AvailabilityZoneRelocation: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-recovery.html",
		"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html",
	},
	Check: func(p *rules.Pass) {
		for warehouse := range p.Each(aws.Warehouse.In(p.Graph)) {
			bound := aws.HasPrefix(aws.Warehouse.NodeType.Of(warehouse), "ra3")
			if bound != graph.False {
				bound = bound.And(aws.Warehouse.MultiAZ.Of(warehouse).Is(false), aws.Relocatable(warehouse).Not())
			}
			p.Report(bound, graph.Place{Resource: warehouse}, "%s stays in its Availability Zone: neither Multi-AZ nor relocation is on", warehouse.Address)
		}
	},
}
