package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var tooManyReplicas = &rules.Rule{
	ID: "AL510", Name: "too-many-replicas", Level: rules.Error, Story: rules.StatefulWeb, Stage: 5,
	Title: "More read replicas than the engine allows",
	Why: `Every engine limits how many read replicas one database may have, because each of them is one more stream that the primary has to feed: 15 for MySQL, MariaDB, PostgreSQL and the clusters
of Aurora, DocumentDB and Neptune, 5 for Oracle and SQL Server, 3 for Db2, and 5 for each shard of a cache. AWS refuses the ones above, in the middle of a deployment.`,
	Fix: rules.Fix{
		Advice: "Stay within the limit of the engine; above it, cache the frequent reads or split the data.",
		Terraform: `resource "aws_db_instance" "reader" {
  count               = 5
  replicate_source_db = aws_db_instance.main.identifier # Oracle
}`,
		CloudFormation: `Reader5:
  Type: AWS::RDS::DBInstance
  Properties:
    SourceDBInstanceIdentifier: !Ref Main # Oracle: the fifth is the last`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.Database.Kind, aws.DatabaseCluster.Kind} {
			for db := range p.Each(kind.In(p.Graph)) {
				set, all := aws.ReplicaSet(db)
				if len(all) == 0 {
					continue // what cannot be seen is not counted
				}
				most, known := aws.ReplicaLimit(db)
				if !known {
					p.Graph.TakeDoubts()
					continue
				}
				readers := most
				if kind == aws.DatabaseCluster.Kind {
					readers++ // one of the instances is the writer
				}
				f := p.Report(set.AtLeast(readers+1), graph.Place{Resource: db}, "%s has more readers in sight than the %d that its engine allows: AWS refuses the others", db.Address, most)
				f.With(graph.Place{Resource: all[0]}, "the first of them")
			}
		}
		for _, kind := range []aws.Kind{aws.ReplicationGroup.Kind, aws.MemoryDB.Kind} {
			for cache := range p.Each(kind.In(p.Graph)) {
				replicas := aws.ReplicasInCache(cache)
				p.Report(replicas.TooMany(), replicas.Place, "%s has more replicas than the %d that a shard may have: AWS refuses the others", cache.Address, replicas.Limit)
			}
		}
	},
}
