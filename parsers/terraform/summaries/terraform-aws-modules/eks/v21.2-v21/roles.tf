locals {
  create_custom_policy = local.create_role && local.auto_mode && var.enable_auto_mode_custom_tags
}
