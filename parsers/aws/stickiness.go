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
func StickinessOf(tg *graph.Resource) Stickiness {
	on, at := Sticky(tg)
	s := Stickiness{On: on, Place: at, Hash: graph.False}
	if s.On == graph.False {
		return s
	}
	kind := TargetGroup.StickinessType.Of(tg)
	if kind.Unwritten() {
		s.Hash = HasPrefix(TargetGroup.Protocol.Of(tg), "HTTP").Not()
	} else {
		s.Hash = kind.In("lb_cookie", "app_cookie").Not()
	}
	if s.Hash != graph.False { // by address: also before databases and appliances, which keep no sessions of people
		s.On = s.On.And(WebFront(tg))
	}
	return s
}

// Sticky tells whether stickiness of a target group is turned on, of whatever type, and where.
//
// A Terraform stickiness block is on unless `enabled` is false (documentation of aws_lb_target_group); CloudFormation
// turns it on with the attribute stickiness.enabled, whose default is false, and takes lb_cookie for the type of an
// application load balancer's group (API reference, TargetGroupAttribute).
func Sticky(tg *graph.Resource) (on graph.Tri, at graph.Place) {
	enabled := TargetGroup.StickinessEnabled.Of(tg)
	if tg.Language == graph.Terraform && enabled.Unwritten() {
		return TargetGroup.Stickiness.Of(tg).Any(), enabled.Place
	}
	return enabled.Is(true), enabled.Place
}

// stickinessTypes are those that target groups of each sort of load balancer take (API reference, TargetGroupAttribute:
// stickiness.type).
var stickinessTypes = map[string][]string{
	Application: {"lb_cookie", "app_cookie"},
	Network:     {"source_ip"},
	Gateway:     {"source_ip_dest_ip", "source_ip_dest_ip_proto"},
}

// StickinessTypes are the types of stickiness that the target group may have; none where the sort of its load balancer is
// not known.
func StickinessTypes(tg *graph.Resource) []string { return stickinessTypes[SortOfGroup(tg)] }

// ReservedCookies begins the names of the cookies that Application Load Balancers keep for themselves: AWSALB, AWSALBAPP
// and AWSALBTG (User Guide for Application Load Balancers, "Edit target group attributes": application-based stickiness).
const ReservedCookies = "AWSALB"

// A WeightedForward is an action of a listener or rule that shares requests out among target groups by weight.
type WeightedForward struct {
	Groups []Front
	Open   bool        // there may be others
	Bound  graph.Tri   // whether it keeps a client at one target group
	Place  graph.Place // the action
}

// WeightedForwardsOf reads the weighted actions of a listener, or of a rule of one.
func WeightedForwardsOf(r *graph.Resource) []WeightedForward {
	blocks := Listener.Weighted
	if ListenerRule.Includes(r) == graph.True {
		blocks = ListenerRule.Weighted
	}
	var out []WeightedForward
	for _, b := range blocks.Of(r).Items {
		w := WeightedForward{Bound: graph.False, Place: b.Place}
		groups := fieldBlocks(b, "target_group", "TargetGroups")
		w.Open = groups.Open
		for _, g := range groups.Items {
			var f Fronts
			f.follow(r, fieldLink(g, "arn", "TargetGroupArn", targetGroup), graph.True, graph.Always)
			w.Open = w.Open || f.Open
			w.Groups = append(w.Groups, f.Items...)
		}
		stickiness := fieldBlocks(b, "stickiness", "TargetGroupStickinessConfig")
		if stickiness.Open {
			w.Bound = graph.Unknown
		}
		for _, s := range stickiness.Items {
			w.Bound = w.Bound.Or(field[bool](s, "enabled", "Enabled").Is(true))
		}
		out = append(out, w)
	}
	return out
}

// A CookiePolicy is a stickiness policy inside a Classic Load Balancer.
type CookiePolicy struct {
	Used  graph.Tri // whether a listener uses it
	Blind graph.Tri // whether one does that cannot read cookies, since it is neither of HTTP nor of HTTPS
	Place graph.Place
}

// CookiePoliciesOf are the stickiness policies that stand inside a Classic Load Balancer (CloudFormation). One that no
// listener names does nothing.
func CookiePoliciesOf(lb *graph.Resource) []CookiePolicy {
	var out []CookiePolicy
	names, open := listenerPolicies(lb, func(Block) graph.Tri { return graph.True })
	blind, _ := listenerPolicies(lb, func(l Block) graph.Tri { return speaksHTTP(l).Not() })
	for _, blocks := range []Blocks{ClassicLoadBalancer.CookiePolicies, ClassicLoadBalancer.AppPolicies} {
		for _, b := range blocks.Of(lb).Items {
			of := func(names map[string]graph.Tri) graph.Tri {
				name, ok := policyName(b).Get()
				switch used, listed := names[name]; {
				case !ok, open && used != graph.True:
					return graph.Unknown
				case !listed:
					return graph.False
				default:
					return used
				}
			}
			policy := CookiePolicy{of(names), of(blind), b.Place}
			if policy.Used == graph.Unknown {
				lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: "which policies the listeners of " + lb.Address + " use is not known"})
			}
			out = append(out, policy)
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
		v, ok := settings.values[[2]string{o.namespace, o.name}]
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

// listenerPolicies are the names of the policies that the listeners of a Classic Load Balancer use, with the answer to a
// question about any listener that does.
func listenerPolicies(lb *graph.Resource, question func(listener Block) graph.Tri) (names map[string]graph.Tri, open bool) {
	names = map[string]graph.Tri{}
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
		answer := question(b)
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			s, ok := textOf(e)
			if !ok {
				open = true
				continue
			}
			if before, listed := names[s]; listed {
				names[s] = before.Or(answer)
			} else {
				names[s] = answer
			}
		}
	}
	return names, open
}

// BlindCookiePolicy tells whether the listener that a stickiness policy of its own is for cannot read cookies, since it is
// neither of HTTP nor of HTTPS.
func BlindCookiePolicy(policy, lb *graph.Resource) graph.Tri {
	port := DurationCookiePolicy.Port.Of(policy)
	if ApplicationCookiePolicy.Includes(policy) == graph.True {
		port = ApplicationCookiePolicy.Port.Of(policy)
	}
	wanted, ok := port.Get()
	if !ok {
		port.doubt()
		return graph.Unknown
	}
	return anyClassicListener(lb, func(b Block) graph.Tri {
		return field[int](b, "lb_port", "LoadBalancerPort").Is(wanted).And(speaksHTTP(b).Not())
	})
}

// policyName is the name of a stickiness policy that stands inside a Classic Load Balancer.
func policyName(b Block) Value[string] { return field[string](b, "", "PolicyName") }
