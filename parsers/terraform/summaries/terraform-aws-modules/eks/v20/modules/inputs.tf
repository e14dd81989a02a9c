locals {
  create_policy = local.create_role && var.create_iam_role_policy && length(var.iam_role_policy_statements) > 0
  conditions    = "conditions"
}
