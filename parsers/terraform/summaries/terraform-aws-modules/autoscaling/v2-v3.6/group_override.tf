resource "aws_autoscaling_group" "this" {
  tags = local.tags
  dynamic "tag" {
    for_each = []
    content {}
  }
}

resource "aws_autoscaling_group" "this_with_initial_lifecycle_hook" {
  tags = local.tags
  dynamic "tag" {
    for_each = []
    content {}
  }
}
