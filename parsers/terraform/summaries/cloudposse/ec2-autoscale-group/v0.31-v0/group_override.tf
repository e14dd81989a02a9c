resource "aws_autoscaling_group" "default" {
  dynamic "tag" {
    for_each = { for key, value in module.this.tags : key => value if value != "" && value != null }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
