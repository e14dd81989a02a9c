// Package databases holds the rules of the 5xx group: relational databases, their standbys and replicas.
package databases

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{
	databaseSingleAZ, missingReadReplica, replicaBesidePrimary, clusterSingleInstance, clusterInstancesInOneAZ, subnetGroupSingleAZ, databaseOnInstance, noBackups,
	dataLostOnDelete, tooManyReplicas, dynamodbFixedCapacity, noStorageAutoscaling, noDeletionProtection, noPointInTimeRecovery, considerAurora, replicaNeverRead, globalDatabaseAlone,
}
