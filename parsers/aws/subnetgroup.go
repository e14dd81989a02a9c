package aws

import "github.com/archlint/archlint/parsers/graph"

// A SubnetGroupKind is a kind of subnet group: a list of subnets that a data store may put its instances in.
type SubnetGroupKind struct {
	Kind
	Subnets Edge
	Refused bool // AWS refuses one whose subnets lie in one zone
	members []Edge
	spans   func(store *graph.Resource) graph.Tri // whether a store asks for several zones; nil: any of the kind may
}

// SubnetGroups are the kinds of subnet groups. RDS, Aurora, DocumentDB, Neptune and DMS ask for two zones or more (RDS User
// Guide, "Working with a DB instance in a VPC"; DocumentDB Developer Guide, "VPC and subnets"; Neptune User Guide,
// "Create a subnet group"; DMS User Guide, "Setting up a network for a replication instance").
var SubnetGroups = []SubnetGroupKind{
	{Kind: databaseSubnetGroup, Subnets: DatabaseSubnetGroup.Subnets, Refused: true, members: []Edge{Database.SubnetGroup, DatabaseCluster.SubnetGroup}},
	{Kind: migrationSubnets, Subnets: MigrationSubnetGroup.Subnets, Refused: true},
	{Kind: cacheSubnetGroup, Subnets: CacheSubnetGroup.Subnets, members: []Edge{ReplicationGroup.SubnetGroup, CacheCluster.SubnetGroup, MemoryDB.SubnetGroup}},
	{Kind: warehouseSubnets, Subnets: WarehouseSubnetGroup.Subnets, members: []Edge{Warehouse.SubnetGroup}, spans: func(store *graph.Resource) graph.Tri {
		return Warehouse.MultiAZ.Of(store).Is(true).Or(Warehouse.Relocation.Of(store).Is(true))
	}},
}

// Users are the stores in sight that are put into a subnet group, for certain.
func (k SubnetGroupKind) Users(group *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for _, e := range k.members {
		for _, b := range e.Into(group).Items {
			if b.Certain == graph.True {
				out = append(out, b.From)
			}
		}
	}
	return out
}

// Spans tells whether one of the stores, or any of the kind, asks for several zones.
func (k SubnetGroupKind) Spans(users []*graph.Resource) graph.Tri {
	if k.spans == nil {
		return graph.True
	}
	out := graph.False
	for _, u := range users {
		out = out.Or(k.spans(u))
	}
	return out
}
