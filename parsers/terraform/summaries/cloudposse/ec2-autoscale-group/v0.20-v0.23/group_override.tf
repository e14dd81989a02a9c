resource "aws_autoscaling_group" "default" {
  desired_capacity = var.desired_capacity == null ? var.min_size : var.desired_capacity
}
