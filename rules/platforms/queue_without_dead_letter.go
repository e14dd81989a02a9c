package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var queueWithoutDeadLetter = &rules.Rule{
	ID: "AL930", Name: "queue-without-dead-letter", Level: rules.Warning, Story: rules.Beanstalk, Stage: 3,
	Title: "Queue without a place for messages that nobody can work off",
	Why: `A message that a consumer cannot work off, because it is malformed or hits a defect, comes back again and again until its retention ends, days later. Meanwhile it costs a try each time,
holds up others, and in a FIFO queue blocks its whole group; then it is gone for ever. A dead-letter queue takes it out after a few tries and keeps it for whoever mends the defect.`,
	Fix: rules.Fix{
		Advice: "Give the queue a redrive policy with a dead-letter queue and three to five tries.",
		Terraform: `resource "aws_sqs_queue" "work" {
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}`,
		CloudFormation: `Work:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Failed.Arn
      maxReceiveCount: 5`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
	},
	Check: func(p *rules.Pass) {
		for queue := range p.Each(aws.Queue.In(p.Graph)) {
			lost := aws.HasDeadLetterQueue(queue).Not()
			if lost != graph.False {
				lost = lost.And(aws.IsDeadLetterQueue(queue).Not(), aws.FedByAWS(queue).Not())
			}
			if lost == graph.False {
				continue
			}
			at := graph.Place{Resource: queue}
			switch reader, ok := aws.ReaderOf(queue); {
			case ok && reader.MayOnly:
				p.Report(lost, at, "%s has no dead-letter queue, and %s may receive from it: a message that cannot be worked off comes back until it expires", queue.Address, reader.Address).
					With(graph.Place{Resource: reader.Resource}, "may receive from the queue")
			case ok:
				p.Report(lost, at, "%s has no dead-letter queue: a message that %s cannot work off comes back until it expires", queue.Address, reader.Address).
					With(graph.Place{Resource: reader.Resource}, "reads the queue")
			default:
				p.Report(lost, at, "%s has no dead-letter queue: a message that nobody can work off comes back until it expires", queue.Address).As(rules.Note)
			}
		}
	},
}
