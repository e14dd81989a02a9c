package dns

import (
	"fmt"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var dnsRecordToInstance = &rules.Rule{
	ID: "AL301", Name: "dns-record-to-instance", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 4,
	Title: "DNS record that lists addresses of instances",
	Why: `A record with the addresses of instances balances the load by chance and checks nothing. When an instance goes, its address stays in the record until somebody edits it, and
in the caches of resolvers and clients until the TTL is over, or longer: that part of the users waits for a server that is no more. An alias to a load balancer names something that stays,
and the load balancer sends nobody to an instance that is gone.`,
	Fix: rules.Fix{
		Advice: "Put the instances behind a load balancer and let the record be an alias of it.",
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
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html",
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
	},
	Check: func(p *rules.Pass) {
		for _, r := range aws.Records(p.Graph) {
			p.Graph.TakeDoubts()
			led := r.Type().In("A", "AAAA")
			var hosts []aws.Host
			if led != graph.False {
				var to graph.Tri
				to, hosts = serversOf(r)
				led = led.And(to)
			}
			if name, ok := r.Name().Get(); led != graph.False && ok && (aws.CalledMail(name) || aws.CalledAppliance(name)) {
				led = graph.False
			}
			if led != graph.True {
				p.Report(led, r.Place(), "")
				continue
			}
			private := r.PrivateZone()
			var names []string
			for _, h := range hosts {
				names = append(names, h.Instance.Address)
				if h.Private {
					private = graph.True
				}
			}
			ttl := ""
			if n, ok := r.TTL().Get(); ok {
				ttl = fmt.Sprintf(" of %d s", n)
			}
			f := p.Report(led, r.ValuesAt(), "%s leads to the address of %s: when an instance goes, its clients wait until the TTL%s is over, and for whoever edits the record",
				r.Words(), graph.EnumerateFew(names), ttl)
			if private == graph.True {
				f.As(rules.Note)
			}
			for _, h := range hosts {
				f.With(graph.Place{Resource: h.Instance}, "the instance").About(h.Instance, h.Address)
			}
		}
	},
}

// serversOf gives the instances that the record leads to and that are no bastions, NAT, VPN or mail hosts; to is True where
// there is one.
func serversOf(r aws.Record) (to graph.Tri, servers []aws.Host) {
	hosts, open := r.Hosts()
	to = graph.False
	if open {
		to = graph.Unknown
	}
	for _, h := range hosts {
		if h.Instance == nil {
			r.Resource.Graph().Doubt(graph.Doubt{Resource: r.Resource, Message: "who holds " + h.Address.Address + " is not known"})
			to = to.Or(graph.Unknown)
			continue
		}
		serves := h.Certain.And(aws.Appliance(h.Instance).Not(), aws.MailHost(h.Instance).Not())
		if serves == graph.True {
			servers = append(servers, h)
		}
		to = to.Or(serves)
	}
	return to, servers
}
