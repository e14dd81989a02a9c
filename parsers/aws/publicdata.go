package aws

import (
	"github.com/archlint/archlint/parsers/graph"
)

// SubnetsOfStore are the subnets that a data store may put its instances in: its own, or those of its subnet group. They are
// open where no group is written, and the store takes the default VPC.
func SubnetsOfStore(store *graph.Resource) Links {
	for _, e := range []Edge{SearchDomain.Subnets, ServerlessCache.Subnets} {
		if e.owner.Includes(store) == graph.True {
			return e.Of(store)
		}
	}
	for _, m := range []struct{ group, subnets Edge }{
		{Database.SubnetGroup, DatabaseSubnetGroup.Subnets}, {DatabaseCluster.SubnetGroup, DatabaseSubnetGroup.Subnets},
		{ReplicationGroup.SubnetGroup, CacheSubnetGroup.Subnets}, {CacheCluster.SubnetGroup, CacheSubnetGroup.Subnets}, {MemoryDB.SubnetGroup, CacheSubnetGroup.Subnets},
		{Warehouse.SubnetGroup, WarehouseSubnetGroup.Subnets}, {MigrationInstance.SubnetGroup, MigrationSubnetGroup.Subnets},
	} {
		if m.group.owner.Includes(store) != graph.True {
			continue
		}
		for group := range m.group.Of(store).Targets() {
			if group.Mode == graph.Managed {
				return m.subnets.Of(group)
			}
		}
		if Database.Includes(store) == graph.True && Database.SourceText.Of(store).Written() == graph.True && m.group.Of(store).Any() == graph.False {
			return Links{Place: graph.Place{Resource: store}} // a replica lies where its primary does, and is judged with that
		}
		return unseenSubnets(store)
	}
	return Links{Place: graph.Place{Resource: store}}
}

func unseenSubnets(store *graph.Resource) Links {
	store.Graph().Doubt(graph.Doubt{Resource: store, Message: "the subnets of " + store.Address + " are not in sight"})
	return Links{Open: true, Place: graph.Place{Resource: store}}
}

// PublicStores are the kinds of data stores, and what copies them, that can take a public address or whose subnets should
// not be public, in their order.
var PublicStores = []Kind{database, clusterInstance, databaseCluster, replicationGroup, cacheCluster, serverlessCache, memoryDB, warehouse, searchDomain, migrationInstance}

// TakesPublicAddress tells whether a data store takes a public address, and where that is or would be written.
//
// Where nothing is written an RDS DB instance that names no subnet group but the default one does (RDS API Reference,
// CreateDBInstance: PubliclyAccessible), members of Aurora do not, and a DMS replication instance does (DMS API Reference,
// CreateReplicationInstance); Terraform asks for a private one of all of them (provider documentation of aws_db_instance,
// aws_rds_cluster_instance and aws_dms_replication_instance). Redshift does not, but Terraform's provider asked for it
// before its version 6 (provider documentation, "Terraform AWS Provider Version 6 Upgrade Guide": aws_redshift_cluster).
func TakesPublicAddress(store *graph.Resource) (graph.Tri, graph.Place) {
	for _, k := range []struct {
		flag Attr[bool]
		kind Kind
	}{{Database.Public, database}, {ClusterInstance.Public, clusterInstance}, {Warehouse.Public, warehouse}, {MigrationInstance.Public, migrationInstance}} {
		if k.kind.Includes(store) != graph.True {
			continue
		}
		flag := k.flag.Of(store)
		if isWritten := flag.Written(); isWritten != graph.False || flag.Observed() {
			return flag.Is(true), flag.Place
		}
		return publicByDefault(store), graph.Place{Resource: store}
	}
	return graph.False, graph.Place{Resource: store}
}

func publicByDefault(store *graph.Resource) graph.Tri {
	switch {
	case store.Language == graph.Terraform && Warehouse.Includes(store) == graph.True:
		store.Graph().Doubt(graph.Doubt{Resource: store, Message: "whether " + store.Address + " takes a public address, which hangs on the provider's version, is not known"})
		return graph.Unknown
	case store.Language == graph.Terraform:
		return graph.False
	case MigrationInstance.Includes(store) == graph.True:
		return graph.True
	case Database.Includes(store) == graph.True && Database.SourceText.Of(store).Written() == graph.False && Database.SourceCluster.Of(store).Written() == graph.False:
		group := Database.SubnetGroup.Of(store)
		for _, l := range group.Items {
			if l.Literal == "default" {
				return l.Exists
			}
		}
		return group.Any().Not()
	}
	return graph.False
}

// InPublicSubnet tells whether a data store may put its instances in a public subnet, and which is the first.
func InPublicSubnet(store *graph.Resource) (graph.Tri, Link) {
	subnets := SubnetsOfStore(store)
	out := graph.False
	if subnets.Open {
		out = graph.Unknown
	}
	for _, l := range subnets.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			out = out.Or(graph.Unknown)
			continue
		}
		public := PublicSubnet(l.To).And(l.Exists)
		if public == graph.True {
			return public, l
		}
		out = out.Or(public)
	}
	return out, Link{}
}
