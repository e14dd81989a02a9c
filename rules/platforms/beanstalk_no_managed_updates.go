package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var beanstalkNoManagedUpdates = &rules.Rule{
	ID: "AL908", Name: "beanstalk-no-managed-updates", Level: rules.Note, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk platform is not updated by itself",
	Why: `New versions of a platform bring patches of the operating system, the web server and the language. Managed platform updates apply them in a weekly window, by immutable
deployments that keep the old instances until the new ones are healthy. Where they are off, and that is so unless they are turned on, the platform grows old until somebody thinks of it, and
the jump then is large.`,
	Fix: rules.Fix{
		Advice: "Turn managed actions on, with a start time and an update level.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
  # PreferredStartTime beside it; UpdateLevel in aws:elasticbeanstalk:managedactions:platformupdate
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - {Namespace: "aws:elasticbeanstalk:managedactions", OptionName: ManagedActionsEnabled, Value: "true"}
      - {Namespace: "aws:elasticbeanstalk:managedactions", OptionName: PreferredStartTime, Value: "Tue:09:00"}
      - {Namespace: "aws:elasticbeanstalk:managedactions:platformupdate", OptionName: UpdateLevel, Value: minor}`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html"},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			p.Report(s.Is(aws.ManagedActions, "true").Not(), s.Of(aws.ManagedActions).Place,
				"nothing updates the platform of %s by itself: %s", env.Address, s.Because(aws.ManagedActions)).About(env)
		}
	},
}
