package aws

import (
	"cmp"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// Every kind of the vocabulary, declared before any attribute so that kinds can point at each other.
var (
	// Compute.
	autoScalingGroup    = kind("AutoScalingGroup", "aws_autoscaling_group", "AWS::AutoScaling::AutoScalingGroup").named("name", "AutoScalingGroupName")
	launchTemplate      = kind("LaunchTemplate", "aws_launch_template", "AWS::EC2::LaunchTemplate").named("name", "LaunchTemplateName")
	launchConfiguration = kind("LaunchConfiguration", "aws_launch_configuration", "AWS::AutoScaling::LaunchConfiguration").named("name", "LaunchConfigurationName")
	instance            = kind("Instance", "aws_instance aws_spot_instance_request", "AWS::EC2::Instance")
	imageOfInstance     = kind("ImageOfInstance", "aws_ami_from_instance", "")
	placementGroup      = kind("PlacementGroup", "aws_placement_group", "AWS::EC2::PlacementGroup").named("name", "")
	groupAttachment     = kind("AutoScalingAttachment", "aws_autoscaling_attachment aws_autoscaling_traffic_source_attachment", "")
	lifecycleHook       = kind("LifecycleHook", "aws_autoscaling_lifecycle_hook", "AWS::AutoScaling::LifecycleHook")
	volume              = kind("Volume", "aws_ebs_volume", "AWS::EC2::Volume")
	volumeAttachment    = kind("VolumeAttachment", "aws_volume_attachment", "AWS::EC2::VolumeAttachment")
	networkInterface    = kind("NetworkInterface", "aws_network_interface", "AWS::EC2::NetworkInterface")
	interfaceAttachment = kind("NetworkInterfaceAttachment", "aws_network_interface_attachment", "AWS::EC2::NetworkInterfaceAttachment")
	instanceProfile     = kind("InstanceProfile", "aws_iam_instance_profile", "AWS::IAM::InstanceProfile").named("name", "InstanceProfileName")
	role                = kind("Role", "aws_iam_role", "AWS::IAM::Role").named("name", "RoleName")
	rolePolicy          = kind("RolePolicy", "aws_iam_role_policy", "AWS::IAM::Policy AWS::IAM::RolePolicy")
	managedPolicy       = kind("ManagedPolicy", "aws_iam_policy", "AWS::IAM::ManagedPolicy")
	codeDeployGroup     = kind("CodeDeployGroup", "aws_codedeploy_deployment_group", "AWS::CodeDeploy::DeploymentGroup")
	policyAttachment    = kind("RolePolicyAttachment", "aws_iam_role_policy_attachment aws_iam_policy_attachment", "")

	scalingPolicy       = kind("ScalingPolicy", "aws_autoscaling_policy", "AWS::AutoScaling::ScalingPolicy").named("name", "")
	scheduledAction     = kind("ScheduledAction", "aws_autoscaling_schedule", "AWS::AutoScaling::ScheduledAction")
	scalingPlan         = kind("ScalingPlan", "aws_autoscalingplans_scaling_plan", "AWS::AutoScalingPlans::ScalingPlan")
	targetScalingPolicy = kind("TargetScalingPolicy", "aws_appautoscaling_policy", "AWS::ApplicationAutoScaling::ScalingPolicy").named("name", "PolicyName")
	alarm               = kind("Alarm", "aws_cloudwatch_metric_alarm aws_cloudwatch_composite_alarm", "AWS::CloudWatch::Alarm AWS::CloudWatch::CompositeAlarm")

	// Load balancing.
	loadBalancer         = kind("LoadBalancer", "aws_lb aws_alb", "AWS::ElasticLoadBalancingV2::LoadBalancer").named("name", "Name")
	classicLoadBalancer  = kind("ClassicLoadBalancer", "aws_elb", "AWS::ElasticLoadBalancing::LoadBalancer").named("name", "LoadBalancerName")
	targetGroup          = kind("TargetGroup", "aws_lb_target_group aws_alb_target_group", "AWS::ElasticLoadBalancingV2::TargetGroup").named("name", "Name")
	latticeTargetGroup   = kind("LatticeTargetGroup", "aws_vpclattice_target_group", "AWS::VpcLattice::TargetGroup")
	listener             = kind("Listener", "aws_lb_listener aws_alb_listener", "AWS::ElasticLoadBalancingV2::Listener")
	listenerRule         = kind("ListenerRule", "aws_lb_listener_rule aws_alb_listener_rule", "AWS::ElasticLoadBalancingV2::ListenerRule")
	targetAttachment     = kind("TargetGroupAttachment", "aws_lb_target_group_attachment aws_alb_target_group_attachment", "")
	classicAttachment    = kind("ClassicAttachment", "aws_elb_attachment", "")
	durationCookiePolicy = kind("DurationCookiePolicy", "aws_lb_cookie_stickiness_policy", "")
	appCookiePolicy      = kind("ApplicationCookiePolicy", "aws_app_cookie_stickiness_policy", "")

	// Containers and platforms.
	ecsService           = kind("ECSService", "aws_ecs_service", "AWS::ECS::Service").named("name", "ServiceName")
	taskDefinition       = kind("TaskDefinition", "aws_ecs_task_definition", "AWS::ECS::TaskDefinition").named("family", "Family")
	capacityProvider     = kind("CapacityProvider", "aws_ecs_capacity_provider", "AWS::ECS::CapacityProvider").named("name", "Name")
	scalableTarget       = kind("ScalableTarget", "aws_appautoscaling_target", "AWS::ApplicationAutoScaling::ScalableTarget")
	kubernetesCluster    = kind("KubernetesCluster", "aws_eks_cluster", "AWS::EKS::Cluster").named("name", "Name")
	nodeGroup            = kind("NodeGroup", "aws_eks_node_group", "AWS::EKS::Nodegroup")
	fargateProfile       = kind("FargateProfile", "aws_eks_fargate_profile", "AWS::EKS::FargateProfile")
	beanstalkEnvironment = kind("BeanstalkEnvironment", "aws_elastic_beanstalk_environment", "AWS::ElasticBeanstalk::Environment").named("name", "EnvironmentName")
	beanstalkTemplate    = kind("BeanstalkConfigurationTemplate", "aws_elastic_beanstalk_configuration_template", "AWS::ElasticBeanstalk::ConfigurationTemplate").named("name", "")

	// Functions and queues.
	function           = kind("Function", "aws_lambda_function", "AWS::Lambda::Function "+serverlessFunction).named("function_name", "FunctionName")
	functionAlias      = kind("FunctionAlias", "aws_lambda_alias", "AWS::Lambda::Alias AWS::Lambda::Version")
	functionPermission = kind("FunctionPermission", "aws_lambda_permission", "AWS::Lambda::Permission")
	eventInvokeConfig  = kind("EventInvokeConfig", "aws_lambda_function_event_invoke_config", "AWS::Lambda::EventInvokeConfig")
	eventSourceMapping = kind("EventSourceMapping", "aws_lambda_event_source_mapping", "AWS::Lambda::EventSourceMapping")
	queue              = kind("Queue", "aws_sqs_queue", "AWS::SQS::Queue").named("name", "QueueName")
	queueRedrive       = kind("QueueRedrivePolicy", "aws_sqs_queue_redrive_policy", "")
	topic              = kind("Topic", "aws_sns_topic", "AWS::SNS::Topic").named("name", "TopicName")
	topicSubscription  = kind("TopicSubscription", "aws_sns_topic_subscription", "AWS::SNS::Subscription")
	eventRule          = kind("EventRule", "aws_cloudwatch_event_rule", "").named("name", "")
	eventTarget        = kind("EventTarget", "aws_cloudwatch_event_target", "AWS::Events::Rule")
	schedule           = kind("Schedule", "aws_scheduler_schedule", "AWS::Scheduler::Schedule")
	pipe               = kind("Pipe", "aws_pipes_pipe", "AWS::Pipes::Pipe")
	stateMachine       = kind("StateMachine", "", serverlessStateMachine)

	// Network.
	vpc               = kind("VPC", "aws_vpc aws_default_vpc", "AWS::EC2::VPC")
	subnet            = kind("Subnet", "aws_subnet aws_default_subnet", "AWS::EC2::Subnet")
	securityGroup     = kind("SecurityGroup", "aws_security_group aws_default_security_group", "AWS::EC2::SecurityGroup").named("name", "GroupName")
	ingressRule       = kind("SecurityGroupIngress", "aws_vpc_security_group_ingress_rule", "AWS::EC2::SecurityGroupIngress")
	egressRule        = kind("SecurityGroupEgress", "aws_vpc_security_group_egress_rule", "AWS::EC2::SecurityGroupEgress")
	securityGroupRule = kind("SecurityGroupRule", "aws_security_group_rule", "")
	vpcEndpoint       = kind("VPCEndpoint", "aws_vpc_endpoint", "AWS::EC2::VPCEndpoint")
	endpointSubnet    = kind("VPCEndpointSubnetAssociation", "aws_vpc_endpoint_subnet_association", "")
	prefixList        = kind("PrefixList", "aws_ec2_managed_prefix_list aws_prefix_list", "AWS::EC2::PrefixList")
	prefixListEntry   = kind("PrefixListEntry", "aws_ec2_managed_prefix_list_entry", "")
	vpcRange          = kind("VPCRange", "aws_vpc_ipv4_cidr_block_association", "AWS::EC2::VPCCidrBlock")
	routeTable        = kind("RouteTable", "aws_route_table aws_default_route_table", "AWS::EC2::RouteTable")
	route             = kind("Route", "aws_route", "AWS::EC2::Route")
	routeAssociation  = kind("RouteTableAssociation", "aws_route_table_association", "AWS::EC2::SubnetRouteTableAssociation")
	internetGateway   = kind("InternetGateway", "aws_internet_gateway", "AWS::EC2::InternetGateway")
	mainAssociation   = kind("MainRouteTableAssociation", "aws_main_route_table_association", "")
	natGateway        = kind("NATGateway", "aws_nat_gateway", "AWS::EC2::NatGateway")
	elasticIP         = kind("ElasticIP", "aws_eip", "AWS::EC2::EIP")
	addressHolding    = kind("ElasticIPAssociation", "aws_eip_association", "AWS::EC2::EIPAssociation")

	// DNS.
	hostedZone  = kind("HostedZone", "aws_route53_zone", "AWS::Route53::HostedZone")
	record      = kind("Record", "aws_route53_record", "AWS::Route53::RecordSet")
	recordGroup = kind("RecordGroup", "", "AWS::Route53::RecordSetGroup")

	firewall = kind("Firewall", "aws_networkfirewall_firewall", "AWS::NetworkFirewall::Firewall")

	// Data tiers.
	database            = kind("Database", "aws_db_instance", "AWS::RDS::DBInstance").named("identifier", "DBInstanceIdentifier").only(standsAlone)
	databaseCluster     = kind("DatabaseCluster", "aws_rds_cluster aws_docdb_cluster aws_neptune_cluster", "AWS::RDS::DBCluster AWS::DocDB::DBCluster AWS::Neptune::DBCluster").named("cluster_identifier", "DBClusterIdentifier")
	clusterInstance     = kind("ClusterInstance", "aws_rds_cluster_instance aws_docdb_cluster_instance aws_neptune_cluster_instance", "AWS::RDS::DBInstance AWS::DocDB::DBInstance AWS::Neptune::DBInstance").named("identifier", "DBInstanceIdentifier").only(isClusterMember)
	databaseProxy       = kind("DatabaseProxy", "aws_db_proxy", "AWS::RDS::DBProxy").named("name", "DBProxyName")
	shardedDatabase     = kind("ShardedDatabase", "aws_rds_shard_group aws_docdbelastic_cluster aws_neptunegraph_graph", "AWS::RDS::DBShardGroup AWS::DocDBElastic::Cluster AWS::NeptuneGraph::Graph")
	globalCluster       = kind("GlobalCluster", "aws_rds_global_cluster aws_docdb_global_cluster aws_neptune_global_cluster", "AWS::RDS::GlobalCluster AWS::DocDB::GlobalCluster").named("global_cluster_identifier", "GlobalClusterIdentifier")
	databaseSubnetGroup = kind("DatabaseSubnetGroup", "aws_db_subnet_group aws_docdb_subnet_group aws_neptune_subnet_group", "AWS::RDS::DBSubnetGroup AWS::DocDB::DBSubnetGroup AWS::Neptune::DBSubnetGroup").named("name", "DBSubnetGroupName")
	migrationSubnets    = kind("ReplicationSubnetGroup", "aws_dms_replication_subnet_group", "AWS::DMS::ReplicationSubnetGroup").named("replication_subnet_group_id", "ReplicationSubnetGroupIdentifier")
	cacheSubnetGroup    = kind("CacheSubnetGroup", "aws_elasticache_subnet_group aws_memorydb_subnet_group", "AWS::ElastiCache::SubnetGroup AWS::MemoryDB::SubnetGroup").named("name", "CacheSubnetGroupName SubnetGroupName")
	migrationInstance   = kind("ReplicationInstance", "aws_dms_replication_instance", "AWS::DMS::ReplicationInstance").named("replication_instance_id", "ReplicationInstanceIdentifier")
	searchDomain        = kind("SearchDomain", "aws_opensearch_domain aws_elasticsearch_domain", "AWS::OpenSearchService::Domain AWS::Elasticsearch::Domain").named("domain_name", "DomainName")
	broker              = kind("Broker", "aws_mq_broker", "AWS::AmazonMQ::Broker").named("broker_name", "BrokerName")
	streamCluster       = kind("StreamCluster", "aws_msk_cluster", "AWS::MSK::Cluster").named("cluster_name", "ClusterName")
	warehouse           = kind("Warehouse", "aws_redshift_cluster", "AWS::Redshift::Cluster").named("cluster_identifier", "ClusterIdentifier")
	warehouseSubnets    = kind("WarehouseSubnetGroup", "aws_redshift_subnet_group", "AWS::Redshift::ClusterSubnetGroup").named("name", "")
	replicationGroup    = kind("ReplicationGroup", "aws_elasticache_replication_group", "AWS::ElastiCache::ReplicationGroup").named("replication_group_id", "ReplicationGroupId")
	cacheCluster        = kind("CacheCluster", "aws_elasticache_cluster", "AWS::ElastiCache::CacheCluster").named("cluster_id", "ClusterName")
	serverlessCache     = kind("ServerlessCache", "aws_elasticache_serverless_cache", "AWS::ElastiCache::ServerlessCache").named("name", "ServerlessCacheName")
	memoryDB            = kind("MemoryDB", "aws_memorydb_cluster", "AWS::MemoryDB::Cluster").named("name", "ClusterName")
	cacheParameterGroup = kind("CacheParameterGroup", "aws_elasticache_parameter_group aws_memorydb_parameter_group", "AWS::ElastiCache::ParameterGroup AWS::MemoryDB::ParameterGroup").named("name", "ParameterGroupName")
	globalDatastore     = kind("GlobalDatastore", "aws_elasticache_global_replication_group", "AWS::ElastiCache::GlobalReplicationGroup")
	table               = kind("Table", "aws_dynamodb_table", "AWS::DynamoDB::Table "+globalTable+" "+simpleTable).named("name", "TableName")
	bucket              = kind("Bucket", "aws_s3_bucket", "AWS::S3::Bucket").named("bucket", "BucketName")
	fileSystem          = kind("FileSystem", "aws_efs_file_system", "AWS::EFS::FileSystem")
	fileBackup          = kind("FileBackupPolicy", "aws_efs_backup_policy", "")
	backupSelection     = kind("BackupSelection", "aws_backup_selection", "AWS::Backup::BackupSelection")
	mountTarget         = kind("MountTarget", "aws_efs_mount_target", "AWS::EFS::MountTarget")
	fsx                 = kind("FSx", "aws_fsx_lustre_file_system aws_fsx_windows_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system", "AWS::FSx::FileSystem")
	secret              = kind("Secret", "aws_secretsmanager_secret", "AWS::SecretsManager::Secret").named("name", "Name")
	secretVersion       = kind("SecretVersion", "aws_secretsmanager_secret_version", "AWS::SecretsManager::SecretTargetAttachment")
	parameter           = kind("Parameter", "aws_ssm_parameter", "AWS::SSM::Parameter").named("name", "Name")
)

// globalTable is the type of a table that has its replicas with it.
const globalTable = "AWS::DynamoDB::GlobalTable"

// The types of AWS SAM, from which its transform makes those of other services.
const (
	serverlessFunction     = "AWS::Serverless::Function"
	serverlessStateMachine = "AWS::Serverless::StateMachine"
	simpleTable            = "AWS::Serverless::SimpleTable"
)

// sortByAddress orders resources by their addresses.
func sortByAddress(rs []*graph.Resource) {
	slices.SortFunc(rs, func(a, b *graph.Resource) int { return cmp.Compare(a.Address, b.Address) })
}
