package aws

import "github.com/archlint/archlint/parsers/graph"

// LoadBalancer is an application, network or gateway load balancer.
var LoadBalancer = struct {
	Kind
	Type           Attr[string] // application, network, gateway
	Internal       Attr[bool]
	Subnets        Edge
	SecurityGroups Edge
}{
	Kind:           loadBalancer,
	Type:           loadBalancer.string("load_balancer_type", "Type").or("application"),
	Internal:       loadBalancer.bool("internal", "").or(false),
	Subnets:        loadBalancer.edgeList(graph.InSubnet, "subnets subnet_mapping.subnet_id", "Subnets SubnetMappings.SubnetId", subnet),
	SecurityGroups: loadBalancer.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
}

// ClassicLoadBalancer is a load balancer of the first generation.
//
// Without a health check of its own it opens a TCP connection to the instance port (User Guide for Classic Load
// Balancers, "Configure health checks": the default configuration).
var ClassicLoadBalancer = struct {
	Kind
	Subnets        Edge
	Instances      Edge
	SecurityGroups Edge
	Zones          ZoneList
	HealthCheck    Attr[string] // the target, "HTTP:80/health"
	HealthChecks   Blocks
	Listeners      Blocks
	CookiePolicies Blocks // of both sorts, CloudFormation only
	AppPolicies    Blocks
}{
	Kind:           classicLoadBalancer,
	Subnets:        classicLoadBalancer.edgeList(graph.InSubnet, "subnets", "Subnets", subnet),
	Instances:      classicLoadBalancer.edgeList(graph.AttachedTo, "instances", "Instances", instance),
	SecurityGroups: classicLoadBalancer.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
	Zones:          classicLoadBalancer.zones("availability_zones[]", "AvailabilityZones[]"),
	HealthCheck:    classicLoadBalancer.string("health_check.target", "HealthCheck.Target"),
	HealthChecks:   classicLoadBalancer.blocks("health_check", "HealthCheck"),
	Listeners:      classicLoadBalancer.blocks("listener", "Listeners"),
	CookiePolicies: classicLoadBalancer.blocks("", "LBCookieStickinessPolicy"),
	AppPolicies:    classicLoadBalancer.blocks("", "AppCookieStickinessPolicy"),
}

// DurationCookiePolicy and ApplicationCookiePolicy give a listener of a Classic Load Balancer sticky sessions.
var (
	DurationCookiePolicy = struct {
		Kind
		LoadBalancer Edge
	}{durationCookiePolicy, durationCookiePolicy.edge(graph.AttachedTo, "load_balancer", "", classicLoadBalancer)}

	ApplicationCookiePolicy = struct {
		Kind
		LoadBalancer Edge
	}{appCookiePolicy, appCookiePolicy.edge(graph.AttachedTo, "load_balancer", "", classicLoadBalancer)}
)

// ClassicAttachment registers an instance with a Classic Load Balancer from outside.
var ClassicAttachment = struct {
	Kind
	LoadBalancer, Instance Edge
}{
	Kind:         classicAttachment,
	LoadBalancer: classicAttachment.edge(graph.AttachedTo, "elb", "", classicLoadBalancer),
	Instance:     classicAttachment.edge(graph.AttachedTo, "instance", "", instance),
}

// TargetGroup is a target group of an application, network or gateway load balancer.
//
// A Terraform stickiness block without `enabled` is on (provider documentation of aws_lb_target_group); in
// CloudFormation stickiness.enabled defaults to false (API reference, TargetGroupAttribute).
var TargetGroup = struct {
	Kind
	TargetType        Attr[string] // instance, ip, lambda, alb
	Protocol          Attr[string]
	Port              Attr[int]
	HealthEnabled     Attr[bool]
	StickinessEnabled Attr[bool]
	StickinessType    Attr[string] // lb_cookie, app_cookie, source_ip, …
	Stickiness        Blocks       // Terraform's block
	Targets           Edge         // CloudFormation's own list
}{
	Kind:              targetGroup,
	TargetType:        targetGroup.string("target_type", "TargetType").or("instance"),
	Protocol:          targetGroup.string("protocol", "Protocol"),
	Port:              targetGroup.int("port", "Port"),
	HealthEnabled:     targetGroup.bool("health_check.enabled", "HealthCheckEnabled").or(true),
	StickinessEnabled: targetGroup.bool("stickiness.enabled", "TargetGroupAttributes[Key=stickiness.enabled].Value"),
	StickinessType:    targetGroup.string("stickiness.type", "TargetGroupAttributes[Key=stickiness.type].Value"),
	Stickiness:        targetGroup.blocks("stickiness", ""),
	Targets:           targetGroup.edge(graph.AttachedTo, "", "Targets.Id", instance),
}

// TargetGroupAttachment registers a target with a target group from outside.
var TargetGroupAttachment = struct {
	Kind
	TargetGroup, Target Edge
}{
	Kind:        targetAttachment,
	TargetGroup: targetAttachment.edge(graph.AttachedTo, "target_group_arn", "", targetGroup),
	Target:      targetAttachment.edge(graph.AttachedTo, "target_id", "", instance, ecsService),
}

// Listener is a listener of a load balancer, with its default actions.
var Listener = struct {
	Kind
	LoadBalancer Edge
	Port         Attr[int]
	Protocol     Attr[string]
	Forwards     Edge
}{
	Kind:         listener,
	LoadBalancer: listener.edge(graph.ListensOn, "load_balancer_arn", "LoadBalancerArn", loadBalancer),
	Port:         listener.int("port", "Port"),
	Protocol:     listener.string("protocol", "Protocol"),
	Forwards:     listener.edge(graph.ForwardsTo, "default_action.target_group_arn default_action.forward.target_group.arn", "DefaultActions.TargetGroupArn DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn", targetGroup),
}

// ListenerRule is a rule of a listener.
var ListenerRule = struct {
	Kind
	Listener Edge
	Forwards Edge
}{
	Kind:     listenerRule,
	Listener: listenerRule.edge(graph.MemberOf, "listener_arn", "ListenerArn", listener),
	Forwards: listenerRule.edge(graph.ForwardsTo, "action.target_group_arn action.forward.target_group.arn", "Actions.TargetGroupArn Actions.ForwardConfig.TargetGroups.TargetGroupArn", targetGroup),
}

// LatticeTargetGroup is a target group of VPC Lattice.
var LatticeTargetGroup = struct{ Kind }{latticeTargetGroup}
