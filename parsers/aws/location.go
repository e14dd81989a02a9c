package aws

import (
	"strconv"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Location is where a part of an architecture lies: in which VPC, in which of its subnets and zones.
type Location struct {
	Inside  graph.Tri         // False: in no VPC, it belongs to its region
	VPC     *graph.Resource   // nil where it is not in sight
	Default bool              // it lies in the default VPC, since it names no network
	Subnets []*graph.Resource // those in sight that are certain, each once
	Public  graph.Tri         // whether all of its subnets are public
	Private graph.Tri         // whether none of its subnets is
	Zones   Zones             // in which it runs, or may put what it runs
	Number  int               // of zones, where nothing but that is known; else 0
}

// locations are the edges by which resources of a kind name their subnets, beside those of [placedIn].
var locations = []Edge{NATGateway.Subnet, KubernetesCluster.Subnets, NodeGroup.Subnets, StreamCluster.Subnets}

// Subnets that kinds name of which rules ask nothing.
var (
	proxySubnets  = Edge{&edgeFacts{owner: databaseProxy, relation: graph.InSubnet, paths: subnetPaths("vpc_subnet_ids", "VpcSubnetIds"), targets: []Kind{subnet}}}
	brokerSubnets = Edge{&edgeFacts{owner: broker, relation: graph.InSubnet, paths: subnetPaths("subnet_ids", "SubnetIds"), targets: []Kind{subnet}}}
)

func subnetPaths(terraform, cloudFormation string) [graph.Languages][]path {
	return [graph.Languages][]path{graph.Terraform: {parsePath(terraform + "[]")}, graph.CloudFormation: {parsePath(cloudFormation + "[]")}}
}

// regional are the kinds that lie in no VPC.
var regional = []Kind{table, bucket, queue, topic, eventRule, eventTarget, schedule, pipe, stateMachine, hostedZone, record, recordGroup}

// LocationOf tells where a resource lies that is a part of an architecture.
func LocationOf(r *graph.Resource) Location {
	type key struct{ r *graph.Resource }
	return graph.Fact(r.Graph(), key{r}, func() Location { return locate(r) })
}

func locate(r *graph.Resource) Location {
	out := Location{Zones: Zones{Place: graph.Place{Resource: r}, Edge: graph.False}}
	if _, beyond := partOfType[r.Type]; beyond {
		out.Inside = graph.False
		return out
	}
	for _, k := range regional {
		if k.Includes(r) == graph.True {
			out.Inside = graph.False
			return out
		}
	}
	links := subnetsLocating(r)
	if Function.Includes(r) == graph.True || SearchDomain.Includes(r) == graph.True {
		if out.Inside = links.Any(); out.Inside == graph.False {
			return out
		}
	}
	out.Inside = graph.True
	if ECSService.Includes(r) == graph.True && links.Any() == graph.False {
		return whereTasksRun(r)
	}
	out.take(links)
	out.zones(r, links)
	out.network(r, links)
	return out
}

// whereTasksRun is the location of a service whose tasks share the interfaces of their instances: that of the group that gives
// its cluster these, where a single one is known to, else the VPC of a load balancer before it.
func whereTasksRun(service *graph.Resource) Location {
	type key struct{}
	g := service.Graph()
	groups := graph.Fact(g, key{}, func() []*graph.Resource {
		var out []*graph.Resource
		for asg := range AutoScalingGroup.In(g) {
			if ClusterCapacity(asg) == graph.True {
				out = append(out, asg)
			}
		}
		g.TakeDoubts()
		return out
	})
	if len(groups) == 1 {
		return LocationOf(groups[0])
	}
	out := Location{Inside: graph.True, Zones: Zones{Place: graph.Place{Resource: service}, Edge: graph.False, Set: graph.Set{Open: true}}}
	for _, f := range FrontsOf(service).Items {
		if f.To == nil || f.Certain != graph.True {
			continue
		}
		lb := f.To
		if TargetGroup.Includes(lb) == graph.True {
			lb = nil
			for _, w := range WaysTo(f.To).Items {
				if lb = w.Balancer(); lb != nil {
					break
				}
			}
		}
		if lb != nil {
			at := LocationOf(lb)
			out.VPC, out.Default = at.VPC, at.Default
			return out
		}
	}
	return out
}

// subnetsLocating are the subnets that a resource lies in, wherever they are written.
func subnetsLocating(r *graph.Resource) Links {
	for _, e := range append([]Edge{proxySubnets, brokerSubnets}, locations...) {
		if e.owner.Includes(r) == graph.True {
			return e.Of(r)
		}
	}
	switch {
	case FileSystem.Includes(r) == graph.True:
		var all Links
		for _, t := range MountTargetsOf(r) {
			all.Items = append(all.Items, MountTarget.Subnet.Of(t).Items...)
		}
		return all
	case BeanstalkEnvironment.Includes(r) == graph.True:
		return SettingsOf(r).links(GroupSubnets, subnet)
	case Volume.Includes(r) == graph.True:
		for _, b := range VolumeAttachment.Volume.Into(r).Items {
			for i := range VolumeAttachment.Instance.Of(b.From).Targets() {
				return startsIn(i)
			}
		}
		return Links{Open: true}
	case Database.Includes(r) == graph.True:
		if l := SubnetsOfStore(r); l.Any() != graph.False {
			return l
		}
		for primary := range Database.Source.Of(r).Targets() {
			if primary != r && Database.Source.Of(primary).Any() == graph.False {
				return SubnetsOfStore(primary)
			}
		}
		return Links{}
	case Instance.Includes(r) == graph.True, AutoScalingGroup.Includes(r) == graph.True:
		return startsIn(r)
	}
	return placedIn(r)
}

// take takes up the subnets that links lead to for certain, and whether they are public.
func (at *Location) take(links Links) {
	at.Public, at.Private = graph.True, graph.True
	if links.Open || len(links.Items) == 0 {
		at.Public, at.Private = graph.Unknown, graph.Unknown
	}
	seen := map[*graph.Resource]bool{}
	for _, l := range links.Items {
		if l.To == nil {
			at.Public, at.Private = at.Public.And(graph.Unknown), at.Private.And(graph.Unknown)
			continue
		}
		public := PublicSubnet(l.To)
		at.Public, at.Private = at.Public.And(public), at.Private.And(public.Not())
		if !seen[l.To] {
			seen[l.To] = true
			at.Subnets = append(at.Subnets, l.To)
		}
	}
}

// zones finds the zones: those that are written for the resource itself, else those of its subnets.
func (at *Location) zones(r *graph.Resource, links Links) {
	switch {
	case BeanstalkEnvironment.Includes(r) == graph.True:
		settings := SettingsOf(r)
		zones, named := settings.Zones()
		at.Zones = zones
		if named == graph.False {
			at.Zones.Open = true
			text, _ := settings.Of(GroupZones).Get() // "Any 2"
			at.Number, _ = strconv.Atoi(strings.TrimPrefix(text, "Any "))
		}
		return
	case AutoScalingGroup.Includes(r) == graph.True:
		at.Zones = ZonesOfGroup(r)
		return
	case LoadBalancer.Includes(r) == graph.True, ClassicLoadBalancer.Includes(r) == graph.True:
		at.Zones = ZonesOfLoadBalancer(r)
		return
	case FileSystem.Includes(r) == graph.True:
		at.Zones = ZonesOfMounts(r)
		return
	}
	for _, own := range []struct {
		Kind
		ZoneList
	}{{instance, Instance.Zones}, {database, Database.Zones}, {volume, Volume.Zones}, {replicationGroup, ReplicationGroup.Zones}} {
		if own.Includes(r) != graph.True {
			continue
		}
		if zones, isWritten := own.Of(r); isWritten == graph.True {
			at.Zones = zones
			return
		}
	}
	at.Zones = ZonesOfLinks(links)
	if len(links.Items) == 0 {
		at.Zones.Open = true
	}
}

// network finds the VPC: that of the subnets, else that of the security groups.
func (at *Location) network(r *graph.Resource, links Links) {
	for _, s := range at.Subnets {
		if s.Type == defaultSubnet {
			at.Default = true
		}
		for v := range Subnet.VPC.Of(s).Targets() {
			at.VPC = v
			return
		}
	}
	if at.Default || links.Any() != graph.False {
		return
	}
	if BeanstalkEnvironment.Includes(r) == graph.True {
		at.beanstalk(SettingsOf(r))
		return
	}
	groups := writtenGroups(r)
	for _, l := range groups.Items {
		if l.To == nil {
			continue
		}
		for v := range SecurityGroup.VPC.Of(l.To).Targets() {
			at.VPC = v
			return
		}
		at.Default = at.Default || SecurityGroup.VPC.Of(l.To).Any() == graph.False && l.To.Mode == graph.Managed
	}
	if !at.Default && len(groups.Items) == 0 && !groups.Open {
		at.Default = NamesNoNetwork(r)
	}
	if at.Default && at.Public == graph.Unknown && NamesNoNetwork(r) {
		at.Public, at.Private = graph.True, graph.False // default subnets are public
	}
}

// beanstalk puts an environment for which neither subnets nor a VPC are written into the default VPC, whose subnets are public
// (Elastic Beanstalk Developer Guide, "Using Elastic Beanstalk with Amazon VPC").
func (at *Location) beanstalk(s Settings) {
	if s.Of(GroupSubnets).Written() == graph.False && s.Of(environmentVPC).Written() == graph.False {
		at.Default, at.Public, at.Private = true, graph.True, graph.False
		return
	}
	for v := range s.links(environmentVPC, vpc).Targets() {
		at.VPC = v
	}
}
