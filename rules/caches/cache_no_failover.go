package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var cacheNoFailover = &rules.Rule{
	ID: "AL602", Name: "cache-no-failover", Level: rules.Warning, Availability: true,
	YieldsTo: []string{"AL402", "AL601"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Replicas of a cache that do not take over",
	Why: `Replicas of a cache copy the primary, but without automatic failover none of them takes its place: when the primary fails, writes fail until somebody has promoted a replica by hand, or
until ElastiCache has replaced the node. The replicas are paid for and the outage happens all the same. Where cluster mode is on, AWS refuses to do without failover at all.`,
	Fix: rules.Fix{
		Advice: "Turn automatic failover on, and Multi-AZ with it.",
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
	See: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
	},
	Check: func(p *rules.Pass) {
		for group, own := range groups(p) {
			on, at, written := aws.CacheFailover(group)
			off := on.Not().And(own)
			if off == graph.True && aws.Clustered(group) == graph.True {
				p.Refuse(off, at, "%s has cluster mode on and automatic failover off, which AWS refuses", group.Address).
					FixedBy(aws.ReplicationGroup.Failover.Of(group).Put(true))
				continue
			}
			if off != graph.False {
				off = off.And(aws.ReplicasInCache(group).AtLeast(1))
			}
			p.Report(off, at, "no replica of %s takes over when the primary fails: automatic failover is off%s", group.Address, because(written)).
				WithFleet(group).FixedBy(aws.ReplicationGroup.Failover.Of(group).Put(true))
		}
	},
}

func because(written bool) string {
	if written {
		return ""
	}
	return " because none is written"
}
