resource "aws_autoscaling_group" "this" {
  tags = local.tags
}

resource "aws_autoscaling_group" "this_with_initial_lifecycle_hook" {
  tags = local.tags
}
