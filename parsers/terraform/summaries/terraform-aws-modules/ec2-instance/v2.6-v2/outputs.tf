output "id" {
  value = aws_instance.this[*].id
}

output "arn" {
  value = aws_instance.this[*].arn
}

output "availability_zone" {
  value = aws_instance.this[*].availability_zone
}

output "subnet_id" {
  value = aws_instance.this[*].subnet_id
}

output "security_groups" {
  value = aws_instance.this[*].security_groups
}

output "vpc_security_group_ids" {
  value = aws_instance.this[*].vpc_security_group_ids
}

output "primary_network_interface_id" {
  value = aws_instance.this[*].primary_network_interface_id
}

output "private_dns" {
  value = aws_instance.this[*].private_dns
}

output "private_ip" {
  value = aws_instance.this[*].private_ip
}

output "public_dns" {
  value = aws_instance.this[*].public_dns
}

output "public_ip" {
  value = aws_instance.this[*].public_ip
}

output "tags" {
  value = aws_instance.this[*].tags
}
