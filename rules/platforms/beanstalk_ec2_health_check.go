package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkEC2HealthCheck = &rules.Rule{
	ID: "AL910", Name: "beanstalk-ec2-health-check", Level: rules.Note, YieldsTo: []string{"AL901"}, Story: rules.Beanstalk, Stage: 2,
	Title: "Beanstalk replaces instances only when EC2 finds them broken",
	Why: `The Auto Scaling group that Beanstalk makes looks at the status checks of EC2 alone. An instance whose application has died is left out by the load balancer but stays in the group, and
nobody starts another in its place. No option changes that; a configuration file in the application's .ebextensions does, by setting the group's health check type to ELB.`,
	Fix: rules.Fix{
		Advice: "Put a file into the .ebextensions directory of the application that sets the health check type of the group to ELB.",
		Terraform: `# .ebextensions/health.config, in the application's bundle
Resources:
  AWSEBAutoScalingGroup:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      HealthCheckType: ELB
      HealthCheckGracePeriod: 300`,
		CloudFormation: `# .ebextensions/health.config, in the application's bundle
Resources:
  AWSEBAutoScalingGroup:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      HealthCheckType: ELB
      HealthCheckGracePeriod: 300`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environmentconfig-autoscaling-healthchecktype.html"},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			s := aws.SettingsOf(env)
			p.Report(both(s.LoadBalanced(), func() graph.Tri { return s.ChecksBeyondEC2().Not() }), graph.Place{Resource: env},
				"the Auto Scaling group of %s keeps instances whose application has failed: no configuration file of .ebextensions in sight sets its health check type to ELB", env.Address)
		}
	},
}
