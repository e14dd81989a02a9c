package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkShallowHealthCheck = &rules.Rule{
	ID: "AL904", Name: "beanstalk-shallow-health-check", Level: rules.Note, YieldsTo: []string{"AL901"}, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk load balancer does not ask the application whether it is healthy",
	Why: `Without a health check path a Classic Load Balancer only opens a connection to port 80, and an Application Load Balancer asks for "/", which a web server may answer although the
application behind it is broken. Such an instance goes on getting visitors. A path that the application itself answers, and only when it can work, lets the load balancer leave it out.`,
	Fix: rules.Fix{
		Advice: "Name a path that the application answers with 200 only when it can work.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default" # Classic: aws:elasticbeanstalk:application, Application Healthcheck URL
    name      = "HealthCheckPath"
    value     = "/health"
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings: # Classic: aws:elasticbeanstalk:application, Application Healthcheck URL
      - {Namespace: "aws:elasticbeanstalk:environment:process:default", OptionName: HealthCheckPath, Value: /health}`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.healthstatus.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			asks := "an application load balancer asks for \"/\""
			if s.Is(aws.LoadBalancerType, "classic") == graph.True {
				asks = "its load balancer only opens a connection to port 80"
			}
			p.Report(both(s.LoadBalanced(), s.ShallowCheck), s.Of(aws.HealthCheckURL).Place,
				"no health check path is written for %s: %s", env.Address, asks).About(env)
		}
	},
}
