output "this_launch_configuration_id" {
  value = var.launch_configuration == "" && var.create_lc ? element(concat(aws_launch_configuration.this[*].id, [""]), 0) : var.launch_configuration
}

output "this_launch_configuration_name" {
  value = var.launch_configuration == "" && var.create_lc ? element(concat(aws_launch_configuration.this[*].name, [""]), 0) : ""
}

output "this_autoscaling_group_id" {
  value = concat(aws_autoscaling_group.this[*].id, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].id, [""])[0]
}

output "this_autoscaling_group_name" {
  value = concat(aws_autoscaling_group.this[*].name, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].name, [""])[0]
}

output "this_autoscaling_group_arn" {
  value = concat(aws_autoscaling_group.this[*].arn, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].arn, [""])[0]
}

output "this_autoscaling_group_min_size" {
  value = concat(aws_autoscaling_group.this[*].min_size, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].min_size, [""])[0]
}

output "this_autoscaling_group_max_size" {
  value = concat(aws_autoscaling_group.this[*].max_size, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].max_size, [""])[0]
}

output "this_autoscaling_group_desired_capacity" {
  value = concat(aws_autoscaling_group.this[*].desired_capacity, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].desired_capacity, [""])[0]
}

output "this_autoscaling_group_health_check_grace_period" {
  value = concat(aws_autoscaling_group.this[*].health_check_grace_period, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].health_check_grace_period, [""])[0]
}

output "this_autoscaling_group_health_check_type" {
  value = concat(aws_autoscaling_group.this[*].health_check_type, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].health_check_type, [""])[0]
}
