output "id" {
  value = try(aws_instance.this[0].id, aws_instance.ignore_ami[0].id, aws_spot_instance_request.this[0].id, null)
}

output "arn" {
  value = try(aws_instance.this[0].arn, aws_instance.ignore_ami[0].arn, aws_spot_instance_request.this[0].arn, null)
}

output "ami" {
  value = try(aws_instance.this[0].ami, aws_instance.ignore_ami[0].ami, aws_spot_instance_request.this[0].ami, null)
}

output "availability_zone" {
  value = try(aws_instance.this[0].availability_zone, aws_instance.ignore_ami[0].availability_zone, aws_spot_instance_request.this[0].availability_zone, null)
}

output "primary_network_interface_id" {
  value = try(aws_instance.this[0].primary_network_interface_id, aws_instance.ignore_ami[0].primary_network_interface_id, aws_spot_instance_request.this[0].primary_network_interface_id, null)
}

output "private_dns" {
  value = try(aws_instance.this[0].private_dns, aws_instance.ignore_ami[0].private_dns, aws_spot_instance_request.this[0].private_dns, null)
}

output "private_ip" {
  value = try(aws_instance.this[0].private_ip, aws_instance.ignore_ami[0].private_ip, aws_spot_instance_request.this[0].private_ip, null)
}

output "public_dns" {
  value = try(aws_instance.this[0].public_dns, aws_instance.ignore_ami[0].public_dns, aws_spot_instance_request.this[0].public_dns, null)
}

output "public_ip" {
  value = try(aws_eip.this[0].public_ip, aws_instance.this[0].public_ip, aws_instance.ignore_ami[0].public_ip, aws_spot_instance_request.this[0].public_ip, null)
}

output "spot_instance_id" {
  value = try(aws_spot_instance_request.this[0].spot_instance_id, null)
}
