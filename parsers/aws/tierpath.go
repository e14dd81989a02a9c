package aws

import (
	"slices"
	"strconv"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A TierPath is a way from one tier to the next, as far as security groups let it.
type TierPath struct {
	Closed   graph.Tri
	From, To *graph.Resource // a load balancer and compute, or compute and a data store
	Port     int
	Health   bool            // nothing but the health checks take the port
	Out      bool            // the groups of From let nothing out; else those of To let it not in
	Group    *graph.Resource // the first of those groups
	Bare     bool            // that group has no egress rule at all
}

// PathsOf are the ways on which compute is called and calls, one of each sort to each neighbour: from its load balancers, on
// the port of the requests and on that of the health checks, and to the data stores of which its settings have an address.
// Ways over UDP are not looked at.
func PathsOf(compute *graph.Resource) []TierPath {
	var out []TierPath
	fronts := FrontsOf(compute)
	for _, f := range fronts.Items {
		switch {
		case ECSService.Includes(compute) == graph.True && ECSService.Subnets.Of(compute).Any() != graph.True:
			// The instances of the cluster take the requests, on ports of theirs.
		case f.To == nil || f.Certain != graph.True || f.Lattice() != graph.False:
			if f.Lattice() != graph.True {
				compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "what stands before " + compute.Address + " is not in sight"})
				out = append(out, TierPath{})
			}
		case ClassicLoadBalancer.Includes(f.To) == graph.True:
			out = append(out, classicPath(f.To, compute))
		case TargetGroup.Includes(f.To) == graph.True:
			out = append(out, pathsThrough(f, compute)...)
		}
	}
	for _, store := range storesCalled(compute) {
		if path, ok := storePath(compute, store); ok {
			out = append(out, path)
		}
	}
	return out
}

// classicPath is the way from a Classic Load Balancer, which has a listener for each port, to an instance.
func classicPath(lb, compute *graph.Resource) TierPath {
	out := TierPath{Closed: graph.False}
	listeners := ClassicLoadBalancer.Listeners.Of(lb)
	for _, b := range listeners.Items {
		if port, ok := field[int](b, "instance_port", "InstancePort").Get(); ok {
			out.worse(between(lb, compute, port))
		}
	}
	if target, ok := ClassicLoadBalancer.HealthCheck.Of(lb).Get(); ok {
		if _, rest, cut := strings.Cut(target, ":"); cut {
			number, _, _ := strings.Cut(rest, "/")
			if port, err := strconv.Atoi(number); err == nil {
				way := between(lb, compute, port)
				way.Health = true
				out.worse(way)
			}
		}
	}
	return out
}

// pathsThrough are the ways from the load balancers before a target group to compute.
func pathsThrough(f Front, compute *graph.Resource) []TierPath {
	tg := f.To
	protocol := TargetGroup.Protocol.Of(tg)
	if protocol.In("TCP", "TLS", "HTTP", "HTTPS") == graph.False && protocol.Written() != graph.False {
		return nil
	}
	requests, known := arrivalPort(compute, f).Get()
	var out []TierPath
	for _, lb := range balancersBefore(tg) {
		if lb == nil {
			compute.Graph().Doubt(graph.Doubt{Resource: tg, Message: "the load balancer before " + tg.Address + " is not known"})
			out = append(out, TierPath{})
			continue
		}
		way := TierPath{From: lb, To: compute}
		if known {
			way = between(lb, compute, requests)
		} else {
			compute.Graph().Doubt(graph.Doubt{Resource: tg, Message: "the port on which " + tg.Address + " calls " + compute.Address + " is not known"})
		}
		if health := TargetGroup.HealthPort.Of(tg).Or(trafficPort); health != trafficPort && TargetGroup.HealthEnabled.Of(tg).Is(true) == graph.True {
			if port, err := strconv.Atoi(health); err == nil && port != requests {
				checks := between(lb, compute, port)
				checks.Health = true
				way.worse(checks)
			}
		}
		out = append(out, way)
	}
	return out
}

// balancersBefore are the load balancers whose listeners certainly lead to a target group, each once; nil among them stands for
// one that is not known.
func balancersBefore(tg *graph.Resource) []*graph.Resource {
	type key struct{ r *graph.Resource }
	return graph.Fact(tg.Graph(), key{tg}, func() []*graph.Resource {
		var out []*graph.Resource
		seen := map[*graph.Resource]bool{}
		for _, w := range WaysTo(tg).Items {
			lb := w.Balancer()
			if w.Certain != graph.True {
				lb = nil
			}
			if !seen[lb] {
				seen[lb] = true
				out = append(out, lb)
			}
		}
		return out
	})
}

