package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var kubernetesSingleAZ = &rules.Rule{
	ID: "AL954", Name: "kubernetes-single-az", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Kubernetes cluster or all of its nodes in a single Availability Zone",
	Why: `EKS puts the interfaces of a control plane into two zones at least and refuses a cluster whose subnets lie in one. The nodes are up to you: when all groups of nodes lie in one zone, its
failure takes every pod at once, and the scheduler has nowhere to move them.`,
	Fix: rules.Fix{
		Advice: "Give the cluster and its node groups subnets in at least two Availability Zones.",
		Terraform: `resource "aws_eks_node_group" "main" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id] # in different zones
}`,
		CloudFormation: `Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    Subnets: [!Ref SubnetA, !Ref SubnetB] # in different zones`,
	},
	See: []string{
		"https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
		"https://docs.aws.amazon.com/eks/latest/userguide/disaster-recovery-resiliency.html",
	},
	Check: func(p *rules.Pass) {
		for cluster := range p.Each(aws.KubernetesCluster.In(p.Graph)) {
			zones := aws.ZonesOfLinks(aws.KubernetesCluster.Subnets.Of(cluster))
			refused := zones.One()
			p.Report(refused, zones.Place, "%s lies in %v alone, which EKS refuses: %s", cluster.Address, zones, zones.Because).WithZones(zones)
			if refused == graph.True {
				continue
			}
			nodes := aws.ZonesOfNodes(cluster)
			if len(nodes.Members) == 0 {
				continue // no nodes are in sight
			}
			one, at := nodes.One(), graph.Place{Resource: cluster}
			if one == graph.True && len(nodes.Evidence) == 1 {
				at = nodes.Evidence[0] // the only thing that can be edited
			}
			finding := p.Report(one, at, "all nodes of %s can run only in %v", cluster.Address, nodes).About(cluster)
			if at.Resource != cluster {
				finding.With(graph.Place{Resource: cluster}, "the cluster")
				continue
			}
			for _, e := range nodes.Evidence {
				finding.With(e, "%s makes nodes", e.Resource.Address)
			}
		}
	},
}
