package aws

import (
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// natWords are what the boot script of a NAT instance does: it stands in for others, and becomes their route.
var natWords = []string{"source-dest-check", "MASQUERADE", "replace-route", "create-route"}

// ConfinedOnPurpose tells whether a group must stay in one zone: a cluster placement group or a capacity block (EC2
// User Guide, "Placement groups", "Capacity Blocks for ML"), or NAT instances, which serve the subnets of their zone.
func ConfinedOnPurpose(asg *graph.Resource) graph.Tri {
	out := inCluster(AutoScalingGroup.PlacementGroup.Of(asg))
	for _, t := range BootOf(asg).Texts {
		for _, w := range natWords {
			out = out.Or(graph.Known(strings.Contains(t.Text, w)))
		}
	}
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

// instanceKeys are the keys of count and for_each in an address.
var instanceKeys = regexp.MustCompile(`\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]`)

// ZonesWithPeers are the zones of a group together with those of its peers: the instances of one block (and of the
// module calls that lead to it), groups behind the same target group or Classic Load Balancer, and, for the capacity of a cluster, the other capacity of
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
	byBlock := graph.Fact(g, siblings{}, func() map[string][]*graph.Resource {
		out := map[string][]*graph.Resource{}
		for r := range autoScalingGroup.In(g) {
			block := instanceKeys.ReplaceAllString(r.Address, "")
			out[block] = append(out[block], r)
		}
		return out
	})
	for _, r := range byBlock[instanceKeys.ReplaceAllString(asg.Address, "")] {
		add(r, graph.True)
	}
	for _, r := range likely(asg) {
		add(r, graph.Unknown)
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

// zoneSuffix is the end of a name that tells the members of a set apart, one for each zone: "_a", "-2", "B", "az1".
var zoneSuffix = regexp.MustCompile(`(?i)[-_]?(?:az|zone)?[-_]?(?:[0-9]+|[a-f])$|[A-F]$`)

// likely are the groups that may be made to span zones together with this one: they launch from the same template or
// configuration, or their addresses differ only as the members of a set do.
func likely(asg *graph.Resource) []*graph.Resource {
	g := asg.Graph()
	type key struct{}
	sets := graph.Fact(g, key{}, func() map[string][]*graph.Resource {
		out := map[string][]*graph.Resource{}
		for r := range autoScalingGroup.In(g) {
			for _, k := range kinships(r) {
				out[k] = append(out[k], r)
			}
		}
		return out
	})
	var out []*graph.Resource
	for _, k := range kinships(asg) {
		out = append(out, sets[k]...)
	}
	return out
}

// kinships are the marks by which likely peers recognise each other.
func kinships(asg *graph.Resource) []string {
	parts := strings.Split(instanceKeys.ReplaceAllString(asg.Address, ""), ".")
	for i, p := range parts {
		parts[i] = zoneSuffix.ReplaceAllString(p, "")
	}
	out := []string{"stem " + strings.Join(parts, ".")}
	for _, e := range []Edge{AutoScalingGroup.LaunchTemplate, AutoScalingGroup.LaunchConfiguration} {
		for t := range e.Of(asg).Targets() {
			out = append(out, "launched from "+t.Address)
		}
	}
	return out
}

// TurnedOff tells whether a group is known never to run an instance.
func TurnedOff(asg *graph.Resource) bool {
	most, ok := AutoScalingGroup.Max.Of(asg).Get()
	return ok && most == 0
}
