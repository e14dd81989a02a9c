package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var serviceSingleAZ = &rules.Rule{
	ID: "AL951", Name: "service-single-az", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Containers of a service in a single Availability Zone",
	Why: `A service with network interfaces of its own runs its tasks in the subnets that it names. If they all lie in one zone, the failure of that zone takes every task, and ECS has nowhere else to
start new ones. Subnets in two zones or more let ECS spread the tasks and replace those that were lost.`,
	Fix: rules.Fix{
		Advice: "Give the service subnets in at least two Availability Zones.",
		Terraform: `resource "aws_ecs_service" "web" {
  network_configuration {
    subnets = [aws_subnet.a.id, aws_subnet.b.id] # in different zones
  }
}`,
		CloudFormation: `Web:
  Type: AWS::ECS::Service
  Properties:
    NetworkConfiguration:
      AwsvpcConfiguration:
        Subnets: [!Ref SubnetA, !Ref SubnetB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
	},
	Check: func(p *rules.Pass) {
		for service := range p.Each(aws.ECSService.In(p.Graph)) {
			links := aws.ECSService.Subnets.Of(service)
			zones := aws.ZonesOfLinks(links)
			lone := links.Any().And(zones.One())
			if lone == graph.True {
				lone = aws.HasStandby(service).Not()
			}
			p.Report(lone, zones.Place, "the tasks of %s can run only in %v: %s", service.Address, zones, zones.Because).WithZones(zones)
		}
	},
}
