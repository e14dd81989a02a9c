output "id" {
  value = local.enabled ? local.id : null
}

output "arn" {
  value = local.enabled ? join("", aws_efs_file_system.default[*].arn) : null
}

output "dns_name" {
  value = local.enabled ? local.dns : null
}

output "host" {
  value = module.dns.hostname
}

output "mount_target_ids" {
  value = local.enabled ? coalescelist(aws_efs_mount_target.default[*].id, [""]) : null
}

output "mount_target_dns_names" {
  value = local.enabled ? coalescelist(aws_efs_mount_target.default[*].mount_target_dns_name, [""]) : null
}

output "mount_target_ips" {
  value = local.enabled ? coalescelist(aws_efs_mount_target.default[*].ip_address, [""]) : null
}

output "access_point_ids" {
  value = local.enabled ? { for k in sort(keys(var.access_points)) : k => aws_efs_access_point.default[k].id } : null
}

output "access_point_arns" {
  value = local.enabled ? { for k in sort(keys(var.access_points)) : k => aws_efs_access_point.default[k].arn } : null
}

output "security_group_id" {
  value = module.security_group.id
}
