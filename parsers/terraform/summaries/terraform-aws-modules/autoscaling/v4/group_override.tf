resource "aws_autoscaling_group" "this" {
  tags = local.tags
  dynamic "tag" {
    for_each = []
    content {}
  }
}
