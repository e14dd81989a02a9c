package aws

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// ReplicationGroup is an ElastiCache group of Redis OSS or Valkey nodes: one shard, or several where cluster mode is on.
//
// Failover and Multi-AZ are off and no snapshots are kept where nothing is written (ElastiCache API Reference,
// CreateReplicationGroup; provider documentation of aws_elasticache_replication_group). Of failover that holds in Terraform
// alone: see [CacheFailover].
var ReplicationGroup = struct {
	Kind
	SecurityGroups Edge
	SubnetGroup    Edge
	ParameterGroup Edge
	Port           Attr[int]
	Nodes          Attr[int] // the primary and its replicas, of a group with one shard
	Shards         Attr[int]
	Replicas       Attr[int] // of each shard
	ShardList      Blocks    // the shards one by one
	ClusterMode    Attr[string]
	Failover       Attr[bool]
	MultiAZ        Attr[bool]
	Zones          ZoneList
	Snapshots      Attr[int] // days that snapshots are kept; 0: none are made
	Primary        Edge      // the cluster that the group is made around
	Global         Attr[string]
}{
	Kind:           replicationGroup,
	SubnetGroup:    replicationGroup.edge(graph.MemberOf, "subnet_group_name", "CacheSubnetGroupName", cacheSubnetGroup),
	SecurityGroups: replicationGroup.edgeList(graph.GuardedBy, "security_group_ids", "SecurityGroupIds", securityGroup),
	ParameterGroup: replicationGroup.edge(graph.MemberOf, "parameter_group_name", "CacheParameterGroupName", cacheParameterGroup),
	Port:           replicationGroup.int("port", "Port"),
	Nodes:          replicationGroup.int("num_cache_clusters number_cache_clusters", "NumCacheClusters"),
	Shards:         replicationGroup.int("num_node_groups", "NumNodeGroups"),
	Replicas:       replicationGroup.int("replicas_per_node_group", "ReplicasPerNodeGroup"),
	ShardList:      replicationGroup.blocks("node_group_configuration", "NodeGroupConfiguration"),
	ClusterMode:    replicationGroup.string("cluster_mode", "ClusterMode"),
	Failover:       replicationGroup.bool("automatic_failover_enabled", "AutomaticFailoverEnabled").orIn(graph.Terraform, false),
	MultiAZ:        replicationGroup.bool("multi_az_enabled", "MultiAZEnabled").or(false),
	Zones:          replicationGroup.zones("preferred_cache_cluster_azs[] availability_zones[]", "PreferredCacheClusterAZs[]"),
	Snapshots:      replicationGroup.int("snapshot_retention_limit", "SnapshotRetentionLimit").or(0),
	Primary:        replicationGroup.edge(graph.MemberOf, "", "PrimaryClusterId", cacheCluster),
	Global:         replicationGroup.string("global_replication_group_id", "GlobalReplicationGroupId"),
}

// The same of a group of the provider before its version 4, where cluster_mode is a block; it is a word since.
var (
	shardsInBlock   = replicationGroup.int("cluster_mode.num_node_groups", "")
	replicasInBlock = replicationGroup.int("cluster_mode.replicas_per_node_group", "")
)

// CacheCluster is an ElastiCache cluster: Memcached, a lone Redis or Valkey node, or a member of a replication group.
//
// A Memcached cluster keeps its nodes in one zone unless it is written otherwise: AZMode, see [MemcachedZones]. No
// snapshots are kept where nothing is written (ElastiCache API Reference, CreateCacheCluster).
var CacheCluster = struct {
	Kind
	Engine         Attr[string]
	SecurityGroups Edge
	SubnetGroup    Edge
	ParameterGroup Edge
	Group          Edge
	Port           Attr[int]
	Nodes          Attr[int]
	AZMode         Attr[string] // "single-az", "cross-az"
	Zones          ZoneList
	Snapshots      Attr[int] // days; 0: none are made
}{
	Kind:           cacheCluster,
	Engine:         cacheCluster.string("engine", "Engine").fold(),
	SubnetGroup:    cacheCluster.edge(graph.MemberOf, "subnet_group_name", "CacheSubnetGroupName", cacheSubnetGroup),
	SecurityGroups: cacheCluster.edgeList(graph.GuardedBy, "security_group_ids", "VpcSecurityGroupIds", securityGroup),
	ParameterGroup: cacheCluster.edge(graph.MemberOf, "parameter_group_name", "CacheParameterGroupName", cacheParameterGroup),
	Group:          cacheCluster.edge(graph.MemberOf, "replication_group_id", "", replicationGroup),
	Port:           cacheCluster.int("port", "Port"),
	Nodes:          cacheCluster.int("num_cache_nodes", "NumCacheNodes"),
	AZMode:         cacheCluster.string("az_mode", "AZMode"),
	Zones:          cacheCluster.zones("preferred_availability_zones[] availability_zones[]", "PreferredAvailabilityZones[]"),
	Snapshots:      cacheCluster.int("snapshot_retention_limit", "SnapshotRetentionLimit").or(0),
}

