package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var loadBalancerBypass = &rules.Rule{
	ID: "AL801", Name: "load-balancer-bypass", Level: rules.Error, Story: rules.StatefulWeb, Stage: 7,
	YieldsTo: []string{"AL806"},
	Title:    "Instances or tasks that can be reached past their load balancer",
	Why: `A load balancer is where certificates, the web application firewall, logs, health checks and the spreading of requests are. Instances that take the same port from anywhere
serve whoever finds their address as if none of that were there. When their security group admits the load balancer's security group instead of a range of addresses, nobody else reaches them,
however the network grows and whatever addresses the load balancer takes.`,
	Fix: rules.Fix{
		Advice: "Admit the security group of the load balancer instead of a range of addresses.",
		Terraform: `resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}`,
		CloudFormation: `WebIngress:
  Type: AWS::EC2::SecurityGroupIngress
  Properties:
    GroupId: !GetAtt WebGroup.GroupId
    SourceSecurityGroupId: !GetAtt LoadBalancerGroup.GroupId
    IpProtocol: tcp
    FromPort: 80
    ToPort: 80`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	},
	Check: func(p *rules.Pass) {
		for compute := range p.Each(aws.TiersOf(p.Graph)) {
			passed := aws.Bypass(compute)
			if passed.Is != graph.False {
				if passed.Is == graph.Unknown {
					p.Report(passed.Is, graph.Place{Resource: compute}, "")
					continue
				}
				report := p.Report
				if !passed.Wide {
					report = p.Warn
				}
				before := passed.Before.Address
				if passed.Before == compute {
					before = "its load balancer"
				}
				f := report(passed.Is, passed.Place, "%s opens %s to %s, so that %s can be reached past %s", passed.Group.Address, passed.Ports, passed.From, compute.Address, before).
					About(compute, passed.Group)
				if aws.SharedGroup(passed.Group).Front != graph.True {
					f.Beside("AL806")
				}
				carrier := compute
				if passed.Host != nil {
					carrier = passed.Host
				}
				f.With(graph.Place{Resource: carrier}, "%s carries the security group", carrier.Address)
				if passed.Before != compute {
					f.With(graph.Place{Resource: passed.Before}, "what should be the only way to it")
				}
				continue
			}
			app := aws.AppOpenToWorld(compute)
			if app.Is != graph.True {
				p.Report(app.Is, graph.Place{Resource: compute}, "")
				continue
			}
			p.Warn(app.Is, app.Place, "%s opens %s to %s, so that %s, which another tier calls there, serves everybody else as well", app.Group.Address, app.Ports, app.From, compute.Address).
				About(compute, app.Group).Beside("AL806").
				With(graph.Place{Resource: compute}, "%s carries the security group", compute.Address)
		}
	},
}
