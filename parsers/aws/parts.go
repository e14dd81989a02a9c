package aws

import (
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Part is what a resource is in the picture of an architecture: where people draw it between those who ask at the top and
// what is kept at the bottom.
type Part uint8

// The parts, from the top to the bottom. What is NoPart belongs to others, or holds nothing of its own: rules, roles, groups.
const (
	NoPart         Part = iota
	NamePart            // DNS
	DeliveryPart        // content delivery and accelerators
	EntryPart           // APIs
	BalancerPart        // load balancers
	TranslatorPart      // NAT gateways
	ComputePart         // instances, groups, services, environments, clusters
	FunctionPart        // functions and state machines
	CachePart           // caches
	DatabasePart        // databases, warehouses, search
	FilesPart           // file systems that several share
	VolumePart          // volumes of one instance
	MessagePart         // queues, topics, streams, events
	ObjectPart          // buckets
)

// partOfKind are the parts of the kinds of the vocabulary, and what people call them.
var partOfKind = []struct {
	Kind
	part  Part
	words string
}{
	{hostedZone, NamePart, "Route 53"},
	{record, NamePart, "Route 53"},
	{recordGroup, NamePart, "Route 53"},
	{loadBalancer, BalancerPart, "load balancer"},
	{classicLoadBalancer, BalancerPart, "Classic Load Balancer"},
	{natGateway, TranslatorPart, "NAT gateway"},
	{autoScalingGroup, ComputePart, "Auto Scaling group"},
	{instance, ComputePart, "EC2 instance"},
	{ecsService, ComputePart, "ECS service"},
	{beanstalkEnvironment, ComputePart, "Elastic Beanstalk"},
	{kubernetesCluster, ComputePart, "EKS cluster"},
	{nodeGroup, ComputePart, "EKS node group"},
	{function, FunctionPart, "Lambda function"},
	{stateMachine, FunctionPart, "state machine"},
	{replicationGroup, CachePart, "ElastiCache"},
	{cacheCluster, CachePart, "ElastiCache"},
	{serverlessCache, CachePart, "ElastiCache Serverless"},
	{memoryDB, CachePart, "MemoryDB"},
	{database, DatabasePart, "RDS"},
	{databaseCluster, DatabasePart, "database cluster"},
	{shardedDatabase, DatabasePart, "sharded database"},
	{databaseProxy, DatabasePart, "RDS Proxy"},
	{warehouse, DatabasePart, "Redshift"},
	{searchDomain, DatabasePart, "OpenSearch"},
	{table, DatabasePart, "DynamoDB table"},
	{fileSystem, FilesPart, "EFS"},
	{fsx, FilesPart, "FSx"},
	{volume, VolumePart, "EBS volume"},
	{queue, MessagePart, "SQS queue"},
	{topic, MessagePart, "SNS topic"},
	{eventRule, MessagePart, "EventBridge rule"},
	{eventTarget, MessagePart, "EventBridge rule"},
	{schedule, MessagePart, "EventBridge schedule"},
	{pipe, MessagePart, "EventBridge pipe"},
	{broker, MessagePart, "Amazon MQ"},
	{streamCluster, MessagePart, "MSK"},
	{bucket, ObjectPart, "S3 bucket"},
}

// partOfType are the parts of types that rules do not ask about.
var partOfType = map[string]struct {
	part  Part
	words string
}{
	"aws_cloudfront_distribution": {DeliveryPart, "CloudFront"}, "AWS::CloudFront::Distribution": {DeliveryPart, "CloudFront"},
	"aws_globalaccelerator_accelerator": {DeliveryPart, "Global Accelerator"}, "AWS::GlobalAccelerator::Accelerator": {DeliveryPart, "Global Accelerator"},
	"aws_api_gateway_rest_api": {EntryPart, "API Gateway"}, "AWS::ApiGateway::RestApi": {EntryPart, "API Gateway"}, "AWS::Serverless::Api": {EntryPart, "API Gateway"},
	"aws_apigatewayv2_api": {EntryPart, "API Gateway"}, "AWS::ApiGatewayV2::Api": {EntryPart, "API Gateway"}, "AWS::Serverless::HttpApi": {EntryPart, "API Gateway"},
	"aws_appsync_graphql_api": {EntryPart, "AppSync"}, "AWS::AppSync::GraphQLApi": {EntryPart, "AppSync"},
	"aws_apprunner_service": {ComputePart, "App Runner"}, "AWS::AppRunner::Service": {ComputePart, "App Runner"},
	"aws_lightsail_instance": {ComputePart, "Lightsail instance"}, "AWS::Lightsail::Instance": {ComputePart, "Lightsail instance"},
	"aws_batch_compute_environment": {ComputePart, "Batch"}, "AWS::Batch::ComputeEnvironment": {ComputePart, "Batch"},
	"aws_emr_cluster": {ComputePart, "EMR cluster"}, "AWS::EMR::Cluster": {ComputePart, "EMR cluster"},
	"aws_ec2_fleet": {ComputePart, "EC2 fleet"}, "AWS::EC2::EC2Fleet": {ComputePart, "EC2 fleet"},
	"aws_spot_fleet_request": {ComputePart, "Spot fleet"}, "AWS::EC2::SpotFleet": {ComputePart, "Spot fleet"},
	"aws_sfn_state_machine": {FunctionPart, "state machine"}, "AWS::StepFunctions::StateMachine": {FunctionPart, "state machine"},
	"aws_redshiftserverless_workgroup": {DatabasePart, "Redshift Serverless"}, "AWS::RedshiftServerless::Workgroup": {DatabasePart, "Redshift Serverless"},
	"aws_opensearchserverless_collection": {DatabasePart, "OpenSearch Serverless"}, "AWS::OpenSearchServerless::Collection": {DatabasePart, "OpenSearch Serverless"},
	"aws_kinesis_stream": {MessagePart, "Kinesis stream"}, "AWS::Kinesis::Stream": {MessagePart, "Kinesis stream"},
	"aws_kinesis_firehose_delivery_stream": {MessagePart, "Data Firehose"}, "AWS::KinesisFirehose::DeliveryStream": {MessagePart, "Data Firehose"},
	"aws_msk_serverless_cluster": {MessagePart, "MSK Serverless"}, "AWS::MSK::ServerlessCluster": {MessagePart, "MSK Serverless"},
}

// PartOf is the part that a resource or data source plays, and what people call such a resource, "Auto Scaling group".
func PartOf(r *graph.Resource) (part Part, words string) {
	if r == nil || r.Mode == graph.Module {
		return NoPart, ""
	}
	if p, ok := partOfType[r.Type]; ok {
		return p.part, p.words
	}
	known := byTypes[r.Language][r.Type]
	if len(known) == 0 {
		return NoPart, ""
	}
	for _, p := range partOfKind {
		for _, k := range known {
			if k.kindFacts == p.kindFacts && k.Includes(r) != graph.False {
				return p.part, called(r, p.words)
			}
		}
	}
	return NoPart, ""
}

// balancerWords are what people call load balancers of a sort.
var balancerWords = map[string]string{Application: "Application Load Balancer", Network: "Network Load Balancer", Gateway: "Gateway Load Balancer"}

// engineWords are what people call engines, by how their names begin; the longest first.
var engineWords = []struct{ prefix, words string }{
	{"aurora-postgresql", "Aurora PostgreSQL"}, {"aurora", "Aurora MySQL"}, {"mysql", "MySQL"}, {"mariadb", "MariaDB"}, {"postgres", "PostgreSQL"},
	{"oracle", "Oracle"}, {"custom-oracle", "Oracle"}, {"sqlserver", "SQL Server"}, {"custom-sqlserver", "SQL Server"}, {"db2", "Db2"},
	{"docdb", "DocumentDB"}, {"neptune", "Neptune"}, {"redis", "Redis"}, {"valkey", "Valkey"}, {"memcached", "Memcached"},
}

func engineName(engine Value[string]) string {
	e, _ := engine.Get()
	for _, w := range engineWords {
		if strings.HasPrefix(e, w.prefix) {
			return w.words
		}
	}
	return ""
}

// replicationEngine is the engine of a replication group: Redis OSS where none is written (ElastiCache API Reference,
// CreateReplicationGroup: Engine names no default; provider documentation of aws_elasticache_replication_group: redis).
var replicationEngine = replicationGroup.string("engine", "Engine").fold().orIn(graph.Terraform, "redis")

// called makes the words for a kind closer where the resource says more.
func called(r *graph.Resource, words string) string {
	closer := func(name, format string) string {
		if name == "" {
			return words
		}
		return strings.ReplaceAll(format, "*", name)
	}
	switch {
	case LoadBalancer.Includes(r) == graph.True:
		sort, _ := LoadBalancer.Type.Of(r).Get()
		return closer(balancerWords[sort], "*")
	case Database.Includes(r) == graph.True:
		return closer(engineName(Database.Engine.Of(r)), "RDS *")
	case DatabaseCluster.Includes(r) == graph.True:
		switch {
		case strings.Contains(strings.ToLower(r.Type), "docdb"):
			return "DocumentDB"
		case strings.Contains(strings.ToLower(r.Type), "neptune"):
			return "Neptune"
		}
		name := engineName(DatabaseCluster.Engine.Of(r))
		if name != "" && !strings.HasPrefix(name, "Aurora") {
			return "RDS cluster " + name
		}
		return closer(name, "*")
	case ReplicationGroup.Includes(r) == graph.True:
		return closer(engineName(replicationEngine.Of(r)), "ElastiCache *")
	case CacheCluster.Includes(r) == graph.True:
		return closer(engineName(CacheCluster.Engine.Of(r)), "ElastiCache *")
	}
	return words
}

// sizes are the attributes that say how large an instance of something is: "m7g.large", "db.r7g.large".
var sizes = []struct {
	Kind
	attr Attr[string]
}{
	{instance, instance.string("instance_type", "InstanceType")},
	{database, database.string("instance_class", "DBInstanceClass")},
	{clusterInstance, clusterInstance.string("instance_class", "DBInstanceClass")},
	{replicationGroup, replicationGroup.string("node_type", "CacheNodeType")},
	{cacheCluster, cacheCluster.string("node_type", "CacheNodeType")},
	{memoryDB, memoryDB.string("node_type", "NodeType")},
	{warehouse, warehouse.string("node_type", "NodeType")},
}

// SizeOf is the type of the instances or nodes that something runs on, "" where it is not known or there are several.
func SizeOf(r *graph.Resource) string {
	if AutoScalingGroup.Includes(r) == graph.True {
		return InstanceTypeOf(r)
	}
	for _, s := range sizes {
		if s.Includes(r) == graph.True {
			if size := s.attr.Of(r).Or(""); size != "" || s.Kind != instance {
				return size
			}
			for _, t := range LaunchTemplateOf(r) {
				return LaunchTemplate.InstanceType.Of(t).Or("")
			}
		}
	}
	return ""
}

// ZoneName is what people call a zone in a picture, "eu-west-1a" or "zone a"; known is false where only its number counts.
func ZoneName(m graph.Member) (name string, known bool) {
	switch {
	case strings.HasPrefix(m.Class, "?"):
		return "", false
	case m.Class == graph.Literal, m.Class == zoneID:
		return m.Key, true
	}
	return "zone " + m.Key[len(m.Key)-1:], true
}

// FacesInternet tells whether a load balancer of any generation takes requests from the internet.
func FacesInternet(lb *graph.Resource) graph.Tri {
	if ClassicLoadBalancer.Includes(lb) == graph.True {
		return classicFacesInternet(lb)
	}
	return facesInternet(lb)
}

// ListensOnPorts are the protocols and ports that a load balancer listens on, "HTTP 80", in the order of its listeners.
func ListensOnPorts(lb *graph.Resource) (all []string) {
	add := func(text string) {
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	for _, b := range ClassicLoadBalancer.Listeners.Of(lb).Items {
		add(onPort(field[string](b, "lb_protocol", "Protocol"), field[int](b, "lb_port", "LoadBalancerPort")))
	}
	for _, b := range Listener.LoadBalancer.Into(lb).Items {
		add(onPort(Listener.Protocol.Of(b.From), Listener.Port.Of(b.From)))
	}
	return all
}

// The bounds of a managed group of nodes, which rules do not ask for.
var (
	nodesMin = nodeGroup.int("scaling_config.min_size", "ScalingConfig.MinSize")
	nodesMax = nodeGroup.int("scaling_config.max_size", "ScalingConfig.MaxSize")
)

// Bounds are the least and the greatest number of instances, tasks or nodes that compute runs as; ok is false where it is no
// fleet.
func Bounds(compute *graph.Resource) (least, most Value[int], ok bool) {
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		return AutoScalingGroup.Min.Of(compute), AutoScalingGroup.Max.Of(compute), true
	case NodeGroup.Includes(compute) == graph.True:
		return nodesMin.Of(compute), nodesMax.Of(compute), true
	case ECSService.Includes(compute) == graph.True:
		for _, b := range ScalableTarget.Service.Into(compute).Items {
			if b.Certain == graph.True {
				return ScalableTarget.Min.Of(b.From), ScalableTarget.Max.Of(b.From), true
			}
		}
		desired := ECSService.Desired.Of(compute)
		return desired, desired, true
	case BeanstalkEnvironment.Includes(compute) == graph.True:
		s := SettingsOf(compute)
		if s.Is(EnvironmentType, "LoadBalanced") == graph.True { // a worker environment has a group, too
			return s.Number(GroupMinSize), s.Number(GroupMaxSize), true
		}
	}
	return least, most, false
}

// BeanstalkBalancer is what people call the load balancer that Beanstalk makes for an environment; ok is false where it is
// not known to make one.
func BeanstalkBalancer(env *graph.Resource) (words string, ok bool) {
	s := SettingsOf(env)
	if s.LoadBalanced() != graph.True {
		return "", false
	}
	sort, _ := s.Of(LoadBalancerType).Get()
	if sort = strings.ToLower(sort); sort == "classic" {
		return "Classic Load Balancer", true
	}
	return cmp.Or(balancerWords[sort], "load balancer"), true
}

// Drawn tells whether a resource that plays a part is shown by itself: not a member of a replication group, nor a table that
// only locks the state of Terraform, nor a rule's target that stands apart.
func Drawn(r *graph.Resource) bool {
	switch {
	case CacheCluster.Includes(r) == graph.True:
		return Grouped(r) != graph.True
	case Table.Includes(r) == graph.True:
		return LocksState(r) != graph.True
	case EventTarget.Includes(r) == graph.True:
		return r.Language == graph.CloudFormation
	}
	return true
}
