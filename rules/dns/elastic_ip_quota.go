package dns

import (
	"fmt"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var elasticIPQuota = &rules.Rule{
	ID: "AL304", Name: "elastic-ip-quota", Level: rules.Note, Story: rules.StatelessWeb, Stage: 4,
	Title: "More Elastic IPs than an account may have by default",
	Why: fmt.Sprintf(`An account may have %d Elastic IPs in a region until AWS grants it more. A configuration that asks for a sixth one is deployed as far as the fifth and then fails, in a fresh
account first of all, and leaves the rest undone. Where each server has an address of its own the limit is a sign that a load balancer should stand before them; where each zone has a NAT
gateway, several VPCs can share them.`, aws.ElasticIPQuota),
	Fix: rules.Fix{
		Advice: "Let servers share the address of a load balancer and VPCs their NAT gateways, or have the quota raised before this is deployed.",
		Terraform: `resource "aws_lb" "web" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id] # in place of an aws_eip for every server
}`,
		CloudFormation: `LoadBalancer: # in place of an AWS::EC2::EIP for every server
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [!Ref SubnetA, !Ref SubnetB]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
	},
	Check: func(p *rules.Pass) {
		p.Graph.TakeDoubts()
		for _, d := range aws.AddressDemands(p.Graph) {
			at := graph.Place{Resource: d.Addresses[0]}
			over := d.Count.AtLeast(aws.ElasticIPQuota + 1)
			if over == graph.Unknown {
				p.Graph.Doubt(graph.Doubt{Resource: at.Resource, Message: "how many Elastic IPs are asked for is not known"})
			}
			f := p.Report(over, at, "%d Elastic IPs are asked for in one region, more than the %d that an account may have by default", d.Certain, aws.ElasticIPQuota)
			for _, a := range d.Addresses {
				f.With(graph.Place{Resource: a}, "%s is one of them", a.Address)
			}
		}
	},
}
