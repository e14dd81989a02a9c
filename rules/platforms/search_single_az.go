package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var searchSingleAZ = &rules.Rule{
	ID: "AL990", Name: "search-single-az", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Search domain on one node or in one Availability Zone",
	Why: `A domain keeps copies of its shards on other nodes, if there are any. With one data node there is no copy: when it fails, the search is down and what came after the last snapshot is lost. Without
zone awareness all nodes lie in one zone, and its failure takes them together.`,
	Fix: rules.Fix{
		Advice: "Run two data nodes or more with zone awareness, best three zones with a standby.",
		Terraform: `resource "aws_opensearch_domain" "search" {
  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = true
  }
}`,
		CloudFormation: `Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 3
      ZoneAwarenessEnabled: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html",
	},
	Check: func(p *rules.Pass) {
		for domain := range p.Each(aws.SearchDomain.In(p.Graph)) {
			nodes, spread := aws.SearchDomain.Nodes.Of(domain), aws.SearchDomain.ZoneAwareness.Of(domain)
			lone := aws.AtLeast(nodes, 2).Not()
			if lone == graph.True {
				p.Report(lone, nodes.Place, "%s keeps its data on a single node: its failure takes the search and the data", domain.Address).WithFleet(domain)
				continue
			}
			p.Report(lone.Or(spread.Is(false)), spread.Place, "%s keeps all of its nodes in one Availability Zone: zone awareness is off", domain.Address).WithFleet(domain)
		}
	},
}
