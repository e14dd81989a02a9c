package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var clusterInstancesInOneAZ = &rules.Rule{
	ID: "AL505", Name: "cluster-instances-in-one-az", Level: rules.Error, Availability: true,
	YieldsTo: []string{"AL504", "AL506"}, Story: rules.SharedFiles, Stage: 2,
	Title: "All instances of a database cluster in one Availability Zone",
	Why: `The storage of the cluster lies in three zones, but the instances that serve it were all pinned to one. When that zone fails there is no instance left to take over, and the data cannot be
reached although it is safe. Instances in two or more zones let one of them become the writer within a minute.`,
	Fix: rules.Fix{
		Advice: "Pin the instances to different zones, or leave their zones to AWS, which spreads them.",
		Terraform: `resource "aws_rds_cluster_instance" "main" {
  count              = 2
  cluster_identifier = aws_rds_cluster.main.id
  availability_zone  = data.aws_availability_zones.here.names[count.index]
}`,
		CloudFormation: `Second:
  Type: AWS::RDS::DBInstance
  Properties:
    DBClusterIdentifier: !Ref Cluster
    AvailabilityZone: !Select [1, !GetAZs ""] # the first is in zone 0`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
	},
	Check: func(p *rules.Pass) {
		for cluster := range p.Each(aws.DatabaseCluster.In(p.Graph)) {
			set, all := aws.ReplicaSet(cluster)
			if len(all) < 2 {
				continue
			}
			zones, pinned := aws.PinnedZones(all)
			together := pinned.And(set.AtLeast(2))
			if together != graph.False {
				together = together.And(zones.AtLeast(2).Not())
			}
			if together == graph.True && set.Open {
				together = graph.Unknown
			}
			f := p.Report(together, zones.Place, "all %d instances of %s stand in %v", len(all), cluster.Address, zones).WithFleet(cluster).About(cluster)
			for _, e := range zones.Evidence {
				f.With(e, "%s, too", e.Resource.Address)
			}
		}
	},
}
