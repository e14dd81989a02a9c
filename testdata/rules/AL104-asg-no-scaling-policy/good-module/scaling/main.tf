variable "group" {
  type = string
}

resource "aws_autoscaling_policy" "cpu" {
  name                   = "cpu"
  autoscaling_group_name = var.group
  policy_type            = "TargetTrackingScaling"
}
