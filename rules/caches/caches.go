// Package caches holds the rules of the 6xx group: nodes, failover, zones and snapshots of ElastiCache and MemoryDB.
package caches

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{cacheSingleNode, cacheNoFailover, cacheSingleAZ, memcachedSingleAZ, cacheNoSnapshots}

// groups yields the replication groups that are judged by themselves: a copy of a group in another region takes its shape
// over from there.
func groups(p *rules.Pass) func(func(*graph.Resource, graph.Tri) bool) {
	return func(yield func(*graph.Resource, graph.Tri) bool) {
		for group := range p.Each(aws.ReplicationGroup.In(p.Graph)) {
			own := aws.Secondary(group).Not()
			if own != graph.False && !yield(group, own) {
				return
			}
		}
	}
}
