package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var loadBalancerSingleAZ = &rules.Rule{
	ID: "AL203", Name: "load-balancer-single-az", Level: rules.Error, Availability: true, Story: rules.StatelessWeb, Stage: 6,
	Title: "Load balancer in a single Availability Zone",
	Why: `A load balancer has a node in each Availability Zone that it is given, and only there. With one zone the only way in is gone when that zone fails, however many instances wait
in others: nobody can reach them. AWS refuses to create an Application Load Balancer with subnets in fewer than two zones; Network, Gateway and Classic Load Balancers are created, and
fail with their zone.`,
	Fix: rules.Fix{
		Advice: "Give the load balancer one subnet in each of at least two Availability Zones, the same zones as its targets.",
		Terraform: `resource "aws_lb" "web" {
  subnets = [aws_subnet.public_a.id, aws_subnet.public_b.id] # in different zones
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [!Ref PublicA, !Ref PublicB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.LoadBalancer.In(p.Graph)) {
			zones := aws.ZonesOfLoadBalancer(lb)
			single := zones.AtLeast(2).Not()
			if aws.LoadBalancer.Type.Of(lb).Is(aws.Application) == graph.True {
				p.Refuse(single, zones.Place, "%s lies only in %v, and AWS refuses an Application Load Balancer in fewer than two zones: %s", lb.Address, zones, zones.Because).WithZones(zones)
				continue
			}
			if single != graph.False {
				single = single.And(aws.SpreadByBlock(lb).Not())
			}
			p.Report(single, zones.Place, "%s lies only in %v: %s", lb.Address, zones, zones.Because).WithZones(zones)
		}
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			zones := aws.ZonesOfLoadBalancer(lb)
			p.Report(zones.AtLeast(2).Not(), zones.Place, "%s lies only in %v: %s", lb.Address, zones, zones.Because).WithZones(zones)
		}
	},
}
