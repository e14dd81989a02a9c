package aws

import "github.com/archlint/archlint/parsers/graph"

// VPC is a virtual private cloud.
var VPC = struct {
	Kind
	CIDR Attr[string]
}{
	Kind: vpc,
	CIDR: vpc.string("cidr_block", "CidrBlock"),
}

// Subnet is a subnet of a VPC. One in an Outpost or a Local or Wavelength Zone is silent about zones.
var Subnet = struct {
	Kind
	VPC       Edge
	CIDR      Attr[string]
	Outpost   Attr[string]
	Zones     ZoneList
	ZoneID    Attr[string]
	MapPublic Attr[bool] // instances take public addresses by default; see [PublicAddress]
}{
	Kind:      subnet,
	VPC:       subnet.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
	CIDR:      subnet.string("cidr_block", "CidrBlock"),
	Outpost:   subnet.string("outpost_arn", "OutpostArn"),
	Zones:     subnet.zones("availability_zone", "AvailabilityZone"),
	ZoneID:    subnet.string("availability_zone_id", "AvailabilityZoneId"),
	MapPublic: subnet.bool("map_public_ip_on_launch", "MapPublicIpOnLaunch"),
}

// SecurityGroup is a security group, with the rules that stand in it.
var SecurityGroup = struct {
	Kind
	VPC     Edge
	Ingress Blocks
	Egress  Blocks
	Admits  Edge
}{
	Kind:    securityGroup,
	VPC:     securityGroup.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
	Ingress: securityGroup.blocks("ingress", "SecurityGroupIngress"),
	Egress:  securityGroup.blocks("egress", "SecurityGroupEgress"),
	Admits:  securityGroup.edge(graph.Admits, "ingress.security_groups", "SecurityGroupIngress.SourceSecurityGroupId SecurityGroupIngress.SourceSecurityGroupName", securityGroup),
}

// SecurityGroupIngress is an ingress rule as a resource of its own.
var SecurityGroupIngress = struct {
	Kind
	Group, Admits Edge
	Protocol      Attr[string]
	From, To      Attr[int]
	PrefixList    Edge
}{
	Kind:       ingressRule,
	PrefixList: ingressRule.edge(graph.Admits, "prefix_list_id", "SourcePrefixListId", prefixList),
	Group:      ingressRule.edge(graph.MemberOf, "security_group_id", "GroupId GroupName", securityGroup),
	Admits:     ingressRule.edge(graph.Admits, "referenced_security_group_id", "SourceSecurityGroupId SourceSecurityGroupName", securityGroup),
	Protocol:   ingressRule.string("ip_protocol", "IpProtocol").fold(),
	From:       ingressRule.int("from_port", "FromPort"),
	To:         ingressRule.int("to_port", "ToPort"),
}

// SecurityGroupEgress is an egress rule as a resource of its own.
var SecurityGroupEgress = struct {
	Kind
	Group       Edge
	Destination Edge // another group
	Protocol    Attr[string]
	From, To    Attr[int]
	PrefixList  Edge
}{
	Kind:        egressRule,
	Group:       egressRule.edge(graph.MemberOf, "security_group_id", "GroupId", securityGroup),
	Destination: egressRule.edge(graph.References, "referenced_security_group_id", "DestinationSecurityGroupId", securityGroup),
	Protocol:    egressRule.string("ip_protocol", "IpProtocol").fold(),
	From:        egressRule.int("from_port", "FromPort"),
	To:          egressRule.int("to_port", "ToPort"),
	PrefixList:  egressRule.edge(graph.References, "prefix_list_id", "DestinationPrefixListId", prefixList),
}

