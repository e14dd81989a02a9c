package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var efsSingleAZ = &rules.Rule{
	ID: "AL704", Name: "efs-single-az", Level: rules.Warning, Availability: true, Story: rules.SharedFiles, Stage: 4,
	Title: "Shared files in a single Availability Zone",
	Why: `EFS keeps files in several zones and serves them in each through a mount target. With One Zone storage, or with mount targets in one zone only, the failure of that zone takes the files from
every server, also from those in the zones that are well.`,
	Fix: rules.Fix{
		Advice: "Use Regional storage with a mount target in every zone in which the files are used.",
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
		"https://docs.aws.amazon.com/efs/latest/ug/features.html",
		"https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
	},
	Check: func(p *rules.Pass) {
		for fs := range p.Each(aws.FileSystem.In(p.Graph)) {
			mounts := aws.ZonesOfMounts(fs)
			own, oneZone := aws.FileSystem.OneZone.Of(fs)
			single, at, zones, because := oneZone, own.Place, own, "its storage is in one zone"
			if oneZone != graph.True && len(mounts.Members) > 0 {
				single = single.Or(mounts.AtLeast(2).Not())
				at, zones, because = graph.Place{Resource: fs}, mounts, "its mount targets are all there"
			}
			if single != graph.False {
				single = single.And(besideAll(fs, zones).Not())
			}
			f := p.Report(single, at, "%s can be used in %v alone: %s", fs.Address, zones, because).WithFleet(fs).About(aws.UsersOf(fs)...).About(aws.MountTargetsOf(fs)...)
			for _, t := range aws.MountTargetsOf(fs) {
				f.With(graph.Place{Resource: t}, "a mount target")
			}
		}
	},
}

// besideAll tells whether everything that uses a file system runs in the zones in which it can be mounted, and there is
// something.
func besideAll(fs *graph.Resource, zones aws.Zones) graph.Tri {
	users := aws.UsersOf(fs)
	out := graph.Known(len(users) > 0)
	for _, u := range users {
		missed := aws.MissedZones(zones, u)
		if missed.Open {
			out = out.And(graph.Unknown)
		}
		out = out.And(missed.AtLeast(1).Not())
	}
	return out
}
