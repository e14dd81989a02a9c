package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var visibilityBelowConsumerTimeout = &rules.Rule{
	ID: "AL931", Name: "visibility-below-consumer-timeout", Level: rules.Error, Story: rules.Beanstalk, Stage: 3,
	Title: "Queue shows a message again while a function still works on it",
	Why: `A message that has been handed out is hidden for the queue's visibility timeout. If the function that works on it may run longer, the message would be handed out a second time while the
first try still runs. Lambda refuses such an event source mapping when it is created.`,
	Fix: rules.Fix{
		Advice: "Set the visibility timeout to six times the function's timeout, as Lambda advises, or more.",
		Terraform: `resource "aws_sqs_queue" "work" {
  visibility_timeout_seconds = 6 * aws_lambda_function.worker.timeout
}`,
		CloudFormation: `Work:
  Type: AWS::SQS::Queue
  Properties:
    VisibilityTimeout: 360 # the function's timeout is 60`,
	},
	See: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html",
	},
	Check: func(p *rules.Pass) {
		for queue := range p.Each(aws.Queue.In(p.Graph)) {
			hidden := aws.Queue.VisibilityTimeout.Of(queue)
			for _, c := range aws.ConsumersOf(queue).Items {
				if c.Function == nil {
					continue
				}
				needed := aws.Function.Timeout.Of(c.Function)
				short := graph.Unknown
				if n, known := needed.Get(); known {
					short = aws.AtLeast(hidden, n).Not()
				} else {
					p.Graph.Doubt(graph.Doubt{Resource: c.Function, Message: "the timeout of " + c.Function.Address + " is not known"})
				}
				n, _ := needed.Get()
				h, _ := hidden.Get()
				p.Report(short.And(c.Certain), hidden.Place, "%s hides a message for %d seconds%s, but %s may work on it for %d: Lambda refuses that",
					queue.Address, h, hidden.Because("nothing"), c.Function.Address, n).With(needed.Place, "the timeout of the function").With(c.Place, "reads the queue")
			}
		}
	},
}
