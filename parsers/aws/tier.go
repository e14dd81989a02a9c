package aws

import (
	"iter"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// webPorts are the ports on which compute is taken for a web server.
var webPorts = []int{80, 443, 3000, 5000, 8000, 8080, 8443}

// dataPorts are the ports of databases, caches, warehouses and brokers, and those of SSH, RDP and VPNs: a target on one is
// never web.
var dataPorts = slices.Concat(databasePorts, adminPorts, vpnPorts, []int{1883, 5439, 5671, 5672, 8883, 9092, 9094, 11211, 50000, 61616, 61617})

// Fleet tells whether compute may run as two or more instances or tasks.
func Fleet(compute *graph.Resource) graph.Tri {
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		return AtLeast(AutoScalingGroup.Max.Of(compute), 2)
	case Instance.Includes(compute) == graph.True:
		return instanceFleet(compute)
	case ECSService.Includes(compute) == graph.True:
		return ecsFleet(compute)
	case BeanstalkEnvironment.Includes(compute) == graph.True:
		return SettingsOf(compute).fleet()
	}
	return graph.Unknown
}

// runsOne tells whether compute certainly runs at least one instance or task.
func runsOne(compute *graph.Resource) graph.Tri {
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		return AtLeast(AutoScalingGroup.Min.Of(compute), 1)
	case ECSService.Includes(compute) == graph.True:
		return AtLeast(ECSService.Desired.Of(compute), 1)
	}
	return graph.True
}

// instanceFleet tells whether an instance has siblings behind the same load balancer.
func instanceFleet(i *graph.Resource) graph.Tri {
	fronts := FrontsOf(i)
	out := fronts.Some(func(f Front) graph.Tri {
		if f.To == nil {
			return graph.Unknown
		}
		fleet, _ := FrontFleet(f.To)
		return fleet
	})
	if fronts.Open {
		out = out.Or(graph.Unknown)
	}
	return out
}

// ecsFleet: desired count of two or more, a daemon, or a scalable target that lets it grow.
func ecsFleet(s *graph.Resource) graph.Tri {
	if ECSService.Strategy.Of(s).Is("DAEMON") == graph.True {
		s.Graph().Doubt(graph.Doubt{Resource: s, Message: s.Address + " runs as many tasks as its cluster has instances"})
		return graph.Unknown
	}
	out := AtLeast(ECSService.Desired.Of(s), 2)
	scaled := ScalableTarget.Service.Into(s)
	for _, b := range scaled.Items {
		out = out.Or(b.Certain.And(AtLeast(ScalableTarget.Max.Of(b.From), 2)))
	}
	if out == graph.False && (len(scaled.Open) > 0 || s.Graph().Hides(s) != graph.False) {
		return graph.Unknown
	}
	return out
}

// FrontFleet tells whether a target group or Classic Load Balancer sends traffic to two or more instances or tasks;
// one tells whether it is known to have exactly one.
func FrontFleet(front *graph.Resource) (fleet, one graph.Tri) {
	type key struct{ r *graph.Resource }
	fleet = graph.Fact(front.Graph(), key{front}, func() graph.Tri { return frontFleet(front) })
	return fleet, fleet.Not()
}

