package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var noPointInTimeRecovery = &rules.Rule{
	ID: "AL514", Name: "no-point-in-time-recovery", Level: rules.Note, Story: rules.StatefulWeb, Stage: 4,
	Title: "DynamoDB table that cannot be taken back in time",
	Why: `DynamoDB keeps its data in several zones, and copies a mistake there as faithfully: a release that writes nonsense, or a loop that deletes too much, is in every copy at once. With
point-in-time recovery the table can be restored as it was at any second of the last weeks; it is off unless it is asked for, and reaches back no further than to that day.`,
	Fix: rules.Fix{
		Advice: "Turn point-in-time recovery on.",
		Terraform: `resource "aws_dynamodb_table" "orders" {
  point_in_time_recovery {
    enabled = true
  }
}`,
		CloudFormation: `Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    PointInTimeRecoverySpecification:
      PointInTimeRecoveryEnabled: true`,
	},
	See: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"},
	Check: func(p *rules.Pass) {
		for table := range p.Each(aws.Table.In(p.Graph)) {
			recovers := aws.Table.PointInTimeRecovery.Of(table)
			p.Report(recovers.Is(true).Not().And(aws.LocksState(table).Not()), recovers.Place, "%s cannot be restored to a point in time: %s", table.Address,
				aws.Off(recovers, "point-in-time recovery")).FixedBy(recovers.Put(true))
		}
	},
}
