package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Broker is an Amazon MQ broker; Terraform makes a single instance unless it is told otherwise (provider documentation of
// aws_mq_broker, deployment_mode), CloudFormation asks for a mode.
var Broker = struct {
	Kind
	Mode Attr[string] // SINGLE_INSTANCE, ACTIVE_STANDBY_MULTI_AZ, CLUSTER_MULTI_AZ
}{
	Kind: broker,
	Mode: broker.string("deployment_mode", "DeploymentMode").orIn(graph.Terraform, "SINGLE_INSTANCE"),
}

// StreamCluster is an MSK cluster with brokers of its own.
var StreamCluster = struct {
	Kind
	Subnets Edge
}{
	Kind:    streamCluster,
	Subnets: streamCluster.edgeList(graph.InSubnet, "broker_node_group_info.client_subnets", "BrokerNodeGroupInfo.ClientSubnets", subnet),
}

// smallRegions are the regions in which an account may have two zones only: AWS Global Infrastructure, "AWS Regions and
// Availability Zones".
var smallRegions = map[string]bool{"us-west-1": true}

// MoreZonesAround tells whether the region of some zones has three zones or more: known where a zone is written by its name.
func MoreZonesAround(z Zones) graph.Tri {
	for _, m := range z.Members {
		if m.Class != graph.Literal || len(m.Key) < 2 {
			continue
		}
		return graph.Known(!smallRegions[strings.TrimRight(m.Key, "abcdef")])
	}
	return graph.Unknown
}

// SearchDomain is an OpenSearch or Elasticsearch domain: one data node, and not spread over zones, unless it says so
// (OpenSearch Service Developer Guide, "Configuring a multi-AZ domain"; API reference, ClusterConfig).
var SearchDomain = struct {
	Kind
	Nodes                   Attr[int]
	ZoneAwareness           Attr[bool]
	Subnets, SecurityGroups Edge // of a domain in a VPC
}{
	Kind:           searchDomain,
	Subnets:        searchDomain.edgeList(graph.InSubnet, "vpc_options.subnet_ids", "VPCOptions.SubnetIds", subnet),
	SecurityGroups: searchDomain.edgeList(graph.GuardedBy, "vpc_options.security_group_ids", "VPCOptions.SecurityGroupIds", securityGroup),
	Nodes:          searchDomain.int("cluster_config.instance_count", "ClusterConfig.InstanceCount ElasticsearchClusterConfig.InstanceCount").or(1),
	ZoneAwareness:  searchDomain.bool("cluster_config.zone_awareness_enabled", "ClusterConfig.ZoneAwarenessEnabled ElasticsearchClusterConfig.ZoneAwarenessEnabled").or(false),
}

// MigrationInstance is a DMS replication instance, in one zone unless it says otherwise (AWS CLI Command
// Reference, "dms create-replication-instance": the example; no page says it).
var MigrationInstance = struct {
	Kind
	MultiAZ     Attr[bool]
	Public      Attr[bool] // see [TakesPublicAddress]
	SubnetGroup Edge
}{
	Kind:        migrationInstance,
	Public:      migrationInstance.bool("publicly_accessible", "PubliclyAccessible"),
	SubnetGroup: migrationInstance.edge(graph.MemberOf, "replication_subnet_group_id", "ReplicationSubnetGroupIdentifier", migrationSubnets),
	MultiAZ:     migrationInstance.bool("multi_az", "MultiAZ").or(false),
}

// Firewall is a Network Firewall with an endpoint in each of its subnets.
var Firewall = struct {
	Kind
	VPC     Edge
	Subnets Edge
}{
	Kind:    firewall,
	VPC:     firewall.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
	Subnets: firewall.edge(graph.InSubnet, "subnet_mapping.subnet_id", "SubnetMappings.SubnetId", subnet),
}

// ZonesOfVPC are the zones of the subnets that are declared in a network.
func ZonesOfVPC(net *graph.Resource) Zones {
	type key struct{ net *graph.Resource }
	return graph.Fact(net.Graph(), key{net}, func() Zones {
		out := Zones{Edge: graph.False, Place: graph.Place{Resource: net}}
		for _, b := range Subnet.VPC.Into(net).Items {
			out.Union(ZonesOfSubnet(b.From), b.Certain != graph.True)
		}
		return out
	})
}
