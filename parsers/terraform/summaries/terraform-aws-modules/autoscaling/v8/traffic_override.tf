resource "aws_autoscaling_traffic_source_attachment" "this" {
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].id : aws_autoscaling_group.this[0].id
}
