package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var asyncFunctionWithoutDeadLetter = &rules.Rule{
	ID: "AL971", Name: "async-function-without-dead-letter", Level: rules.Note, Story: rules.BeyondTheStages,
	Title: "Function whose failed events are dropped",
	Why: `Events of S3, SNS, EventBridge or a schedule are handed to a function without waiting for its answer. When it fails, Lambda tries twice more and then drops the event: what it stood for never
happens, and nobody is told. A dead-letter queue or an on-failure destination keeps the event for a later try.`,
	Fix: rules.Fix{
		Advice: "Give the function a dead-letter queue or an on-failure destination.",
		Terraform: `resource "aws_lambda_function" "worker" {
  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
}`,
		CloudFormation: `Worker:
  Type: AWS::Lambda::Function
  Properties:
    DeadLetterConfig:
      TargetArn: !GetAtt Failed.Arn`,
	},
	See: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
	},
	Check: func(p *rules.Pass) {
		for function := range p.Each(aws.Function.In(p.Graph)) {
			triggers := aws.AsynchronousTriggers(function)
			if len(triggers.Items) == 0 {
				continue // what may call it from out of sight is no reason
			}
			dropped := triggers.Any()
			if dropped == graph.Unknown {
				p.Graph.Doubt(graph.Doubt{Resource: function, Message: triggers.Items[0].Place.Resource.Address + " may call " + function.Address + ", or not"})
			}
			if dropped != graph.False {
				dropped = dropped.And(aws.KeepsFailures(function).Not())
			}
			p.Report(dropped, graph.Place{Resource: function}, "events that %s fails at are dropped after the last try: it has neither a dead-letter target nor an on-failure destination", function.Address).
				With(triggers.Items[0].Place, "calls it without waiting for an answer")
		}
	},
}
