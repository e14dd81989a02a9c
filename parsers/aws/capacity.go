package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// ConfinedOnPurpose tells whether a group must stay in one zone: a cluster placement group or a capacity block (EC2
// User Guide, "Placement groups", "Capacity Blocks for ML"), or NAT instances, which serve the subnets of their zone.
func ConfinedOnPurpose(asg *graph.Resource) graph.Tri {
	out := inCluster(AutoScalingGroup.PlacementGroup.Of(asg))
	out = out.Or(boots(asg, natWords...))
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
		strategy := PlacementGroup.Strategy.Of(i.To)
		if strategy.Unwritten() { // no default is documented
			out = out.Or(graph.Unknown)
			continue
		}
		out = out.Or(i.Exists.And(strategy.Is("cluster")))
	}
	return out
}

// takeOver are how a boot script takes what there is one of: a volume, or a network interface with its address.
var takeOver = []string{"attach-volume", "attach_volume", "attachvolume", "attach-network-interface", "attach_network_interface"}

// sharedMounts are words of lines that mount files from elsewhere, wherever in a script they stand.
var sharedMounts = []string{" efs ", " nfs4 ", "mount.efs"}

// Singleton tells whether a group of at most one instance is there to heal it, not to scale: its boot script mounts files
// that outlive the instance, or takes over a volume, an interface or a route that nobody else can have at the same time.
func Singleton(asg *graph.Resource) graph.Tri {
	out := AtLeast(AutoScalingGroup.Max.Of(asg), 2).Not()
	if out == graph.False {
		return out
	}
	heals := boots(asg, takeOver...).Or(boots(asg, natWords...), boots(asg, sharedMounts...))
	for _, m := range MountsOf(asg) {
		if !m.Local() && (strings.Contains(m.Source, ":/") || m.Type == "efs" || m.Type == "lustre") {
			heals = graph.True
		}
	}
	if BootOf(asg).Open {
		heals = heals.Or(graph.Unknown)
	}
	return out.And(heals)
}

// quorums are how a boot script starts a member of a quorum.
var quorums = []string{"run-vault", "run-consul", "run-nomad", "consul agent", "vault server", "nomad agent", "start consul", "start vault", "start nomad", "start etcd", "start zookeeper"}

// Quorum tells whether the instances of a group are members of a quorum, whose number is part of its configuration. It is
// Unknown where three or more of them boot what is not seen.
func Quorum(asg *graph.Resource) graph.Tri {
	const fewest = 3 // members, of which one may fail
	out := AtLeast(AutoScalingGroup.Max.Of(asg), fewest)
	if out == graph.False {
		return out
	}
	member := boots(asg, quorums...)
	if member == graph.False && BootOf(asg).Open {
		member = graph.Unknown
	}
	return out.And(member)
}

// Tags of a group, by whose keys Kubernetes recognises its capacity.
var groupTags = [graph.Languages][]path{
	graph.Terraform:      {parsePath("tag.key"), parsePath("tags.key")},
	graph.CloudFormation: {parsePath("Tags.Key")},
}

// ClusterCapacity tells whether the group serves an ECS or EKS cluster: it backs a capacity provider, joins a cluster
// in its boot script, or carries a tag of Kubernetes. A script that is not seen may join an ECS cluster that is in sight.
func ClusterCapacity(asg *graph.Resource) graph.Tri {
	out := KubernetesCapacity(asg).Or(ECSCapacity(asg), boots(asg, "ECS_CLUSTER", "/etc/ecs/ecs.config", "[settings.ecs]"))
	if out == graph.False && BootOf(asg).Open && clusterBeside(asg, containerClusters) {
		return graph.Unknown
	}
	return out
}

// KubernetesCapacity tells whether the instances of the group are nodes of a Kubernetes cluster, which scales them by
// what its pods ask for.
func KubernetesCapacity(asg *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(asg.Graph(), key{asg}, func() graph.Tri {
		out := graph.False
		for _, p := range groupTags[asg.Language] {
			h := p.findAll(asg)
			if h.open && perhapsNode(asg) {
				asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: "the tags of " + asg.Address + " are not known: they may be those of a Kubernetes cluster"})
				out = out.Or(graph.Unknown)
			}
			for _, f := range h.found {
				// The tag's key is "kubernetes.io/cluster/NAME", often with a name that is not known.
				text, _ := graph.Text(f.value)
				if strings.HasPrefix(text, "kubernetes.io/") || strings.HasPrefix(text, "k8s.io/") || strings.HasPrefix(text, "eks:") {
					out = graph.True
				}
			}
		}
		out = out.Or(boots(asg, "/etc/eks/bootstrap.sh", "nodeadm", "[settings.kubernetes]"))
		if out == graph.False && BootOf(asg).Open && clusterBeside(asg, kubernetesClusters) {
			return graph.Unknown
		}
		return out
	})
}

// boots tells whether one of the words stands in the boot scripts of the compute that are seen.
func boots(compute *graph.Resource, words ...string) graph.Tri {
	for _, t := range BootOf(compute).Texts {
		for _, w := range words {
			if strings.Contains(t.Text, w) {
				return graph.True
			}
		}
	}
	return graph.False
}

// perhapsNode tells whether a group whose tags are not known may be one of nodes of a Kubernetes cluster: there is one in
// sight, or what its instances boot is not known either. A boot script that is seen would join the cluster.
func perhapsNode(asg *graph.Resource) bool {
	return clusterBeside(asg, kubernetesClusters) || BootOf(asg).Open
}

// clusterBeside tells whether a cluster stands in the graph of a group.
func clusterBeside(asg *graph.Resource, clusters [graph.Languages]string) bool {
	return len(asg.Graph().OfType(clusters[asg.Language])) > 0
}

// The types of managed clusters, which groups of instances join at their first boot.
var (
	kubernetesClusters = [graph.Languages]string{graph.Terraform: "aws_eks_cluster", graph.CloudFormation: "AWS::EKS::Cluster"}
	containerClusters  = [graph.Languages]string{graph.Terraform: "aws_ecs_cluster", graph.CloudFormation: "AWS::ECS::Cluster"}
)

// TurnedOff tells whether a group is known never to run an instance.
func TurnedOff(asg *graph.Resource) bool {
	most, ok := AutoScalingGroup.Max.Of(asg).Get()
	return ok && most == 0
}
