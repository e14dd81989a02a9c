package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Instance is an EC2 instance. It checks the source and destination of its traffic where nothing is written (EC2 API
// Reference, ModifyInstanceAttribute), as a network interface does.
var Instance = struct {
	Kind
	Subnet         Edge
	Interfaces     Edge
	SecurityGroups Edge
	LaunchTemplate Edge
	Profile        Edge
	UserData       Script
	Image          Attr[string]
	InstanceType   Attr[string]
	Market         Attr[string] // "spot"
	SourceDest     Attr[bool]   // false on NAT and VPN appliances
	PublicAddress  Attr[bool]
	Zones          ZoneList
	Volumes        Edge
	Devices        Blocks
	Shutdown       Attr[string] // what a shutdown from inside does: stop or terminate
	NameTag        Attr[string]
}{
	Kind:           instance,
	Subnet:         instance.edge(graph.InSubnet, "subnet_id", "SubnetId NetworkInterfaces.SubnetId", subnet),
	Interfaces:     instance.edge(graph.AttachedTo, "network_interface.network_interface_id primary_network_interface.network_interface_id", "NetworkInterfaces.NetworkInterfaceId", networkInterface),
	SecurityGroups: instance.edgeList(graph.GuardedBy, "vpc_security_group_ids security_groups", "SecurityGroupIds SecurityGroups NetworkInterfaces.GroupSet", securityGroup),
	LaunchTemplate: instance.edge(graph.LaunchedFrom, "launch_template.id launch_template.name", "LaunchTemplate.LaunchTemplateId LaunchTemplate.LaunchTemplateName", launchTemplate),
	Profile:        instance.edge(graph.MemberOf, "iam_instance_profile", "IamInstanceProfile", instanceProfile),
	UserData:       instance.script("user_data user_data_base64", "UserData"),
	Image:          instance.string("ami", "ImageId"),
	InstanceType:   instance.string("instance_type", "InstanceType"),
	Market:         instance.string("instance_market_options.market_type", ""),
	SourceDest:     instance.bool("source_dest_check", "SourceDestCheck").or(true),
	PublicAddress:  instance.bool("associate_public_ip_address", "NetworkInterfaces.AssociatePublicIpAddress"),
	Zones:          instance.zones("availability_zone", "AvailabilityZone"),
	Volumes:        instance.edge(graph.AttachedTo, "", "Volumes.VolumeId", volume),
	Devices:        instance.blocks("ebs_block_device", "BlockDeviceMappings"),
	Shutdown:       instance.string("instance_initiated_shutdown_behavior", "InstanceInitiatedShutdownBehavior"),
	NameTag:        instance.string("tags.Name", "Tags[Key=Name].Value"),
}

// NetworkInterface is an elastic network interface.
var NetworkInterface = struct {
	Kind
	Subnet         Edge
	SecurityGroups Edge
	SourceDest     Attr[bool]
	Instance       Edge // the instance that its own attachment names
}{
	Kind:           networkInterface,
	Subnet:         networkInterface.edge(graph.InSubnet, "subnet_id", "SubnetId", subnet),
	SecurityGroups: networkInterface.edgeList(graph.GuardedBy, "security_groups", "GroupSet", securityGroup),
	SourceDest:     networkInterface.bool("source_dest_check", "SourceDestCheck").or(true),
	Instance:       networkInterface.edge(graph.AttachedTo, "attachment.instance", "", instance),
}

// NetworkInterfaceAttachment attaches a network interface to an instance from outside.
var NetworkInterfaceAttachment = struct {
	Kind
	Interface, Instance Edge
}{
	Kind:      interfaceAttachment,
	Interface: interfaceAttachment.edge(graph.AttachedTo, "network_interface_id", "NetworkInterfaceId", networkInterface),
	Instance:  interfaceAttachment.edge(graph.AttachedTo, "instance_id", "InstanceId", instance),
}

// Volume is an EBS volume. Multi-Attach is off where nothing is written (EC2 API Reference, CreateVolume).
var Volume = struct {
	Kind
	MultiAttach Attr[bool]
	Zones       ZoneList
}{
	Kind:        volume,
	MultiAttach: volume.bool("multi_attach_enabled", "MultiAttachEnabled").or(false),
	Zones:       volume.zones("availability_zone", "AvailabilityZone"),
}

// VolumeAttachment attaches a volume to an instance.
var VolumeAttachment = struct {
	Kind
	Volume   Edge
	Instance Edge
}{
	Kind:     volumeAttachment,
	Volume:   volumeAttachment.edge(graph.AttachedTo, "volume_id", "VolumeId", volume),
	Instance: volumeAttachment.edge(graph.AttachedTo, "instance_id", "InstanceId", instance),
}

// ImageOfInstance is a machine image that is made of an instance.
var ImageOfInstance = struct {
	Kind
	Source Edge
}{imageOfInstance, imageOfInstance.edge(graph.LaunchedFrom, "source_instance_id", "", instance)}

// smallSizes are the sizes of instances below large, the least of the families that are not burstable (Amazon EC2 Instance
// Types guide, "Amazon EC2 instance type naming conventions" and "General purpose instances").
var smallSizes = map[string]bool{"nano": true, "micro": true, "small": true, "medium": true}

// LargeInstance tells whether an instance has the size large or a greater one.
func LargeInstance(i *graph.Resource) (large graph.Tri, written Value[string]) {
	written = Instance.InstanceType.Of(i)
	if written.Written() == graph.False { // a launch template may say
		for t := range Instance.LaunchTemplate.Of(i).Targets() {
			written = LaunchTemplate.InstanceType.Of(t)
		}
	}
	if written.Written() == graph.False && !written.Observed() {
		i.Graph().Doubt(graph.Doubt{Resource: i, Message: i.Address + " names no instance type"})
		return graph.Unknown, written
	}
	return written.Test(func(t string) bool {
		_, size, ok := strings.Cut(t, ".")
		return ok && !smallSizes[size]
	}), written
}