func frontFleet(front *graph.Resource) graph.Tri {
	t := TargetsOf(front)
	var lone graph.Set
	lone.Open = t.Open
	fleet := noAlternative()
	groups := 0
	for _, i := range t.Items {
		lone.Open = lone.Open || i.unnumbered()
		if i.Certain != graph.True && i.Compute != nil {
			front.Graph().Doubt(graph.Doubt{Resource: front, Message: i.Compute.Address + " may be attached to " + front.Address + ", or not"})
		}
		switch {
		case i.Compute == nil:
			m := graph.Uncounted(i.Place.Resource.Address + "." + pathText(i.Place.Path))
			m.Possible, m.When = i.Certain != graph.True, i.When
			doubtPlace(i.Place.Resource, pathText(i.Place.Path))
			lone.Add(m)
		case Instance.Includes(i.Compute) == graph.True:
			lone.Add(graph.Member{Key: i.Compute.Address, Possible: i.Certain.And(i.Compute.With(front)) != graph.True, When: i.When})
		default:
			many, when := Fleet(i.Compute), i.When
			if many != graph.True {
				when = graph.Condition{}
			}
			fleet.add(i.Certain.And(i.Compute.With(front), many), when)
			if many == graph.False { // one at most: a target like an instance
				m := graph.Member{Key: i.Compute.Address, Possible: i.Certain.And(i.Compute.With(front)) != graph.True, When: i.When}
				if runsOne(i.Compute) != graph.True {
					m.Possible, m.When = true, graph.Condition{}
				}
				lone.Add(m)
			} else {
				groups++
			}
		}
	}
	if groups == 0 && len(lone.Members) == 0 {
		front.Graph().Doubt(graph.Doubt{Resource: front, Message: "nothing in sight is attached to " + front.Address})
		return graph.Unknown
	}
	if t.Open {
		front.Graph().Doubt(graph.Doubt{Resource: front, Message: "others than those in sight may be attached to " + front.Address})
	}
	return fleet.any.Or(lone.AtLeast(2))
}

// Web tells whether compute is a web tier: reached through an HTTP(S) listener, or one on a web port, or open to
// anywhere on a web port where no load balancer stands before it.
func Web(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		if BeanstalkEnvironment.Includes(compute) == graph.True {
			return BeanstalkEnvironment.Tier.Of(compute).Is("WebServer")
		}
		fronts := FrontsOf(compute)
		out := fronts.Some(func(f Front) graph.Tri {
			if f.To == nil {
				return graph.Unknown
			}
			return WebFront(f.To)
		})
		if fronts.Open {
			out = out.Or(graph.Unknown)
		}
		if fronts.Any() != graph.True {
			out = out.Or(OpenWeb(compute).Is)
		}
		return out
	})
}

// WebFront tells whether a target group or Classic Load Balancer carries web traffic.
func WebFront(front *graph.Resource) graph.Tri {
	switch {
	case ClassicLoadBalancer.Includes(front) == graph.True:
		return anyClassicListener(front, func(b Block) graph.Tri {
			return speaksHTTP(b).Or(portIn(field[int](b, "lb_port", "LoadBalancerPort"), webPorts))
		})
	case TargetGroup.Includes(front) == graph.True:
		if port := TargetGroup.Port.Of(front); portIn(port, dataPorts) == graph.True {
			return graph.False
		}
		switch protocol := TargetGroup.Protocol.Of(front); {
		case protocol.In("UDP", "TCP_UDP", "GENEVE") == graph.True:
			return graph.False
		case HasPrefix(protocol, "HTTP") == graph.True:
			return graph.True // only an application load balancer speaks HTTP to its targets
		}
		return listensOnWeb(front)
	}
	return graph.Unknown
}

// listensOnWeb tells whether a listener on a web port, or of HTTP, forwards to the target group.
func listensOnWeb(tg *graph.Resource) graph.Tri {
	out := noAlternative()
	seen := false
	judge := func(l *graph.Resource, b Back) {
		seen = true
		web := HasPrefix(Listener.Protocol.Of(l), "HTTP").Or(portIn(Listener.Port.Of(l), webPorts))
		if web != graph.True {
			b.When = graph.Condition{}
		}
		out.add(b.Certain.And(web), b.When)
	}
	direct := Listener.Forwards.Into(tg)
	for _, b := range direct.Items {
		judge(b.From, b)
	}
	rules := ListenerRule.Forwards.Into(tg)
	for _, b := range rules.Items {
		for l := range ListenerRule.Listener.Of(b.From).Targets() {
			judge(l, b)
		}
	}
	if out.any == graph.False && (!seen || len(direct.Open)+len(rules.Open) > 0) {
		tg.Graph().Doubt(graph.Doubt{Resource: tg, Message: "no listener in sight forwards to " + tg.Address})
		return graph.Unknown
	}
	return out.any
}

