package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var efsNoBackup = &rules.Rule{
	ID: "AL707", Name: "efs-no-backup", Level: rules.Note, Story: rules.SharedFiles, Stage: 4,
	Title: "Shared files that nothing keeps copies of",
	Why: `EFS keeps files through the failure of a disk or a zone, but what is overwritten or deleted by mistake, by a faulty release or by somebody who should not be there, is gone at once in every
zone. Backups give the files of last night back.`,
	Fix: rules.Fix{
		Advice: "Turn automatic backups on, or select the file system in a plan of AWS Backup.",
		Terraform: `resource "aws_efs_backup_policy" "uploads" {
  file_system_id = aws_efs_file_system.uploads.id

  backup_policy {
    status = "ENABLED"
  }
}`,
		CloudFormation: `Uploads:
  Type: AWS::EFS::FileSystem
  Properties:
    BackupPolicy:
      Status: ENABLED`,
	},
	See: []string{
		"https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
	},
	Check: func(p *rules.Pass) {
		for fs := range p.Each(aws.FileSystem.In(p.Graph)) {
			kept, at := aws.BacksUpFiles(fs)
			lost := kept.Not()
			if lost != graph.False {
				lost = lost.And(p.Graph.Hides(fs).Not())
			}
			if lost == graph.True {
				lost = p.Graph.Offered(fs).Not()
			}
			p.Report(lost, at, "nothing keeps copies of %s: what is deleted there by mistake is lost", fs.Address)
		}
	},
}
