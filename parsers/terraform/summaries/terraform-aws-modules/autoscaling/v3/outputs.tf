output "this_autoscaling_group_availability_zones" {
  value = concat(aws_autoscaling_group.this[*].availability_zones, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].availability_zones, [""])[0]
}

output "this_autoscaling_group_vpc_zone_identifier" {
  value = concat(aws_autoscaling_group.this[*].vpc_zone_identifier, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].vpc_zone_identifier, [""])[0]
}

output "this_autoscaling_group_load_balancers" {
  value = concat(aws_autoscaling_group.this[*].load_balancers, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].load_balancers, [""])[0]
}

output "this_autoscaling_group_target_group_arns" {
  value = concat(aws_autoscaling_group.this[*].target_group_arns, aws_autoscaling_group.this_with_initial_lifecycle_hook[*].target_group_arns, [""])[0]
}
