package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkBelowTwoInstances = &rules.Rule{
	ID: "AL903", Name: "beanstalk-below-two-instances", Level: rules.Warning, Availability: true, YieldsTo: []string{"AL901", "AL902"}, Story: rules.Beanstalk, Stage: 2,
	Title: "Load-balanced Beanstalk environment that rests on one instance",
	Why: `A load-balanced environment keeps at least MinSize instances, and that is one unless something else is written. At quiet hours there is then a single instance behind the load
balancer: when it or its zone fails, nobody answers for the minutes that a new instance takes to start and to be deployed to. Two instances are the least that survive the loss of one.`,
	Fix: rules.Fix{
		Advice: "Set MinSize to 2 or more.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "2"
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - {Namespace: aws:autoscaling:asg, OptionName: MinSize, Value: "2"}`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.as.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			least := s.Number(aws.GroupMinSize)
			p.Report(both(s.LoadBalanced(), func() graph.Tri { return aws.AtLeast(least, 2).Not() }), least.Place,
				"%s keeps only one instance behind its load balancer at rest: %s", env.Address, s.Because(aws.GroupMinSize)).About(env)
		}
	},
}
