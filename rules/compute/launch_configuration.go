package compute

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var launchConfiguration = &rules.Rule{
	ID: "AL113", Name: "launch-configuration", Level: rules.Note, Story: rules.BeyondTheStages,
	Title: "Launch configuration instead of a launch template",
	Why: `Launch configurations are the old way to tell an Auto Scaling group what to launch. AWS adds nothing to them any more: new instance types are not supported, Spot and On-Demand cannot
be mixed, and there are no versions to go back to. In accounts made since 1 October 2024 none can be created at all, so the same code that works in an old account fails in a new one.`,
	Fix: rules.Fix{
		Advice: "Write a launch template with the same settings and let the group launch from it.",
		Terraform: `resource "aws_launch_template" "web" {
  image_id      = data.aws_ami.web.id
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "web" {
  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}`,
		CloudFormation: `Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      ImageId: !Ref Image
      InstanceType: m7g.large
Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    LaunchTemplate:
      LaunchTemplateId: !Ref Template
      Version: !GetAtt Template.LatestVersionNumber`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/migrate-to-launch-templates.html",
	},
	Check: func(p *rules.Pass) {
		for lc := range p.Each(aws.LaunchConfiguration.In(p.Graph)) {
			p.Report(graph.True, graph.Place{Resource: lc}, "%s is a launch configuration: accounts made since 2024-10-01 cannot create one, and it gets no new features", lc.Address)
		}
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			links := aws.AutoScalingGroup.LaunchConfiguration.Of(asg)
			elsewhere := graph.False
			if links.Open {
				elsewhere = graph.Unknown
			}
			for _, l := range links.Items {
				switch here := slices.ContainsFunc(l.Candidates, declared); {
				case !here:
					elsewhere = elsewhere.Or(l.Exists)
				case l.Open: // else it is told of where it is declared
					elsewhere = elsewhere.Or(graph.Unknown)
				}
			}
			p.Report(elsewhere, links.Place, "%s launches from a launch configuration: accounts made since 2024-10-01 cannot create one, and it gets no new features", asg.Address)
		}
	},
}

func declared(r *graph.Resource) bool { return r.Mode == graph.Managed }
