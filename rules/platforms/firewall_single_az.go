package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var firewallSingleAZ = &rules.Rule{
	ID: "AL995", Name: "firewall-single-az", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Network Firewall in fewer Availability Zones than the network it guards",
	Why: `The firewall filters through an endpoint in each zone that it is given a subnet of. Subnets in a zone without an endpoint must send their traffic through another zone, or past the firewall;
when the zone of the endpoint fails, the other zones lose their way out although they are well.`,
	Fix: rules.Fix{
		Advice: "Give the firewall a subnet in every zone of the network.",
		Terraform: `resource "aws_networkfirewall_firewall" "main" {
  subnet_mapping {
    subnet_id = aws_subnet.firewall_a.id
  }
  subnet_mapping {
    subnet_id = aws_subnet.firewall_b.id
  }
}`,
		CloudFormation: `Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    SubnetMappings:
      - SubnetId: !Ref FirewallA
      - SubnetId: !Ref FirewallB`,
	},
	See: []string{
		"https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-subnets.html",
	},
	Check: func(p *rules.Pass) {
		for firewall := range p.Each(aws.Firewall.In(p.Graph)) {
			zones := aws.ZonesOfLinks(aws.Firewall.Subnets.Of(firewall))
			for net := range aws.Firewall.VPC.Of(firewall).Targets() {
				guarded := aws.ZonesOfVPC(net)
				_, most := zones.Bounds()
				fewer := graph.False
				if most > 0 {
					fewer = guarded.AtLeast(most + 1)
				}
				if zones.Edge != graph.False || zones.Open {
					fewer = fewer.And(graph.Unknown)
				}
				p.Report(fewer, zones.Place, "%s has endpoints in %v alone, while %s has subnets in %v", firewall.Address, zones, net.Address, guarded).
					With(graph.Place{Resource: net}, "the network that it guards")
			}
		}
	},
}
