package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var functionSingleAZ = &rules.Rule{
	ID: "AL970", Name: "function-single-az", Level: rules.Warning, Availability: true, Story: rules.BeyondTheStages,
	Title: "Function attached to a single Availability Zone of a VPC",
	Why: `Lambda runs functions in several zones by itself, but one that is attached to a VPC reaches its network only through the subnets that it names. If they lie in one zone, the failure of that
zone stops the function although Lambda is well.`,
	Fix: rules.Fix{
		Advice: "Attach the function to subnets in at least two Availability Zones.",
		Terraform: `resource "aws_lambda_function" "worker" {
  vpc_config {
    subnet_ids = [aws_subnet.a.id, aws_subnet.b.id] # in different zones
  }
}`,
		CloudFormation: `Worker:
  Type: AWS::Lambda::Function
  Properties:
    VpcConfig:
      SubnetIds: [!Ref SubnetA, !Ref SubnetB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
		"https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html",
	},
	Check: func(p *rules.Pass) {
		for function := range p.Each(aws.Function.In(p.Graph)) {
			links := aws.Function.Subnets.Of(function)
			if links.Any() == graph.False {
				continue
			}
			zones := aws.ZonesOfLinks(links)
			p.Report(links.Any().And(zones.One()), zones.Place, "%s reaches its network only through %v: %s", function.Address, zones, zones.Because).WithZones(zones)
		}
	},
}
