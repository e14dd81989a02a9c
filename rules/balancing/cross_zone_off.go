package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var crossZoneOff = &rules.Rule{
	ID: "AL204", Name: "cross-zone-off", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 6, YieldsTo: []string{"AL203", "AL405"},
	Title: "Load balancer that keeps requests in the zone where they arrive",
	Why: `Clients reach the nodes of a load balancer in all its zones alike. With cross-zone load balancing each node sends requests to all targets; without it only to those of its own
zone. Then one target in a zone bears as much as five in another, and a zone whose last target fails or is replaced has nobody to serve its share. Application Load Balancers cross
zones unless a target group says otherwise; Classic ones do not unless told to (Terraform tells them by default, CloudFormation does not), nor do Network and Gateway Load Balancers,
where crossing zones costs money: for those this is advice as long as every zone has its target. Isolating zones on purpose is a fair reason to ignore this.`,
	Fix: rules.Fix{
		Advice: "Turn cross-zone load balancing on, or keep enough targets in each zone to serve its share alone.",
		Terraform: `resource "aws_lb" "network" {
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    LoadBalancerAttributes:
      - Key: load_balancing.cross_zone.enabled
        Value: "true"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/disable-cross-zone.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			crosses := aws.ClassicLoadBalancer.CrossZone.Of(lb)
			p.Report(crosses.Is(false), crosses.Place, "%s does not cross zones%s: each of its nodes serves only the instances of its own zone", lb.Address, crosses.Because("nothing")).
				FixedBy(crosses.Put(true))
		}
		for lb := range p.Each(aws.LoadBalancer.In(p.Graph)) {
			crosses := aws.LoadBalancer.CrossZone.Of(lb)
			off := aws.LoadBalancer.Type.Of(lb).Is(aws.Application).Not()
			if off != graph.False {
				off = off.And(crosses.Is(false), heeded(lb))
			}
			if off == graph.True {
				if front, least, zones := thinFront(lb); front != nil {
					p.Report(off, crosses.Place, "%s does not cross zones%s, and %s may have fewer targets (%d) than it has zones (%d): a zone without one serves nobody",
						lb.Address, crosses.Because("nothing"), front.Address, least, zones).About(front).FixedBy(crosses.Put(true))
					continue
				}
			}
			p.Advise(off, crosses.Place, "%s does not cross zones%s: each of its nodes serves only the targets of its own zone", lb.Address, crosses.Because("nothing")).
				FixedBy(crosses.Put(true))
		}
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			crosses := aws.TargetGroup.CrossZone.Of(tg)
			report := p.Advise
			if aws.SortOfGroup(tg) == aws.Application {
				report = p.Report
			}
			f := report(crosses.Is("false"), crosses.Place, "%s keeps requests in the zone where they arrive: each zone serves its share with its own targets only", tg.Address)
			for _, w := range aws.WaysTo(tg).Items {
				f.About(w.Balancer())
			}
		}
	},
}

// heeded tells whether what a load balancer does about zones counts for a target group behind it: one that says nothing of
// its own. It counts as well where none is in sight.
func heeded(lb *graph.Resource) graph.Tri {
	fronts := aws.FrontsBelow(lb)
	if len(fronts.Items) == 0 {
		return graph.True
	}
	out := graph.False
	if fronts.Open {
		lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: "others than the target groups in sight may stand behind " + lb.Address})
		out = graph.Unknown
	}
	for _, f := range fronts.Items {
		own := graph.Unknown
		if f.To != nil {
			own = aws.TargetGroup.CrossZone.Of(f.To).In("true", "false")
		} else {
			lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: "what a target group out of sight does about zones is not known"})
		}
		out = out.Or(own.Not())
	}
	return out
}

// thinFront is a front of a load balancer that may have fewer targets than the load balancer has zones, with both numbers;
// nil where there is none or that is not known.
func thinFront(lb *graph.Resource) (front *graph.Resource, least, zones int) {
	zones, _ = aws.ZonesOfLoadBalancer(lb).Bounds()
	for _, f := range aws.FrontsBelow(lb).Items {
		if f.To == nil || f.Certain != graph.True || aws.TargetGroup.CrossZone.Of(f.To).In("true", "false") != graph.False {
			continue
		}
		if n, ok := aws.LeastTargets(f.To); ok && n < zones {
			return f.To, n, zones
		}
	}
	return nil, 0, 0
}
