package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var cacheSingleAZ = &rules.Rule{
	ID: "AL603", Name: "cache-single-az", Level: rules.Warning, Availability: true,
	YieldsTo: []string{"AL402", "AL506", "AL601", "AL602"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Cache whose replicas may lie in its primary's zone",
	Why: `Automatic failover and Multi-AZ are two settings of ElastiCache. With failover alone a replica takes over when the primary's machine breaks, but nothing keeps the two in different zones: they may
lie next to each other, or are told to, and then the failure of that zone takes both, and the cache with all that it holds. With Multi-AZ, ElastiCache keeps a replica in another zone.`,
	Fix: rules.Fix{
		Advice: "Turn Multi-AZ on beside automatic failover, and give the cache subnets in at least two zones.",
		Terraform: `resource "aws_elasticache_replication_group" "cache" {
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
}`,
		CloudFormation: `Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    NumCacheClusters: 2
    AutomaticFailoverEnabled: true
    MultiAZEnabled: true`,
	},
	See: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html"},
	Check: func(p *rules.Pass) {
		for group, own := range groups(p) {
			on, _, written := aws.CacheFailover(group)
			if on == graph.Unknown && !written { // whether a replica takes over or not, nothing keeps it in another zone
				p.Graph.TakeDoubts()
				on = graph.True
			}
			if on = on.And(own); on != graph.False {
				on = on.And(aws.ReplicasInCache(group).AtLeast(1))
			}
			if on == graph.False {
				p.Report(on, graph.Place{Resource: group}, "")
				continue
			}
			multi := aws.ReplicationGroup.MultiAZ.Of(group)
			single, zones := aws.CacheZones(group)
			if single == graph.True {
				p.Report(on, zones.Place, "the nodes of %s lie in %v alone: %s", group.Address, zones, zones.Because).WithZones(zones).WithFleet(group)
				continue
			}
			p.Report(on.And(multi.Is(true).Or(aws.CacheSpread(group)).Not().Or(single)), multi.Place, "nothing keeps a replica of %s in another zone than its primary: Multi-AZ is off%s",
				group.Address, multi.Because("none")).
				WithFleet(group)
		}
	},
}
