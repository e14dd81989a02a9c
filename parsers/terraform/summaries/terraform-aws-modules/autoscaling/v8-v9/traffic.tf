# Since v8 groups are attached by resources of their own alone.
locals {
  load_balancers    = null
  target_group_arns = null
}

resource "aws_autoscaling_traffic_source_attachment" "this" {
  for_each = local.create && var.traffic_source_attachments != null ? var.traffic_source_attachments : {}

  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
  lb_target_group_arn    = null
  alb_target_group_arn   = null
  elb                    = null
  traffic_source {
    identifier = each.value.traffic_source_identifier
    type       = lookup(each.value, "traffic_source_type", "elbv2")
  }
}
