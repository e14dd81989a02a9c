package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var clusterSingleInstance = &rules.Rule{
	ID: "AL504", Name: "cluster-single-instance", Level: rules.Error, Availability: true, Story: rules.SharedFiles, Stage: 2,
	Title: "Database cluster with a single instance",
	Why: `A cluster of Aurora, DocumentDB or Neptune keeps its storage in three zones, but only its instances serve it. With a single instance nobody takes over when it fails: the database is down
until another has been started from scratch, which may take ten minutes. A second instance in another zone answers reads at all times and becomes the writer within a minute.`,
	Fix: rules.Fix{
		Advice: "Add a second instance to the cluster; it serves reads until it is needed.",
		Terraform: `resource "aws_rds_cluster_instance" "main" {
  count              = 2
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r7g.large"
}`,
		CloudFormation: `SecondInstance:
  Type: AWS::RDS::DBInstance
  Properties:
    DBClusterIdentifier: !Ref Cluster
    Engine: aurora-mysql
    DBInstanceClass: db.r7g.large`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
		"https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html",
	},
	Check: func(p *rules.Pass) {
		for cluster := range p.Each(aws.DatabaseCluster.In(p.Graph)) {
			set, all := aws.ReplicaSet(cluster)
			if len(all) == 0 {
				p.Graph.TakeDoubts()
				continue // its instances, if it has any, are out of sight
			}
			single := set.AtLeast(2).Not().And(set.AtLeast(1))
			if single != graph.False {
				single = single.And(aws.ScalesReaders(cluster).Not())
			}
			p.Report(single, graph.Place{Resource: cluster}, "%s has a single instance, %s: nobody takes over when it fails", cluster.Address, all[0].Address).
				WithFleet(cluster).With(graph.Place{Resource: all[0]}, "its only instance").About(all...)
		}
		for db := range p.Each(aws.ShardedDatabase.In(p.Graph)) {
			lone, at := aws.LoneShard(db)
			p.Report(lone, at, "%s keeps one instance for its data: nobody takes over when it fails", db.Address)
		}
	},
}
