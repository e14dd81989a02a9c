locals {
  create_launch_template  = var.create && var.create_launch_template && var.use_custom_launch_template
  custom_template         = var.use_custom_launch_template
  launch_template_id      = var.create && var.create_launch_template ? try(aws_launch_template.this[0].id, null) : var.launch_template_id
  launch_template_name    = null
  launch_template_version = coalesce(var.launch_template_version, try(aws_launch_template.this[0].default_version, "$Default"))
}

output "node_group_status" {
  value = try(aws_eks_node_group.this[0].status, local.nothing)
}
