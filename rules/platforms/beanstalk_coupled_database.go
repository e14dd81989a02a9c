package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkCoupledDatabase = &rules.Rule{
	ID: "AL907", Name: "beanstalk-coupled-database", Level: rules.Error, Story: rules.Beanstalk, Stage: 2,
	Title: "Database that lives and dies with its Beanstalk environment",
	Why: `A database that belongs to an environment shares its life. When the environment is terminated, rebuilt or swapped for a new one, the database is deleted with all its data, unless another
deletion policy is set; and even then the environment cannot be replaced without moving the database first. Beanstalk's own guide calls it fit for development and testing only.`,
	Fix: rules.Fix{
		Advice: "Make the database a resource of its own, outside the environment, and hand its address over as an environment property. Until then set DBDeletionPolicy to Retain or Snapshot.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "RDS_HOSTNAME"
    value     = aws_db_instance.main.address
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:application:environment
        OptionName: RDS_HOSTNAME
        Value: !GetAtt Database.Endpoint.Address`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.db.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.RDS.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			has, at := s.HasDatabase()
			lost := graph.False
			if has != graph.False {
				lost = s.Is(aws.DatabaseDeletion, "Delete")
			}
			if lost == graph.False {
				p.Warn(has, at, "the database of %s belongs to the environment, so that neither can be replaced without the other; it outlives it, since %s", env.Address, s.Because(aws.DatabaseDeletion)).About(env)
				continue
			}
			p.Report(has.And(lost), at, "the database of %s is deleted with the environment: %s", env.Address, s.Because(aws.DatabaseDeletion)).
				With(s.Of(aws.DatabaseDeletion).Place, "the deletion policy")
		}
	},
}
