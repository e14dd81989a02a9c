package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var missingReadReplica = &rules.Rule{
	ID: "AL502", Name: "missing-read-replica", Level: rules.Warning,
	YieldsTo: []string{"AL504"}, Story: rules.StatefulWeb, Stage: 5,
	Title: "Fleet reads everything from one database, without replica or cache",
	Why: `A web fleet grows by adding instances, and every one of them adds its reads to the same database. Most web applications read far more than they write, so the primary
becomes the limit of the whole stack: scaling out the fleet only makes it slower. Read replicas take the reads off the primary; a cache in front of it answers the frequent ones from
memory. A Multi-AZ standby does neither, since it serves no requests.`,
	Fix: rules.Fix{
		Advice: "Add a read replica and send reads to it, or let the fleet cache hot reads in ElastiCache.",
		Terraform: `resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.t4g.medium"
}`,
		CloudFormation: `Reader:
  Type: AWS::RDS::DBInstance
  Properties:
    SourceDBInstanceIdentifier: !Ref Database
    DBInstanceClass: db.t4g.medium`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
		"https://docs.aws.amazon.com/whitepapers/latest/database-caching-strategies-using-redis/welcome.html",
	},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			overloaded := aws.Database.Includes(db).And(aws.Replica(db).Not(), aws.TakesReplicas(db))
			if overloaded != graph.False {
				overloaded = overloaded.And(aws.ReplicasOf(db).Not())
			}
			var reader *graph.Resource
			if overloaded != graph.False {
				readers := aws.ReadersOf(db)
				reached := readers.Open
				for tier, reads := range readers.Fleets() {
					cached, _ := aws.ReachesAny(tier, aws.CacheStores)
					reads = reads.And(cached.Not())
					reached = reached.Or(reads)
					if reads == graph.True {
						reader = tier
						break
					}
				}
				overloaded = overloaded.And(reached)
			}
			at := graph.Place{Resource: db}
			if overloaded != graph.True {
				p.Report(overloaded, at, "")
				continue
			}
			p.Report(overloaded, at, "every read of %s goes to %s: it has no read replica, and the fleet reaches no cache", reader.Address, db.Address).
				With(graph.Place{Resource: reader}, "the fleet that reads from it")
		}
	},
}
