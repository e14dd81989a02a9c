package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var endpointSingleAZ = &rules.Rule{
	ID: "AL808", Name: "endpoint-single-az", Level: rules.Warning, Availability: true, Story: rules.BeyondTheStages,
	Title: "Interface endpoint in one Availability Zone for consumers in several",
	Why: `An interface endpoint answers by one network interface in each subnet that it is given. With a single one, instances and functions of all zones call the service through that zone: when it
fails they lose the service although both they and the service are well.`,
	Fix: rules.Fix{
		Advice: "Give the endpoint a subnet in each zone that its consumers run in.",
		Terraform: `resource "aws_vpc_endpoint" "secrets" {
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.secretsmanager"
  vpc_id            = aws_vpc.main.id
  subnet_ids        = [aws_subnet.private_a.id, aws_subnet.private_b.id]
}`,
		CloudFormation: `SecretsEndpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.${AWS::Region}.secretsmanager
    VpcId: !Ref Vpc
    SubnetIds: [!Ref PrivateA, !Ref PrivateB]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
		"https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
	},
	Check: func(p *rules.Pass) {
		for endpoint := range p.Each(aws.VPCEndpoint.In(p.Graph)) {
			is := aws.VPCEndpoint.Type.Of(endpoint).Is("Interface")
			if is == graph.False {
				continue
			}
			zones := aws.ZonesOfEndpoint(endpoint)
			single := is.And(zones.AtLeast(2).Not(), zones.AtLeast(1))
			var consumers aws.Zones
			if single != graph.False {
				spans := graph.Unknown
				for net := range aws.VPCEndpoint.VPC.Of(endpoint).Targets() {
					consumers = aws.ZonesOfConsumers(net)
					spans = consumers.AtLeast(2)
				}
				single = single.And(spans)
			}
			p.Report(single, zones.Place, "%s stands in %v alone, while what may call it runs in %v", endpoint.Address, zones, consumers).WithZones(zones)
		}
	},
}
