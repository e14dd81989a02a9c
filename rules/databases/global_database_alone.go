package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var globalDatabaseAlone = &rules.Rule{
	ID: "AL517", Name: "global-database-alone", Level: rules.Note, Story: rules.SharedFiles, Stage: 2,
	Title: "Global database with a cluster in one region only",
	Why: `A global database copies its data to clusters in other regions, which answer reads there and take over when the first region is lost. With a single member it does neither:
it is an ordinary cluster that costs more and takes fewer engine versions.`,
	Fix: rules.Fix{
		Advice: "Add a cluster in a second region, or do without the global cluster.",
		Terraform: `resource "aws_rds_cluster" "second" {
  provider                  = aws.second
  global_cluster_identifier = aws_rds_global_cluster.main.id
}`,
		CloudFormation: `Second: # in a stack of the second region
  Type: AWS::RDS::DBCluster
  Properties:
    GlobalClusterIdentifier: !Ref GlobalCluster`,
	},
	See: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html"},
	Check: func(p *rules.Pass) {
		for global := range p.Each(aws.GlobalCluster.In(p.Graph)) {
			alone, member := aws.GlobalClusterAlone(global)
			if alone == graph.False {
				continue
			}
			p.Report(alone, graph.Place{Resource: global}, "%s has one member, %s: nothing of it lies in another region", global.Address, member.Address).
				With(graph.Place{Resource: member}, "its only member")
		}
	},
}