// ServerlessCache is an ElastiCache serverless cache. It spans zones by itself.
var ServerlessCache = struct {
	Kind
	Subnets        Edge
	SecurityGroups Edge
}{
	Kind:           serverlessCache,
	Subnets:        serverlessCache.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
	SecurityGroups: serverlessCache.edgeList(graph.GuardedBy, "security_group_ids", "SecurityGroupIds", securityGroup),
}

// MemoryDB is a MemoryDB cluster. Each shard has one replica where nothing is written (MemoryDB API Reference,
// CreateCluster), and one that has replicas fails over by itself.
var MemoryDB = struct {
	Kind
	SecurityGroups Edge
	SubnetGroup    Edge
	ParameterGroup Edge
	Port           Attr[int]
	Replicas       Attr[int] // of each shard
}{
	Kind:           memoryDB,
	SubnetGroup:    memoryDB.edge(graph.MemberOf, "subnet_group_name", "SubnetGroupName", cacheSubnetGroup),
	SecurityGroups: memoryDB.edgeList(graph.GuardedBy, "security_group_ids", "SecurityGroupIds", securityGroup),
	ParameterGroup: memoryDB.edge(graph.MemberOf, "parameter_group_name", "ParameterGroupName", cacheParameterGroup),
	Port:           memoryDB.int("port", "Port"),
	Replicas:       memoryDB.int("num_replicas_per_shard", "NumReplicasPerShard").or(1),
}

// CacheSubnetGroup is a subnet group of ElastiCache or MemoryDB.
var CacheSubnetGroup = struct {
	Kind
	Subnets Edge
}{
	Kind:    cacheSubnetGroup,
	Subnets: cacheSubnetGroup.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
}

// CacheParameterGroup holds the settings of the engine of ElastiCache or MemoryDB.
var CacheParameterGroup = struct {
	Kind
	Eviction    Attr[string] // what is dropped when the memory is full: "volatile-lru", "allkeys-lru", "noeviction", …
	ClusterMode Attr[string] // "yes" where the groups that use it have shards
}{
	Kind:        cacheParameterGroup,
	Eviction:    cacheParameterGroup.string("parameter[name=maxmemory-policy].value", "Properties.maxmemory-policy Parameters.maxmemory-policy"),
	ClusterMode: cacheParameterGroup.string("parameter[name=cluster-enabled].value", "Properties.cluster-enabled"),
}

// GlobalDatastore joins replication groups of several regions.
var GlobalDatastore = struct {
	Kind
	Secondaries Edge
}{
	Kind:        globalDatastore,
	Secondaries: globalDatastore.edge(graph.MemberOf, "", "Members[Role=SECONDARY].ReplicationGroupId", replicationGroup),
}

// mostReplicas are the most replicas that a shard may have: ElastiCache User Guide, "Quotas for ElastiCache"; MemoryDB
// Developer Guide, "Understanding MemoryDB replication".
const mostReplicas = 5

// CacheReplicas are the replicas that the shards of a replication group or a MemoryDB cluster have beside their primaries.
type CacheReplicas struct {
	Place graph.Place // where their number is written, or would be
	Limit int         // the most that AWS allows

	shards []shard
	added  int  // clusters that are added to the group for certain
	open   bool // there may be more of them
}

