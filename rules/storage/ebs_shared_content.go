package storage

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var ebsSharedContent = &rules.Rule{
	ID: "AL701", Name: "ebs-shared-content", Level: rules.Error,
	YieldsTo: []string{"AL702"}, Story: rules.SharedFiles, Stage: 4,
	Title: "Web fleet keeps shared files on EBS volumes",
	Why: `An EBS volume belongs to one instance in one Availability Zone. When every web server keeps uploads or documents on a volume of its own, a picture that one server stored is
missing on all others: users see it or not, depending on where the load balancer sends them, and it is lost when that instance is replaced. Attaching one volume to several instances
does not help, since ordinary file systems are not made for that and the other zones cannot reach it.`,
	Fix: rules.Fix{
		Advice: "Keep shared files in EFS with a mount target in each zone of the fleet, or in S3.",
		Terraform: `resource "aws_efs_mount_target" "a" {
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = aws_subnet.a.id
}
# user data: mount -t efs ${aws_efs_file_system.uploads.id}:/ /var/www/uploads`,
		CloudFormation: `MountTargetA:
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Uploads
    SubnetId: !Ref SubnetA
# user data: mount -t efs ${Uploads}:/ /var/www/uploads`,
	},
	See: []string{
		"https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html",
		"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html",
	},
	Check: func(p *rules.Pass) {
		for tier := range p.Each(aws.Servers(p.Graph)) {
			boot := aws.BootOf(tier)
			finding := judge(tier, boot)
			if finding.verdict != graph.False {
				finding.verdict = finding.verdict.And(aws.Fleet(tier), aws.Web(tier), aws.ClusterCapacity(tier).Not(), graph.Known(!boot.Windows()))
			}
			if finding.verdict != graph.False {
				shared, _ := aws.ReachesAny(tier, aws.SharedFiles)
				finding.verdict = finding.verdict.And(shared.Not())
			}
			p.Report(finding.verdict, finding.place, "%s", finding.message).
				With(graph.Place{Resource: tier}, "the fleet")
		}
		for attachment := range p.Each(aws.VolumeAttachment.In(p.Graph)) {
			for volume := range aws.VolumeAttachment.Volume.Of(attachment).Targets() {
				p.Report(aws.SharedByWeb(attachment, volume), graph.Place{Resource: attachment},
					"%s attaches %s, which another instance of the web tier uses, too: only one can hold it", attachment.Address, volume.Address).
					With(graph.Place{Resource: volume}, "the volume")
			}
		}
	},
}

// evidence is what a boot script tells of shared files.
type evidence struct {
	verdict graph.Tri
	place   graph.Place
	message string
}

// judge looks for content on a block device, a volume that moves from instance to instance, and NFS from an instance.
func judge(tier *graph.Resource, boot aws.Boot) evidence {
	mounts := aws.MountsOf(tier)
	for _, m := range mounts {
		if m.Local() && m.Content() {
			return evidence{graph.True, m.Place, "each instance of " + tier.Address + " keeps " + m.Path + " on an EBS volume of its own (" + m.Source + "): what one stores the others do not see"}
		}
		if host, ok := m.NFS(); ok && strings.Contains(host, graph.Hole) {
			if hosts := aws.HostOf(tier); len(hosts) == 1 {
				return evidence{graph.True, m.Place, tier.Address + " mounts " + m.Path + " over NFS from " + hosts[0].Address + ": one instance holds the files of all"}
			}
		}
	}
	for _, t := range boot.Texts {
		if volumes := aws.Volume.NamedIn(tier); len(volumes) == 1 && strings.Contains(t.Text, "attach-volume") {
			return evidence{graph.True, t.Place, "every instance of " + tier.Address + " tries to attach " + volumes[0].Address + ": only one can hold it"}
		}
	}
	if slices.ContainsFunc(mounts, aws.Mount.Local) && !boot.Open {
		return evidence{verdict: graph.False, place: graph.Place{Resource: tier}}
	}
	// Data volumes whose use is not visible: nobody knows what they hold.
	volumes := aws.DataVolumes(tier)
	if volumes == graph.True {
		tier.Graph().Doubt(graph.Doubt{Resource: tier, Message: "what the data volumes of " + tier.Address + " hold is not visible in its boot script"})
	}
	return evidence{verdict: volumes.And(graph.Unknown), place: graph.Place{Resource: tier}}
}
