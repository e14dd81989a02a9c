package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var memcachedSingleAZ = &rules.Rule{
	ID: "AL604", Name: "memcached-single-az", Level: rules.Warning, Availability: true,
	YieldsTo: []string{"AL402"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Memcached in a single node or a single Availability Zone",
	Why: `Memcached spreads its keys over its nodes and keeps no copy of any: what a node held is lost with it. With one node, or with all nodes in one zone, as they are unless it is written otherwise,
one failure empties the whole cache, and the database behind it has to answer everything at once. Nodes in several zones lose only their share.`,
	Fix: rules.Fix{
		Advice: "Use two nodes or more and spread them over zones.",
		Terraform: `resource "aws_elasticache_cluster" "cache" {
  engine          = "memcached"
  num_cache_nodes = 2
  az_mode         = "cross-az"
}`,
		CloudFormation: `Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: memcached
    NumCacheNodes: 2
    AZMode: cross-az`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/disaster-recovery-resiliency.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html",
	},
	Check: func(p *rules.Pass) {
		for cluster := range p.Each(aws.CacheCluster.In(p.Graph)) {
			memcached := aws.IsMemcached(cluster)
			if memcached == graph.False {
				continue
			}
			nodes := aws.CacheCluster.Nodes.Of(cluster)
			several := aws.AtLeast(nodes, 2)
			if several == graph.False {
				p.Report(memcached, nodes.Place, "%s is a single node: all that it holds is lost with it", cluster.Address).
					WithFleet(cluster)
				continue
			}
			single, at := aws.MemcachedZones(cluster)
			p.Report(memcached.And(single.Or(several.Not())), at, "all nodes of %s lie in one zone, as those of Memcached do unless they are told to cross zones: all that they hold is lost with it",
				cluster.Address).
				WithFleet(cluster)
		}
	},
}
