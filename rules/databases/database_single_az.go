package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var databaseSingleAZ = &rules.Rule{
	ID: "AL501", Name: "database-single-az", Level: rules.Error, Availability: true,
	YieldsTo: []string{"AL506", "AL907"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Database without a standby in another Availability Zone",
	Why: `An RDS instance without Multi-AZ is one machine in one zone. When the machine fails, the database is down until RDS has started another; when its storage or
the zone fails, until somebody restores a backup, which takes tens of minutes to hours and loses what was written since the last log backup. Patches and resizing stop it as
well. With Multi-AZ, RDS keeps a synchronous standby in another zone and fails over to it within a minute or two, under the same name.`,
	Fix: rules.Fix{
		Advice: "Turn Multi-AZ on, and leave the Availability Zone to RDS.",
		Terraform: `resource "aws_db_instance" "main" {
  multi_az = true
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    MultiAZ: true`,
	},
	See: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html"},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			multi := aws.Database.MultiAZ.Of(db)
			can := aws.Database.Includes(db)
			if can != graph.False {
				can = can.And(aws.Replica(db).Not(), aws.TakesStandby(db))
			}
			pinned, isWritten := aws.Database.Zones.Of(db)
			if multi.Is(true) == graph.True && isWritten != graph.False {
				p.Report(isWritten.And(can), pinned.Place, "%s asks for Multi-AZ and for one Availability Zone, which AWS refuses", db.Address)
				continue
			}
			alone := multi.Is(false)
			if alone == graph.False {
				can = graph.False
			}
			f := p.Report(alone.And(can), multi.Place, "%s has no standby in another Availability Zone: %s", db.Address, aws.Off(multi, "Multi-AZ")).WithFleet(db)
			if isWritten == graph.False { // AWS refuses Multi-AZ beside a zone
				f.FixedBy(multi.Put(true))
			}
		}
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			alone, _ := s.HasDatabase()
			if alone != graph.False {
				alone = alone.And(s.Is(aws.DatabaseMultiAZ, "true").Not())
			}
			p.Report(alone, s.Of(aws.DatabaseMultiAZ).Place, "the database of %s has no standby in another Availability Zone: %s", env.Address, s.Because(aws.DatabaseMultiAZ)).About(env)
		}
	},
}
