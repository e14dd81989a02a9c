package aws

import "github.com/archlint/archlint/parsers/graph"

// LoadBalancer is an application, network or gateway load balancer.
//
// Cross-zone load balancing is off by default at network and gateway load balancers; at application load balancers it is
// always on and only target groups can turn it off (API reference, LoadBalancerAttribute, TargetGroupAttribute; provider
// documentation of aws_lb).
var LoadBalancer = struct {
	Kind
	Type           Attr[string] // application, network, gateway
	Internal       Attr[bool]
	CrossZone      Attr[bool] // counts for network and gateway load balancers only
	Subnets        Edge
	SecurityGroups Edge
	Addresses      Edge         // the Elastic IPs of a network load balancer
	Scheme         Attr[string] // internal, internet-facing; see [FacesInternet]
	PrivateLink    Attr[string] // "off" where the rules of its security groups do not hold for what comes by AWS PrivateLink
}{
	Kind:           loadBalancer,
	Type:           loadBalancer.string("load_balancer_type", "Type").or("application"),
	Internal:       loadBalancer.bool("internal", "").or(false),
	CrossZone:      loadBalancer.bool("enable_cross_zone_load_balancing", "LoadBalancerAttributes[Key=load_balancing.cross_zone.enabled].Value").or(false),
	PrivateLink:    loadBalancer.string("enforce_security_group_inbound_rules_on_private_link_traffic", "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic").or("on").fold(),
	Scheme:         loadBalancer.string("", "Scheme"),
	Subnets:        loadBalancer.edge(graph.InSubnet, "subnets[] subnet_mapping.subnet_id", "Subnets[] SubnetMappings.SubnetId", subnet),
	SecurityGroups: loadBalancer.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
	Addresses:      loadBalancer.edge(graph.AttachedTo, "subnet_mapping.allocation_id", "SubnetMappings.AllocationId", elasticIP),
}

// ClassicLoadBalancer is a load balancer of the first generation.
//
// Without a health check of its own it opens a TCP connection to the instance port (User Guide for Classic Load
// Balancers, "Configure health checks": the default configuration). Cross-zone load balancing is off by default through
// the API (the same guide, "Configure cross-zone load balancing") and thus in CloudFormation; Terraform turns it on
// (provider documentation of aws_elb). Connection draining is off by default in both.
var ClassicLoadBalancer = struct {
	Kind
	Subnets        Edge
	Instances      Edge
	SecurityGroups Edge
	Zones          ZoneList
	CrossZone      Attr[bool]
	Draining       Attr[bool]
	HealthCheck    Attr[string] // the target in lower case, "http:80/health"
	HealthChecks   Blocks
	Listeners      Blocks
	CookiePolicies Blocks // of both sorts, CloudFormation only
	AppPolicies    Blocks
	Internal       Attr[bool]
	Scheme         Attr[string]
}{
	Kind:           classicLoadBalancer,
	Internal:       classicLoadBalancer.bool("internal", ""),
	Scheme:         classicLoadBalancer.string("", "Scheme"),
	Subnets:        classicLoadBalancer.edgeList(graph.InSubnet, "subnets", "Subnets", subnet),
	Instances:      classicLoadBalancer.edgeList(graph.AttachedTo, "instances", "Instances", instance),
	SecurityGroups: classicLoadBalancer.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
	Zones:          classicLoadBalancer.zones("availability_zones[]", "AvailabilityZones[]"),
	CrossZone:      classicLoadBalancer.bool("cross_zone_load_balancing", "CrossZone").orIn(graph.Terraform, true).orIn(graph.CloudFormation, false),
	Draining:       classicLoadBalancer.bool("connection_draining", "ConnectionDrainingPolicy.Enabled").or(false),
	HealthCheck:    classicLoadBalancer.string("health_check.target", "HealthCheck.Target").fold(),
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
		Port         Attr[int] // of the listener
	}{
		Kind:         durationCookiePolicy,
		LoadBalancer: durationCookiePolicy.edge(graph.AttachedTo, "load_balancer", "", classicLoadBalancer),
		Port:         durationCookiePolicy.int("lb_port", ""),
	}

	ApplicationCookiePolicy = struct {
		Kind
		LoadBalancer Edge
		Port         Attr[int]
	}{
		Kind:         appCookiePolicy,
		LoadBalancer: appCookiePolicy.edge(graph.AttachedTo, "load_balancer", "", classicLoadBalancer),
		Port:         appCookiePolicy.int("lb_port", ""),
	}
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
// CloudFormation stickiness.enabled defaults to false. That and the defaults of the deregistration delay and of cross-zone
// load balancing stand in the API reference, TargetGroupAttribute; that of the protocol version in CreateTargetGroup.
var TargetGroup = struct {
	Kind
	TargetType        Attr[string] // instance, ip, lambda, alb
	Protocol          Attr[string]
	Port              Attr[int]
	ProtocolVersion   Attr[string] // HTTP1, HTTP2, GRPC
	HealthEnabled     Attr[bool]
	HealthProtocol    Attr[string] // where it is written; see HealthProtocolOf
	HealthPath        Attr[string]
	HealthPort        Attr[string] // a number, or traffic-port for that of the requests (API reference, CreateTargetGroup)
	HealthChecks      Blocks       // Terraform's block
	Delay             Attr[int]    // seconds for which a deregistered target may finish its requests
	CrossZone         Attr[string] // true, false, use_load_balancer_configuration
	StickinessEnabled Attr[bool]
	StickinessType    Attr[string] // lb_cookie, app_cookie, source_ip, …
	CookieName        Attr[string] // of stickiness by the application's own cookie
	Stickiness        Blocks       // Terraform's block
	Targets           Edge         // CloudFormation's own list
}{
	Kind:              targetGroup,
	TargetType:        targetGroup.string("target_type", "TargetType").or("instance"),
	Protocol:          targetGroup.string("protocol", "Protocol"),
	Port:              targetGroup.int("port", "Port"),
	ProtocolVersion:   targetGroup.string("protocol_version", "ProtocolVersion").or("HTTP1"),
	HealthEnabled:     targetGroup.bool("health_check.enabled", "HealthCheckEnabled").or(true),
	HealthProtocol:    targetGroup.string("health_check.protocol", "HealthCheckProtocol"),
	HealthPath:        targetGroup.string("health_check.path", "HealthCheckPath"),
	HealthPort:        targetGroup.string("health_check.port", "HealthCheckPort").or(trafficPort),
	HealthChecks:      targetGroup.blocks("health_check", ""),
	Delay:             targetGroup.int("deregistration_delay", "TargetGroupAttributes[Key=deregistration_delay.timeout_seconds].Value").or(300),
	CrossZone:         targetGroup.string("load_balancing_cross_zone_enabled", "TargetGroupAttributes[Key=load_balancing.cross_zone.enabled].Value").or("use_load_balancer_configuration").fold(),
	StickinessEnabled: targetGroup.bool("stickiness.enabled", "TargetGroupAttributes[Key=stickiness.enabled].Value"),
	StickinessType:    targetGroup.string("stickiness.type", "TargetGroupAttributes[Key=stickiness.type].Value"),
	CookieName:        targetGroup.string("stickiness.cookie_name", "TargetGroupAttributes[Key=stickiness.app_cookie.cookie_name].Value"),
	Stickiness:        targetGroup.blocks("stickiness", ""),
	Targets:           targetGroup.edge(graph.AttachedTo, "", "Targets.Id", instance),
}

