package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var workerQueueTimeouts = &rules.Rule{
	ID: "AL909", Name: "worker-queue-timeouts", Level: rules.Warning, Story: rules.Beanstalk, Stage: 3,
	Title: "Worker environment at odds with the timeouts or retries of its queue",
	Why: `The daemon on a worker's instances takes a message, hides it for the visibility timeout, and waits for the application until the inactivity timeout. If the message shows up again before
the application may be given up, a second instance does the same work while the first still does it. And where the queue moves a message to its dead-letter queue after fewer tries than the
daemon would make, the remaining tries never happen.`,
	Fix: rules.Fix{
		Advice: "Keep the visibility timeout above the inactivity timeout, and MaxRetries at most the maxReceiveCount of the queue.",
		Terraform: `resource "aws_elastic_beanstalk_environment" "worker" {
  tier = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "InactivityTimeout"
    value     = "600"
  }
  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = "660"
  }
}`,
		CloudFormation: `Worker:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    Tier: {Name: Worker, Type: SQS/HTTP}
    OptionSettings:
      - {Namespace: "aws:elasticbeanstalk:sqsd", OptionName: InactivityTimeout, Value: "600"}
      - {Namespace: "aws:elasticbeanstalk:sqsd", OptionName: VisibilityTimeout, Value: "660"}`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html",
	},
	Check: func(p *rules.Pass) {
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			worker := aws.BeanstalkEnvironment.Tier.Of(env).Is("Worker")
			if worker == graph.False {
				continue
			}
			s := aws.SettingsOf(env)
			visible, inactive := s.Number(aws.WorkerVisibility), s.Number(aws.WorkerInactivity)
			seconds, _ := visible.Get()
			work, _ := inactive.Get()
			p.Report(worker.And(aws.Above(visible, inactive).Not()), visible.Place,
				"a message that %s has worked on for %d seconds is handed out again, while the application may take %d: %s; %s", env.Address, seconds, work,
				s.Because(aws.WorkerVisibility), s.Because(aws.WorkerInactivity)).About(env).With(inactive.Place, "the inactivity timeout")
			queue, given := s.WorkerQueue()
			if queue == nil {
				p.Report(worker.And(given, graph.Unknown), graph.Place{Resource: env}, "")
				continue
			}
			retries, limit := s.Number(aws.WorkerRetries), aws.MaxReceiveCount(queue)
			tries, _ := retries.Get()
			most, _ := limit.Get()
			at := retries.Place
			if retries.Written() == graph.False {
				at = s.Of(aws.WorkerQueueURL).Place
			}
			p.Report(both(worker.And(limit.Written()), func() graph.Tri { return aws.Above(retries, limit) }), at, "%s tries a message %d times, but %s puts it aside after %d: %s",
				env.Address, tries, queue.Address, most, s.Because(aws.WorkerRetries)).About(env).With(limit.Place, "the redrive policy")
		}
	},
}
