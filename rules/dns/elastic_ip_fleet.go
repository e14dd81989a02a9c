package dns

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var elasticIPFleet = &rules.Rule{
	ID: "AL303", Name: "elastic-ip-fleet", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 4,
	Title: "Several web servers with an Elastic IP each",
	Why: `Servers that each have an Elastic IP are a fleet only in name: clients must know every address, nothing spreads the load, and who talks to a server that is down is not sent
to another. Each further server needs one more of the few Elastic IPs that an account has, and an edit wherever the addresses are listed. A load balancer has one name for all of them, and
the servers behind it come and go without addresses of their own.`,
	Fix: rules.Fix{
		Advice: "Put one load balancer before the servers and give up their Elastic IPs; a network load balancer has fixed addresses where clients need them.",
		Terraform: `resource "aws_lb" "web" {
  subnets         = [aws_subnet.a.id, aws_subnet.b.id]
  security_groups = [aws_security_group.load_balancer.id]
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [!Ref SubnetA, !Ref SubnetB]
    SecurityGroups: [!Ref LoadBalancerGroup]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
	},
	Check: func(p *rules.Pass) {
		for _, s := range aws.AddressedSiblings(p.Graph) {
			p.Graph.TakeDoubts()
			if s.Two != graph.True {
				if len(s.Holdings) > 0 {
					p.Graph.Doubt(graph.Doubt{Resource: s.Instances[0], Message: "whether siblings of " + s.Instances[0].Address + " hold Elastic IPs is not known"})
					p.Report(s.Two, s.Holdings[0].Place, "")
				}
				continue
			}
			var names []string
			for _, i := range s.Instances {
				names = append(names, i.Address)
			}
			f := p.Report(s.Two, s.Holdings[0].Place, "%s each hold an Elastic IP instead of standing behind one load balancer", graph.EnumerateFew(names))
			for _, h := range s.Holdings {
				f.With(h.Place, "the Elastic IP of %s", h.Holder.Address).About(h.Holder, h.Address)
			}
		}
	},
}
