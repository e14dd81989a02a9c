output "id" {
  value = compact(coalescelist(aws_instance.this[*].id, aws_instance.this_t2[*].id, [""]))
}

output "availability_zone" {
  value = compact(coalescelist(aws_instance.this[*].availability_zone, aws_instance.this_t2[*].availability_zone, [""]))
}

output "subnet_id" {
  value = compact(coalescelist(aws_instance.this[*].subnet_id, aws_instance.this_t2[*].subnet_id, [""]))
}

output "security_groups" {
  value = coalescelist(aws_instance.this[*].security_groups, aws_instance.this_t2[*].security_groups, [""])
}

output "vpc_security_group_ids" {
  value = coalescelist(flatten(aws_instance.this[*].vpc_security_group_ids), flatten(aws_instance.this_t2[*].vpc_security_group_ids), [""])
}

output "primary_network_interface_id" {
  value = compact(coalescelist(aws_instance.this[*].primary_network_interface_id, aws_instance.this_t2[*].primary_network_interface_id, [""]))
}

output "private_dns" {
  value = compact(coalescelist(aws_instance.this[*].private_dns, aws_instance.this_t2[*].private_dns, [""]))
}

output "private_ip" {
  value = compact(coalescelist(aws_instance.this[*].private_ip, aws_instance.this_t2[*].private_ip, [""]))
}

output "public_dns" {
  value = compact(coalescelist(aws_instance.this[*].public_dns, aws_instance.this_t2[*].public_dns, [""]))
}

output "public_ip" {
  value = compact(coalescelist(aws_instance.this[*].public_ip, aws_instance.this_t2[*].public_ip, [""]))
}

output "tags" {
  value = coalescelist(aws_instance.this[*].tags, aws_instance.this_t2[*].tags, [""])
}
