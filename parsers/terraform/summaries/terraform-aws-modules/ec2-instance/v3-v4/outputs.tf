output "id" {
  value = try(aws_instance.this[0].id, aws_spot_instance_request.this[0].id, "")
}

output "arn" {
  value = try(aws_instance.this[0].arn, aws_spot_instance_request.this[0].arn, "")
}

output "primary_network_interface_id" {
  value = try(aws_instance.this[0].primary_network_interface_id, aws_spot_instance_request.this[0].primary_network_interface_id, "")
}

output "private_dns" {
  value = try(aws_instance.this[0].private_dns, aws_spot_instance_request.this[0].private_dns, "")
}

output "private_ip" {
  value = try(aws_instance.this[0].private_ip, aws_spot_instance_request.this[0].private_ip, "")
}

output "public_dns" {
  value = try(aws_instance.this[0].public_dns, aws_spot_instance_request.this[0].public_dns, "")
}

output "public_ip" {
  value = try(aws_instance.this[0].public_ip, aws_spot_instance_request.this[0].public_ip, "")
}

output "spot_instance_id" {
  value = try(aws_spot_instance_request.this[0].spot_instance_id, "")
}
