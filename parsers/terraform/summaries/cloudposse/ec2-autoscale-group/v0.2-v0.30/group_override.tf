resource "aws_autoscaling_group" "default" {
  tags = [for key in keys(module.this.tags) : { key = key, value = module.this.tags[key], propagate_at_launch = true }]
  dynamic "tag" {
    for_each = []
    content {}
  }
}