// A shard has as many replicas as a number says, less its primary where that is counted.
type shard struct {
	number  Value[int]
	primary int  // 1 where the number counts the primary, too
	unknown bool // nothing tells the number
}

func (s shard) atLeast(n int) graph.Tri {
	switch {
	case n <= 0:
		return graph.True
	case s.unknown:
		return graph.Unknown
	case !told(s.number):
		return graph.False
	}
	return AtLeast(s.number, n+s.primary)
}

// AtLeast tells whether every shard has n replicas or more.
func (c CacheReplicas) AtLeast(n int) graph.Tri {
	out := graph.True
	for _, s := range c.shards {
		out = out.And(c.of(s, n))
	}
	return out
}

// TooMany tells whether a shard has more replicas than AWS allows.
func (c CacheReplicas) TooMany() graph.Tri {
	out := graph.False
	for _, s := range c.shards {
		out = out.Or(c.of(s, c.Limit+1))
	}
	return out
}

func (c CacheReplicas) of(s shard, n int) graph.Tri {
	has := s.atLeast(n - c.added)
	if has == graph.False && c.open {
		return graph.Unknown
	}
	return has
}

// ReplicasInCache counts the replicas of a replication group or a MemoryDB cluster: the nodes that are written, else the
// replicas of each shard, else the shards one by one, else none; and the clusters that are added to the group.
func ReplicasInCache(r *graph.Resource) CacheReplicas {
	type key struct{ r *graph.Resource }
	return graph.Fact(r.Graph(), key{r}, func() CacheReplicas {
		out := CacheReplicas{Limit: mostReplicas}
		if MemoryDB.Includes(r) == graph.True {
			replicas := MemoryDB.Replicas.Of(r)
			out.Place, out.shards = replicas.Place, []shard{{number: replicas}}
			return out
		}
		out.count(r)
		out.add(r)
		return out
	})
}

// count reads what a replication group says of its own nodes.
func (c *CacheReplicas) count(group *graph.Resource) {
	nodes, replicas := ReplicationGroup.Nodes.Of(group), replicasPerShard(group)
	// CloudFormation does not look at the number of nodes where there are several shards.
	switch {
	case told(nodes) && severalShards(group) != graph.True:
		c.Place, c.shards = nodes.Place, []shard{{number: nodes, primary: 1}}
		return
	case told(replicas):
		c.Place, c.shards = replicas.Place, []shard{{number: replicas}}
		return
	}
	list := ReplicationGroup.ShardList.Of(group)
	for _, b := range list.Items {
		if c.Place.Resource == nil {
			c.Place = b.Place
		}
		number := field[int](b, "replica_count", "ReplicaCount")
		c.shards = append(c.shards, shard{number: number, unknown: number.state == absent}) // AWS says no default
	}
	switch {
	case list.Open || len(list.Possible) > 0:
		c.shards = append(c.shards, shard{unknown: true})
	case len(list.Items) == 0:
		c.shards = []shard{{number: Value[int]{state: absent}}}
	}
	if c.Place.Resource == nil {
		c.Place = nodes.Place
	}
}

// told tells whether a number is written, or known from a plan.
func told(v Value[int]) bool { return v.state != absent || v.known }

// add counts the clusters that are added to a group as replicas, and what Application Auto Scaling keeps.
func (c *CacheReplicas) add(group *graph.Resource) {
	members := CacheCluster.Group.Into(group)
	if len(members.Open) > 0 {
		c.open = true
		doubtPlace(members.Open[0].From, pathText(members.Open[0].Place.Path))
	}
	for _, b := range members.Items {
		if b.Certain == graph.True && !b.From.Many() {
			c.added++
			continue
		}
		c.open = true
		group.Graph().Doubt(graph.Doubt{Resource: b.From, Message: b.From.Address + " may be added to " + group.Address + ", or not"})
	}
	scaled := ScalableTarget.Cache.Into(group)
	for _, b := range scaled.Items {
		if ScalableTarget.Dimension.Of(b.From).Is(replicaDimension) == graph.True {
			c.open = c.open || AtLeast(ScalableTarget.Min.Of(b.From), 1) != graph.False
		}
	}
	if len(scaled.Open) > 0 {
		c.open = unclearTarget(group.Graph(), ScalableTarget.Cache, replicaDimension) || c.open
	}
}

