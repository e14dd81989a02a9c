package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Stickiness is what a target group does to bind a client to a target.
type Stickiness struct {
	On    graph.Tri
	Hash  graph.Tri   // by the client's address instead of a cookie: network load balancers
	Place graph.Place // where it is turned on
}

// StickinessOf reads the stickiness of a target group. By address it counts before web servers only: the flows of
// gateway load balancers and database connections are sticky by nature.
//
// A Terraform stickiness block is on unless `enabled` is false (documentation of aws_lb_target_group); CloudFormation
// turns it on with the attribute stickiness.enabled, whose default is false, and takes lb_cookie for the type of an
// application load balancer's group (API reference, TargetGroupAttribute).
func StickinessOf(tg *graph.Resource) Stickiness {
	enabled := TargetGroup.StickinessEnabled.Of(tg)
	s := Stickiness{On: enabled.Is(true), Place: enabled.Place, Hash: graph.False}
	if tg.Language == graph.Terraform && enabled.Written() == graph.False && !enabled.Observed() {
		s.On = TargetGroup.Stickiness.Of(tg).Any()
	}
	if s.On == graph.False {
		return s
	}
	kind := TargetGroup.StickinessType.Of(tg)
	if kind.Written() == graph.False && !kind.Observed() {
		s.Hash = HasPrefix(TargetGroup.Protocol.Of(tg), "HTTP").Not()
	} else {
		s.Hash = kind.In("lb_cookie", "app_cookie").Not()
	}
	if s.Hash != graph.False { // by address: also before databases and appliances, which keep no sessions of people
		s.On = s.On.And(WebFront(tg))
	}
	return s
}

// A CookiePolicy is a stickiness policy inside a Classic Load Balancer.
type CookiePolicy struct {
	Used  graph.Tri // whether a listener uses it
	Place graph.Place
}

// CookiePoliciesOf are the stickiness policies that stand inside a Classic Load Balancer (CloudFormation). One that no
// listener names does nothing.
func CookiePoliciesOf(lb *graph.Resource) []CookiePolicy {
	var out []CookiePolicy
	names, open := listenerPolicies(lb)
	for _, blocks := range []Blocks{ClassicLoadBalancer.CookiePolicies, ClassicLoadBalancer.AppPolicies} {
		for _, b := range blocks.Of(lb).Items {
			used := graph.Unknown
			if name, ok := policyName(b).Get(); ok && (names[name] || !open) {
				used = graph.Known(names[name])
			}
			out = append(out, CookiePolicy{used, b.Place})
		}
	}
	return out
}

// stickyOptions are the option settings that make a Beanstalk environment sticky, and the type of load balancer that
// heeds each (Elastic Beanstalk Developer Guide, "General options for all environments").
var stickyOptions = []struct {
	namespace, name string
	classic         bool
}{
	{"aws:elasticbeanstalk:environment:process:default", "StickinessEnabled", false},
	{"aws:elb:policies", "Stickiness Policy", true},
}

// BeanstalkStickiness tells whether the load balancer of a web environment is sticky, and where that is written. The
// load balancer is a classic one unless another type is set.
func BeanstalkStickiness(env *graph.Resource) (graph.Tri, graph.Place) {
	settings := SettingsOf(env)
	out := graph.False
	at := graph.Place{Resource: env}
	for _, o := range stickyOptions {
		v, ok := settings.Get(o.namespace, o.name)
		if !ok {
			continue
		}
		on := v.Test(func(s string) bool { return strings.EqualFold(s, "true") })
		if on = on.And(settings.heeds(o.classic)); on != graph.False {
			at = v.Place
		}
		out = out.Or(on)
	}
	return out.And(Web(env)), at
}

// listenerPolicies are the names of the policies that the listeners of a Classic Load Balancer use.
func listenerPolicies(lb *graph.Resource) (names map[string]bool, open bool) {
	names = map[string]bool{}
	listeners := ClassicLoadBalancer.Listeners.Of(lb)
	open = listeners.Open
	for _, b := range listeners.Items {
		v := fieldValue(b, "", "PolicyNames")
		u, _ := v.Unmark()
		if u.IsNull() {
			continue
		}
		if !u.IsKnown() || !u.CanIterateElements() {
			open = true
			continue
		}
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			if s, ok := textOf(e); ok {
				names[s] = true
			} else {
				open = true
			}
		}
	}
	return names, open
}

// policyName is the name of a stickiness policy that stands inside a Classic Load Balancer.
func policyName(b Block) Value[string] { return field[string](b, "", "PolicyName") }
