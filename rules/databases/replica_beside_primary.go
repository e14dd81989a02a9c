package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var replicaBesidePrimary = &rules.Rule{
	ID: "AL503", Name: "replica-beside-primary", Level: rules.Warning, Availability: true,
	YieldsTo: []string{"AL506"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Read replica in the same Availability Zone as its primary, or all replicas in one",
	Why: `A read replica can be promoted when its primary is lost, which makes it the last reserve of a database. One that was pinned to the primary's zone goes down with it: the zone that fails takes
both. Replicas that are all pinned to one zone leave no reader when that zone fails, and the fleet's reads fall back on the primary all at once.`,
	Fix: rules.Fix{
		Advice: "Pin the replica to another zone than its primary, or leave the zone to RDS.",
		Terraform: `resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
  availability_zone   = "eu-west-1b" # main is in eu-west-1a
}`,
		CloudFormation: `Reader:
  Type: AWS::RDS::DBInstance
  Properties:
    SourceDBInstanceIdentifier: !Ref Main
    AvailabilityZone: eu-west-1b # Main is in eu-west-1a`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RegionsAndAvailabilityZones.html",
	},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			_, replicas := aws.ReplicaSet(db)
			p.Graph.TakeDoubts() // replicas out of sight do not move those in sight
			beside := false
			for _, r := range replicas {
				zones, pinned := aws.PinnedZones([]*graph.Resource{db, r})
				if pinned == graph.False {
					continue
				}
				own, _ := aws.PinnedZones([]*graph.Resource{r})
				verdict := pinned.And(zones.AtLeast(2).Not(), aws.Database.Source.Of(r).LeadsTo(db))
				beside = beside || verdict == graph.True
				p.Report(verdict, own.Place, "%s stands in %v beside its primary %s: the failure of that zone takes both", r.Address, own, db.Address).
					With(zones.Evidence[0], "the zone of the primary")
			}
			if zones, pinned := aws.PinnedZones(replicas); !beside && len(replicas) > 1 && pinned != graph.False {
				f := p.Report(pinned.And(zones.AtLeast(2).Not()), zones.Place, "all %d read replicas of %s stand in %v: its failure leaves no reader", len(replicas), db.Address, zones)
				for _, e := range zones.Evidence {
					f.With(e, "%s, too", e.Resource.Address)
				}
			}
		}
	},
}
