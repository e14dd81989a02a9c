package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Database is an RDS DB instance that stands alone: neither a member of an Aurora or Multi-AZ DB cluster.
//
// Multi-AZ is off where nothing is written, and backups are kept for a day (RDS API, CreateDBInstance); Terraform asks
// for no backups instead (provider documentation of aws_db_instance). Deletion protection is off in both.
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
	Restored       Attr[string] // what it is made from, in one of many ways
	Retention      Attr[int]    // days that backups are kept; 0: none are made
	MaxStorage     Attr[int]    // GiB that the storage may grow to by itself
	StorageType    Attr[string]
	Public         Attr[bool] // see [TakesPublicAddress]
}{
	Kind:           database,
	Public:         database.bool("publicly_accessible", "PubliclyAccessible"),
	Engine:         database.string("engine", "Engine").fold(),
	MultiAZ:        database.bool("multi_az", "MultiAZ").or(false),
	Zones:          database.zones("availability_zone", "AvailabilityZone"),
	Source:         database.edge(graph.ReplicaOf, "replicate_source_db", "SourceDBInstanceIdentifier", database),
	SourceText:     database.string("replicate_source_db", "SourceDBInstanceIdentifier"),
	SourceCluster:  database.string("", "SourceDBClusterIdentifier"),
	SubnetGroup:    database.edge(graph.MemberOf, "db_subnet_group_name", "DBSubnetGroupName", databaseSubnetGroup),
	SecurityGroups: database.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VPCSecurityGroups", securityGroup),
	Port:           database.int("port", "Port"),
	Restored: database.string("snapshot_identifier restore_to_point_in_time s3_import",
		"DBSnapshotIdentifier DBClusterSnapshotIdentifier SourceDBInstanceAutomatedBackupsArn SourceDbiResourceId RestoreTime UseLatestRestorableTime"),
	Retention:   database.int("backup_retention_period", "BackupRetentionPeriod").orIn(graph.Terraform, 0).orIn(graph.CloudFormation, 1),
	MaxStorage:  database.int("max_allocated_storage", "MaxAllocatedStorage"),
	StorageType: database.string("storage_type", "StorageType"),
}

// ClusterInstance is a member of an Aurora, DocumentDB or Neptune cluster.
var ClusterInstance = struct {
	Kind
	Cluster Edge
	Zones   ZoneList
	Public  Attr[bool]
}{
	Kind:    clusterInstance,
	Public:  clusterInstance.bool("publicly_accessible", "PubliclyAccessible"),
	Cluster: clusterInstance.edge(graph.MemberOf, "cluster_identifier", "DBClusterIdentifier", databaseCluster),
	Zones:   clusterInstance.zones("availability_zone", "AvailabilityZone"),
}

// DatabaseCluster is an Aurora, DocumentDB or Neptune cluster, or a Multi-AZ DB cluster of RDS.
//
// Backups are kept for a day where nothing is written, and never for less (API references of Amazon RDS, DocumentDB and
// Neptune, CreateDBCluster: BackupRetentionPeriod); deletion protection is off.
var DatabaseCluster = struct {
	Kind
	Engine         Attr[string]
	SecurityGroups Edge
	SubnetGroup    Edge
	Port           Attr[int]
	Restored       Attr[string]
	Retention      Attr[int]
	Global         Edge // the global cluster that it belongs to
}{
	Kind:           databaseCluster,
	Engine:         databaseCluster.string("engine", "Engine").fold(),
	SecurityGroups: databaseCluster.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VpcSecurityGroupIds", securityGroup),
	SubnetGroup:    databaseCluster.edge(graph.MemberOf, "db_subnet_group_name neptune_subnet_group_name", "DBSubnetGroupName", databaseSubnetGroup),
	Port:           databaseCluster.int("port", "Port DBPort"),
	Restored:       databaseCluster.string("snapshot_identifier restore_to_point_in_time s3_import", "SnapshotIdentifier SourceDBClusterIdentifier"),
	Retention:      databaseCluster.int("backup_retention_period", "BackupRetentionPeriod").or(1),
	Global:         databaseCluster.edge(graph.MemberOf, "global_cluster_identifier", "GlobalClusterIdentifier", globalCluster),
}

