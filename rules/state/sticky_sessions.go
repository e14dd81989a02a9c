package state

import (
	"iter"
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var stickySessions = &rules.Rule{
	ID: "AL401", Name: "sticky-sessions", Level: rules.Warning, Story: rules.StatefulWeb, Stage: 3, YieldsTo: []string{"AL405"},
	Title: "Sticky sessions tie users to one instance",
	Why: `Stickiness sends every request of a user to the instance that served the first one, so that the session can live in that instance's memory. When the instance fails, is
replaced by a deployment or is scaled in, the sessions of all its users are gone: carts are empty and people are logged out. The load is uneven, too, since new instances get only new
users. A fleet that keeps sessions in a shared store (ElastiCache, MemoryDB, DynamoDB) can lose any instance and needs no stickiness.`,
	Fix: rules.Fix{
		Advice: "Keep sessions in ElastiCache, MemoryDB or DynamoDB, let the fleet's security group reach it, and turn stickiness off.",
		Terraform: `resource "aws_lb_target_group" "web" {
  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}`,
		CloudFormation: `TargetGroup:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    TargetGroupAttributes:
      - Key: stickiness.enabled
        Value: "false"`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html",
		"https://docs.aws.amazon.com/whitepapers/latest/web-application-hosting-best-practices/key-components-of-an-aws-web-hosting-architecture.html",
	},
	Check: func(p *rules.Pass) {
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			s := aws.StickinessOf(tg)
			report(p, tg, s.On, s.Place, s.Hash)
		}
		for _, c := range cookiePolicies {
			for policy := range p.Each(c.kind.In(p.Graph)) {
				for lb := range c.loadBalancer.Of(policy).Targets() {
					report(p, lb, policy.Exists, graph.Place{Resource: policy}, graph.False)
				}
			}
		}
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			for _, policy := range aws.CookiePoliciesOf(lb) {
				report(p, lb, policy.Used, policy.Place, graph.False)
			}
		}
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			on, at := aws.BeanstalkStickiness(env)
			if fleet := on.And(aws.Fleet(env)); fleet != graph.True {
				p.Report(fleet, at, "")
				continue
			}
			tied(p, env, slices.Values([]*graph.Resource{env}), at)
		}
	},
}

// cookiePolicies are the kinds of stickiness policies that stand beside a Classic Load Balancer, with what leads to it.
var cookiePolicies = []struct {
	kind         aws.Kind
	loadBalancer aws.Edge
}{
	{aws.DurationCookiePolicy.Kind, aws.DurationCookiePolicy.LoadBalancer},
	{aws.ApplicationCookiePolicy.Kind, aws.ApplicationCookiePolicy.LoadBalancer},
}

// report judges one sticky front: a fleet that loses sessions with an instance is a warning; one that keeps them in a
// store, one that may, a lone target and a hash of addresses are notes.
func report(p *rules.Pass, front *graph.Resource, on graph.Tri, at graph.Place, hash graph.Tri) {
	if on != graph.True {
		p.Report(on, at, "")
		return
	}
	fleet, one := aws.FrontFleet(front)
	switch {
	case one == graph.True:
		p.Report(on, at, "%s ties users to its only target: stickiness does nothing now and will lose sessions as soon as there are two", front.Address).As(rules.Note)
		return
	case fleet != graph.True:
		p.Report(fleet, at, "")
		return
	case hash == graph.True:
		p.Report(on, at, "%s sends each client address to one target: sessions die with it", front.Address).As(rules.Note)
		return
	}
	tied(p, front, aws.TargetsOf(front).Known(), at)
}

// tied reports a front, or an environment, that is sticky before a fleet, by where the fleet keeps its sessions.
func tied(p *rules.Pass, front *graph.Resource, fleet iter.Seq[*graph.Resource], at graph.Place) {
	stored := graph.False
	var store *graph.Resource
	for compute := range fleet {
		reached, s := aws.ReachesAny(compute, aws.SessionStores)
		if reached == graph.True && store == nil {
			store = s
		}
		stored = stored.Or(reached)
	}
	switch stored {
	case graph.True:
		p.Report(graph.True, at, "%s ties each user to one instance although the fleet reaches %s: keep sessions there and stickiness is no longer needed", front.Address, store.Address).
			As(rules.Note).With(graph.Place{Resource: store}, "the store that the fleet reaches")
	case graph.Unknown:
		p.Report(graph.True, at, "%s ties each user to one instance: if sessions live in a shared store, stickiness is not needed; if not, they die with the instance", front.Address).As(rules.Note)
	default:
		p.Report(graph.True, at, "%s ties each user to one instance and the fleet reaches no session store: sessions die with the instance", front.Address)
	}
}
