package state

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var sessionStoreSinglePoint = &rules.Rule{
	ID: "AL402", Name: "session-store-single-point", Level: rules.Error, Availability: true, Story: rules.StatefulWeb, Stage: 6,
	Title: "Sessions in a store that one failure takes away",
	Why: `Sessions were moved out of the instances so that no instance matters. If the store that keeps them is one node, or has replicas that do not take over, then that node matters to everybody at
once: when it fails, all users are logged out, all carts are empty, and nobody can log in again until the node has been replaced. Memcached keeps no copy at all: each node that fails or is replaced
takes its share of the sessions.`,
	Fix: rules.Fix{
		Advice: "Keep sessions in a replication group of Redis or Valkey with a replica, automatic failover and Multi-AZ, in MemoryDB with a replica, or in DynamoDB.",
		Terraform: `resource "aws_elasticache_replication_group" "sessions" {
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
}`,
		CloudFormation: `Sessions:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    NumCacheClusters: 2
    AutomaticFailoverEnabled: true
    MultiAZEnabled: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-use-cases.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
	},
	Check: func(p *rules.Pass) {
		for group := range p.Each(aws.ReplicationGroup.In(p.Graph)) {
			if is, because := aws.SessionStore(group); is {
				sessionGroup(p, group, because)
			}
		}
		for cluster := range p.Each(aws.CacheCluster.In(p.Graph)) {
			is, because := aws.SessionStore(cluster)
			if !is {
				continue
			}
			at := graph.Place{Resource: cluster}
			if memcached := aws.IsMemcached(cluster); memcached == graph.True {
				p.Warn(memcached, at, "%s keeps sessions (%s) in Memcached, which has no copy of any: each node that goes takes its share of them", cluster.Address, because).
					WithFleet(cluster)
				continue
			}
			alone := aws.HasReplicas(cluster)
			if alone != graph.False {
				alone = alone.And(aws.Grouped(cluster).Not())
			}
			p.Report(alone, at, singleNode, cluster.Address, because).
				WithFleet(cluster)
		}
		for cluster := range p.Each(aws.MemoryDB.In(p.Graph)) {
			if is, because := aws.SessionStore(cluster); is {
				replicas := aws.ReplicasInCache(cluster)
				p.Report(replicas.AtLeast(1).Not(), replicas.Place, "%s keeps sessions (%s) and has no replica: nobody can log in while its node is replaced", cluster.Address, because).
					WithFleet(cluster)
			}
		}
	},
}

const singleNode = "%s keeps sessions (%s) in a single node: they all end with it"

// sessionGroup judges a replication group that keeps sessions.
func sessionGroup(p *rules.Pass, group *graph.Resource, because string) {
	own := aws.Secondary(group).Not()
	replicas := aws.ReplicasInCache(group)
	replicated := replicas.AtLeast(1)
	if replicated != graph.True {
		p.Report(own.And(replicated.Not()), replicas.Place, singleNode, group.Address, because).
			WithFleet(group)
		return
	}
	on, at, _ := aws.CacheFailover(group)
	p.Report(own.And(on.Not()), at, "%s keeps sessions (%s) and its automatic failover is off: nobody can log in after its primary has failed", group.Address, because).
		WithFleet(group)
}
