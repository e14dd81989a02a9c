package state

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var sessionStoreEvicts = &rules.Rule{
	ID: "AL403", Name: "session-store-evicts", Level: rules.Note, Story: rules.StatefulWeb, Stage: 3,
	Title: "Session store that drops live sessions or keeps dead ones",
	Why: `A session has an end, and the store has to know it. A cache whose eviction policy is one of allkeys-* drops any key when its memory is full, also the session of somebody who is shopping
right now; with volatile-ttl or noeviction only what is about to end goes, or nothing does. A table without a time to live keeps every session for ever: it grows and costs more each month, and a
stolen session identifier stays good.`,
	Fix: rules.Fix{
		Advice: "Let a session cache evict by volatile-ttl or not at all, and give a session table a time to live.",
		Terraform: `resource "aws_dynamodb_table" "sessions" {
  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}`,
		CloudFormation: `Sessions:
  Type: AWS::DynamoDB::Table
  Properties:
    TimeToLiveSpecification:
      AttributeName: expires
      Enabled: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html",
		"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.ReplicationGroup.Kind, aws.CacheCluster.Kind, aws.MemoryDB.Kind} {
			for cache := range p.Each(kind.In(p.Graph)) {
				if is, because := aws.SessionStore(cache); is {
					drops, policy := aws.Eviction(cache)
					at := policy.Place
					if at.Resource == nil {
						at.Resource = cache
					}
					p.Report(drops, at, "%s keeps sessions (%s), and its eviction policy %s drops any of them when the memory is full", cache.Address, because, policy.Or("")).
						With(graph.Place{Resource: cache}, "keeps sessions")
				}
			}
		}
		for table := range p.Each(aws.Table.In(p.Graph)) {
			if is, because := aws.SessionStore(table); is {
				ends := aws.Table.TimeToLive.Of(table)
				p.Report(ends.Is(true).Not(), ends.Place, "%s keeps sessions (%s) and has no time to live: they stay for ever", table.Address, because)
			}
		}
	},
}
