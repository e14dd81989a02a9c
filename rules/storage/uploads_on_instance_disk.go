package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var uploadsOnInstanceDisk = &rules.Rule{
	ID: "AL708", Name: "uploads-on-instance-disk", Level: rules.Warning, YieldsTo: []string{"AL702", "AL701"}, Story: rules.SharedFiles, Stage: 4,
	Title: "Fleet of a content management system keeps uploads on each instance's disk",
	Why: `WordPress, Drupal and their kind write uploaded pictures, themes and plugins into a directory beside their programs. On a fleet that directory is on the disk of whichever instance or task took the
upload: the others do not have the file, visitors see it or not, and it is gone when that instance is replaced or the group shrinks.`,
	Fix: rules.Fix{
		Advice: "Mount EFS where the system keeps its uploads, or let it store them in S3.",
		Terraform: `resource "aws_efs_mount_target" "a" {
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = aws_subnet.a.id
}
# user data: mount -t efs ${aws_efs_file_system.uploads.id}:/ /var/www/html/wp-content`,
		CloudFormation: `MountTargetA:
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Uploads
    SubnetId: !Ref SubnetA
# user data: mount -t efs ${Uploads}:/ /var/www/html/wp-content`,
	},
	See: []string{
		"https://docs.aws.amazon.com/whitepapers/latest/best-practices-wordpress/reference-architecture.html",
		"https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html",
	},
	Check: func(p *rules.Pass) {
		told := map[*graph.Resource]*rules.Finding{} // of instances, by what stands before them
		for tier := range p.Each(aws.TiersOf(p.Graph)) {
			if aws.BeanstalkEnvironment.Includes(tier) == graph.True || aws.AutoScalingGroup.Includes(tier) == graph.True && aws.TurnedOff(tier) {
				continue
			}
			system := aws.ContentSystemOf(tier)
			alone := system.Certain
			if alone != graph.False {
				alone = alone.And(aws.Fleet(tier))
			}
			if alone != graph.False {
				alone = alone.And(aws.Web(tier))
			}
			if alone != graph.False {
				shared, _ := aws.ReachesAny(tier, aws.SharedFiles)
				alone = alone.And(shared.Not())
			}
			at := graph.Place{Resource: tier}
			if alone == graph.True {
				at = system.Place
			}
			who := "the instances of " + tier.Address + " run"
			var front *graph.Resource
			if aws.ECSService.Includes(tier) == graph.True {
				who = "the tasks of " + tier.Address + " run"
			}
			if aws.Instance.Includes(tier) == graph.True {
				who = tier.Address + " and those beside it run"
				front = aws.FrontsOf(tier).First()
			}
			if first := told[front]; first != nil && alone == graph.True {
				first.With(at, "%s, too", tier.Address)
				continue
			}
			f := p.Report(alone, at, "%s %s and share no files: what is uploaded to one the others do not have", who, system.Name).
				About(tier).With(graph.Place{Resource: tier}, "the fleet")
			if f != nil && front != nil {
				told[front] = f
			}
		}
	},
}
