package dns

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var aliasIgnoresTargetHealth = &rules.Rule{
	ID: "AL306", Name: "alias-ignores-target-health", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 4,
	Title: "Record that Route 53 answers with although its target is down",
	Why: `Where several records share a name, Route 53 chooses among those that are healthy. One without a health check that does not evaluate the health of its target counts as healthy
for ever: when its load balancer has no healthy target left, clients are sent there all the same, and the other regions or the second of the pair, which could serve them, are not asked.`,
	Fix: rules.Fix{
		Advice: "Evaluate the health of the alias target, or name a health check.",
		Terraform: `resource "aws_route53_record" "www" {
  set_identifier = "eu"

  latency_routing_policy {
    region = "eu-west-1"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}`,
		CloudFormation: `Www:
  Type: AWS::Route53::RecordSet
  Properties:
    SetIdentifier: eu
    Region: eu-west-1
    AliasTarget:
      DNSName: !GetAtt LoadBalancer.DNSName
      HostedZoneId: !GetAtt LoadBalancer.CanonicalHostedZoneID
      EvaluateTargetHealth: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html",
		"https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html",
	},
	Check: func(p *rules.Pass) {
		for _, r := range aws.Records(p.Graph) {
			p.Graph.TakeDoubts()
			alias, blind := r.Alias()
			if blind != graph.True {
				continue
			}
			evaluates := alias.EvaluatesHealth()
			blind = evaluates.Is(false)
			policy, target := "", ""
			for _, ask := range []func() graph.Tri{
				func() (is graph.Tri) { is, policy = r.Routed(); return is },
				func() graph.Tri { return r.HealthCheck().Not() },
				func() (is graph.Tri) { is, target = alias.Target(); return is },
			} {
				if blind != graph.False {
					blind = blind.And(ask())
				}
			}
			p.Report(blind, evaluates.Place, "%s is answered although %s is down: the %s record neither evaluates its target's health nor has a health check", r.Words(), target, policy).
				FixedBy(evaluates.Put(true))
		}
	},
}
