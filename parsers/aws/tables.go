package aws

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Table is a DynamoDB table. A global table has what belongs to a replica at each of its replicas: it counts where all
// say the same.
var Table = struct {
	Kind
	Name                Attr[string]
	HashKey             Attr[string]
	BillingMode         Attr[string] // "PROVISIONED" or "PAY_PER_REQUEST"
	PointInTimeRecovery Attr[bool]
	TimeToLive          Attr[bool]
	Indexes             Blocks    // the global secondary ones, which have a capacity of their own
	Replicas            Blocks    // in other regions
	WriteScaling        Attr[int] // of a global table: the least that its writes are scaled to
}{
	Kind:    table,
	Name:    table.string("name", "TableName"),
	HashKey: table.string("hash_key", "KeySchema[KeyType=HASH].AttributeName PrimaryKey.Name").orBy(hashKey),
	// Terraform Registry, aws_dynamodb_table; CloudFormation Template Reference, AWS::DynamoDB::Table and GlobalTable.
	BillingMode: table.string("billing_mode", "BillingMode").orBy(billingMode),
	// Off unless it is asked for: Amazon DynamoDB Developer Guide, "Point-in-time backups for DynamoDB".
	PointInTimeRecovery: table.bool("point_in_time_recovery.enabled",
		"PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled").or(false),
	TimeToLive:   table.bool("ttl.enabled", "TimeToLiveSpecification.Enabled").or(false),
	Indexes:      table.blocks("global_secondary_index", "GlobalSecondaryIndexes"),
	Replicas:     table.blocks("replica", "Replicas"),
	WriteScaling: table.int("", "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MinCapacity"),
}

// A TableScaling tells what scales the capacity of a provisioned table.
type TableScaling struct {
	Fixed graph.Tri // whether something of it is scaled by nothing
	What  string    // what that is, in words: "its reads and its writes"
}

// capacities are what a table, and each of its indexes, is provisioned with, in words, what Application Auto Scaling
// calls them (Application Auto Scaling API Reference, RegisterScalableTarget: ScalableDimension), and Terraform.
var capacities = []struct{ words, dimension, attribute string }{
	{"reads", "ReadCapacityUnits", "read_capacity"}, {"writes", "WriteCapacityUnits", "write_capacity"},
}

// indexMark stands before the name of an index in the ID of a scalable target.
const indexMark = "/index/"

// a capacity of a table: of the table itself where the index is "".
type capacity struct{ index, dimension string }

// TableScalingOf tells whether the reads and the writes of a table and of its indexes are scaled. Those of a global table
// are when its writes are: DynamoDB asks for no more (Amazon DynamoDB Developer Guide, "Best practices for global tables").
func TableScalingOf(t *graph.Resource) TableScaling {
	if t.Type == globalTable {
		return TableScaling{Table.WriteScaling.Of(t).Written().Not(), "its writes"}
	}
	scaled, open := scaledCapacities(t)
	wanted := capacities
	if Table.Replicas.Of(t).Any() != graph.False {
		wanted = wanted[1:]
	}
	out := TableScaling{Fixed: graph.False}
	var missing []string
	judge := func(index, of string) {
		for _, c := range wanted {
			is, told := scaled[capacity{index, c.dimension}]
			switch {
			case !told && (open || leftAlone(t, index, c.attribute)):
				is = graph.Unknown
			case !told:
				is = graph.False
			}
			if is == graph.False {
				missing = append(missing, fmt.Sprintf(of, c.words))
			}
			out.Fixed = out.Fixed.Or(is.Not())
		}
	}
	judge("", "its %s")
	indexes := Table.Indexes.Of(t)
	for _, b := range indexes.Items {
		if name, ok := field[string](b, "name", "IndexName").Get(); ok {
			judge(name, "the %s of the index "+strings.ReplaceAll(name, "%", "%%"))
		} else if open || len(scaled) > len(capacities) { // some index is scaled: perhaps this one
			out.Fixed = out.Fixed.Or(graph.Unknown)
		}
	}
	if indexes.Open {
		out.Fixed = out.Fixed.Or(graph.Unknown)
	}
	if len(missing) > 2 {
		missing = append(missing[:2:2], "more")
	}
	out.What = graph.Enumerate(missing, "nothing")
	return out
}