// worse keeps the worse of two ways between the same two: the closed one, and of two such the first.
func (p *TierPath) worse(o TierPath) {
	switch {
	case p.Closed == graph.True:
	case o.Closed == graph.True:
		*p = o
	default:
		p.Closed = p.Closed.Or(o.Closed)
	}
}

// between tells whether security groups close the way between two resources on a TCP port, or on all of several that would do.
func between(from, to *graph.Resource, ports ...int) TierPath {
	out := TierPath{From: from, To: to, Port: ports[0]}
	if from.With(to).Or(to.With(from)) != graph.True {
		to.Graph().Doubt(graph.Doubt{Resource: to, Message: "whether " + to.Address + " is there where " + from.Address + " is, is not known"})
		return out
	}
	carried, guards := SecurityGroupsOf(from), SecurityGroupsOf(to)
	network := LoadBalancer.Includes(from) == graph.True && LoadBalancer.Type.Of(from).Is(Application) != graph.True
	leaves := graph.True // also where Elastic Beanstalk adds a group of its own
	if BeanstalkEnvironment.Includes(from) != graph.True && !network || LoadBalancer.SecurityGroups.Of(from).Any() == graph.True {
		leaves = letsOutTo(from, to, ports)
	}
	comes := admitted
	if network {
		comes = admittedFromNetwork
	}
	arrives := comes(from, to, ports)
	if arrives == graph.Unknown {
		doubtRules(guards)
	}
	var closing Links
	switch {
	case leaves == graph.False:
		out.Out, closing = true, carried
	case arrives == graph.False:
		closing = guards
	default:
		out.Closed = leaves.And(arrives).Not()
		return out
	}
	out.Closed = mayBeOpened(closing).Not()
	if !out.Out && noneWritten(closing) && filledElsewhere(closing) {
		to.Graph().Doubt(graph.Doubt{Resource: to, Message: "no rule in sight lets anything in to " + to.Address})
		out.Closed = graph.Unknown
	}
	if group, ok := firstTarget(closing); ok {
		out.Group = group
		rules, _ := egressOf(group)
		out.Bare = out.Out && len(rules.Items) == 0
	} else {
		out.Closed = out.Closed.And(graph.Unknown)
	}
	return out
}

// mayBeOpened tells whether a rule may be added to one of some groups out of sight: the unit puts it out, or hands it to a
// program. It is Unknown where that is so, else False.
func mayBeOpened(groups Links) graph.Tri {
	out := graph.False
	for group := range groups.Targets() {
		g := group.Graph()
		out = out.Or(g.PutOut(group), g.Offered(group))
		for m := range mentionedIn(group) {
			if runsProgram(m) {
				g.Doubt(graph.Doubt{Resource: group, Message: m.from.Address + " is given " + group.Address + ", and may add rules to it"})
				out = out.Or(graph.Unknown)
			}
		}
	}
	return out
}

// runsProgram tells whether what mentions a resource is a program of one's own, or a place where one finds it.
func runsProgram(m mentioning) bool {
	switch {
	case Function.Includes(m.from) == graph.True:
		return strings.HasPrefix(strings.ToLower(m.at), "environment")
	case Parameter.Includes(m.from) == graph.True, m.from.Mode == graph.Module, isCustom(m.from):
		return true
	}
	return slices.Contains([]string{"null_resource", "terraform_data", "local_file", "aws_cloudformation_stack"}, m.from.Type)
}

// doubtRules leaves with the graph which of some groups may let in more than is in sight.
func doubtRules(groups Links) {
	for group := range groups.Targets() {
		if IngressOf(group).Open {
			doubtIngress(group)
		}
	}
}

// noneWritten tells whether no rule in sight lets anything in to some groups.
func noneWritten(groups Links) bool {
	for group := range groups.Targets() {
		if len(IngressOf(group).Items) > 0 {
			return false
		}
	}
	return true
}

// filledElsewhere tells whether the rules of some groups without any may well stand elsewhere: where the unit writes no rules of
// groups at all, or a program finds the groups by a tag. Where the unit writes those of its other groups, it is here that one
// would look for these.
func filledElsewhere(groups Links) bool {
	for group := range groups.Targets() {
		if !writesIngress(group.Graph()) || slices.ContainsFunc(tagKeys(group), isForPrograms) {
			return true
		}
	}
	return false
}

