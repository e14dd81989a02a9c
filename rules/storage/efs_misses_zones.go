package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var efsMissesZones = &rules.Rule{
	ID: "AL703", Name: "efs-misses-zones", Level: rules.Error, Availability: true,
	YieldsTo: []string{"AL704"}, Story: rules.SharedFiles, Stage: 4,
	Title: "Shared files without a mount target in a zone that uses them",
	Why: `An instance mounts a file system by its name, which leads to the mount target of the instance's own zone. In a zone without one the name leads nowhere and the mount fails: the instances there
start without their files, or not at all. By the address of another zone's target they would depend on that zone, and pay for the traffic.`,
	Fix: rules.Fix{
		Advice: "Make a mount target in every zone in which the files are used.",
		Terraform: `resource "aws_efs_mount_target" "uploads" {
  for_each       = toset(var.private_subnets) # one in every zone
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = each.value
}`,
		CloudFormation: `UploadsB: # one in every zone
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Uploads
    SubnetId: !Ref PrivateB`,
	},
	See: []string{
		"https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
		"https://docs.aws.amazon.com/efs/latest/ug/manage-fs-access.html",
	},
	Check: func(p *rules.Pass) {
		for fs := range p.Each(aws.FileSystem.In(p.Graph)) {
			mounts := aws.ZonesOfMounts(fs)
			if mounts.AtLeast(2) == graph.False {
				continue // AL704 speaks
			}
			for _, user := range aws.UsersOf(fs) {
				missed := aws.MissedZones(mounts, user)
				if mounts.Open {
					missed.Open = true
				}
				misses := missed.AtLeast(1)
				if len(missed.Members) == 0 {
					misses = graph.False // as far as can be seen
				} else if mounts.Open {
					misses = misses.And(graph.Unknown)
				}
				finding := p.Report(misses, graph.Place{Resource: fs}, "%s has no mount target in %v, where %s runs: it cannot mount its files there", fs.Address, missed, user.Address).About(user)
				finding.With(graph.Place{Resource: user}, "uses the files").WithZones(missed)
			}
		}
	},
}
