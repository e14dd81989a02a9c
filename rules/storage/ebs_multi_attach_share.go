package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var ebsMultiAttachShare = &rules.Rule{
	ID: "AL702", Name: "ebs-multi-attach-share", Level: rules.Error, Story: rules.SharedFiles, Stage: 4,
	Title: "EBS volume attached to several web servers, or across Availability Zones",
	Why: `Multi-Attach lets several instances of one zone write the same blocks. Ordinary file systems such as ext4 and XFS do not know of each other: two instances that mount the same volume overwrite
each other's changes until the file system is broken. It also binds all of them to one zone. And a volume can only be attached to an instance in its own zone: anything else AWS refuses.`,
	Fix: rules.Fix{
		Advice: "Keep files that several servers share in EFS or FSx.",
		Terraform: `resource "aws_efs_file_system" "uploads" {}

resource "aws_efs_mount_target" "uploads" {
  for_each       = toset(var.private_subnets) # one in every zone
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = each.value
}`,
		CloudFormation: `Uploads:
  Type: AWS::EFS::FileSystem
UploadsA:
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Uploads
    SubnetId: !Ref PrivateA`,
	},
	See: []string{
		"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html",
		"https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html",
	},
	Check: func(p *rules.Pass) {
		for volume := range p.Each(aws.Volume.In(p.Graph)) {
			shared, holders := aws.MultiAttached(volume)
			at := aws.Volume.MultiAttach.Of(volume).Place
			f := p.Report(shared, at, "%s is attached to several web servers at once: ordinary file systems break when two of them write", volume.Address).About(holders...)
			for _, h := range holders {
				f.With(graph.Place{Resource: h}, "holds the volume")
			}
		}
		for attachment := range p.Each(aws.VolumeAttachment.In(p.Graph)) {
			apart, volume, instance := aws.ApartFromVolume(attachment)
			p.Report(apart, graph.Place{Resource: attachment}, "%s joins a volume in %v to an instance in %v, which AWS refuses", attachment.Address, volume, instance).
				With(volume.Place, "the zone of the volume")
		}
	},
}
