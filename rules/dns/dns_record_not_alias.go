package dns

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var dnsRecordNotAlias = &rules.Rule{
	ID: "AL302", Name: "dns-record-not-alias", Level: rules.Note, Story: rules.StatelessWeb, Stage: 4,
	Title: "DNS record to a load balancer that is no alias",
	Why: `The addresses of a load balancer change as it grows and shrinks. An alias record follows them: Route 53 answers with the addresses of the moment, heeds the load balancer's
health and asks nothing for it. A CNAME costs every client a second lookup and every query its price, and must not stand at the apex of a zone, where AWS refuses it. An A record made of
addresses that were looked up once is worse: it is right only until the load balancer changes them.`,
	Fix: rules.Fix{
		Advice: "Write an A record (and AAAA where it is dual-stack) with an alias of the load balancer.",
		Terraform: `resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}`,
		CloudFormation: `Www:
  Type: AWS::Route53::RecordSet
  Properties:
    HostedZoneId: !Ref Zone
    Name: www.example.com
    Type: A
    AliasTarget:
      DNSName: !GetAtt LoadBalancer.DNSName
      HostedZoneId: !GetAtt LoadBalancer.CanonicalHostedZoneID
      EvaluateTargetHealth: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html",
	},
	Check: func(p *rules.Pass) {
		for _, r := range aws.Records(p.Graph) {
			p.Graph.TakeDoubts()
			cname := r.Type().Is("CNAME")
			to, name := graph.False, ""
			if cname != graph.False {
				to, name = r.LoadBalancer()
			}
			plain := cname.And(to)
			switch {
			case plain != graph.True:
			case r.Apex() == graph.True:
				p.Report(plain, r.ValuesAt(), "%s is a CNAME of %s at the apex of its zone, which AWS refuses: only an alias may stand there", r.Words(), name).As(rules.Error)
				continue
			default:
				p.Report(plain, r.ValuesAt(), "%s is a CNAME of %s where an alias would do", r.Words(), name)
				continue
			}
			address := r.Type().In("A", "AAAA")
			if address != graph.False {
				to, name = r.LookedUp()
				address = address.And(to)
			}
			p.Report(plain.Or(address), r.ValuesAt(), "%s has the addresses that %s had when they were looked up: it changes them, and an alias would follow", r.Words(), name)
		}
	},
}
