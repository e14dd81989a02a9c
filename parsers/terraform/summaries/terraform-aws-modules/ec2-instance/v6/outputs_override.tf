output "id" {
  value = try(aws_instance.this[0].id, aws_instance.ignore_ami[0].id, aws_spot_instance_request.this[0].spot_instance_id, null)
}
