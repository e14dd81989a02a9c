package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var loadBalancerMissesZones = &rules.Rule{
	ID: "AL205", Name: "load-balancer-misses-zones", Level: rules.Error, Story: rules.StatelessWeb, Stage: 6, YieldsTo: []string{"AL203", "AL101"},
	Title: "Instances in zones that their load balancer does not serve",
	Why: `A load balancer serves only the Availability Zones that it has a subnet in. A target in another zone is registered but marked unused: it costs money, counts as a member of the
fleet and never gets a request. If the zones of the load balancer fail, the rest of the fleet stands idle beside the outage. Only a Network or Gateway Load Balancer that crosses zones
may still reach it.`,
	Fix: rules.Fix{
		Advice: "Give the load balancer a subnet in every zone that its targets run in.",
		Terraform: `resource "aws_lb" "web" {
  subnets = [aws_subnet.public_a.id, aws_subnet.public_b.id, aws_subnet.public_c.id]
}

resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = [aws_subnet.private_a.id, aws_subnet.private_b.id, aws_subnet.private_c.id] # the same zones
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [!Ref PublicA, !Ref PublicB, !Ref PublicC]

Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB, !Ref PrivateC] # the same zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-availability-zone.html",
	},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.LoadBalancer.In(p.Graph)) {
			judgeReach(p, lb)
		}
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			judgeReach(p, lb)
		}
	},
}

// mostMisses is how many targets without requests a finding tells of; people read the first few.
const mostMisses = 16

// judgeReach judges whether a load balancer has a node in every zone that its targets run in.
func judgeReach(p *rules.Pass, lb *graph.Resource) {
	zones := aws.ZonesOfLoadBalancer(lb)
	verdict := graph.False
	type miss struct {
		compute *graph.Resource
		in      aws.Zones // where it gets nothing
	}
	var misses []miss
	fronts := aws.FrontsBelow(lb)
	unseen := fronts.Open
	for _, front := range fronts.Items {
		if front.To == nil {
			unseen = true
			continue
		}
		targets := aws.TargetsOf(front.To)
		unseen = unseen || targets.Open
		for _, t := range targets.Items {
			if t.Compute == nil || t.InAnyZone() == graph.True {
				continue // a function, an address, another load balancer
			}
			missed := aws.MissedZones(zones, t.Compute)
			lost := missed.AtLeast(1)
			if lost != graph.False {
				lost = lost.And(front.Certain, t.Certain, t.InAnyZone().Not(), strands(lb, front.To))
			}
			if lost == graph.True && len(misses) < mostMisses {
				misses = append(misses, miss{t.Compute, missed})
			}
			verdict = verdict.Or(lost)
		}
	}
	if unseen {
		p.Graph.Doubt(graph.Doubt{Resource: lb, Message: "others than the targets in sight may stand behind " + lb.Address})
		verdict = verdict.Or(graph.Unknown)
	}
	if len(misses) == 0 {
		p.Report(verdict, zones.Place, "")
		return
	}
	first := misses[0]
	f := p.Report(verdict, zones.Place, "%s has no subnet in %v, where %s runs: what runs there gets no requests", lb.Address, first.in, first.compute.Address).WithZones(first.in)
	for _, m := range misses {
		f.With(aws.ZonesOfCompute(m.compute).Place, "%s is given its zones here", m.compute.Address).About(m.compute)
	}
}

// strands tells whether a target in a zone without a node gets nothing: Unknown where a network or gateway load balancer
// crosses zones.
func strands(lb, front *graph.Resource) graph.Tri {
	if lb == front || aws.LoadBalancer.Type.Of(lb).Is(aws.Application) == graph.True {
		return graph.True
	}
	return aws.CrossZone(lb, front).Not().Or(graph.Unknown)
}
