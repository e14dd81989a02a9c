package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var cacheNoSnapshots = &rules.Rule{
	ID: "AL605", Name: "cache-no-snapshots", Level: rules.Note,
	YieldsTo: []string{"AL402", "AL601", "AL602", "AL603"}, Story: rules.StatefulWeb, Stage: 6,
	Title: "Cache without snapshots",
	Why: `ElastiCache makes daily snapshots of Redis and Valkey only when it is told for how many days to keep them. Without one there is nothing to start from after the data was deleted by mistake or by a
faulty release, and a new cluster starts cold. For a cache that can be filled again from the database this may be all right; then say so in an ignore.`,
	Fix: rules.Fix{
		Advice: "Keep snapshots for a few days.",
		Terraform: `resource "aws_elasticache_replication_group" "cache" {
  snapshot_retention_limit = 7
}`,
		CloudFormation: `Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    SnapshotRetentionLimit: 7`,
	},
	See: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"},
	Check: func(p *rules.Pass) {
		report := func(cache *graph.Resource, subject graph.Tri, kept aws.Value[int]) {
			p.Report(subject.And(aws.AtLeast(kept, 1).Not()), kept.Place, "%s makes no snapshots: %s", cache.Address, retention(kept)).FixedBy(kept.Put(aws.UsualRetention))
		}
		for group, own := range groups(p) {
			report(group, own, aws.ReplicationGroup.Snapshots.Of(group))
		}
		for cluster := range p.Each(aws.CacheCluster.In(p.Graph)) {
			if subject := aws.HasReplicas(cluster).And(aws.Grouped(cluster).Not()); subject != graph.False {
				report(cluster, subject, aws.CacheCluster.Snapshots.Of(cluster))
			}
		}
	},
}

func retention(kept aws.Value[int]) string {
	if kept.Unwritten() {
		return "no retention is written, and none are kept unless it is"
	}
	return "they are kept for no day"
}