// SecurityGroupRule is Terraform's older rule resource, of type ingress or egress.
var SecurityGroupRule = struct {
	Kind
	Group, Admits Edge
	Type          Attr[string]
	Protocol      Attr[string]
	From, To      Attr[int]
	Self          Attr[bool]
	PrefixLists   Edge
}{
	Kind:        securityGroupRule,
	PrefixLists: securityGroupRule.edgeList(graph.Admits, "prefix_list_ids", "", prefixList),
	Group:       securityGroupRule.edge(graph.MemberOf, "security_group_id", "", securityGroup),
	Admits:      securityGroupRule.edge(graph.Admits, "source_security_group_id", "", securityGroup),
	Type:        securityGroupRule.string("type", ""),
	Protocol:    securityGroupRule.string("protocol", "").fold(),
	From:        securityGroupRule.int("from_port", ""),
	To:          securityGroupRule.int("to_port", ""),
	Self:        securityGroupRule.bool("self", "").or(false),
}

// RouteTable, Route and the associations tell where a subnet's traffic goes. The main route table of a VPC is named by
// the VPC itself where no resource stands for it.
var (
	RouteTable = struct {
		Kind
		VPC     Edge
		Main    Edge // the VPC whose main table this resource adopts
		Gateway Edge
		Routes  Blocks
	}{
		Kind:    routeTable,
		VPC:     routeTable.edge(graph.MemberOf, "vpc_id", "VpcId", vpc),
		Main:    routeTable.edge(graph.MemberOf, "default_route_table_id", "", vpc),
		Gateway: routeTable.edge(graph.RoutesTo, "route.gateway_id", "", internetGateway),
		Routes:  routeTable.blocks("route", ""),
	}
	Route = struct {
		Kind
		Table, Gateway Edge
		Through        Edge // NAT gateways, instances and their interfaces
	}{
		Through: route.edge(graph.RoutesTo, "nat_gateway_id instance_id network_interface_id", "NatGatewayId InstanceId NetworkInterfaceId", natGateway, instance, networkInterface),
		Kind:    route,
		Table:   route.edge(graph.MemberOf, "route_table_id", "RouteTableId", routeTable, vpc),
		Gateway: route.edge(graph.RoutesTo, "gateway_id", "GatewayId", internetGateway, natGateway),
	}
	RouteTableAssociation = struct {
		Kind
		Subnet, Table Edge
	}{
		Kind:   routeAssociation,
		Subnet: routeAssociation.edge(graph.InSubnet, "subnet_id", "SubnetId", subnet),
		Table:  routeAssociation.edge(graph.MemberOf, "route_table_id", "RouteTableId", routeTable, vpc),
	}
	MainRouteTableAssociation = struct {
		Kind
		VPC, Table Edge
	}{
		Kind:  mainAssociation,
		VPC:   mainAssociation.edge(graph.MemberOf, "vpc_id", "", vpc),
		Table: mainAssociation.edge(graph.MemberOf, "route_table_id", "", routeTable),
	}
)

// NATGateway is a NAT gateway.
var NATGateway = struct {
	Kind
	Subnet        Edge
	Addresses     Edge
	Mode          Attr[string] // zonal, regional
	ZoneAddresses ZoneList     // of a regional one whose zones are chosen by hand
	Private       Attr[string] // connectivity: public, private
}{
	Kind: natGateway,
	// Amazon VPC User Guide, "NAT gateways": zonal and public unless they say otherwise.
	Mode:          natGateway.string("availability_mode", "AvailabilityMode").or("zonal"),
	ZoneAddresses: natGateway.zones("availability_zone_address.availability_zone", "AvailabilityZoneAddresses.AvailabilityZone"),
	Private:       natGateway.string("connectivity_type", "ConnectivityType").or("public"),
	Subnet:        natGateway.edge(graph.InSubnet, "subnet_id", "SubnetId", subnet),
	Addresses:     natGateway.edge(graph.AttachedTo, "allocation_id secondary_allocation_ids[]", "AllocationId SecondaryAllocationIds[]", elasticIP),
}

// InternetGateway is an internet gateway, or a data source that finds one.
var InternetGateway = struct{ Kind }{internetGateway}
