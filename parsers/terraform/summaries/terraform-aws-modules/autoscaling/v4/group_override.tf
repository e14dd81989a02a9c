resource "aws_autoscaling_group" "this" {
  tags = local.tags
}
