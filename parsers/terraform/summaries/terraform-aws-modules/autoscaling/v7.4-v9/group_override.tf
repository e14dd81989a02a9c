# What is attached by other resources is theirs since 7.4.
resource "aws_autoscaling_group" "this" {
  lifecycle {
    ignore_changes = [load_balancers, target_group_arns]
  }
}

resource "aws_autoscaling_group" "idc" {
  lifecycle {
    ignore_changes = [desired_capacity, load_balancers, target_group_arns]
  }
}
