output "launch_template_id" {
  value = one(aws_launch_template.default[*].id)
}

output "launch_template_arn" {
  value = one(aws_launch_template.default[*].arn)
}

output "autoscaling_group_id" {
  value = one(aws_autoscaling_group.default[*].id)
}

output "autoscaling_group_name" {
  value = one(aws_autoscaling_group.default[*].name)
}

output "autoscaling_group_arn" {
  value = one(aws_autoscaling_group.default[*].arn)
}

output "autoscaling_group_min_size" {
  value = one(aws_autoscaling_group.default[*].min_size)
}

output "autoscaling_group_max_size" {
  value = one(aws_autoscaling_group.default[*].max_size)
}

output "autoscaling_group_desired_capacity" {
  value = one(aws_autoscaling_group.default[*].desired_capacity)
}

output "autoscaling_group_health_check_type" {
  value = one(aws_autoscaling_group.default[*].health_check_type)
}

output "autoscaling_group_health_check_grace_period" {
  value = one(aws_autoscaling_group.default[*].health_check_grace_period)
}

output "autoscaling_policy_scale_up_arn" {
  value = one(aws_autoscaling_policy.scale_up[*].arn)
}

output "autoscaling_policy_scale_down_arn" {
  value = one(aws_autoscaling_policy.scale_down[*].arn)
}
