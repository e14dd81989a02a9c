package aws

import "github.com/archlint/archlint/parsers/graph"

// Warehouse is a Redshift cluster. It stays in one zone unless it is asked for Multi-AZ or to be relocatable.
var Warehouse = struct {
	Kind
	MultiAZ        Attr[bool]
	Relocation     Attr[bool] // it may move to another zone
	SubnetGroup    Edge
	NodeType       Attr[string]
	SecurityGroups Edge
	Port           Attr[int] // 5439 where none is written (Redshift API Reference, CreateCluster)
	Public         Attr[bool]
}{
	Kind:           warehouse,
	SecurityGroups: warehouse.edgeList(graph.GuardedBy, "vpc_security_group_ids", "VpcSecurityGroupIds", securityGroup),
	Port:           warehouse.int("port", "Port"),
	Public:         warehouse.bool("publicly_accessible", "PubliclyAccessible"),
	NodeType:       warehouse.string("node_type", "NodeType").fold(),
	MultiAZ:        warehouse.bool("multi_az", "MultiAZ").or(false),
	Relocation:     warehouse.bool("availability_zone_relocation_enabled", "AvailabilityZoneRelocation").or(false),
	SubnetGroup:    warehouse.edge(graph.MemberOf, "cluster_subnet_group_name", "ClusterSubnetGroupName", warehouseSubnets),
}

// WarehouseSubnetGroup is a subnet group of Redshift.
var WarehouseSubnetGroup = struct {
	Kind
	Subnets Edge
}{
	Kind:    warehouseSubnets,
	Subnets: warehouseSubnets.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
}

// MigrationSubnetGroup is a subnet group of DMS replication instances.
var MigrationSubnetGroup = struct {
	Kind
	Subnets Edge
}{
	Kind:    migrationSubnets,
	Subnets: migrationSubnets.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
}
