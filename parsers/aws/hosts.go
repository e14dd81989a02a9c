package aws

import (
	"fmt"

	"github.com/archlint/archlint/parsers/graph"
)

// hostsOf are the groups and instances in sight that run the tasks of a service which share their interfaces: those of its
// capacity providers, and those whose boot scripts name its cluster. Of those of a cluster that carry the same security
// groups it is the first. There may be others.
func hostsOf(service *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for _, item := range ECSService.Providers.Of(service).Items {
		for provider := range fieldLink(item, "capacity_provider", "CapacityProvider", capacityProvider).Targets() {
			for asg := range CapacityProvider.Group.Of(provider).Targets() {
				out = append(out, asg)
			}
		}
	}
	for _, ref := range graph.Refs(service.Attribute([graph.Languages]string{"cluster", "Cluster"}[service.Language])) {
		if ref.Possible {
			continue
		}
		for _, cluster := range service.Graph().Targets(ref) {
			if cluster.Type == containerClusters[cluster.Language] {
				out = append(out, hostsIn(cluster)...)
			}
		}
	}
	return out
}

// hostsIn are the groups and instances whose boot scripts name a cluster, the first of those that carry the same security
// groups.
func hostsIn(cluster *graph.Resource) []*graph.Resource {
	type key struct{ r *graph.Resource }
	return graph.Fact(cluster.Graph(), key{cluster}, func() []*graph.Resource {
		var out []*graph.Resource
		seen := map[string]bool{}
		for _, host := range configuredWith(cluster.Graph())[cluster] {
			if AutoScalingGroup.Includes(host) != graph.True && Instance.Includes(host) != graph.True {
				continue
			}
			groups := SecurityGroupsOf(host)
			carried := fmt.Sprint(groups.Open)
			for _, l := range groups.Items {
				if carried += fmt.Sprint(" ", l.Exists); l.To != nil {
					carried += l.To.Address
				}
			}
			if !seen[carried] {
				seen[carried] = true
				out = append(out, host)
			}
		}
		return out
	})
}

// A hostPort is the port of its host on which a container is called.
type hostPort struct {
	dynamic graph.Tri // it is drawn when the task starts
	fixed   int       // the port where it is known not to be drawn, else 0
}

// Tasks whose host port is not written, or 0, are given one of the ephemeral range of their instance, which on Linux lies
// between these (ECS API Reference, PortMapping: hostPort).
const firstHostPort, lastHostPort = 32768, 60999

// onHost tells whether the rule lets traffic to a host port in, whichever is drawn.
func (in Ingress) onHost(p hostPort) graph.Tri {
	if every := in.unknownPort(); every == graph.True {
		return every
	}
	tcp := in.tcp()
	drawn := tcp.And(in.From.Test(func(from int) bool { return from <= firstHostPort }), in.To.Test(func(to int) bool { return to >= lastHostPort }))
	fixed := graph.Unknown
	if p.fixed != 0 {
		fixed = in.port(p.fixed)
	}
	if p.dynamic == graph.Unknown {
		return graph.Unknown.And(tcp)
	}
	return p.dynamic.And(drawn).Or(p.dynamic.Not().And(fixed))
}

// sharedPort is the port of their instances on which a load balancer calls tasks that share their interfaces.
func sharedPort(compute *graph.Resource, f Front) hostPort {
	if !sharesInterface(compute) {
		return hostPort{}
	}
	return hostPortOf(compute, beside[int](f.Place, "container_port", "ContainerPort"))
}

// hostPortOf is the port of their instances on which the tasks of a service are called. Where their containers have several
// it is not known.
func hostPortOf(service *graph.Resource, container Value[int]) hostPort {
	unknown := hostPort{dynamic: graph.Unknown}
	var task *graph.Resource
	for t := range ECSService.TaskDefinition.Of(service).Targets() {
		task = t
	}
	if task == nil {
		return unknown
	}
	switch mode := TaskDefinition.NetworkMode.Of(task); {
	case mode.Is("host") == graph.True:
		if p, ok := container.Get(); ok {
			return hostPort{graph.False, p}
		}
		return unknown
	case mode.Is("bridge") != graph.True:
		return unknown
	}
	written, known := hostPortsOf(task)
	if !known || len(written) > 1 {
		return unknown
	}
	if len(written) == 0 || written[0] == 0 {
		return hostPort{dynamic: graph.True}
	}
	return hostPort{graph.False, written[0]}
}
