package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// AutoScalingGroup is an EC2 Auto Scaling group.
//
// Defaults: the health check type is EC2 (Amazon EC2 Auto Scaling User Guide, "Health checks for instances in an Auto
// Scaling group"); the provider documents no other. The grace period is 0 through the API (the same guide, "Set the
// health check grace period for an Auto Scaling group") and thus in CloudFormation, and 300 seconds in Terraform (provider
// documentation of aws_autoscaling_group). A mixed instances policy has no On-Demand base, and On-Demand Instances only
// above it (Amazon EC2 Auto Scaling API Reference, InstancesDistribution).
var AutoScalingGroup = struct {
	Kind
	Min, Max, Desired   Attr[int]
	Mixed               Blocks       // of On-Demand and Spot Instances
	OnDemandBase        Attr[int]    // instances
	OnDemandAboveBase   Attr[int]    // percent of those above the base
	HealthCheckType     Attr[string] // a comma-separated list of EC2, EBS, ELB, VPC_LATTICE
	GracePeriod         Attr[int]    // seconds for which a new instance may fail its health checks
	LifecycleHooks      Blocks       // those of every transition that stand in the group
	Subnets             Edge
	TargetGroups        Edge
	ClassicLoads        Edge
	TrafficSources      Edge
	LaunchTemplate      Edge
	LaunchConfiguration Edge
	PlacementGroup      Edge
	Zones               ZoneList
	NameTag             Attr[string]
}{
	Kind:                autoScalingGroup,
	Min:                 autoScalingGroup.int("min_size", "MinSize"),
	Max:                 autoScalingGroup.int("max_size", "MaxSize"),
	Desired:             autoScalingGroup.int("desired_capacity", "DesiredCapacity"),
	Mixed:               autoScalingGroup.blocks("mixed_instances_policy", "MixedInstancesPolicy"),
	OnDemandBase:        autoScalingGroup.int("mixed_instances_policy.instances_distribution.on_demand_base_capacity", "MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity").or(0),
	OnDemandAboveBase:   autoScalingGroup.int("mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity", "MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity").or(100),
	HealthCheckType:     autoScalingGroup.string("health_check_type", "HealthCheckType").or("EC2"),
	GracePeriod:         autoScalingGroup.int("health_check_grace_period", "HealthCheckGracePeriod").orIn(graph.Terraform, 300).orIn(graph.CloudFormation, 0),
	LifecycleHooks:      autoScalingGroup.blocks("initial_lifecycle_hook", "LifecycleHookSpecificationList"),
	Subnets:             autoScalingGroup.edgeList(graph.InSubnet, "vpc_zone_identifier", "VPCZoneIdentifier", subnet),
	TargetGroups:        autoScalingGroup.edgeList(graph.AttachedTo, "target_group_arns", "TargetGroupARNs", targetGroup),
	ClassicLoads:        autoScalingGroup.edgeList(graph.AttachedTo, "load_balancers", "LoadBalancerNames", classicLoadBalancer),
	TrafficSources:      autoScalingGroup.edge(graph.AttachedTo, "traffic_source.identifier", "TrafficSources.Identifier", targetGroup, classicLoadBalancer, latticeTargetGroup),
	LaunchTemplate:      autoScalingGroup.edge(graph.LaunchedFrom, "launch_template.id launch_template.name mixed_instances_policy.launch_template.launch_template_specification.launch_template_id mixed_instances_policy.launch_template.launch_template_specification.launch_template_name", "LaunchTemplate.LaunchTemplateId LaunchTemplate.LaunchTemplateName MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName", launchTemplate),
	LaunchConfiguration: autoScalingGroup.edge(graph.LaunchedFrom, "launch_configuration", "LaunchConfigurationName", launchConfiguration),
	PlacementGroup:      autoScalingGroup.edge(graph.MemberOf, "placement_group", "PlacementGroup", placementGroup),
	Zones:               autoScalingGroup.zones("availability_zones[]", "AvailabilityZones[]"),
	NameTag:             autoScalingGroup.string("tag[key=Name].value", "Tags[Key=Name].Value"),
}

// AutoScalingAttachment attaches an Auto Scaling group to a target group or Classic Load Balancer from outside.
var AutoScalingAttachment = struct {
	Kind
	Group         Edge
	TargetGroup   Edge
	ClassicLoad   Edge
	TrafficSource Edge
}{
	Kind:          groupAttachment,
	Group:         groupAttachment.edge(graph.AttachedTo, "autoscaling_group_name", "", autoScalingGroup),
	TargetGroup:   groupAttachment.edge(graph.AttachedTo, "lb_target_group_arn alb_target_group_arn", "", targetGroup),
	ClassicLoad:   groupAttachment.edge(graph.AttachedTo, "elb", "", classicLoadBalancer),
	TrafficSource: groupAttachment.edge(graph.AttachedTo, "traffic_source.identifier", "", targetGroup, classicLoadBalancer, latticeTargetGroup),
}

// LifecycleHook makes an Auto Scaling group wait on a transition of its instances.
var LifecycleHook = struct {
	Kind
	Group      Edge
	Transition Attr[string] // autoscaling:EC2_INSTANCE_LAUNCHING, autoscaling:EC2_INSTANCE_TERMINATING
}{
	Kind:       lifecycleHook,
	Group:      lifecycleHook.edge(graph.MemberOf, "autoscaling_group_name", "AutoScalingGroupName", autoScalingGroup),
	Transition: lifecycleHook.string("lifecycle_transition", "LifecycleTransition"),
}

