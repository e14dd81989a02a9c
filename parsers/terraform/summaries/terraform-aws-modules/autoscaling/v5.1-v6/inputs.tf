data "aws_default_tags" "current" {}

locals {
  launch_template    = var.create_launch_template ? aws_launch_template.this[0].name : var.launch_template
  launch_template_id = null

  group_tags = merge(data.aws_default_tags.current.tags, local.own_tags)
}
