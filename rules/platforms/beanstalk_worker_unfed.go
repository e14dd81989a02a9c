package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var beanstalkWorkerUnfed = &rules.Rule{
	ID: "AL911", Name: "beanstalk-worker-unfed", Level: rules.Note, Off: true, Story: rules.Beanstalk, Stage: 3,
	Title: "Beanstalk worker whose queue nothing is told of",
	Why: `A worker environment works off a queue that its application's web environment, or somebody else, sends to. Where nothing in the configuration names that queue, nobody is told where to
send: either the web environment finds it by means that cannot be seen, or the worker waits for ever.`,
	Fix: rules.Fix{
		Advice: "Hand the queue's URL to the web environment as an environment property, or give the worker periodic tasks in cron.yaml.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "web" {
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "QUEUE_URL"
    value     = aws_sqs_queue.work.url
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    OptionSettings:
      - {Namespace: "aws:elasticbeanstalk:application:environment", OptionName: QUEUE_URL, Value: !Ref Work}`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html"},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			worker := aws.BeanstalkEnvironment.Tier.Of(env).Is("Worker")
			p.Report(both(worker, func() graph.Tri { return aws.WorkerUnfed(env) }), graph.Place{Resource: env},
				"nothing in sight is told of the queue of %s, although its application has a web environment", env.Address)
		}
	},
}
