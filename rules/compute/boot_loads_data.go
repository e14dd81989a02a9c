package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var bootLoadsData = &rules.Rule{
	ID: "AL119", Name: "boot-loads-data", Level: rules.Note, Story: rules.QuickStart,
	Title: "Every instance of a fleet loads data at boot",
	Why: `A boot script runs once on every instance that a group ever launches. A script that imports a dump or seeds a database does so again with each of them: rows are doubled or overwritten
while the others serve, and the instance is late. A volume that is formatted and filled from elsewhere takes as long again each time. Data belong into a snapshot: a database or a volume
that is restored from one is there in minutes, whatever its size.`,
	Fix: rules.Fix{
		Advice: "Restore databases and volumes from snapshots, and run imports and migrations once, in the deployment.",
		Terraform: `resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      snapshot_id = "snap-0123456789abcdef0"
    }
  }
}`,
		CloudFormation: `Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      BlockDeviceMappings:
        - DeviceName: /dev/sdf
          Ebs:
            SnapshotId: snap-0123456789abcdef0`,
	},
	See: []string{
		"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-creating-volume.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html",
	},
	Check: func(p *rules.Pass) {
		for compute := range p.Each(aws.Servers(p.Graph)) {
			if aws.TurnedOff(compute) {
				continue
			}
			load := aws.LoadsDataOf(compute)
			if load.Certain != graph.False {
				load.Certain = load.Certain.And(aws.Fleet(compute))
			}
			p.Report(load.Certain, load.Place, "every new instance of %s %s", compute.Address, load.Does).
				With(graph.Place{Resource: compute}, "the fleet")
		}
	},
}