// replicaDimension is what Application Auto Scaling calls the replicas of a shard: Application Auto Scaling API Reference,
// RegisterScalableTarget.
const replicaDimension = "elasticache:replication-group:Replicas"

// severalShards tells whether a replication group has two shards or more.
func severalShards(group *graph.Resource) graph.Tri {
	shards := shardsOf(group)
	if !told(shards) {
		return graph.False
	}
	return AtLeast(shards, 2)
}

// shardsOf is the number of shards of a replication group.
func shardsOf(group *graph.Resource) Value[int] {
	return besideBlock(group, ReplicationGroup.Shards, shardsInBlock)
}

// replicasPerShard is the number of replicas that each shard of a replication group has.
func replicasPerShard(group *graph.Resource) Value[int] {
	return besideBlock(group, ReplicationGroup.Replicas, replicasInBlock)
}

// besideBlock reads an attribute that stood in the block cluster_mode once.
func besideBlock(group *graph.Resource, now, once Attr[int]) Value[int] {
	v := now.Of(group)
	if v.state != absent || group.Language != graph.Terraform {
		return v
	}
	if u, _ := group.Attribute("cluster_mode").Unmark(); u.IsNull() || u.Type() == cty.String {
		return v
	}
	return once.Of(group)
}

// Clustered tells whether cluster mode is on for a replication group: it has several shards, its mode is said to be on, or
// its parameter group turns it on, as those of AWS do whose names end in "cluster.on" (ElastiCache User Guide, "Valkey and
// Redis OSS cluster mode"; "Valkey and Redis OSS parameters").
func Clustered(group *graph.Resource) graph.Tri {
	out := severalShards(group)
	if u, _ := group.Attribute("cluster_mode").Unmark(); group.Language != graph.Terraform || !u.CanIterateElements() {
		out = out.Or(ReplicationGroup.ClusterMode.Of(group).Is("enabled"))
	}
	for _, l := range ReplicationGroup.ParameterGroup.Of(group).Items {
		switch {
		case l.To != nil && l.To.Mode == graph.Managed:
			out = out.Or(CacheParameterGroup.ClusterMode.Of(l.To).Is("yes"))
		case l.Literal != "":
			out = out.Or(graph.Known(strings.HasSuffix(l.Literal, ".cluster.on")))
		}
	}
	return out
}

// CacheFailover tells whether a replica of a replication group takes over by itself when the primary fails, and where
// that is written. Where nothing is, it is off in Terraform. What CloudFormation takes then is not known: its guide says
// that it is off, and has said that it is on, and deployments of a single node have failed because it was (CloudFormation
// Template Reference, AWS::ElastiCache::ReplicationGroup, AutomaticFailoverEnabled).
func CacheFailover(group *graph.Resource) (on graph.Tri, at graph.Place, written bool) {
	v := ReplicationGroup.Failover.Of(group)
	if v.state == absent && !v.known {
		group.Graph().Doubt(graph.Doubt{Resource: group, Message: "whether " + group.Address + " fails over is not written, and CloudFormation has taken it for off and for on"})
		return graph.Unknown, v.Place, false
	}
	return v.Is(true), v.Place, !v.Unwritten()
}

// Secondary tells whether a replication group is a copy of one in another region, which takes over its data and much of
// its shape: a member of a global datastore that is not the primary.
func Secondary(group *graph.Resource) graph.Tri {
	return ReplicationGroup.Global.Of(group).Written().Or(GlobalDatastore.Secondaries.Into(group).Any())
}

// Grouped tells whether a cache cluster belongs to a replication group, which then speaks for it.
func Grouped(cluster *graph.Resource) graph.Tri {
	return CacheCluster.Group.Of(cluster).Any().Or(ReplicationGroup.Primary.Into(cluster).Any())
}

// HasReplicas tells whether the engine of a cache cluster is one that replicates, Redis OSS or Valkey.
func HasReplicas(cluster *graph.Resource) graph.Tri { return runsEngine(cluster, "redis", "valkey") }

// IsMemcached tells whether a cache cluster runs Memcached, which knows no replicas, failover and snapshots.
func IsMemcached(cluster *graph.Resource) graph.Tri { return runsEngine(cluster, "memcached") }

