output "id" {
  value = compact(coalescelist(aws_instance.this[*].id, [""]))
}

output "availability_zone" {
  value = compact(coalescelist(aws_instance.this[*].availability_zone, [""]))
}

output "subnet_id" {
  value = compact(coalescelist(aws_instance.this[*].subnet_id, [""]))
}

output "primary_network_interface_id" {
  value = compact(coalescelist(aws_instance.this[*].primary_network_interface_id, [""]))
}

output "private_dns" {
  value = compact(coalescelist(aws_instance.this[*].private_dns, [""]))
}

output "private_ip" {
  value = compact(coalescelist(aws_instance.this[*].private_ip, [""]))
}

output "public_dns" {
  value = compact(coalescelist(aws_instance.this[*].public_dns, [""]))
}

output "public_ip" {
  value = compact(coalescelist(aws_instance.this[*].public_ip, [""]))
}

output "vpc_security_group_ids" {
  value = coalescelist(flatten(aws_instance.this[*].vpc_security_group_ids), [""])
}
