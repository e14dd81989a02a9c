package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var replicaNeverRead = &rules.Rule{
	ID: "AL516", Name: "replica-never-read", Level: rules.Note, Story: rules.StatefulWeb, Stage: 5,
	Title: "Read replica that nothing reads from",
	Why: `A read replica costs as much as the database that it copies. It takes load off only if somebody sends reads to it, and that has to be configured: its address, or the
reader endpoint of a cluster, must reach the application. Here the application is given the address of the primary alone, so that the primary still answers everything.`,
	Fix: rules.Fix{
		Advice: "Give the application the address of the replica, or the cluster's reader endpoint, for its reads.",
		Terraform: `user_data = base64encode(templatefile("boot.sh", {
  writer = aws_rds_cluster.main.endpoint
  reader = aws_rds_cluster.main.reader_endpoint
}))`,
		CloudFormation: `Environment:
  - Name: WRITER
    Value: !GetAtt Cluster.Endpoint.Address
  - Name: READER
    Value: !GetAtt Cluster.ReadEndpoint.Address`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.Database.Kind, aws.DatabaseCluster.Kind} {
			for db := range p.Each(kind.In(p.Graph)) {
				idle, reader, consumer := aws.IdleReaders(db)
				if idle == graph.False {
					continue
				}
				spare := ""
				if kind == aws.DatabaseCluster.Kind {
					spare = ", and it waits for the writer to fail"
				}
				p.Report(idle, graph.Place{Resource: reader}, "nothing reads from %s: %s is given the address of %s alone%s", reader.Address, consumer.Address, db.Address, spare).
					With(graph.Place{Resource: consumer}, "is given the address of %s", db.Address)
			}
		}
	},
}
