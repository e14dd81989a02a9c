package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkSingleInstance = &rules.Rule{
	ID: "AL901", Name: "beanstalk-single-instance", Level: rules.Warning, Availability: true, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk web environment of a single instance",
	Why: `An environment of type SingleInstance runs one instance with an Elastic IP and no load balancer. Whenever that instance fails, is patched or takes a new version of the application,
nobody answers until it is back, and it cannot grow with the number of visitors. It is a fair choice for development; in production the application belongs behind a load balancer, on
several instances in several zones.`,
	Fix: rules.Fix{
		Advice: "Make the environment load-balanced, with at least two instances.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }
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
      - {Namespace: aws:elasticbeanstalk:environment, OptionName: EnvironmentType, Value: LoadBalanced}
      - {Namespace: aws:autoscaling:asg, OptionName: MinSize, Value: "2"}`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-types.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			p.Report(both(aws.Web(env), func() graph.Tri { return s.Is(aws.EnvironmentType, "SingleInstance") }), s.Of(aws.EnvironmentType).Place,
				"%s runs on one instance without a load balancer: %s", env.Address, s.Because(aws.EnvironmentType)).About(env)
		}
	},
}

// both is a and b, where b is asked only if it matters.
func both(a graph.Tri, b func() graph.Tri) graph.Tri {
	if a == graph.False {
		return a
	}
	return a.And(b())
}