// DatabaseProxy is an RDS Proxy: whoever may call it may call the databases behind it. It listens on the default port of
// its engine family, whatever the databases listen on (Amazon RDS User Guide, Quotas and limitations for
// RDS Proxy).
var DatabaseProxy = struct {
	Kind
	Family         Attr[string]
	SecurityGroups Edge
}{
	Kind:           databaseProxy,
	Family:         databaseProxy.string("engine_family", "EngineFamily").fold(),
	SecurityGroups: databaseProxy.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VpcSecurityGroupIds", securityGroup),
}

// ShardedDatabase is a database that keeps its own instances, one set for each shard: Aurora Limitless, DocumentDB
// Elastic, and Neptune Analytics with its single one.
//
// Aurora Limitless has no redundant compute unless asked for (RDS API, CreateDBShardGroup), DocumentDB Elastic two
// instances for each shard (provider documentation of aws_docdbelastic_cluster), Neptune Analytics one replica (Neptune
// Analytics API, CreateGraph).
var ShardedDatabase = struct {
	Kind
	Redundancy     Attr[int] // Aurora Limitless: further copies of each shard
	ShardInstances Attr[int] // DocumentDB Elastic: instances of each shard
	Replicas       Attr[int] // Neptune Analytics
}{
	Kind:           shardedDatabase,
	Redundancy:     shardedDatabase.int("compute_redundancy", "ComputeRedundancy").or(0),
	ShardInstances: shardedDatabase.int("shard_instance_count", "ShardInstanceCount").or(2),
	Replicas:       shardedDatabase.int("replica_count", "ReplicaCount").or(1),
}

// GlobalCluster joins clusters of several regions.
var GlobalCluster = struct {
	Kind
	Name   Attr[string]
	Source Edge
}{
	Kind:   globalCluster,
	Name:   globalCluster.string("global_cluster_identifier", "GlobalClusterIdentifier"),
	Source: globalCluster.edge(graph.MemberOf, "source_db_cluster_identifier", "SourceDBClusterIdentifier", databaseCluster),
}

// DatabaseSubnetGroup is a subnet group of RDS, Aurora, DocumentDB or Neptune.
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
	if r.Type != "AWS::RDS::DBInstance" {
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
	if engine.Unwritten() {
		return graph.True // restored from a snapshot: the engine of that
	}
	return engine.Test(func(e string) bool {
		return e != "sqlserver-ex" && e != "neptune" && e != "docdb" && !strings.HasPrefix(e, "aurora")
	})
}

// TakesReplicas tells whether RDS can make read replicas of a database: of SQL Server and Oracle only of the Enterprise
// Editions (RDS User Guide, "Differences between read replicas for DB engines"), and not of RDS Custom for SQL Server (the
// same guide, "Requirements and limitations for Amazon RDS Custom for SQL Server").
func TakesReplicas(db *graph.Resource) graph.Tri {
	engine := Database.Engine.Of(db)
	if engine.Unwritten() {
		return graph.True
	}
	return engine.Test(func(e string) bool {
		if strings.HasPrefix(e, "custom-sqlserver") {
			return false
		}
		e = strings.TrimPrefix(e, "custom-")
		return !strings.HasPrefix(e, "sqlserver") && !strings.HasPrefix(e, "oracle") || strings.HasPrefix(e, "sqlserver-ee") || strings.HasPrefix(e, "oracle-ee")
	})
}

// TakesBackups tells whether a database or cluster makes backups by itself. One that is restored takes over the retention
// of what it is made from where none is written, which is out of sight: Unknown.
func TakesBackups(db *graph.Resource) (backups graph.Tri, retention Value[int]) {
	restored := Database.Restored
	if DatabaseCluster.Includes(db) == graph.True {
		retention, restored = DatabaseCluster.Retention.Of(db), DatabaseCluster.Restored
	} else {
		retention = Database.Retention.Of(db)
	}
	if retention.Unwritten() {
		if from := restored.Of(db); from.Written() != graph.False {
			db.Graph().Doubt(graph.Doubt{Resource: db, Message: db.Address + " takes its backup retention over from what it is restored from"})
			return graph.Unknown, retention
		}
	}
	return AtLeast(retention, 1), retention
}

// GrowsStorage tells whether RDS can make the storage of a database larger by itself: not magnetic storage, and not of
// RDS Custom (RDS User Guide, "Managing capacity automatically with Amazon RDS storage autoscaling"; "RDS Custom
// limitations").
func GrowsStorage(db *graph.Resource) graph.Tri {
	custom := Database.Engine.Of(db).Test(func(e string) bool { return strings.HasPrefix(e, "custom-") })
	return custom.Or(Database.StorageType.Of(db).Is("standard")).Not()
}

