package dns

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// longestTTL is how long a record of an instance may be kept, in seconds.
const longestTTL = 300

var dnsTTLTooLong = &rules.Rule{
	ID: "AL305", Name: "dns-ttl-too-long", Level: rules.Note, Story: rules.StatelessWeb, Stage: 4,
	YieldsTo: []string{"AL301", "AL303", "AL302"},
	Title:    "Record of an instance that resolvers keep for long",
	Why: `The TTL says for how long resolvers and clients may keep an answer without asking again. When the instance behind the record is replaced, those that have the old answer go on
asking an address where nobody is, or somebody else, until it is over. A minute to five is short enough to move a service in time, and long enough to keep queries few.`,
	Fix: rules.Fix{
		Advice: "Lower the TTL to 300 seconds or less, or let the record be an alias of a load balancer, which needs none.",
		Terraform: `resource "aws_route53_record" "www" {
  ttl = 60
}`,
		CloudFormation: `Www:
  Type: AWS::Route53::RecordSet
  Properties:
    TTL: "60"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-shared.html",
		"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html",
	},
	Check: func(p *rules.Pass) {
		for _, r := range aws.Records(p.Graph) {
			p.Graph.TakeDoubts()
			ttl := r.TTL()
			if ttl.Written() == graph.False {
				continue
			}
			long := aws.AtLeast(ttl, longestTTL+1)
			to := graph.False
			var names []string
			if long != graph.False {
				hosts, open := r.Hosts()
				if open {
					to = graph.Unknown
				}
				for _, h := range hosts {
					switch {
					case h.Address != nil && (h.Instance == nil || h.Certain == graph.True): // an Elastic IP, whoever holds it
						to = graph.True
						names = append(names, h.Address.Address)
					case h.Certain == graph.True:
						to = graph.True
						names = append(names, h.Instance.Address)
					default:
						to = to.Or(h.Certain)
					}
				}
			}
			p.Report(long.And(to), ttl.Place, "%s is kept for %d s, although it leads to %s, which may change", r.Words(), ttl.Or(0), graph.EnumerateFew(names))
		}
	},
}
