package aws

import "github.com/archlint/archlint/parsers/graph"

// Warehouse is a Redshift cluster. Multi-AZ is off where nothing is written (Redshift API Reference, CreateCluster). Of
// relocation see [Relocatable].
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
	Relocation:     warehouse.bool("availability_zone_relocation_enabled", "AvailabilityZoneRelocation").orIn(graph.Terraform, false),
	SubnetGroup:    warehouse.edge(graph.MemberOf, "cluster_subnet_group_name", "ClusterSubnetGroupName", warehouseSubnets),
}

// Relocatable tells whether a warehouse may move to another zone. Where nothing is written it may not in Terraform (provider
// documentation of aws_redshift_cluster). What CloudFormation takes then is not known: relocation is turned on by default
// on all RA3 clusters (Redshift Management Guide, "Relocating a cluster"), but the API reference says no default.
func Relocatable(warehouse *graph.Resource) graph.Tri {
	v := Warehouse.Relocation.Of(warehouse)
	if v.state == absent && !v.known {
		warehouse.Graph().Doubt(graph.Doubt{Resource: warehouse, Message: "whether " + warehouse.Address + " is relocatable is not written, and RA3 clusters are by default"})
		return graph.Unknown
	}
	return v.Is(true)
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
