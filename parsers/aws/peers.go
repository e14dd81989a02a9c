package aws

import (
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A bond is what a group shares with its peers. Groups of one bond may span zones together although each lies in one.
type bond struct {
	name    string
	certain graph.Tri // Unknown where the groups only look as if they belonged together
}

// bonds are those of one group: being an instance of one block, sending and receiving behind one load balancer, and,
// less certain, a name or a launch template in common, or a cluster that they serve.
func bonds(asg *graph.Resource) []bond {
	type key struct{ asg *graph.Resource }
	return graph.Fact(asg.Graph(), key{asg}, func() []bond { return findBonds(asg) })
}

func findBonds(asg *graph.Resource) []bond {
	block := graph.WithoutKeys(asg.Address)
	parts := strings.Split(block, ".")
	for i, p := range parts {
		parts[i] = zoneSuffix.ReplaceAllString(p, "")
	}
	out := []bond{{"block " + block, graph.True}, {"stem " + strings.Join(parts, "."), graph.Unknown}}
	for _, e := range []Edge{AutoScalingGroup.LaunchTemplate, AutoScalingGroup.LaunchConfiguration} {
		for t := range e.Of(asg).Targets() {
			out = append(out, bond{"launched from " + t.Address, graph.Unknown})
		}
	}
	for _, f := range FrontsOf(asg).Items {
		if f.To != nil {
			out = append(out, bond{"behind " + f.To.Address, f.Certain})
		}
	}
	if ClusterCapacity(asg) != graph.False {
		out = append(out, bond{clusterBond, graph.Unknown})
	}
	return out
}

const clusterBond = "cluster"

// zoneSuffix is the end of a name that tells the members of a set apart, one for each zone: "_a", "-2", "B", "az1".
var zoneSuffix = regexp.MustCompile(`(?i)[-_]?(?:az|zone)?[-_]?(?:[0-9]+|[a-f])$|[A-F]$`)

// otherNodes are the types of what else may give a cluster nodes in further zones.
var otherNodes = [graph.Languages][]string{
	graph.Terraform:      {"aws_eks_node_group", "aws_eks_fargate_profile"},
	graph.CloudFormation: {"AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile"},
}

// mostZones is how many zones of peers are told apart; beyond, the set is open.
const mostZones = 8

// zonesByBond are the zones of all groups of a graph that share a bond.
func zonesByBond(g *graph.Graph) map[string]*graph.Set {
	type key struct{}
	return graph.Fact(g, key{}, func() map[string]*graph.Set {
		out := map[string]*graph.Set{}
		for asg := range autoScalingGroup.In(g) {
			zones := ZonesOfGroup(asg).Set
			for _, b := range bonds(asg) {
				s := out[b.name]
				if s == nil {
					s = &graph.Set{}
					out[b.name] = s
				}
				if len(s.Members) >= mostZones {
					s.Open = true
					continue
				}
				when := asg.When
				if b.certain != graph.True {
					when = when.And(graph.Met("the bond " + b.name))
				}
				s.UnionWhere(zones, when)
			}
		}
		if s := out[clusterBond]; s != nil {
			for _, t := range otherNodes[g.Language] {
				s.Open = s.Open || len(g.OfType(t)) > 0
			}
		}
		g.TakeDoubts()
		return out
	})
}

// ZonesWithPeers are the zones of a group together with those of its peers: one group a zone is a fleet in several.
func ZonesWithPeers(asg *graph.Resource) Zones {
	zones := ZonesOfGroup(asg)
	all := zonesByBond(asg.Graph())
	members := zones.Members
	zones.Members = append([]graph.Member(nil), members...) // the group's own stay as they are
	for _, b := range bonds(asg) {
		if s := all[b.name]; s != nil {
			zones.Set.Union(s.Given(asg.When), b.certain != graph.True)
		}
	}
	return zones
}