// runsEngine tells whether a cache cluster runs one of the engines. Where one is declared for each engine that may be
// chosen, the engine that is there by default says nothing about the cluster that is for another.
func runsEngine(cluster *graph.Resource, engines ...string) graph.Tri {
	engine := CacheCluster.Engine.Of(cluster)
	_, byDefault := engine.marks[graph.Default{}]
	if is := engine.In(engines...); !byDefault || cluster.Exists == graph.True {
		return is
	}
	cluster.Graph().Doubt(graph.Doubt{Resource: cluster, Message: "whether " + cluster.Address + " is there may hang on its engine"})
	return graph.Unknown
}

// CacheZones tells whether the nodes of a replication group are confined to one zone, as its preferred zones or its
// subnets say: where, and in which words.
func CacheZones(group *graph.Resource) (single graph.Tri, zones Zones) {
	preferred, isWritten := ReplicationGroup.Zones.Of(group)
	preferred.Because = "it prefers no other"
	if single = isWritten.And(preferred.One()); single == graph.True {
		return single, preferred
	}
	for l := range ReplicationGroup.SubnetGroup.Of(group).Targets() {
		if l.Mode != graph.Managed {
			continue
		}
		in := ZonesOfLinks(CacheSubnetGroup.Subnets.Of(l))
		if one := in.One(); one == graph.True {
			in.Place = ReplicationGroup.SubnetGroup.Of(group).Place
			return one, in
		} else if one == graph.Unknown && CacheSpread(group) != graph.True { // or else the subnets must lie there
			single = graph.Unknown
		}
	}
	return single, preferred
}

// CacheSpread tells whether the nodes of a replication group are asked to be in several zones one by one, as they could be
// before there was Multi-AZ to ask for.
func CacheSpread(group *graph.Resource) graph.Tri {
	preferred, isWritten := ReplicationGroup.Zones.Of(group)
	return isWritten.And(preferred.AtLeast(2))
}

// MemcachedZones tells whether the nodes of a Memcached cluster are confined to one zone, and where that is written. They
// are unless it is written that they cross zones, or in which zones they are (ElastiCache API Reference,
// CreateCacheCluster: AZMode).
func MemcachedZones(cluster *graph.Resource) (single graph.Tri, at graph.Place) {
	mode := CacheCluster.AZMode.Of(cluster)
	zones, isWritten := CacheCluster.Zones.Of(cluster)
	crosses := mode.Is("cross-az")
	if isWritten = isWritten.And(zones.AtLeast(1)); isWritten == graph.False {
		return crosses.Not(), mode.Place
	}
	two := zones.AtLeast(2)
	return isWritten.Or(crosses.Not()).And(two.Not()), zones.Place
}

// Eviction is what the engine of a cache drops when its memory is full, as its parameter group says; where it says
// nothing, AWS's own groups drop only what has an end written to it, or nothing (ElastiCache User Guide, "Valkey and Redis
// OSS parameters"; MemoryDB Developer Guide, "Engine specific parameters": maxmemory-policy).
func Eviction(cache *graph.Resource) (dropsAny graph.Tri, policy Value[string]) {
	edge := ReplicationGroup.ParameterGroup
	switch {
	case CacheCluster.Includes(cache) == graph.True:
		edge = CacheCluster.ParameterGroup
	case MemoryDB.Includes(cache) == graph.True:
		edge = MemoryDB.ParameterGroup
	case ReplicationGroup.Includes(cache) != graph.True:
		return graph.False, policy
	}
	links := edge.Of(cache)
	dropsAny = graph.False
	if links.Open {
		dropsAny = graph.Unknown
	}
	for _, l := range links.Items {
		switch {
		case l.To != nil && l.To.Mode == graph.Managed:
			policy = CacheParameterGroup.Eviction.Of(l.To)
			dropsAny = dropsAny.Or(HasPrefix(policy, "allkeys-"))
		case strings.HasPrefix(l.Literal, "default."):
		default:
			dropsAny = dropsAny.Or(graph.Unknown)
			doubtPlace(cache, pathText(l.Place.Path))
		}
	}
	return dropsAny, policy
}
