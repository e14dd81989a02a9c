package aws

import (
	"slices"
	"strconv"

	"github.com/archlint/archlint/parsers/graph"
)

// TakesClients are the ports on which a load balancer listens, by whether its security groups let anybody in there.
type TakesClients struct {
	Closed       graph.Tri
	Group        *graph.Resource // the first of its groups
	Shut, Served []string        // the ports that are closed for certain, and those that are not; as text, in order
	Forwards     bool            // requests on one of those that are closed would be served, and not only sent elsewhere
}

// ClientsOf tells whether the security groups of a load balancer keep its clients from a port on which it listens. A network
// load balancer without groups takes everybody.
func ClientsOf(lb *graph.Resource) TakesClients {
	out := TakesClients{Closed: graph.False}
	edge := LoadBalancer.SecurityGroups
	if ClassicLoadBalancer.Includes(lb) == graph.True {
		edge = ClassicLoadBalancer.SecurityGroups
	}
	groups := edge.Of(lb)
	if groups.Any() == graph.False {
		if ClassicLoadBalancer.Includes(lb) == graph.True || LoadBalancer.Type.Of(lb).Is(Application) == graph.True {
			lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: lb.Address + " names no security group of its own"})
			out.Closed = graph.Unknown
		}
		return out
	}
	var shut []int
	for _, port := range listeningPorts(lb) {
		open := anyGroup(groups, func(group *graph.Resource) graph.Tri {
			return anyIngress(group, func(rule Ingress) graph.Tri {
				takes := rule.port(port)
				if takes != graph.False {
					takes = takes.And(rule.admitsNobody().Not())
				}
				return takes
			})
		})
		if open == graph.False {
			shut = append(shut, port)
			out.Shut = append(out.Shut, strconv.Itoa(port))
		} else {
			out.Served = append(out.Served, strconv.Itoa(port))
		}
		out.Closed = out.Closed.Or(open.Not())
	}
	out.Forwards = forwardsOn(lb, shut)
	if out.Closed == graph.Unknown {
		doubtRules(groups)
	}
	group, ok := firstTarget(groups)
	switch {
	case out.Closed != graph.True:
	case noneWritten(groups) && (!forInternet(lb) || filledElsewhere(groups)), LoadBalancer.PrivateLink.Of(lb).Is("off") == graph.True:
		lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: "whom " + lb.Address + " is meant for is not known"})
		out.Closed = graph.Unknown
	default:
		out.Closed = mayBeOpened(groups).Not().And(graph.Known(ok))
	}
	out.Group = group
	return out
}

// listeningPorts are the TCP ports on which a load balancer certainly listens, in order, each once.
func listeningPorts(lb *graph.Resource) []int {
	var out []int
	if ClassicLoadBalancer.Includes(lb) == graph.True {
		for _, b := range ClassicLoadBalancer.Listeners.Of(lb).Items {
			if port, ok := field[int](b, "lb_port", "LoadBalancerPort").Get(); ok {
				out = append(out, port)
			}
		}
	} else {
		for _, b := range Listener.LoadBalancer.Into(lb).Items {
			port, ok := Listener.Port.Of(b.From).Get()
			if ok && b.Certain == graph.True && Listener.Protocol.Of(b.From).In("HTTP", "HTTPS", "TCP", "TLS") == graph.True {
				out = append(out, port)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// forwardsOn tells whether a load balancer has targets for what comes on one of some ports, which are in order; a Classic Load
// Balancer always has.
func forwardsOn(lb *graph.Resource, ports []int) bool {
	if ClassicLoadBalancer.Includes(lb) == graph.True {
		return len(ports) > 0
	}
	for _, b := range Listener.LoadBalancer.Into(lb).Items {
		p, ok := Listener.Port.Of(b.From).Get()
		if _, listed := slices.BinarySearch(ports, p); !ok || !listed {
			continue
		}
		if Listener.Forwards.Of(b.From).Any() != graph.False || ListenerRule.Listener.Into(b.From).Any() != graph.False {
			return true
		}
	}
	return false
}

// forInternet tells whether a load balancer of any generation certainly faces the internet.
func forInternet(lb *graph.Resource) bool {
	if ClassicLoadBalancer.Includes(lb) == graph.True {
		return classicFacesInternet(lb) == graph.True
	}
	return facesInternet(lb) == graph.True
}
