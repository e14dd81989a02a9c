resource "aws_autoscaling_schedule" "this" {
  for_each = { for name, schedule in var.schedules : name => schedule if var.create && var.create_schedule }

  scheduled_action_name  = each.key
  autoscaling_group_name = aws_eks_node_group.this[0].resources[0].autoscaling_groups[0].name

  min_size         = try(each.value.min_size, local.unchanged)
  max_size         = try(each.value.max_size, local.unchanged)
  desired_capacity = try(each.value.desired_size, local.unchanged)
  recurrence       = try(each.value.recurrence, null)
  start_time       = try(each.value.start_time, null)
  end_time         = try(each.value.end_time, null)
  time_zone        = try(each.value.time_zone, null)
}

output "autoscaling_group_schedule_arns" {
  value = { for name, schedule in aws_autoscaling_schedule.this : name => schedule.arn }
}
