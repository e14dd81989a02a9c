package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Database is an RDS DB instance that stands alone: neither a member of an Aurora or Multi-AZ DB cluster.
//
// Multi-AZ is off where nothing is written (RDS API, CreateDBInstance).
var Database = struct {
	Kind
	Engine         Attr[string]
	MultiAZ        Attr[bool]
	Zones          ZoneList
	Source         Edge // the primary of a read replica
	SourceText     Attr[string]
	SourceCluster  Attr[string]
	SubnetGroup    Edge
	SecurityGroups Edge
	Port           Attr[int]
	Restored       Attr[string]
}{
	Kind:           database,
	Engine:         database.string("engine", "Engine").fold(),
	MultiAZ:        database.bool("multi_az", "MultiAZ").or(false),
	Zones:          database.zones("availability_zone", "AvailabilityZone"),
	Source:         database.edge(graph.ReplicaOf, "replicate_source_db", "SourceDBInstanceIdentifier", database),
	SourceText:     database.string("replicate_source_db", "SourceDBInstanceIdentifier"),
	SourceCluster:  database.string("", "SourceDBClusterIdentifier"),
	SubnetGroup:    database.edge(graph.MemberOf, "db_subnet_group_name", "DBSubnetGroupName", databaseSubnetGroup),
	SecurityGroups: database.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VPCSecurityGroups", securityGroup),
	Port:           database.int("port", "Port"),
	Restored:       database.string("snapshot_identifier", "DBSnapshotIdentifier"),
}

// ClusterInstance is a member of an Aurora cluster.
var ClusterInstance = struct {
	Kind
	Cluster Edge
}{
	Kind:    clusterInstance,
	Cluster: clusterInstance.edge(graph.MemberOf, "cluster_identifier", "DBClusterIdentifier", databaseCluster),
}

// DatabaseCluster is an Aurora cluster or a Multi-AZ DB cluster.
var DatabaseCluster = struct {
	Kind
	Engine         Attr[string]
	SecurityGroups Edge
	SubnetGroup    Edge
	Port           Attr[int]
}{
	Kind:           databaseCluster,
	Engine:         databaseCluster.string("engine", "Engine").fold(),
	SecurityGroups: databaseCluster.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VpcSecurityGroupIds", securityGroup),
	SubnetGroup:    databaseCluster.edge(graph.MemberOf, "db_subnet_group_name", "DBSubnetGroupName", databaseSubnetGroup),
	Port:           databaseCluster.int("port", "Port"),
}

// DatabaseSubnetGroup is an RDS subnet group.
var DatabaseSubnetGroup = struct {
	Kind
	Subnets Edge
}{
	Kind:    databaseSubnetGroup,
	Subnets: databaseSubnetGroup.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
}

// The attributes that tell a cluster's member from an instance that stands alone; CloudFormation has one type for
// both. They are read before the kinds exist.
var (
	memberOfCluster = Attr[string]{paths: [graph.Languages][]path{graph.CloudFormation: {parsePath("DBClusterIdentifier")}}}
	memberEngine    = Attr[string]{folded: true, paths: [graph.Languages][]path{graph.CloudFormation: {parsePath("Engine")}}}
)

func isClusterMember(r *graph.Resource) graph.Tri {
	if r.Language == graph.Terraform {
		return graph.True // a type of its own
	}
	return memberOfCluster.Of(r).Written().Or(memberEngine.Of(r).Test(func(engine string) bool {
		return strings.HasPrefix(engine, "aurora")
	}))
}

func standsAlone(r *graph.Resource) graph.Tri {
	if r.Language == graph.Terraform {
		return graph.True
	}
	return isClusterMember(r).Not()
}

// Replica tells whether a database is a read replica of another.
func Replica(db *graph.Resource) graph.Tri {
	return Database.SourceText.Of(db).Written().Or(Database.SourceCluster.Of(db).Written())
}

// ReplicasOf tells whether a database has a read replica, in sight or possibly out of it.
func ReplicasOf(db *graph.Resource) graph.Tri {
	out := Database.Source.Into(db).Any()
	if out == graph.False {
		out = db.Graph().Hides(db)
	}
	return out
}

// TakesStandby tells whether RDS can keep a standby for the engine: SQL Server Express has none; for SQL Server Web
// and RDS Custom it depends on version and region (RDS User Guide, "Multi-AZ deployments").
func TakesStandby(db *graph.Resource) graph.Tri {
	engine := Database.Engine.Of(db)
	if e, ok := engine.Get(); ok && (e == "sqlserver-web" || strings.HasPrefix(e, "custom-")) {
		db.Graph().Doubt(graph.Doubt{Resource: db, Message: "whether " + e + " can have a standby depends on its version and region"})
		return graph.Unknown
	}
	if engine.Written() == graph.False && !engine.Observed() {
		return graph.True // restored from a snapshot: the engine of that
	}
	return engine.Test(func(e string) bool {
		return e != "sqlserver-ex" && e != "neptune" && e != "docdb" && !strings.HasPrefix(e, "aurora")
	})
}

// TakesReplicas tells whether RDS can make read replicas of a database: of SQL Server and Oracle only of the Enterprise
// Editions (RDS User Guide, "Differences between read replicas for DB engines").
func TakesReplicas(db *graph.Resource) graph.Tri {
	engine := Database.Engine.Of(db)
	if engine.Written() == graph.False && !engine.Observed() {
		return graph.True
	}
	return engine.Test(func(e string) bool {
		e = strings.TrimPrefix(e, "custom-")
		return !strings.HasPrefix(e, "sqlserver") && !strings.HasPrefix(e, "oracle") || strings.HasPrefix(e, "sqlserver-ee") || strings.HasPrefix(e, "oracle-ee")
	})
}
