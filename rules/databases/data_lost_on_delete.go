package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var dataLostOnDelete = &rules.Rule{
	ID: "AL509", Name: "data-lost-on-delete", Level: rules.Note, Story: rules.StatefulWeb, Stage: 4,
	Title: "Deleting the database deletes its data",
	Why: `A resource is deleted more easily than one thinks: a renamed block, a replaced property, a stack that is torn down by mistake. A last snapshot makes that a bad hour instead of a lost
business. Here the database goes without one, and by default its automated backups go with it.`,
	Fix: rules.Fix{
		Advice: "Let a final snapshot be made, or protect the database from deletion.",
		Terraform: `resource "aws_db_instance" "main" {
  skip_final_snapshot       = false
  final_snapshot_identifier = "main-final"
}`,
		CloudFormation: `Database:
  Type: AWS::DocDB::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.Database.Kind, aws.DatabaseCluster.Kind, aws.Warehouse.Kind} {
			for db := range p.Each(kind.In(p.Graph)) {
				subject := kind.Includes(db)
				if kind == aws.Database.Kind {
					subject = subject.And(aws.Replica(db).Not())
				}
				lost, at, because := aws.LostOnDelete(db)
				p.Report(subject.And(lost), at, "deleting %s deletes its data without a last snapshot: %s", db.Address, because)
			}
		}
	},
}
