# Since 0.23 the size is not Terraform's.
resource "aws_autoscaling_group" "default" {
  lifecycle {
    ignore_changes = [desired_capacity]
  }
}
