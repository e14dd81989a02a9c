package state

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var stateOnWebInstance = &rules.Rule{
	ID: "AL404", Name: "state-on-web-instance", Level: rules.Warning, Story: rules.StatefulWeb, Stage: 4,
	Title: "Web instances run a database or session server of their own",
	Why: `A web server should be something that can be thrown away: replaced when it fails, added when there is load, removed when there is none. With a database, a cache of sessions or a file
server on the same machine it is not. Each instance has data of its own that the others do not see, and what it stored is gone with it. Nor can the one be scaled, backed up or secured
without the other.`,
	Fix: rules.Fix{
		Advice: "Move the database to RDS or Aurora, sessions to ElastiCache or DynamoDB, shared files to EFS, and let the instances be clients.",
		Terraform: `resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = true
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    DBInstanceClass: db.m7g.large
    AllocatedStorage: "100"
    MultiAZ: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/whitepapers/latest/web-application-hosting-best-practices/key-components-of-an-aws-web-hosting-architecture.html",
		"https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_stateless.html",
	},
	Check: func(p *rules.Pass) {
		for tier := range p.Each(aws.Servers(p.Graph)) {
			if aws.TurnedOff(tier) {
				continue
			}
			var names []string
			at := graph.Place{Resource: tier}
			runs := graph.False
			boot := aws.BootStepsOf(tier)
			if boot.Open {
				runs = graph.Unknown
			}
			for _, s := range aws.ServersOn(tier) {
				if s.Certain == graph.True {
					names = append(names, s.Name)
					if len(names) == 1 {
						at = s.Place
					}
				} else if runs != graph.True {
					p.Graph.Doubt(graph.Doubt{Resource: tier, Message: "whether " + tier.Address + " starts " + s.Name + " depends on what its boot script finds"})
				}
				runs = runs.Or(s.Certain)
			}
			if boot.Windows {
				runs = graph.False
			}
			if runs != graph.False {
				runs = runs.And(aws.Web(tier))
			}
			p.Report(runs, at, "%s serves the web and runs %s on the same instance: what it stores is lost with the instance, and others do not see it", tier.Address, graph.Enumerate(names, "a server")).
				About(tier).With(graph.Place{Resource: tier}, "the web tier")
		}
	},
}
