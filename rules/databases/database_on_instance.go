package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var databaseOnInstance = &rules.Rule{
	ID: "AL507", Name: "database-on-instance", Level: rules.Note, Story: rules.StatefulWeb, Stage: 4, YieldsTo: []string{"AL404"},
	Title: "Database that somebody has to run on an instance",
	Why: `A database on an instance of one's own is a machine that needs care: backups, patches, a standby in another zone and somebody who can fail over to it at night. When the instance or
its zone fails, the data are out of reach until someone has restored them elsewhere. RDS, Aurora, DocumentDB and ElastiCache do all that; an instance is worth the work only for an engine
or an extension that they do not have.`,
	Fix: rules.Fix{
		Advice: "Use the managed service for the engine; where that is not possible, replicate to an instance in another zone and take snapshots.",
		Terraform: `resource "aws_db_instance" "main" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = true
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBInstanceClass: db.m7g.large
    AllocatedStorage: "100"
    MultiAZ: true`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html",
		"https://docs.aws.amazon.com/prescriptive-guidance/latest/migration-sql-server/comparison.html",
	},
	Check: func(p *rules.Pass) {
		for server := range p.Each(aws.Servers(p.Graph)) {
			if aws.TurnedOff(server) {
				continue
			}
			boot := aws.BootStepsOf(server)
			runs, name, at := graph.False, "", graph.Place{Resource: server}
			for _, s := range aws.ServersOn(server) {
				if s.Sort == aws.FileServer || s.Name == "Memcached" {
					continue
				}
				if s.Certain == graph.True && name == "" {
					name, at = s.Name, s.Place
				}
				runs = runs.Or(s.Certain)
			}
			message := "%s runs %s on an instance: backups, patches and failover are left to you"
			if runs != graph.True {
				offered, place := aws.OffersDatabase(server)
				if offered == graph.True {
					at, name = place, "a database"
					message = "%s runs %s on an instance, since its security group lets other tiers in on a database port: backups, patches and failover are left to you"
				}
				runs = runs.Or(offered)
			}
			if boot.Open {
				runs = runs.Or(graph.Unknown)
			}
			if boot.Windows && name == "" {
				runs = graph.False
			}
			if runs != graph.False {
				runs = runs.And(aws.Web(server).Not())
			}
			p.Report(runs, graph.Place{Resource: server}, message, server.Address, name).With(at, "as is told here")
		}
	},
}
