locals {
  launch_template    = null
  launch_template_id = var.create_launch_template ? aws_launch_template.this[0].id : var.launch_template_id

  group_tags = local.own_tags
}
