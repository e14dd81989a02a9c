package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var slowBootstrap = &rules.Rule{
	ID: "AL111", Name: "slow-bootstrap", Level: rules.Note, Story: rules.QuickStart,
	Title: "Instances of a scaling group install much before they serve",
	Why: `A group scales out because there is too much load now. An instance that first updates its system, installs packages and downloads the application takes minutes to serve its first
request, and each of these steps may fail when a mirror or registry is slow. The load is not relieved while it lasts, the group launches more than it needs, and two instances that were
launched on different days run different versions. An image that has everything in it starts in a fraction of the time, always with the same content.`,
	Fix: rules.Fix{
		Advice: "Bake what never changes into an image (EC2 Image Builder, Packer) and leave to the boot script only what differs between environments.",
		Terraform: `data "aws_ami" "web" {
  owners      = ["self"]
  most_recent = true

  filter {
    name   = "name"
    values = ["web-*"]
  }
}

resource "aws_launch_template" "web" {
  image_id = data.aws_ami.web.id
}`,
		CloudFormation: `Image:
  Type: AWS::ImageBuilder::Image
  Properties:
    ImageRecipeArn: !Ref Recipe
    InfrastructureConfigurationArn: !Ref Infrastructure
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      ImageId: !GetAtt Image.ImageId`,
	},
	See: []string{
		"https://docs.aws.amazon.com/imagebuilder/latest/userguide/what-is-image-builder.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html",
	},
	Check: func(p *rules.Pass) {
		for asg := range p.Each(aws.AutoScalingGroup.In(p.Graph)) {
			if aws.TurnedOff(asg) {
				continue
			}
			w := aws.BootWeightOf(asg)
			slow := graph.Unknown
			switch {
			case w.Least >= aws.SlowBoot:
				slow = graph.True
			case w.Most < aws.SlowBoot && !w.Open:
				slow = graph.False
			}
			if slow != graph.False {
				slow = slow.And(aws.Scales(asg), aws.OwnImage(asg).Not())
			}
			p.Report(slow, w.Place, "new instances of %s serve late: at boot each %s (weight %d, and %d is slow)", asg.Address, graph.Enumerate(w.Does, "does much"), w.Least, aws.SlowBoot).
				With(graph.Place{Resource: asg}, "the group that scales")
		}
	},
}
