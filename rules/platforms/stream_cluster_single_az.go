package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var streamClusterSingleAZ = &rules.Rule{
	ID: "AL992", Name: "stream-cluster-single-az", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Kafka brokers in fewer Availability Zones than there could be",
	Why: `MSK spreads brokers evenly over the subnets that it is given and refuses those of a single zone. With two zones a topic of three copies keeps two of them in one zone: its failure can leave
fewer in-sync copies than writes ask for, and the topic takes no more writes. Three zones survive the loss of any.`,
	Fix: rules.Fix{
		Advice: "Give the cluster subnets in three Availability Zones.",
		Terraform: `resource "aws_msk_cluster" "events" {
  broker_node_group_info {
    client_subnets = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
  }
}`,
		CloudFormation: `Events:
  Type: AWS::MSK::Cluster
  Properties:
    BrokerNodeGroupInfo:
      ClientSubnets: [!Ref SubnetA, !Ref SubnetB, !Ref SubnetC]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html",
		"https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html",
	},
	Check: func(p *rules.Pass) {
		for cluster := range p.Each(aws.StreamCluster.In(p.Graph)) {
			zones := aws.ZonesOfLinks(aws.StreamCluster.Subnets.Of(cluster))
			single := zones.One()
			if single != graph.False {
				p.Report(single, zones.Place, "the brokers of %s lie in %v alone, which MSK refuses: %s", cluster.Address, zones, zones.Because).WithZones(zones)
				continue
			}
			two := zones.AtLeast(3).Not()
			if two == graph.True { // more are worth it only where there are more
				two = aws.MoreZonesAround(zones)
				p.Graph.TakeDoubts()
				if two != graph.True {
					continue
				}
			}
			p.Report(two, zones.Place, "the brokers of %s lie in two Availability Zones, %v, of three or more: a topic of three copies may stop taking writes when one fails", cluster.Address, zones).
				As(rules.Note).WithZones(zones)
		}
	},
}
