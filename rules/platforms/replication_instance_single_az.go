package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var replicationInstanceSingleAZ = &rules.Rule{
	ID: "AL994", Name: "replication-instance-single-az", Level: rules.Note, Availability: true, Story: rules.BeyondTheStages,
	Title: "Database migration on a single instance",
	Why: `A replication instance that runs for weeks, to keep a copy of a database up to date, stops when its Availability Zone fails, and the copy falls behind. With Multi-AZ a standby in another zone
takes over the tasks where they stood. For a move of a few hours a single instance will do.`,
	Fix: rules.Fix{
		Advice: "Turn Multi-AZ on for replication that goes on.",
		Terraform: `resource "aws_dms_replication_instance" "main" {
  multi_az = true
}`,
		CloudFormation: `Migration:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    MultiAZ: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html",
	},
	Check: func(p *rules.Pass) {
		for instance := range p.Each(aws.MigrationInstance.In(p.Graph)) {
			multi := aws.MigrationInstance.MultiAZ.Of(instance)
			p.Report(multi.Is(false), multi.Place, "%s has no standby in another Availability Zone: %s", instance.Address, aws.Off(multi, "Multi-AZ"))
		}
	},
}