// PlacementGroup is an EC2 placement group; the strategy "cluster" keeps instances in one zone on purpose.
var PlacementGroup = struct {
	Kind
	Strategy Attr[string]
}{
	Kind:     placementGroup,
	Strategy: placementGroup.string("strategy", "Strategy"),
}

// LaunchTemplate is an EC2 launch template.
var LaunchTemplate = struct {
	Kind
	UserData       Script
	SecurityGroups Edge
	Profile        Edge
	Subnets        Edge
	Placement      Edge
	Market         Attr[string] // "spot"; "capacity-block" buys a block in one zone
	InstanceType   Attr[string]
	Image          Attr[string]
	PublicAddress  Attr[bool]
	Devices        Blocks
}{
	Kind:           launchTemplate,
	UserData:       launchTemplate.script("user_data", "LaunchTemplateData.UserData"),
	SecurityGroups: launchTemplate.edgeList(graph.GuardedBy, "vpc_security_group_ids network_interfaces.security_groups security_group_names", "LaunchTemplateData.SecurityGroupIds LaunchTemplateData.NetworkInterfaces.Groups LaunchTemplateData.SecurityGroups", securityGroup),
	Profile:        launchTemplate.edge(graph.MemberOf, "iam_instance_profile.name iam_instance_profile.arn", "LaunchTemplateData.IamInstanceProfile.Name LaunchTemplateData.IamInstanceProfile.Arn", instanceProfile),
	Subnets:        launchTemplate.edge(graph.InSubnet, "network_interfaces.subnet_id", "LaunchTemplateData.NetworkInterfaces.SubnetId", subnet),
	Placement:      launchTemplate.edge(graph.MemberOf, "placement.group_name", "LaunchTemplateData.Placement.GroupName", placementGroup),
	Market:         launchTemplate.string("instance_market_options.market_type", "LaunchTemplateData.InstanceMarketOptions.MarketType"),
	InstanceType:   launchTemplate.string("instance_type", "LaunchTemplateData.InstanceType"),
	Image:          launchTemplate.string("image_id", "LaunchTemplateData.ImageId"),
	PublicAddress:  launchTemplate.bool("network_interfaces.associate_public_ip_address", "LaunchTemplateData.NetworkInterfaces.AssociatePublicIpAddress"),
	Devices:        launchTemplate.blocks("block_device_mappings", "LaunchTemplateData.BlockDeviceMappings"),
}

// LaunchConfiguration is an Auto Scaling launch configuration.
var LaunchConfiguration = struct {
	Kind
	UserData       Script
	SecurityGroups Edge
	Profile        Edge
	Image          Attr[string]
	InstanceType   Attr[string]
	SpotPrice      Attr[string] // the most to pay; where one is written, all instances are Spot
	PublicAddress  Attr[bool]
	Devices        Blocks
}{
	Kind:           launchConfiguration,
	InstanceType:   launchConfiguration.string("instance_type", "InstanceType"),
	SpotPrice:      launchConfiguration.string("spot_price", "SpotPrice"),
	UserData:       launchConfiguration.script("user_data user_data_base64", "UserData"),
	SecurityGroups: launchConfiguration.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
	Profile:        launchConfiguration.edge(graph.MemberOf, "iam_instance_profile", "IamInstanceProfile", instanceProfile),
	Image:          launchConfiguration.string("image_id", "ImageId"),
	PublicAddress:  launchConfiguration.bool("associate_public_ip_address", "AssociatePublicIpAddress"),
	Devices:        launchConfiguration.blocks("ebs_block_device", "BlockDeviceMappings"),
}

// HealthCheckTypes reads a group's health check type, a comma-separated list; has tells whether a word is in it.
func HealthCheckTypes(asg *graph.Resource) (value Value[string], has func(string) graph.Tri) {
	v := AutoScalingGroup.HealthCheckType.Of(asg)
	return v, func(word string) graph.Tri {
		return v.Test(func(types string) bool {
			for t := range strings.SplitSeq(types, ",") {
				if strings.EqualFold(strings.TrimSpace(t), word) {
					return true
				}
			}
			return false
		})
	}
}

// launching is the transition of an instance that is not in service yet.
const launching = "autoscaling:EC2_INSTANCE_LAUNCHING"

// WaitsAtLaunch tells whether a lifecycle hook keeps new instances of the group out of service until they are ready: one
// that stands in the group, or a resource of its own.
func WaitsAtLaunch(asg *graph.Resource) graph.Tri {
	isLaunching := func(transition string) bool { return transition == launching }
	inline := AutoScalingGroup.LifecycleHooks.Of(asg)
	out := graph.False
	if inline.Open {
		out = graph.Unknown
	}
	for _, b := range inline.Items {
		out = out.Or(field[string](b, "lifecycle_transition", "LifecycleTransition").Test(isLaunching))
	}
	own := LifecycleHook.Group.Into(asg)
	if len(own.Open) > 0 || asg.Graph().Hides(asg) != graph.False {
		out = out.Or(graph.Unknown)
	}
	for _, b := range own.Items {
		out = out.Or(b.Certain.And(LifecycleHook.Transition.Of(b.From).Test(isLaunching)))
	}
	return out
}
