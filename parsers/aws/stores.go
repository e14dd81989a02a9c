package aws

import "github.com/archlint/archlint/parsers/graph"

// Bucket is an S3 bucket.
var Bucket = struct {
	Kind
	Name Attr[string]
}{
	Kind: bucket,
	Name: bucket.string("bucket", "BucketName"),
}

// FileSystem is an EFS file system.
var FileSystem = struct{ Kind }{fileSystem}

// MountTarget is an EFS mount target.
var MountTarget = struct {
	Kind
	FileSystem     Edge
	Subnet         Edge
	SecurityGroups Edge
}{
	Kind:           mountTarget,
	FileSystem:     mountTarget.edge(graph.MemberOf, "file_system_id", "FileSystemId", fileSystem),
	Subnet:         mountTarget.edge(graph.InSubnet, "subnet_id", "SubnetId", subnet),
	SecurityGroups: mountTarget.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
}

// FSx is an FSx file system of any sort.
var FSx = struct {
	Kind
	Subnets        Edge
	SecurityGroups Edge
}{
	Kind:           fsx,
	Subnets:        fsx.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
	SecurityGroups: fsx.edgeList(graph.GuardedBy, "security_group_ids", "SecurityGroupIds", securityGroup),
}

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
