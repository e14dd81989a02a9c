package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// ConfinedOnPurpose tells whether a group must stay in one zone: a cluster placement group or a capacity block (EC2
// User Guide, "Placement groups", "Capacity Blocks for ML").
func ConfinedOnPurpose(asg *graph.Resource) graph.Tri {
	out := inCluster(AutoScalingGroup.PlacementGroup.Of(asg))
	for _, lt := range LaunchTemplateOf(asg) {
		out = out.Or(inCluster(LaunchTemplate.Placement.Of(lt)), LaunchTemplate.Market.Of(lt).Is("capacity-block"))
	}
	return out
}

func inCluster(l Links) graph.Tri {
	out := graph.False
	if l.Open {
		out = graph.Unknown
	}
	for _, i := range l.Items {
		if i.To == nil || i.To.Mode != graph.Managed {
			out = out.Or(graph.Unknown)
			continue
		}
		out = out.Or(i.Exists.And(PlacementGroup.Strategy.Of(i.To).Is("cluster")))
	}
	return out
}

// Tags of a group, by whose keys Kubernetes recognises its capacity.
var groupTags = [graph.Languages][]path{
	graph.Terraform:      {parsePath("tag.key"), parsePath("tags.key")},
	graph.CloudFormation: {parsePath("Tags.Key")},
}

// ClusterCapacity tells whether the group serves an ECS or EKS cluster: it backs a capacity provider, joins a cluster
// in its boot script, or carries a tag of Kubernetes.
func ClusterCapacity(asg *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(asg.Graph(), key{asg}, func() graph.Tri {
		out := ECSCapacity(asg)
		for _, p := range groupTags[asg.Language] {
			h := p.findAll(asg)
			for _, f := range h.found {
				// The tag's key is "kubernetes.io/cluster/NAME", often with a name that is not known.
				text, _ := graph.Text(f.value)
				if strings.HasPrefix(text, "kubernetes.io/") || strings.HasPrefix(text, "k8s.io/") || strings.HasPrefix(text, "eks:") {
					out = graph.True
				}
			}
		}
		for _, t := range BootOf(asg).Texts {
			for _, word := range []string{"ECS_CLUSTER", "/etc/ecs/ecs.config", "/etc/eks/bootstrap.sh", "nodeadm", "[settings.kubernetes]", "[settings.ecs]"} {
				if strings.Contains(t.Text, word) {
					out = graph.True
				}
			}
		}
		return out
	})
}

// otherNodes are what else may give an EKS cluster nodes in further zones.
var otherNodes = [graph.Languages][]string{
	graph.Terraform:      {"aws_eks_node_group", "aws_eks_fargate_profile"},
	graph.CloudFormation: {"AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile"},
}

// ZonesWithPeers are the zones of a group together with those of its peers: groups made by the same block, groups
// behind the same target group or Classic Load Balancer, and, for the capacity of a cluster, the other capacity of
// the graph. One group a zone is a fleet in several.
func ZonesWithPeers(asg *graph.Resource) Zones {
	g := asg.Graph()
	zones := ZonesOfGroup(asg)
	add := func(peer *graph.Resource, certain graph.Tri) {
		if peer != asg {
			zones.Set.Union(ZonesOfGroup(peer).Set, certain.And(peer.Exists) != graph.True)
		}
	}
	type siblings struct{}
	byBlock := graph.Fact(g, siblings{}, func() map[graph.Range][]*graph.Resource {
		out := map[graph.Range][]*graph.Resource{}
		for r := range autoScalingGroup.In(g) {
			out[r.Range] = append(out[r.Range], r)
		}
		return out
	})
	for _, r := range byBlock[asg.Range] {
		add(r, graph.True)
	}
	for _, f := range FrontsOf(asg).Items {
		if f.To == nil {
			continue
		}
		for _, t := range TargetsOf(f.To).Items {
			if t.Compute != nil && AutoScalingGroup.Includes(t.Compute) == graph.True {
				add(t.Compute, t.Certain.And(f.Certain))
			}
		}
	}
	if capacity := ClusterCapacity(asg); capacity != graph.False {
		type all struct{}
		others := graph.Fact(g, all{}, func() graph.Set {
			var s graph.Set
			for r := range autoScalingGroup.In(g) {
				if ClusterCapacity(r) != graph.False {
					s.Union(ZonesOfGroup(r).Set, true)
				}
			}
			for _, t := range otherNodes[g.Language] {
				s.Open = s.Open || len(g.OfType(t)) > 0
			}
			return s
		})
		zones.Set.Union(others, true)
	}
	return zones
}

