package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var fsxSingleAZ = &rules.Rule{
	ID: "AL705", Name: "fsx-single-az", Level: rules.Warning, Availability: true, Story: rules.SharedFiles, Stage: 4,
	Title: "FSx file system in a single Availability Zone",
	Why: `A Single-AZ file system has its servers in one zone. When that zone fails, or a server of a file system without a spare one, every client waits; a lost server takes half an hour to replace. A
Multi-AZ file system keeps a standby in a second zone and switches over within a minute.`,
	Fix: rules.Fix{
		Advice: "Deploy the file system as MULTI_AZ_1.",
		Terraform: `resource "aws_fsx_windows_file_system" "shared" {
  deployment_type     = "MULTI_AZ_1"
  subnet_ids          = [aws_subnet.a.id, aws_subnet.b.id]
  preferred_subnet_id = aws_subnet.a.id
}`,
		CloudFormation: `Shared:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    SubnetIds: [!Ref A, !Ref B]
    WindowsConfiguration:
      DeploymentType: MULTI_AZ_1
      PreferredSubnetId: !Ref A`,
	},
	See: []string{
		"https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html",
		"https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/availability-durability.html",
	},
	Check: func(p *rules.Pass) {
		for fs := range p.Each(aws.FSx.In(p.Graph)) {
			deployment := aws.FSx.Deployment.Of(fs)
			single := aws.HasPrefix(deployment, "SINGLE_AZ_")
			f := p.Report(single, deployment.Place, "%s runs in one Availability Zone: its deployment type is %s%s", fs.Address, deployment.Or("not known"), deployment.Because("none")).
				WithFleet(fs)
			if aws.HasPrefix(deployment, "SINGLE_AZ_HA_") == graph.True {
				f.As(rules.Note)
			}
		}
	},
}
