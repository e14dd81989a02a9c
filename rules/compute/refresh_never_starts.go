package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var refreshNeverStarts = &rules.Rule{
	ID: "AL114", Name: "refresh-never-starts", Level: rules.Warning, Story: rules.QuickStart,
	Title: "The group follows $Latest or $Default, so its refresh never starts",
	Why: `An instance refresh, or a rolling update of CloudFormation, starts when the group's own settings change. Where the group names its launch template's version as "$Latest" or
"$Default", a new version of the template changes nothing in the group: the words stay the same. The deployment succeeds, the running instances keep the old image and the old
configuration, and the fleet becomes a mixture, since only instances that are launched later take the new version. CloudFormation supports neither word.`,
	Fix: rules.Fix{
		Advice: "Let the group name the number of the template's latest version, which changes with each edit.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    AutoScalingRollingUpdate:
      MinInstancesInService: 2
  Properties:
    LaunchTemplate:
      LaunchTemplateId: !Ref Template
      Version: !GetAtt Template.LatestVersionNumber`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			refreshed := aws.RefreshedOnChange(asg)
			if refreshed == graph.False {
				continue
			}
			fixed, version := aws.FixedVersion(asg)
			never := refreshed.And(fixed)
			if never != graph.False {
				never = never.And(aws.OtherTriggers(asg).Not())
			}
			f := p.Report(never, version.Place, "%s never replaces its instances although it is told to: the version of its launch template is %s, which stays the same when the template changes",
				asg.Address, said(version))
			for lt := range aws.AutoScalingGroup.LaunchTemplate.Of(asg).Targets() {
				f.With(graph.Place{Resource: lt}, "the launch template")
			}
		}
	},
}
