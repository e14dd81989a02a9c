package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var considerAurora = &rules.Rule{
	ID: "AL515", Name: "consider-aurora", Level: rules.Note, Off: true, Story: rules.SharedFiles, Stage: 2,
	Title: "RDS database with a standby and several replicas could be an Aurora cluster",
	Why: `A Multi-AZ database with two or more read replicas runs four instances, of which the standby serves nothing, and each replica copies the whole database and lags behind by seconds. An Aurora
cluster keeps one storage in three zones for all instances: its readers lag by milliseconds, one of them takes over within a minute, and no instance is idle.`,
	Fix: rules.Fix{
		Advice: "Compare the cost of the instances with that of an Aurora cluster with as many readers.",
		Terraform: `resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}`,
		CloudFormation: `Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html",
	},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			candidate := aws.Database.MultiAZ.Of(db).Is(true).And(aws.Database.Engine.Of(db).In("mysql", "postgres"))
			if candidate == graph.False {
				continue
			}
			replicas, all := aws.ReplicaSet(db)
			several := candidate.And(replicas.AtLeast(2))
			if len(all) == 0 {
				several = graph.False // none in sight
			}
			p.Report(several, graph.Place{Resource: db}, "%s runs a standby and %d read replicas: an Aurora cluster serves reads from all of its instances", db.Address, len(all))
		}
	},
}
