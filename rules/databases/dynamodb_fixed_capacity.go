package databases

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var dynamodbFixedCapacity = &rules.Rule{
	ID: "AL511", Name: "dynamodb-fixed-capacity", Level: rules.Warning, Story: rules.StatefulWeb, Stage: 5,
	Title: "DynamoDB table with a fixed capacity",
	Why: `Unless it is told otherwise a table is provisioned: it answers as many reads and writes a second as were bought, and refuses the rest. The fleet before it scales with its users, the table
does not: at the first rush requests are throttled although every server is well. Each global secondary index has a capacity of its own, and one that is too small holds up the writes of the whole
table.`,
	Fix: rules.Fix{
		Advice: "Pay by request, or let Application Auto Scaling move the reads and writes of the table and of each of its indexes.",
		Terraform: `resource "aws_dynamodb_table" "orders" {
  billing_mode = "PAY_PER_REQUEST"
}`,
		CloudFormation: `Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST`,
	},
	See: []string{
		"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html",
		"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
	},
	Check: func(p *rules.Pass) {
		for table := range p.Each(aws.Table.In(p.Graph)) {
			mode := aws.Table.BillingMode.Of(table)
			provisioned := mode.Is("PROVISIONED")
			if provisioned != graph.False {
				provisioned = provisioned.And(aws.LocksState(table).Not())
			}
			if provisioned == graph.False {
				p.Report(provisioned, mode.Place, "")
				continue
			}
			scaling := aws.TableScalingOf(table)
			fixed := provisioned.And(scaling.Fixed)
			if fixed == graph.True {
				fixed = fixed.And(p.Graph.Hides(table).Not())
			}
			billing := "is provisioned" + mode.Because("no billing mode")
			if fixed != graph.True {
				p.Report(fixed, mode.Place, "")
				continue
			}
			if writer := aws.WriterOf(table); writer != nil {
				p.Report(fixed, mode.Place, "%s %s, and nothing scales %s: %s is throttled when it asks for more", table.Address, billing, scaling.What, writer.Address).
					With(graph.Place{Resource: writer}, "writes %s", table.Address)
				continue
			}
			p.Advise(fixed, mode.Place, "%s %s, and nothing scales %s: what goes beyond them is refused", table.Address, billing, scaling.What)
		}
	},
}