// replicaLimits are the most read replicas that a database may have, by engine (RDS API, CreateDBInstanceReadReplica:
// SourceDBInstanceIdentifier).
var replicaLimits = []struct {
	prefix string
	most   int
}{{"mysql", 15}, {"mariadb", 15}, {"postgres", 15}, {"oracle", 5}, {"custom-oracle", 5}, {"sqlserver", 5}, {"db2", 3}}

// ReplicaLimit is the most read replicas that a database may have, or that a cluster may have instances beside its
// writer; ok is false where its engine is not known. A cluster of Aurora, DocumentDB or Neptune takes 15 (Aurora User
// Guide, "Replication with Amazon Aurora"; DocumentDB Developer Guide, "Quotas and limits"; Neptune User Guide, "Quotas").
func ReplicaLimit(db *graph.Resource) (most int, ok bool) {
	if DatabaseCluster.Includes(db) == graph.True {
		return 15, true
	}
	engine, ok := Database.Engine.Of(db).Get()
	if !ok {
		return 0, false
	}
	for _, l := range replicaLimits {
		if strings.HasPrefix(engine, l.prefix) {
			return l.most, true
		}
	}
	return 0, false
}

// ReplicaSet are the read replicas of a database, or the instances of a cluster, as a set that counts them; all lists
// those in sight.
func ReplicaSet(db *graph.Resource) (set graph.Set, all []*graph.Resource) {
	edge := Database.Source
	if DatabaseCluster.Includes(db) == graph.True {
		edge = ClusterInstance.Cluster
	}
	backs := edge.Into(db)
	if len(backs.Open) > 0 {
		set.Open = true
		doubtPlace(backs.Open[0].From, pathText(backs.Open[0].Place.Path))
	}
	if db.Graph().Hides(db) != graph.False {
		set.Open = true
	}
	for _, b := range backs.Items {
		if b.From.Many() {
			set.Open = true
			db.Graph().Doubt(graph.Doubt{Resource: b.From, Message: "how many there are of " + b.From.Address + " is not known"})
		}
		if b.Certain != graph.True {
			db.Graph().Doubt(graph.Doubt{Resource: b.From, Message: b.From.Address + " may not exist, or may not belong to " + db.Address})
		}
		set.Add(graph.Member{Key: b.From.Address, Possible: b.Certain != graph.True, When: b.When})
		all = append(all, b.From)
	}
	return set, all
}

// PinnedZones are the zones that databases or instances of a cluster are written to run in; pinned is False where one of
// them goes wherever AWS puts it.
func PinnedZones(all []*graph.Resource) (zones Zones, pinned graph.Tri) {
	zones.Edge, pinned = graph.False, graph.True
	for _, r := range all {
		list := Database.Zones
		if ClusterInstance.Includes(r) == graph.True {
			list = ClusterInstance.Zones
		}
		z, isWritten := list.Of(r)
		if len(zones.Evidence) == 0 {
			zones.Place = z.Place
		}
		pinned = pinned.And(isWritten)
		zones.Union(z, false)
		zones.Evidence = append(zones.Evidence, z.Place)
	}
	return zones, pinned
}

// ScalesReaders tells whether Application Auto Scaling keeps one reader or more in a cluster.
func ScalesReaders(cluster *graph.Resource) graph.Tri {
	backs := ScalableTarget.Cluster.Into(cluster)
	out := graph.False
	for _, b := range backs.Items {
		out = out.Or(b.Certain.And(AtLeast(ScalableTarget.Min.Of(b.From), 1)))
	}
	return out
}

// LoneShard tells whether a single instance serves the data of a sharded database, or each part of it, and where that is
// written.
func LoneShard(db *graph.Resource) (graph.Tri, graph.Place) {
	count, enough := ShardedDatabase.Redundancy.Of(db), 1
	switch db.Type {
	case "aws_docdbelastic_cluster", "AWS::DocDBElastic::Cluster":
		count, enough = ShardedDatabase.ShardInstances.Of(db), 2
	case "aws_neptunegraph_graph", "AWS::NeptuneGraph::Graph":
		count = ShardedDatabase.Replicas.Of(db)
	}
	return AtLeast(count, enough).Not(), count.Place
}
