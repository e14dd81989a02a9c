package aws

import "github.com/archlint/archlint/parsers/graph"

// ECSService is an ECS service.
//
// Where nothing is written the desired count is 1 in CloudFormation (CloudFormation Template Reference, AWS::ECS::Service)
// and 0 in Terraform (provider documentation of aws_ecs_service), and the service is a replica service in both.
var ECSService = struct {
	Kind
	Name           Attr[string]
	Desired        Attr[int]
	Strategy       Attr[string] // REPLICA, DAEMON
	Providers      Blocks       // the capacity provider strategy
	TargetGroups   Edge
	ClassicLoads   Edge
	TaskDefinition Edge
	Subnets        Edge
	SecurityGroups Edge
	Network        Blocks       // of tasks with interfaces of their own; without it they share those of their instances
	LaunchType     Attr[string] // EC2, FARGATE, EXTERNAL; where none is written the strategy or the cluster's default decides
	PublicAddress  Attr[string] // of tasks with interfaces of their own: see [PublicAddress]
}{
	Kind:           ecsService,
	Network:        ecsService.blocks("network_configuration", "NetworkConfiguration"),
	LaunchType:     ecsService.string("launch_type", "LaunchType"),
	PublicAddress:  ecsService.string("network_configuration.assign_public_ip", "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp").or("disabled").fold(),
	Name:           ecsService.string("name", "ServiceName"),
	Desired:        ecsService.int("desired_count", "DesiredCount").orIn(graph.Terraform, 0).orIn(graph.CloudFormation, 1),
	Strategy:       ecsService.string("scheduling_strategy", "SchedulingStrategy").or("REPLICA"),
	Providers:      ecsService.blocks("capacity_provider_strategy", "CapacityProviderStrategy"),
	TargetGroups:   ecsService.edge(graph.AttachedTo, "load_balancer.target_group_arn", "LoadBalancers.TargetGroupArn", targetGroup),
	ClassicLoads:   ecsService.edge(graph.AttachedTo, "load_balancer.elb_name", "LoadBalancers.LoadBalancerName", classicLoadBalancer),
	TaskDefinition: ecsService.edge(graph.LaunchedFrom, "task_definition", "TaskDefinition", taskDefinition),
	Subnets:        ecsService.edgeList(graph.InSubnet, "network_configuration.subnets", "NetworkConfiguration.AwsvpcConfiguration.Subnets", subnet),
	SecurityGroups: ecsService.edgeList(graph.GuardedBy, "network_configuration.security_groups", "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups", securityGroup),
}

// TaskDefinition is an ECS task definition.
var TaskDefinition = struct {
	Kind
	Role        Edge
	NetworkMode Attr[string] // bridge, host, awsvpc, none
	Volumes     Blocks
}{
	Kind: taskDefinition,
	// ECS API Reference, RegisterTaskDefinition: bridge on Linux.
	NetworkMode: taskDefinition.string("network_mode", "NetworkMode").or("bridge"),
	Volumes:     taskDefinition.blocks("volume", "Volumes"),
	Role:        taskDefinition.edge(graph.MemberOf, "task_role_arn", "TaskRoleArn", role),
}

// CapacityProvider gives an ECS cluster the instances of a group.
var CapacityProvider = struct {
	Kind
	Group          Edge
	ManagedScaling Attr[string] // ENABLED, DISABLED
}{
	Kind:           capacityProvider,
	ManagedScaling: capacityProvider.string("auto_scaling_group_provider.managed_scaling.status", "AutoScalingGroupProvider.ManagedScaling.Status"),
	Group:          capacityProvider.edge(graph.Scales, "auto_scaling_group_provider.auto_scaling_group_arn", "AutoScalingGroupProvider.AutoScalingGroupArn", autoScalingGroup),
}

// ScalableTarget is what Application Auto Scaling scales.
var ScalableTarget = struct {
	Kind
	Min, Max   Attr[int]
	ResourceID Attr[string]
	Dimension  Attr[string] // what it scales: "ecs:service:DesiredCount"
	Service    Edge
	Cluster    Edge
	Table      Edge
	Cache      Edge
}{
	Kind:       scalableTarget,
	Min:        scalableTarget.int("min_capacity", "MinCapacity"),
	Max:        scalableTarget.int("max_capacity", "MaxCapacity"),
	ResourceID: scalableTarget.string("resource_id", "ResourceId"),
	Service:    scalableTarget.edge(graph.Scales, "resource_id", "ResourceId", ecsService),
	Dimension:  scalableTarget.string("scalable_dimension", "ScalableDimension"),
	Cluster:    scalableTarget.edge(graph.Scales, "resource_id", "ResourceId", databaseCluster),
	Table:      scalableTarget.edge(graph.Scales, "resource_id", "ResourceId", table),
	Cache:      scalableTarget.edge(graph.Scales, "resource_id", "ResourceId", replicationGroup),
}

// BeanstalkEnvironment is an Elastic Beanstalk environment, of the web server tier where nothing is written (provider
// documentation of aws_elastic_beanstalk_environment); BeanstalkTemplate a configuration template of one.
var (
	BeanstalkEnvironment = struct {
		Kind
		Template Edge
		Settings Blocks
		Tier     Attr[string]
	}{
		Kind:     beanstalkEnvironment,
		Template: beanstalkEnvironment.edge(graph.MemberOf, "template_name", "TemplateName", beanstalkTemplate),
		Settings: beanstalkEnvironment.blocks("setting", "OptionSettings"),
		Tier:     beanstalkEnvironment.string("tier", "Tier.Name").or("WebServer"),
	}
	BeanstalkTemplate = struct {
		Kind
		Settings Blocks
	}{
		Kind:     beanstalkTemplate,
		Settings: beanstalkTemplate.blocks("setting", "OptionSettings"),
	}
)
