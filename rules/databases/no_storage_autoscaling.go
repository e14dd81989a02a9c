package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noStorageAutoscaling = &rules.Rule{
	ID: "AL512", Name: "no-storage-autoscaling", Level: rules.Note, Story: rules.StatefulWeb, Stage: 4,
	Title: "Database whose storage cannot grow by itself",
	Why: `A database that runs out of storage stops taking writes, and the service stops with it. RDS can enlarge the storage by itself up to a limit that is written: the limit
costs nothing until it is used.`,
	Fix: rules.Fix{
		Advice: "Write a maximum for the storage, well above what is allocated.",
		Terraform: `resource "aws_db_instance" "main" {
  allocated_storage     = 100
  max_allocated_storage = 1000
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    AllocatedStorage: "100"
    MaxAllocatedStorage: 1000`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
	},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			most := aws.Database.MaxStorage.Of(db)
			fixed := most.Written().Not()
			why := "no maximum is written"
			if fixed != graph.True {
				fixed, why = most.Is(0), "its maximum is 0"
			}
			if most.Observed() {
				fixed = most.Is(0)
			}
			if fixed != graph.False {
				fixed = fixed.And(aws.Database.Includes(db), aws.Replica(db).Not(), aws.GrowsStorage(db))
			}
			p.Report(fixed, most.Place, "the storage of %s does not grow by itself: %s", db.Address, why)
		}
	},
}