// trafficPort stands for the port on which a target takes requests.
const trafficPort = "traffic-port"

// TargetGroupAttachment registers a target with a target group from outside.
var TargetGroupAttachment = struct {
	Kind
	TargetGroup, Target Edge
	Zone                Attr[string] // of an address outside the VPC: "all"
	Port                Attr[int]    // of this target, instead of the target group's
}{
	Kind:        targetAttachment,
	TargetGroup: targetAttachment.edge(graph.AttachedTo, "target_group_arn", "", targetGroup),
	Target:      targetAttachment.edge(graph.AttachedTo, "target_id", "", instance, ecsService),
	Zone:        targetAttachment.string("availability_zone", ""),
	Port:        targetAttachment.int("port", ""),
}

// Listener is a listener of a load balancer, with its default actions.
var Listener = struct {
	Kind
	LoadBalancer Edge
	Port         Attr[int]
	Protocol     Attr[string]
	Forwards     Edge
	Weighted     Blocks // actions that forward to several target groups by weight
}{
	Kind:         listener,
	LoadBalancer: listener.edge(graph.ListensOn, "load_balancer_arn", "LoadBalancerArn", loadBalancer),
	Port:         listener.int("port", "Port"),
	Protocol:     listener.string("protocol", "Protocol"),
	Forwards:     listener.edge(graph.ForwardsTo, "default_action[type?=forward].target_group_arn default_action[type?=forward].forward.target_group.arn", "DefaultActions[Type?=forward].TargetGroupArn DefaultActions[Type?=forward].ForwardConfig.TargetGroups.TargetGroupArn", targetGroup),
	Weighted:     listener.blocks("default_action[type?=forward].forward", "DefaultActions[Type?=forward].ForwardConfig"),
}

// ListenerRule is a rule of a listener.
var ListenerRule = struct {
	Kind
	Listener Edge
	Forwards Edge
	Weighted Blocks
}{
	Kind:     listenerRule,
	Listener: listenerRule.edge(graph.MemberOf, "listener_arn", "ListenerArn", listener),
	Forwards: listenerRule.edge(graph.ForwardsTo, "action[type?=forward].target_group_arn action[type?=forward].forward.target_group.arn", "Actions[Type?=forward].TargetGroupArn Actions[Type?=forward].ForwardConfig.TargetGroups.TargetGroupArn", targetGroup),
	Weighted: listenerRule.blocks("action[type?=forward].forward", "Actions[Type?=forward].ForwardConfig"),
}

// LatticeTargetGroup is a target group of VPC Lattice.
var LatticeTargetGroup = struct{ Kind }{latticeTargetGroup}

// LoadBalancersOf gives the load balancers of a graph of every generation, by kind and address.
func LoadBalancersOf(g *graph.Graph) []*graph.Resource {
	var out []*graph.Resource
	for _, k := range []Kind{loadBalancer, classicLoadBalancer} {
		for r := range k.In(g) {
			out = append(out, r)
		}
	}
	return out
}
