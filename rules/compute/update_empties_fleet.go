package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var updateEmptiesFleet = &rules.Rule{
	ID: "AL115", Name: "update-empties-fleet", Level: rules.Warning, Availability: true, Story: rules.BeyondTheStages, YieldsTo: []string{"AL105"},
	Title: "An update may take the whole fleet out of service",
	Why: `An update replaces instances or tasks in batches, and a setting says how many must go on serving meanwhile. Where that is none and a batch may be as large as the fleet, the update
takes everything away at once and then starts anew: users get errors until the new ones have booted, and for good if they fail to. The defaults of CloudFormation's rolling update are of
that kind for a group that runs one instance.`,
	Fix: rules.Fix{
		Advice: "Keep at least one instance or task in service, better all but one, or start the new ones first.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 100
      max_healthy_percentage = 110
    }
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    AutoScalingRollingUpdate:
      MinInstancesInService: 2
      MaxBatchSize: 1`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html",
	},
	Check: func(p *rules.Pass) {
		for _, tier := range aws.Tiers(p.Graph) {
			p.Graph.TakeDoubts()
			e := aws.EmptiedByUpdate(tier)
			if e.Certain != graph.False {
				e.Certain = e.Certain.And(aws.Web(tier), aws.Fleet(tier))
			}
			p.Report(e.Certain, e.Place, "an update may take all of %s out of service at once: %s", tier.Address, e.Because)
		}
	},
}
