package aws

import "github.com/archlint/archlint/parsers/graph"

// Table is a DynamoDB table. A global table has what belongs to a replica at each of its replicas: it counts where all
// say the same.
var Table = struct {
	Kind
	Name                Attr[string]
	HashKey             Attr[string]
	BillingMode         Attr[string] // "PROVISIONED" or "PAY_PER_REQUEST"
	PointInTimeRecovery Attr[bool]
	TimeToLive          Attr[bool]
}{
	Kind:    table,
	Name:    table.string("name", "TableName"),
	HashKey: table.string("hash_key", "KeySchema[KeyType=HASH].AttributeName PrimaryKey.Name").orBy(hashKey),
	// Terraform Registry, aws_dynamodb_table; CloudFormation Template Reference, AWS::DynamoDB::Table and GlobalTable.
	BillingMode: table.string("billing_mode", "BillingMode").orBy(billingMode),
	// Off unless it is asked for: Amazon DynamoDB Developer Guide, "Point-in-time backups for DynamoDB".
	PointInTimeRecovery: table.bool("point_in_time_recovery.enabled",
		"PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled").or(false),
	TimeToLive: table.bool("ttl.enabled", "TimeToLiveSpecification.Enabled").or(false),
}

// LocksState tells whether Terraform keeps its state locks in a table: no store of an application, and nothing is lost with
// it. Terraform asks for that very key (Terraform documentation, "S3 backend": DynamoDB state locking).
func LocksState(t *graph.Resource) graph.Tri { return Table.HashKey.Of(t).Is("LockID") }

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
