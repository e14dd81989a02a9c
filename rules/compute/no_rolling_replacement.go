package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var noRollingReplacement = &rules.Rule{
	ID: "AL112", Name: "no-rolling-replacement", Level: rules.Note, Story: rules.QuickStart, YieldsTo: []string{"AL114"},
	Title: "New launch template versions never reach running instances",
	Why: `A group uses its launch template only when it launches an instance. After a new image or new user data the running instances stay as they are: a security patch is rolled out in the
code and nowhere else, and old and new instances serve side by side from the next scale-out on. Somebody has to terminate them by hand, one by one. With an instance refresh, an update
policy or a maximum lifetime the group replaces its instances itself, a few at a time and only as long as the new ones are healthy.`,
	Fix: rules.Fix{
		Advice: "Give the group an instance refresh (Terraform) or a rolling update policy (CloudFormation); a maximum instance lifetime works, too.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 90
    }
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    AutoScalingRollingUpdate:
      MinInstancesInService: 2`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			stays := aws.ReplacesInstances(asg).Not()
			if stays != graph.False {
				stays = stays.And(aws.Fleet(asg), aws.KeepsInstances(asg), aws.ClusterCapacity(asg).Not())
			}
			f := p.Report(stays, graph.Place{Resource: asg}, "%s never replaces running instances after a change of what it launches: it has no instance refresh, no update policy and no maximum instance lifetime",
				asg.Address)
			for _, e := range []aws.Edge{aws.AutoScalingGroup.LaunchTemplate, aws.AutoScalingGroup.LaunchConfiguration} {
				for t := range e.Of(asg).Targets() {
					f.With(graph.Place{Resource: t}, "what it launches")
				}
			}
		}
	},
}
