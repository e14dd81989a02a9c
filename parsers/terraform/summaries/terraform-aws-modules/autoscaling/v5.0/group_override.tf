resource "aws_autoscaling_group" "this" {
  dynamic "tag" {
    for_each = merge(data.aws_default_tags.current.tags, var.tags, { Name = coalesce(var.instance_name, var.name) })
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
