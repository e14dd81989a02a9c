resource "aws_autoscaling_traffic_source_attachment" "this" {
  count = local.create && var.create_traffic_source_attachment ? 1 : 0

  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].id : aws_autoscaling_group.this[0].id
  lb_target_group_arn    = null
  alb_target_group_arn   = null
  elb                    = null
  traffic_source {
    identifier = var.traffic_source_identifier
    type       = var.traffic_source_type
  }
}
