package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var serviceNotScaled = &rules.Rule{
	ID: "AL952", Name: "service-not-scaled", Level: rules.Note,
	YieldsTo: []string{"AL950"}, Story: rules.BeyondTheStages,
	Title: "Web service that keeps its number of tasks whatever the load",
	Why: `A service without a scaling target keeps the number of tasks that somebody chose: too few on a busy day, too many at night. Application Auto Scaling adds and removes tasks by their load,
within bounds that you set.`,
	Fix: rules.Fix{
		Advice: "Register the service as a scalable target and give it a target tracking policy.",
		Terraform: `resource "aws_appautoscaling_target" "web" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.web.name}"
  min_capacity       = 2
  max_capacity       = 8
}`,
		CloudFormation: `Tasks:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    ServiceNamespace: ecs
    ScalableDimension: ecs:service:DesiredCount
    ResourceId: !Sub service/${Cluster}/${Web.Name}
    MinCapacity: 2
    MaxCapacity: 8`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
	},
	Check: func(p *rules.Pass) {
		for service := range p.Each(aws.ECSService.In(p.Graph)) {
			fixed := aws.ECSService.Strategy.Of(service).Is("REPLICA")
			if fixed != graph.False {
				fixed = fixed.And(aws.ScalableTarget.Service.Into(service).Any().Not())
			}
			if fixed != graph.False {
				fixed = fixed.And(aws.Web(service), aws.RunsAlone(service).Not())
			}
			if fixed != graph.False {
				fixed = fixed.And(p.Graph.Hides(service).Not())
			}
			if fixed == graph.True {
				fixed = p.Graph.Offered(service).Not().And(aws.SizeLeftToOthers(service).Not())
			}
			p.Report(fixed, graph.Place{Resource: service}, "%s keeps its number of tasks whatever the load: nothing scales it", service.Address)
		}
	},
}
