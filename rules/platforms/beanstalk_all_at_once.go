package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkAllAtOnce = &rules.Rule{
	ID: "AL906", Name: "beanstalk-all-at-once", Level: rules.Warning, Availability: true, YieldsTo: []string{"AL901"}, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk deploys to all instances at once",
	Why: `With the policy AllAtOnce, which the API takes where none is written, a new version goes to every instance at the same time, and all of them are out of service while it is installed. If
the version is broken, it is broken everywhere until the old one has been deployed again. Rolling, immutable and traffic-splitting deployments keep instances of the old version in service.`,
	Fix: rules.Fix{
		Advice: "Deploy in batches with an additional one, immutably or by traffic splitting.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "RollingWithAdditionalBatch" # or Immutable, TrafficSplitting
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings: # or Immutable, TrafficSplitting
      - {Namespace: "aws:elasticbeanstalk:command", OptionName: DeploymentPolicy, Value: RollingWithAdditionalBatch}`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html"},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			p.Report(both(s.LoadBalanced(), func() graph.Tri { return s.Is(aws.DeploymentPolicy, "AllAtOnce") }), s.Of(aws.DeploymentPolicy).Place,
				"a new version takes all instances of %s out of service at once: %s", env.Address, s.Because(aws.DeploymentPolicy)).About(env)
		}
	},
}
