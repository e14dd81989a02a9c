package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var beanstalkSingleAZ = &rules.Rule{
	ID: "AL902", Name: "beanstalk-single-az", Level: rules.Error, Availability: true, YieldsTo: []string{"AL901"}, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk environment in a single Availability Zone",
	Why: `The instances of an environment run in the subnets that it names, or in as many Availability Zones as it asks for. If those come to one zone, the failure of that zone takes every
instance at once, and the environment's Auto Scaling group has nowhere else to start new ones, however many it may have.`,
	Fix: rules.Fix{
		Advice: "Name subnets in at least two Availability Zones, or ask for \"Any 2\" or more.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "${aws_subnet.a.id},${aws_subnet.b.id}" # in different zones
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - Namespace: aws:ec2:vpc
        OptionName: Subnets
        Value: !Join [",", [!Ref SubnetA, !Ref SubnetB]] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.vpc.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			zones, named := aws.SettingsOf(env).Zones()
			f := p.Report(named.And(zones.One()), zones.Place, "the instances of %s can run only in %v: %s", env.Address, zones, zones.Because)
			f.About(env).WithZones(zones)
		}
	},
}
