package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var publicInstanceBehindLoadBalancer = &rules.Rule{
	ID: "AL208", Name: "public-instance-behind-load-balancer", Level: rules.Note, Story: rules.StatelessWeb, Stage: 4,
	YieldsTo: []string{"AL801"},
	Title:    "Instances behind a load balancer that take public addresses, too",
	Why: `Behind a load balancer clients have no business with the instances themselves: it alone needs an address that the world knows. A public address on each of them is another
way in, which passes by the load balancer's certificate, firewall and logs as soon as a security group is a little too wide, and it is paid for by the hour. In private subnets with a
NAT gateway for their way out they are reached through the load balancer only.`,
	Fix: rules.Fix{
		Advice: "Launch the instances in private subnets, without public addresses.",
		Terraform: `resource "aws_launch_template" "web" {
  network_interfaces {
    associate_public_ip_address = false
    security_groups             = [aws_security_group.web.id]
  }
}`,
		CloudFormation: `Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: false
          Groups: [!Ref WebGroup]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
	},
	Check: func(p *rules.Pass) {
		for server := range p.Each(aws.Servers(p.Graph)) {
			fronts := aws.FrontsOf(server)
			exposed := fronts.Any()
			if exposed != graph.False {
				exposed = exposed.And(aws.Web(server))
			}
			var public aws.Public
			if exposed != graph.False {
				public = aws.PublicAddress(server)
				exposed = exposed.And(public.Is)
			}
			if exposed != graph.False {
				exposed = exposed.And(aws.ClusterCapacity(server).Not(), aws.OnlyWayOutIsInternet(server).Not())
			}
			if exposed != graph.True {
				p.Report(exposed, graph.Place{Resource: server}, "")
				continue
			}
			f := p.Report(exposed, public.Place, "%s takes public addresses although a load balancer stands before it: %s", server.Address, public.Because).About(server)
			for _, front := range fronts.Items {
				if front.Certain == graph.True {
					f.With(front.Place, "behind a load balancer here")
					break
				}
			}
		}
	},
}
