package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var deploymentWithoutRollback = &rules.Rule{
	ID: "AL953", Name: "deployment-without-rollback", Level: rules.Note, Story: rules.BeyondTheStages,
	Title: "Deployment that keeps trying when its tasks fail",
	Why: `A deployment whose new tasks crash or fail their health checks goes on starting them for ever: the service runs on its old tasks, at best, until somebody notices. With the circuit breaker ECS
stops after a few failures and goes back to the version that worked.`,
	Fix: rules.Fix{
		Advice: "Turn the deployment circuit breaker on, with rollback.",
		Terraform: `resource "aws_ecs_service" "web" {
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ECS::Service
  Properties:
    DeploymentConfiguration:
      DeploymentCircuitBreaker:
        Enable: true
        Rollback: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
	},
	Check: func(p *rules.Pass) {
		for service := range p.Each(aws.ECSService.In(p.Graph)) {
			rollsBack, at := aws.RollsBack(service)
			p.Report(rollsBack.Not(), at, "a deployment of %s that fails is not undone: neither circuit breaker nor alarms roll it back", service.Address)
		}
	},
}
