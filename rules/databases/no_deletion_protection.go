package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var noDeletionProtection = &rules.Rule{
	ID: "AL513", Name: "no-deletion-protection", Level: rules.Note,
	YieldsTo: []string{"AL509"}, Story: rules.StatefulWeb, Stage: 4,
	Title: "Data store that anybody may delete",
	Why: `A wrong workspace, a renamed resource or a console left open is enough to delete a database. Deletion protection makes AWS refuse until somebody turns it off on purpose, which is one more
chance to notice. A file system knows no such switch: there it is the declaration that has to say that it stays.`,
	Fix: rules.Fix{
		Advice: "Turn deletion protection on; keep file systems with prevent_destroy or DeletionPolicy Retain.",
		Terraform: `resource "aws_db_instance" "main" {
  deletion_protection = true
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    DeletionProtection: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
		"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.Database.Kind, aws.DatabaseCluster.Kind, aws.Table.Kind, aws.FileSystem.Kind} {
			for store := range p.Each(kind.In(p.Graph)) {
				subject := kind.Includes(store)
				if kind == aws.Database.Kind {
					subject = subject.And(aws.Replica(store).Not())
				}
				if kind == aws.Table.Kind {
					subject = subject.And(aws.LocksState(store).Not())
				}
				protected, at, off := aws.DeletionProtection(store)
				p.Report(subject.And(protected.Not()), at, "%s can be deleted by mistake: %s", store.Address, off).FixedBy(aws.Protect(store))
			}
		}
	},
}
