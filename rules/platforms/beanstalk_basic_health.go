package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var beanstalkBasicHealth = &rules.Rule{
	ID: "AL905", Name: "beanstalk-basic-health", Level: rules.Note, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk environment with basic health reporting",
	Why: `With basic health reporting Beanstalk sees no more than the load balancer's health checks. With enhanced reporting an agent on every instance tells of failed requests, slow answers,
the load and the deployment, so that Beanstalk knows causes, stops a rolling deployment that goes wrong, and can apply managed platform updates, which need it.`,
	Fix: rules.Fix{
		Advice: "Set the health reporting system to enhanced.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - {Namespace: "aws:elasticbeanstalk:healthreporting:system", OptionName: SystemType, Value: enhanced}`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html"},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			p.Report(s.Is(aws.HealthReporting, "enhanced").Not(), s.Of(aws.HealthReporting).Place,
				"%s reports only basic health: %s", env.Address, s.Because(aws.HealthReporting)).About(env)
		}
	},
}
