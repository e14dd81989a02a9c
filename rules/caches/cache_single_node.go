package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var cacheSingleNode = &rules.Rule{
	ID: "AL601", Name: "cache-single-node", Level: rules.Warning, Availability: true,
	YieldsTo: []string{"AL402"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Cache with a single node",
	Why: `A cache of Redis or Valkey without a replica is one machine in one zone. When it fails, everything that it held is gone, and the database behind it has to answer every request at once until
the cache is warm again: often that is what takes the site down. While it is patched or resized there is no cache either. A replica in another zone takes over within a minute, with the data.`,
	Fix: rules.Fix{
		Advice: "Use a replication group with at least one replica, and turn automatic failover and Multi-AZ on.",
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
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
		"https://docs.aws.amazon.com/memorydb/latest/devguide/replication.html",
	},
	Check: func(p *rules.Pass) {
		for group, own := range groups(p) {
			replicas := aws.ReplicasInCache(group)
			p.Report(replicas.AtLeast(1).Not().And(own), replicas.Place, "%s has no replica: nothing takes over when its node fails, and all that it holds is lost", group.Address).
				WithFleet(group)
		}
		for cluster := range p.Each(aws.CacheCluster.In(p.Graph)) {
			alone := aws.HasReplicas(cluster)
			if alone != graph.False {
				alone = alone.And(aws.Grouped(cluster).Not())
			}
			p.Report(alone, graph.Place{Resource: cluster}, "%s is a single node outside any replication group: nothing takes over when it fails, and all that it holds is lost", cluster.Address).
				WithFleet(cluster)
		}
		for cluster := range p.Each(aws.MemoryDB.In(p.Graph)) {
			replicas := aws.ReplicasInCache(cluster)
			p.Report(replicas.AtLeast(1).Not(), replicas.Place, "%s has no replica: it is down until MemoryDB has replaced a node that failed", cluster.Address).
				WithFleet(cluster)
		}
	},
}
