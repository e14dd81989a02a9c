package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noBackups = &rules.Rule{
	ID: "AL508", Name: "no-backups", Level: rules.Error, Story: rules.StatefulWeb, Stage: 4,
	Title: "Database without automated backups",
	Why: `Automated backups are what a database is rebuilt from after a wrong DELETE, a bad migration or a corrupted volume: with them RDS restores any second of the last days. With a retention of
zero there are none, and what is lost is lost. A Multi-AZ standby does not help, since it repeats every mistake at once, and no read replica can be made of such a database.`,
	Fix: rules.Fix{
		Advice: "Keep automated backups for at least a week.",
		Terraform: `resource "aws_db_instance" "main" {
  backup_retention_period = 7
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    BackupRetentionPeriod: 7`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
	},
	Check: func(p *rules.Pass) {
		for db := range p.Each(aws.Database.In(p.Graph)) {
			lacking := aws.Database.Includes(db).And(aws.Replica(db).Not())
			backups, retention := aws.TakesBackups(db)
			lacking = lacking.And(backups.Not())
			p.Report(lacking, retention.Place, "%s makes no automated backups%s: %s", db.Address, ofReplicas(db), kept(retention)).
				FixedBy(retention.Put(aws.UsualRetention))
		}
		for cluster := range p.Each(aws.DatabaseCluster.In(p.Graph)) {
			backups, retention := aws.TakesBackups(cluster)
			p.Report(backups.Not(), retention.Place, "%s cannot do without automated backups: AWS refuses to keep those of a cluster for 0 days", cluster.Address).
				FixedBy(retention.Put(aws.UsualRetention))
		}
	},
}

// kept tells the retention with how it came about.
func kept(retention aws.Value[int]) string {
	if retention.Unwritten() {
		return "no backup retention is written, and it is 0 days then"
	}
	return "its backup retention is 0 days"
}

// ofReplicas tells what becomes of the read replicas of a database without backups.
func ofReplicas(db *graph.Resource) string {
	if _, replicas := aws.ReplicaSet(db); len(replicas) > 0 {
		return ", and AWS refuses to make " + replicas[0].Address + " of it"
	}
	return ""
}
