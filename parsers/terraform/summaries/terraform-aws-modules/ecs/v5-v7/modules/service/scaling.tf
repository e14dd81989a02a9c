# Since a service may be made with more or fewer tasks than the bounds say, the desired count widens them.

locals {
  scales  = local.create_service && var.enable_autoscaling && !local.is_daemon
  cluster = try(element(split("/", var.cluster_arn), 1), "")
}

resource "aws_appautoscaling_target" "this" {
  count = local.scales ? 1 : 0

  min_capacity       = min(var.autoscaling_min_capacity, var.desired_count)
  max_capacity       = max(var.autoscaling_max_capacity, var.desired_count)
  resource_id        = "service/${local.cluster}/${try(aws_ecs_service.this[0].name, aws_ecs_service.ignore_task_definition[0].name)}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

resource "aws_appautoscaling_policy" "this" {
  for_each = { for k, v in var.autoscaling_policies : k => v if local.scales }

  name               = coalesce(lookup(each.value, "name", null), each.key)
  policy_type        = lookup(each.value, "policy_type", "TargetTrackingScaling")
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
}

resource "aws_appautoscaling_scheduled_action" "this" {
  for_each = { for k, v in var.autoscaling_scheduled_actions == null ? {} : var.autoscaling_scheduled_actions : k => v if local.scales }

  name               = coalesce(lookup(each.value, "name", null), each.key)
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  schedule           = each.value.schedule

  scalable_target_action {
    min_capacity = each.value.min_capacity
    max_capacity = each.value.max_capacity
  }
}