// HealthCheckTypes reads a group's health check type, a comma-separated list; has tells whether a word is in it.
func HealthCheckTypes(asg *graph.Resource) (value Value[string], has func(string) graph.Tri) {
	v := AutoScalingGroup.HealthCheckType.Of(asg)
	return v, func(word string) graph.Tri {
		return v.Test(func(types string) bool {
			for t := range strings.SplitSeq(types, ",") {
				if strings.EqualFold(strings.TrimSpace(t), word) {
					return true
				}
			}
			return false
		})
	}
}

// ListenerPolicies are the names of the policies that the listeners of a Classic Load Balancer use.
func ListenerPolicies(lb *graph.Resource) (names map[string]bool, open bool) {
	names = map[string]bool{}
	listeners := ClassicLoadBalancer.Listeners.Of(lb)
	open = listeners.Open
	for _, b := range listeners.Items {
		v, _ := fieldValue(b, "", "PolicyNames")
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

// PolicyName is the name of a stickiness policy that stands inside a Classic Load Balancer.
func PolicyName(b Block) Value[string] { return field[string](b, "", "PolicyName") }

// rootDevices are the usual names of the device that an instance boots from.
var rootDevices = map[string]bool{"/dev/xvda": true, "/dev/sda1": true, "/dev/sda": true}

// DataVolumes tells whether the compute is given block devices beside the one it boots from.
func DataVolumes(compute *graph.Resource) graph.Tri {
	out := graph.False
	extra := func(l BlockList) {
		if l.Open {
			out = out.Or(graph.Unknown)
		}
		for _, b := range l.Items {
			out = out.Or(field[string](b, "device_name", "DeviceName").Test(func(name string) bool { return !rootDevices[name] }))
		}
	}
	via := func(e Edge, devices Blocks) {
		l := e.Of(compute)
		if l.Open {
			out = out.Or(graph.Unknown)
		}
		for _, i := range l.Items {
			if i.To == nil || i.To.Mode != graph.Managed {
				out = out.Or(graph.Unknown)
				continue
			}
			extra(devices.Of(i.To))
		}
	}
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		via(AutoScalingGroup.LaunchTemplate, LaunchTemplate.Devices)
		via(AutoScalingGroup.LaunchConfiguration, LaunchConfiguration.Devices)
	case Instance.Includes(compute) == graph.True:
		extra(Instance.Devices.Of(compute))
		out = out.Or(VolumeAttachment.Instance.Into(compute).Any(), Instance.Volumes.Of(compute).Any())
	}
	return out
}

// NamedIn are the resources of a kind that the boot scripts of the compute mention for certain.
func (k Kind) NamedIn(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for r := range mentions(compute).certain {
		if k.Includes(r) == graph.True {
			out = append(out, r)
		}
	}
	sortByAddress(out)
	return out
}

// HostOf tells whether some boot script value names an instance by its address.
func HostOf(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	seen := map[*graph.Resource]bool{}
	for m := range BootOf(compute).refs {
		ref, ok := m.(graph.Ref)
		if !ok || ref.Possible || !hostAttributes[ref.Attribute] {
			continue
		}
		for _, t := range compute.Graph().Targets(ref) {
			if instance.Includes(t) == graph.True && !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sortByAddress(out)
	return out
}

var hostAttributes = map[string]bool{"private_ip": true, "public_ip": true, "private_dns": true, "public_dns": true, "PrivateIp": true, "PublicIp": true, "PrivateDnsName": true, "PublicDnsName": true}

// windows tells whether a boot script is for Windows.
func (t BootText) windows() bool {
	lower := strings.ToLower(t.Text)
	return strings.Contains(lower, "<powershell>") || strings.Contains(lower, "<script>")
}

// Windows tells whether the boot scripts are for Windows, where files are shared in other ways.
func (b Boot) Windows() bool {
	for _, t := range b.Texts {
		if t.windows() {
			return true
		}
	}
	return false
}
