package aws

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// KubernetesCluster is an EKS cluster: its control plane, whose interfaces lie in the subnets. Auto Mode must be
// asked for (EKS API Reference, ComputeConfigRequest).
var KubernetesCluster = struct {
	Kind
	Subnets        Edge
	SecurityGroups Edge
	AutoMode       Attr[bool] // EKS itself makes nodes, in any of the cluster's subnets
}{
	Kind:           kubernetesCluster,
	Subnets:        kubernetesCluster.edgeList(graph.InSubnet, "vpc_config.subnet_ids", "ResourcesVpcConfig.SubnetIds", subnet),
	SecurityGroups: kubernetesCluster.edgeList(graph.GuardedBy, "vpc_config.security_group_ids", "ResourcesVpcConfig.SecurityGroupIds", securityGroup),
	AutoMode:       kubernetesCluster.bool("compute_config.enabled", "ComputeConfig.Enabled").or(false),
}

// NodeGroup is a managed group of nodes, FargateProfile what makes a node for each pod.
var (
	NodeGroup = struct {
		Kind
		Cluster Edge
		Subnets Edge
	}{
		Kind:    nodeGroup,
		Cluster: nodeGroup.edge(graph.MemberOf, "cluster_name", "ClusterName", kubernetesCluster),
		Subnets: nodeGroup.edgeList(graph.InSubnet, "subnet_ids", "Subnets", subnet),
	}
	FargateProfile = struct {
		Kind
		Cluster Edge
		Subnets Edge
	}{
		Kind:    fargateProfile,
		Cluster: fargateProfile.edge(graph.MemberOf, "cluster_name", "ClusterName", kubernetesCluster),
		Subnets: fargateProfile.edgeList(graph.InSubnet, "subnet_ids", "Subnets", subnet),
	}
)

// ZonesOfNodes are the zones in which the nodes of a cluster can run: those of its managed groups and Fargate profiles, and
// of the Auto Scaling groups that may serve it. The evidence is where the subnets of each are written. There are no members
// where no nodes are in sight. They are open where
// something else may make nodes: Auto Mode, Karpenter, or what is out of sight.
func ZonesOfNodes(cluster *graph.Resource) Zones {
	g := cluster.Graph()
	out := Zones{Edge: graph.False, Place: graph.Place{Resource: cluster}}
	add := func(z Zones, certain graph.Tri) {
		out.Union(z, certain != graph.True)
	}
	for _, e := range []struct{ cluster, subnets Edge }{{NodeGroup.Cluster, NodeGroup.Subnets}, {FargateProfile.Cluster, FargateProfile.Subnets}} {
		backs := e.cluster.Into(cluster)
		out.Open = out.Open || len(backs.Open) > 0
		for _, b := range backs.Items {
			z := ZonesOfLinks(e.subnets.Of(b.From))
			z.Evidence = []graph.Place{z.Place} // of the nodes, not of their subnets
			add(z, b.Certain)
		}
	}
	add(zonesOfOwnNodes(g), graph.Unknown)
	switch {
	case KubernetesCluster.AutoMode.Of(cluster).Is(true) != graph.False:
		out.Open = true
		g.Doubt(graph.Doubt{Resource: cluster, Message: "EKS Auto Mode may make nodes of " + cluster.Address + " in other zones"})
	case makesNodes(g):
		out.Open = true
		g.Doubt(graph.Doubt{Resource: cluster, Message: "Karpenter may make nodes of " + cluster.Address + " in other zones"})
	case g.Hides(cluster) != graph.False || g.Offered(cluster) != graph.False:
		out.Open = true
	}
	return out
}

// zonesOfOwnNodes are the zones of the Auto Scaling groups of a graph that may serve a cluster: which one they serve is said
// when they boot, out of sight.
func zonesOfOwnNodes(g *graph.Graph) Zones {
	type key struct{}
	return graph.Fact(g, key{}, func() Zones {
		out := Zones{Edge: graph.False}
		for asg := range autoScalingGroup.In(g) {
			if KubernetesCapacity(asg) != graph.False {
				out.Union(ZonesOfGroup(asg), false)
			}
		}
		return out
	})
}

// makesNodes tells whether Karpenter is in sight: by a name, a chart, or the tag by which it finds subnets and security
// groups (Karpenter documentation, "NodeClasses": karpenter.sh/discovery).
func makesNodes(g *graph.Graph) bool {
	type key struct{}
	return graph.Fact(g, key{}, func() bool {
		return slices.ContainsFunc(g.Resources(), func(r *graph.Resource) bool {
			if speaksOfKarpenter(r.Address) || r.Mode == graph.Module && speaksOfKarpenter(r.Type) {
				return true
			}
			switch r.Type {
			case "helm_release":
				chart, _ := textOf(r.Attribute("chart"))
				return speaksOfKarpenter(chart)
			case "aws_subnet", "aws_security_group":
				tags, _ := r.Attribute("tags").Unmark()
				if tags.IsNull() || !tags.IsKnown() || !tags.CanIterateElements() {
					return false
				}
				for it := tags.ElementIterator(); it.Next(); {
					name, _ := it.Element()
					if tag, _ := textOf(name); speaksOfKarpenter(tag) {
						return true
					}
				}
			}
			return false
		})
	})
}

func speaksOfKarpenter(text string) bool { return strings.Contains(strings.ToLower(text), "karpenter") }