// isForPrograms tells whether a tag has the key by which programs find the groups whose rules they write: controllers of
// Kubernetes (AWS Load Balancer Controller, "Security groups": backend rules) and what keeps to the addresses of CloudFront (AWS
// Security Blog, "Automatically update security groups for Amazon CloudFront IP ranges using AWS Lambda": AutoUpdate).
func isForPrograms(key string) bool {
	key = strings.ToLower(key)
	return strings.Contains(key, "kubernetes.io/") || key == "autoupdate"
}

// writesIngress tells whether a unit certainly writes what some security group of it lets in.
func writesIngress(g *graph.Graph) bool {
	type key struct{}
	return graph.Fact(g, key{}, func() bool {
		defer g.TakeDoubts()
		for group := range SecurityGroup.In(g) {
			if len(IngressOf(group).Items) > 0 {
				return true
			}
		}
		return false
	})
}

// letsOutTo tells whether the groups that one resource carries let traffic out to another on one of the ports.
func letsOutTo(from, to *graph.Resource, ports []int) graph.Tri {
	return anyGroup(SecurityGroupsOf(from), func(group *graph.Resource) graph.Tri {
		rules, everything := egressOf(group)
		out := graph.Known(everything)
		if rules.Open {
			group.Graph().Doubt(graph.Doubt{Resource: group, Message: "not all that " + group.Address + " lets out is in sight"})
			out = graph.Unknown
		}
		return out.Or(letsThrough(group, true, to, ports, to))
	})
}

// admittedFromNetwork tells whether a network load balancer comes to compute: by its security groups if it has some. It may
// keep the addresses of its clients, so that any range may be meant for them; but a group that clients carry means nothing
// behind it (Elastic Load Balancing, User Guide for Network Load Balancers, "Update the security groups for your Network Load
// Balancer" and "Edit target group attributes": client IP preservation).
func admittedFromNetwork(lb, compute *graph.Resource, ports []int) graph.Tri {
	own := LoadBalancer.SecurityGroups.Of(lb)
	return anyGroup(SecurityGroupsOf(compute), func(group *graph.Resource) graph.Tri {
		return anyIngress(group, func(rule Ingress) graph.Tri {
			opens := rule.opens(compute, ports)
			if opens == graph.False || len(rule.CIDRs) > 0 {
				return opens
			}
			out := graph.Known(false)
			if own.Open || rule.Prefixes != graph.False || rule.Groups.Open {
				out = graph.Unknown
			}
			for _, from := range rule.Groups.Items {
				if from.To == nil {
					out = graph.Unknown
					continue
				}
				out = out.Or(own.LeadsTo(from.To))
			}
			return opens.And(out.Or(rule.Self.And(own.LeadsTo(group))))
		})
	})
}

// storesCalled are the data stores of which the settings of compute have an address, by address.
func storesCalled(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for r := range settingsOf(compute).addressed {
		if ClusterInstance.Includes(r) == graph.True {
			for cluster := range ClusterInstance.Cluster.Of(r).Targets() {
				out = append(out, cluster)
			}
			continue
		}
		for _, k := range calledStores {
			if r.Mode == graph.Managed && k.Includes(r) == graph.True {
				out = append(out, r)
			}
		}
	}
	sortByAddress(out)
	return slices.Compact(out)
}

// storePath is the way from compute to a store that it calls; ok is false where the store does not listen in the VPC, or where a
// rule of it names no source, which is its own fault.
func storePath(compute, store *graph.Resource) (path TierPath, ok bool) {
	if SearchDomain.Includes(store) == graph.True && SearchDomain.Subnets.Of(store).Any() == graph.False {
		return TierPath{}, false
	}
	ports := portsOf(store)
	public, _ := TakesPublicAddress(store)
	switch {
	case public != graph.False:
		store.Graph().Doubt(graph.Doubt{Resource: store, Message: store.Address + " may be called by a public address"})
		return TierPath{From: compute, To: store}, true
	case ports == nil:
		store.Graph().Doubt(graph.Doubt{Resource: store, Message: "the port of " + store.Address + " is not known"})
		return TierPath{From: compute, To: store}, true
	case DataOpeningOf(store).Nobody:
		return TierPath{}, false
	}
	return between(compute, store, ports...), true
}
