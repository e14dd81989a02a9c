output "this_db_instance_address" {
  value = module.db_instance.this_db_instance_address
}

output "this_db_instance_endpoint" {
  value = module.db_instance.this_db_instance_endpoint
}

output "this_db_instance_arn" {
  value = module.db_instance.this_db_instance_arn
}

output "this_db_instance_id" {
  value = module.db_instance.this_db_instance_id
}

output "this_db_instance_resource_id" {
  value = module.db_instance.this_db_instance_resource_id
}

output "this_db_instance_availability_zone" {
  value = module.db_instance.this_db_instance_availability_zone
}

output "this_db_instance_hosted_zone_id" {
  value = module.db_instance.this_db_instance_hosted_zone_id
}

output "this_db_instance_port" {
  value = module.db_instance.this_db_instance_port
}

output "this_db_instance_name" {
  value = module.db_instance.this_db_instance_name
}

output "this_db_instance_username" {
  value = module.db_instance.this_db_instance_username
}

output "this_db_instance_password" {
  value = local.master_password
}

output "this_db_master_password" {
  value = module.db_instance.this_db_instance_master_password
}

output "enhanced_monitoring_iam_role_name" {
  value = module.db_instance.enhanced_monitoring_iam_role_name
}

output "enhanced_monitoring_iam_role_arn" {
  value = module.db_instance.enhanced_monitoring_iam_role_arn
}

output "this_db_subnet_group_id" {
  value = module.db_subnet_group.this_db_subnet_group_id
}

output "this_db_subnet_group_arn" {
  value = module.db_subnet_group.this_db_subnet_group_arn
}

output "this_db_parameter_group_id" {
  value = module.db_parameter_group.this_db_parameter_group_id
}

output "this_db_parameter_group_arn" {
  value = module.db_parameter_group.this_db_parameter_group_arn
}

output "this_db_option_group_id" {
  value = module.db_option_group.this_db_option_group_id
}

output "this_db_option_group_arn" {
  value = module.db_option_group.this_db_option_group_arn
}
