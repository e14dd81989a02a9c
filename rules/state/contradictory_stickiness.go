package state

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var contradictoryStickiness = &rules.Rule{
	ID: "AL405", Name: "contradictory-stickiness", Level: rules.Error, Story: rules.StatefulWeb, Stage: 2,
	Title: "Stickiness that AWS refuses or ignores",
	Why: `Stickiness works by cookies where the load balancer reads HTTP and by the client's address where it does not, and each sort of load balancer takes only its own. A cookie on a
Network Load Balancer, an address on an Application Load Balancer, an application cookie without a name or with one that the load balancer keeps for itself, a cookie policy on a TCP
listener: AWS refuses them when the stack is deployed. Others are accepted and do not work, so that the sessions which stickiness should have held together are scattered over the
fleet.`,
	Fix: rules.Fix{
		Advice: "Choose the type that belongs to the load balancer and complete it; better still, keep sessions in a shared store and turn stickiness off.",
		Terraform: `resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  stickiness {
    type        = "app_cookie" # or lb_cookie; source_ip before a network load balancer
    cookie_name = "SESSION"
  }
}`,
		CloudFormation: `TargetGroup:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Port: 80
    Protocol: HTTP
    TargetGroupAttributes:
      - {Key: stickiness.enabled, Value: "true"}
      - {Key: stickiness.type, Value: app_cookie} # or lb_cookie; source_ip before a network load balancer
      - {Key: stickiness.app_cookie.cookie_name, Value: SESSION}`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-sticky-sessions.html",
	},
	Check: func(p *rules.Pass) {
		for tg := range p.Each(aws.TargetGroup.In(p.Graph)) {
			contradictions(p, tg)
		}
		for _, kind := range []aws.Kind{aws.Listener.Kind, aws.ListenerRule.Kind} {
			for r := range p.Each(kind.In(p.Graph)) {
				for _, w := range aws.WeightedForwardsOf(r) {
					unbound(p, r, w)
				}
			}
		}
		for _, c := range cookiePolicies {
			for policy := range p.Each(c.kind.In(p.Graph)) {
				for lb := range c.loadBalancer.Of(policy).Targets() {
					p.Report(aws.BlindCookiePolicy(policy, lb), graph.Place{Resource: policy}, blindCookies, policy.Address, lb.Address)
				}
			}
		}
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			for _, policy := range aws.CookiePoliciesOf(lb) {
				p.Report(policy.Blind, policy.Place, blindCookies, "a cookie policy", lb.Address)
			}
		}
	},
}

const blindCookies = "%s is for a listener of %s that is neither HTTP nor HTTPS and cannot read cookies: AWS refuses it"

// contradictions judges the stickiness of one target group, and reports the first fault.
func contradictions(p *rules.Pass, tg *graph.Resource) {
	on, at := aws.Sticky(tg)
	if on == graph.False {
		p.Report(on, at, "")
		return
	}
	kind := aws.TargetGroup.StickinessType.Of(tg)
	cookie := aws.TargetGroup.CookieName.Of(tg)
	crosses := aws.TargetGroup.CrossZone.Of(tg)
	sort, types := aws.SortOfGroup(tg), aws.StickinessTypes(tg)
	byApplication := kind.Is("app_cookie")
	unnamed := graph.False
	if byApplication != graph.False && !cookie.Observed() {
		unnamed = byApplication.And(cookie.Written().Not())
	}
	faults := []struct {
		is      graph.Tri
		at      graph.Place
		message string
		args    []any
		level   rules.Level
	}{
		{kindOutside(kind, types), kind.Place, "%s turns stickiness of type %s on, which AWS refuses before %s: there it takes %s",
			[]any{tg.Address, kind.Or("?"), loadBalancers[sort], graph.Enumerate(types, "none")}, rules.Error},
		{unnamed, kind.Place, "%s ties clients by a cookie of the application and does not name it, which AWS refuses", []any{tg.Address}, rules.Error},
		{byApplication.And(aws.HasPrefix(cookie, aws.ReservedCookies)), cookie.Place, "%s ties clients by the cookie %s, whose name load balancers keep for themselves: AWS refuses it",
			[]any{tg.Address, cookie.Or("?")}, rules.Error},
		{graph.Known(sort == aws.Application).And(crosses.Is("false")), crosses.Place, "%s is sticky and does not cross zones, which exclude each other: AWS does not support stickiness then",
			[]any{tg.Address}, rules.Error},
		{graph.Known(sort == aws.Network).And(aws.TargetGroup.Protocol.Of(tg).Is("TLS")), at, "%s is sticky and of protocol TLS, for which Network Load Balancers do not support stickiness",
			[]any{tg.Address}, rules.Warning},
	}
	verdict := graph.False
	for _, f := range faults {
		if verdict = verdict.Or(on.And(f.is)); verdict == graph.True {
			p.Report(verdict, f.at, f.message, f.args...).As(f.level)
			return
		}
	}
	if sort == "" {
		verdict = verdict.Or(kind.Written().And(graph.Unknown))
	}
	p.Report(verdict, at, "")
}

// kindOutside tells whether a type of stickiness that is written is none of those that there are.
func kindOutside(kind aws.Value[string], types []string) graph.Tri {
	if len(types) == 0 {
		return graph.False
	}
	return kind.Test(func(k string) bool { return !slices.Contains(types, k) })
}

var loadBalancers = map[string]string{
	aws.Application: "an Application Load Balancer",
	aws.Network:     "a Network Load Balancer",
	aws.Gateway:     "a Gateway Load Balancer",
}

// unbound judges an action that shares requests out among sticky target groups without keeping a client at one of them.
func unbound(p *rules.Pass, r *graph.Resource, w aws.WeightedForward) {
	if w.Bound == graph.True || len(w.Groups) < 2 {
		p.Report(graph.False, w.Place, "")
		return
	}
	verdict := graph.False
	if w.Open {
		verdict = graph.Unknown
	}
	var sticky *graph.Resource
	for _, f := range w.Groups {
		on := graph.Unknown
		if f.To != nil {
			on = graph.Known(aws.SortOfGroup(f.To) == aws.Application)
			if on == graph.True {
				on, _ = aws.Sticky(f.To)
			}
		}
		if on = on.And(f.Certain, w.Bound.Not()); on == graph.True && sticky == nil {
			sticky = f.To
		}
		verdict = verdict.Or(on)
	}
	if sticky == nil {
		p.Report(verdict, w.Place, "")
		return
	}
	_, at := aws.Sticky(sticky)
	p.Report(verdict, w.Place, "%s shares requests out among target groups of which %s is sticky, but does not keep a client at one group: AWS refuses it", r.Address, sticky.Address).
		With(at, "%s is made sticky here", sticky.Address).About(sticky)
}
