package aws

import "github.com/archlint/archlint/parsers/graph"

// Bucket is an S3 bucket.
var Bucket = struct{ Kind }{bucket}

// Secret, SecretVersion and Parameter hold what others are configured with.
var (
	Secret        = struct{ Kind }{secret}
	SecretVersion = struct {
		Kind
		Secret Edge
		Value  Attr[string]
	}{
		Kind:   secretVersion,
		Secret: secretVersion.edge(graph.MemberOf, "secret_id", "SecretId", secret),
		Value:  secretVersion.string("secret_string", "TargetId"),
	}
	Parameter = struct {
		Kind
		Value Attr[string]
	}{
		Kind:  parameter,
		Value: parameter.string("value", "Value"),
	}
)

// storesOf are the stores of a graph of one sort, by kind and address. A file system on EFS is reached through its
// mount targets.
func storesOf(g *graph.Graph, set StoreSet) []*graph.Resource {
	kinds := [...][]Kind{
		CacheStores:   {replicationGroup, cacheCluster, serverlessCache, memoryDB},
		SessionStores: {replicationGroup, cacheCluster, serverlessCache, memoryDB, table},
		SharedFiles:   {mountTarget, fileSystem, fsx, bucket},
	}[set]
	var out []*graph.Resource
	for _, k := range kinds {
		for r := range k.In(g) {
			if k == table && LocksState(r) == graph.True {
				continue
			}
			out = append(out, r)
		}
	}
	return out
}
