output "arn" {
  value = try(aws_efs_file_system.this[0].arn, null)
}

output "id" {
  value = try(aws_efs_file_system.this[0].id, null)
}

output "dns_name" {
  value = try(aws_efs_file_system.this[0].dns_name, null)
}

output "mount_targets" {
  value = aws_efs_mount_target.this
}

output "access_points" {
  value = aws_efs_access_point.this
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, null)
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}
