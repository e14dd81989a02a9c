package aws

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// hostsOf are the groups and instances in sight that run the tasks of a service which share their interfaces: those of its
// capacity providers, and those whose boot scripts name its cluster. There may be others.
func hostsOf(service *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	add := func(host *graph.Resource) {
		if (AutoScalingGroup.Includes(host) == graph.True || Instance.Includes(host) == graph.True) && !slices.Contains(out, host) {
			out = append(out, host)
		}
	}
	for _, item := range ECSService.Providers.Of(service).Items {
		for provider := range fieldLink(item, "capacity_provider", "CapacityProvider", capacityProvider).Targets() {
			for asg := range CapacityProvider.Group.Of(provider).Targets() {
				add(asg)
			}
		}
	}
	for _, ref := range graph.Refs(service.Attribute([graph.Languages]string{"cluster", "Cluster"}[service.Language])) {
		if ref.Possible {
			continue
		}
		for _, cluster := range service.Graph().Targets(ref) {
			if cluster.Type == containerClusters[cluster.Language] {
				for _, host := range configuredWith(service.Graph())[cluster] {
					add(host)
				}
			}
		}
	}
	return out
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
	tcp := in.Protocol.In("tcp", "6", "TCP")
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

var (
	hostPortKey   = regexp.MustCompile(`"hostPort"\s*:`)
	hostPortValue = regexp.MustCompile(`"hostPort"\s*:\s*"?(\d+)`)
)

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

// hostPortsOf are the host ports that the containers of a task definition write, each once, and whether all are known.
func hostPortsOf(task *graph.Resource) (ports []int, known bool) {
	add := func(text string) {
		if p, err := strconv.Atoi(text); err != nil {
			known = false
		} else if !slices.Contains(ports, p) {
			ports = append(ports, p)
		}
	}
	known = true
	if task.Language == graph.Terraform {
		text, _ := graph.Text(TaskDefinition.Containers.raw(task))
		if text == graph.Hole {
			return nil, false
		}
		values := hostPortValue.FindAllStringSubmatch(text, -1)
		for _, m := range values {
			add(m[1])
		}
		return ports, known && len(values) == len(hostPortKey.FindAllString(text, -1))
	}
	each := func(v cty.Value, visit func(cty.Value)) {
		u, _ := v.Unmark()
		if u.IsNull() {
			return
		}
		if !u.IsKnown() || !(u.Type().IsTupleType() || u.Type().IsListType()) {
			known = false
			return
		}
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			visit(e)
		}
	}
	each(task.Attribute("ContainerDefinitions"), func(container cty.Value) {
		mappings := member(container, "PortMappings")
		if mappings == cty.NilVal {
			return
		}
		each(mappings, func(mapping cty.Value) {
			if p := member(mapping, "HostPort"); p != cty.NilVal && !p.IsNull() {
				text, _ := graph.Text(p)
				if u, _ := p.Unmark(); u.IsKnown() && u.Type() == cty.Number {
					text = u.AsBigFloat().Text('f', 0)
				}
				add(text)
			}
		})
	})
	return ports, known
}
