package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var serviceSingleTask = &rules.Rule{
	ID: "AL950", Name: "service-single-task", Level: rules.Warning, Availability: true, Story: rules.BeyondTheStages,
	Title: "Service behind a load balancer that runs one task",
	Why: `A load balancer stands before the service so that requests find another task when one fails. With a single task there is none: while ECS notices the failure and starts a new one, which takes
a minute or more, every request fails, and every move of the task does the same.`,
	Fix: rules.Fix{
		Advice: "Run two tasks or more, by the desired count or by a scaling target with a minimum of two.",
		Terraform: `resource "aws_ecs_service" "web" {
  desired_count = 2
}`,
		CloudFormation: `Web:
  Type: AWS::ECS::Service
  Properties:
    DesiredCount: 2`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html",
	},
	Check: func(p *rules.Pass) {
		for service := range p.Each(aws.ECSService.In(p.Graph)) {
			lone, desired := aws.RunsOneTask(service)
			if lone != graph.False {
				lone = lone.And(aws.FrontsOf(service).Any(), aws.RunsAlone(service).Not(), aws.HasStandby(service).Not())
			}
			p.Report(lone, desired.Place, "%s runs one task behind its load balancer%s: while that is replaced every request fails", service.Address, desired.Because("nothing"))
		}
	},
}