// scaledCapacities are the capacities of a table that Application Auto Scaling has a target for; open tells whether there
// may be others.
func scaledCapacities(t *graph.Resource) (scaled map[capacity]graph.Tri, open bool) {
	scaled = map[capacity]graph.Tri{}
	targets := ScalableTarget.Table.Into(t)
	for _, b := range targets.Items {
		dimension := ScalableTarget.Dimension.Of(b.From)
		if ofTable := HasPrefix(dimension, tableDimension); ofTable == graph.False {
			continue
		}
		named, ok := dimension.Get()
		text, _ := graph.Text(ScalableTarget.ResourceID.raw(b.From))
		_, index, ofIndex := strings.Cut(text, indexMark)
		if !ok || strings.Contains(index, graph.Hole) || !ofIndex && text == graph.Hole || b.From.Many() {
			open = true
			doubtPlace(b.From, ScalableTarget.ResourceID.absentAt(b.From.Language)[0].(cty.GetAttrStep).Name)
			continue
		}
		key := capacity{index, named[strings.LastIndexByte(named, ':')+1:]}
		if old, told := scaled[key]; told {
			b.Certain = b.Certain.Or(old)
		}
		scaled[key] = b.Certain
	}
	if len(targets.Open) > 0 {
		open = unclearTarget(t.Graph(), ScalableTarget.Table, tableDimension) || open
	}
	return scaled, open
}

// tableDimension begins what Application Auto Scaling calls the capacities of a table or an index.
const tableDimension = "dynamodb:"

// leftAlone tells whether changes of a capacity of a table, or of its index, may be ignored on purpose: something out of
// sight may scale it.
func leftAlone(t *graph.Resource, index, attribute string) bool {
	if index != "" {
		attribute = "global_secondary_index"
	}
	if t.Language != graph.Terraform || t.Source.Ignored(attribute) == graph.False {
		return false
	}
	t.Graph().Doubt(graph.Doubt{Resource: t, Message: "changes of " + attribute + " of " + t.Address + " are ignored: something else may scale it"})
	return true
}

// LocksState tells whether Terraform keeps its state locks in a table: no store of an application, and nothing is lost with
// it. Terraform asks for that very key (Terraform documentation, "S3 backend": DynamoDB state locking).
func LocksState(t *graph.Resource) graph.Tri {
	key := Table.HashKey.Of(t)
	if key.state == absent && !key.known { // every table has one: it is imported with whatever it has
		t.Graph().Doubt(graph.Doubt{Resource: t, Message: "the hash key of " + t.Address + " is not written"})
		return graph.Unknown
	}
	return key.Is("LockID")
}

// tableThroughput is what a table of SAM is provisioned with.
var tableThroughput = table.int("", "ProvisionedThroughput.WriteCapacityUnits")

// hashKey is the name of a key that is not written. AWS SAM Developer Guide, AWS::Serverless::SimpleTable: id.
func hashKey(t *graph.Resource) (name string, known bool) {
	if t.Type != simpleTable {
		return "", false
	}
	return "id", true
}

// billingMode is how a table is paid where it does not say so. SAM makes its tables on demand unless they have a
// throughput: source of the transform, SamSimpleTable.
func billingMode(t *graph.Resource) (mode string, known bool) {
	if t.Type != simpleTable {
		return "PROVISIONED", true
	}
	provisioned := tableThroughput.Of(t).Written()
	if provisioned == graph.False {
		return "PAY_PER_REQUEST", true
	}
	return "PROVISIONED", provisioned == graph.True
}

// WriterOf is a fleet or a function that writes a table for certain, the first by kind and address; nil where none is
// known to. It looks at the compute whose settings or policies name the table, and at such that may write any.
func WriterOf(t *graph.Resource) *graph.Resource {
	write := permission{"dynamodb:", writes}
	for compute := range granteesOf(t.Graph(), table, write, runsAsFleet).of(t, write) {
		if Reaches(compute, t) == graph.True {
			return compute
		}
	}
	return nil
}

// runsAsFleet tells whether compute is certain to run many times over: a fleet, or a function.
func runsAsFleet(compute *graph.Resource) bool {
	return Function.Includes(compute) == graph.True || Fleet(compute) == graph.True
}