func isHTTP(protocol string) bool {
	return strings.EqualFold(protocol, "HTTP") || strings.EqualFold(protocol, "HTTPS")
}

func portIn(port Value[int], ports []int) graph.Tri {
	return port.Test(func(p int) bool { return slices.Contains(ports, p) })
}

// App tells whether compute is an app tier: another tier's security group may call it on a web port.
func App(compute *graph.Resource) graph.Tri {
	if !sharesInterface(compute) && AdmitsOnlyMembers(compute) == graph.True {
		return graph.False
	}
	return anyGroup(SecurityGroupsOf(compute), func(group *graph.Resource) graph.Tri {
		type key struct{ group *graph.Resource }
		return graph.Fact(group.Graph(), key{group}, func() graph.Tri {
			return anyIngress(group, func(rule Ingress) graph.Tri {
				out := graph.False
				for _, from := range rule.Groups.Items {
					if from.To != group {
						out = out.Or(from.Exists.And(rule.anyPort(webPorts)))
					}
				}
				return out
			})
		})
	})
}

// Tiers are the compute resources of a graph that serve requests, in the order of their kinds and addresses.
func Tiers(g *graph.Graph) []*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() []*graph.Resource {
		var out []*graph.Resource
		for _, k := range []Kind{AutoScalingGroup.Kind, Instance.Kind, ECSService.Kind, BeanstalkEnvironment.Kind} {
			for r := range k.In(g) {
				out = append(out, r)
			}
		}
		return out
	})
}

// isTier tells whether compute is one of the [Tiers] of its graph.
func isTier(compute *graph.Resource) bool { return Function.Includes(compute) == graph.False }

// FleetTier tells whether compute is a web or app tier that runs, or may run, as two or more instances or tasks.
func FleetTier(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		fleet := Fleet(compute)
		if fleet == graph.False {
			return fleet
		}
		return fleet.And(Web(compute).Or(App(compute)))
	})
}

// Servers are the groups and instances of a graph.
func Servers(g *graph.Graph) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, k := range []Kind{autoScalingGroup, instance} {
			for r := range k.In(g) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// CalledOnWebPort tells whether compute takes a web port by a rule made for it, from anywhere or from another group than
// its own. A rule for every port says nothing of what listens.
func CalledOnWebPort(compute *graph.Resource) Opening {
	return opening(compute, "called on a web port", func(group *graph.Resource, rule Ingress) graph.Tri {
		if !rule.forFewPorts() {
			return graph.False
		}
		source := rule.fromAnywhere()
		if rule.Groups.Open {
			source = source.Or(graph.Unknown)
		}
		for _, from := range rule.Groups.Items {
			switch {
			case from.To == nil:
				source = source.Or(graph.Unknown) // whose it is, is not known
			case guardsLoadBalancer(from.To):
				group.Graph().Doubt(graph.Doubt{Resource: group, Message: group.Address + " lets in a load balancer, to which its instances may be attached out of sight"})
				source = source.Or(graph.Unknown)
			case from.To != group:
				source = source.Or(from.Exists)
			}
		}
		return source.And(rule.anyPort(webPorts))
	})
}

// guardsLoadBalancer tells whether a security group is, or may be, that of a load balancer in sight.
func guardsLoadBalancer(group *graph.Resource) bool {
	return len(LoadBalancer.SecurityGroups.Into(group).Items)+len(ClassicLoadBalancer.SecurityGroups.Into(group).Items) > 0
}

// Callers are the tiers of a graph and its functions, by kind and address.
func Callers(g *graph.Graph) []*graph.Resource {
	out := slices.Clone(Tiers(g))
	for f := range Function.In(g) {
		out = append(out, f)
	}
	return out
}
