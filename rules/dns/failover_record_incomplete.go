package dns

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var failoverRecordIncomplete = &rules.Rule{
	ID: "AL307", Name: "failover-record-incomplete", Level: rules.Error, Availability: true, Story: rules.StatelessWeb, Stage: 4,
	Title: "Failover record that can never fail over",
	Why: `Failover needs three things: a primary record, a way to tell that it is down, and a secondary record to answer with then. A primary that is no alias and has no health check is
never taken to be down; a primary without a secondary of the same name and type has nothing to give way to. Either way the standby that was paid for gets no visitor on the one day it is
needed.`,
	Fix: rules.Fix{
		Advice: "Give the primary a health check, and declare a SECONDARY record of the same name and type.",
		Terraform: `resource "aws_route53_record" "primary" {
  name            = "www"
  type            = "A"
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.primary.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  name           = "www"
  type           = "A"
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }
}`,
		CloudFormation: `Primary:
  Type: AWS::Route53::RecordSet
  Properties:
    Name: www.example.com
    Type: A
    SetIdentifier: primary
    Failover: PRIMARY
    HealthCheckId: !Ref HealthCheck
Secondary:
  Type: AWS::Route53::RecordSet
  Properties:
    Name: www.example.com
    Type: A
    SetIdentifier: secondary
    Failover: SECONDARY`,
	},
	See: []string{
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html",
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-configuring.html",
	},
	Check: func(p *rules.Pass) {
		for _, r := range aws.Records(p.Graph) {
			p.Graph.TakeDoubts()
			failover := r.Failover()
			primary := failover.Is("PRIMARY")
			if primary == graph.False {
				continue
			}
			_, alias := r.Alias()
			unchecked := primary.And(alias.Not(), r.HealthCheck().Not())
			if unchecked == graph.True {
				p.Report(unchecked, failover.Place, "%s is a primary that never fails over: it is no alias and has no health check", r.Words())
				continue
			}
			alone := primary.And(r.Secondary().Not())
			p.Report(unchecked.Or(alone), failover.Place, "%s is a primary that has nothing to fail over to: no SECONDARY record has its name and type", r.Words())
		}
	},
}
