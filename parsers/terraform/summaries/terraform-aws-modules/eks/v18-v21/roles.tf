# The role is the control plane's: no workload takes it.
locals {
  create_role   = local.create && var.create_iam_role
  role_name     = coalesce(var.iam_role_name, "${local.name}-cluster")
  policy_prefix = "arn:${local.partition}:iam::aws:policy"
}

resource "aws_iam_role" "this" {
  count = local.create_role ? 1 : 0

  name        = var.iam_role_use_name_prefix ? null : local.role_name
  name_prefix = var.iam_role_use_name_prefix ? "${local.role_name}${var.prefix_separator}" : null
  path        = var.iam_role_path
  tags        = merge(var.tags, var.iam_role_tags)
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = { for key, arn in local.role_policies : key => arn if local.create_role }

  role       = aws_iam_role.this[0].name
  policy_arn = each.value
  roles      = null
}

resource "aws_iam_policy" "cluster_encryption" {
  count = local.create_role && local.attach_encryption_policy && local.encrypts ? 1 : 0

  name        = local.encryption_policy_prefixed ? null : local.encryption_policy_name
  name_prefix = local.encryption_policy_prefixed ? local.encryption_policy_name : null
}

resource "aws_iam_role_policy_attachment" "cluster_encryption" {
  count = local.create_role && local.attach_encryption_policy && local.encrypts ? 1 : 0

  role       = aws_iam_role.this[0].name
  policy_arn = aws_iam_policy.cluster_encryption[0].arn
  roles      = null
}

resource "aws_iam_policy" "cni_ipv6_policy" {
  count = var.create && var.create_cni_ipv6_iam_policy ? 1 : 0

  name        = "AmazonEKS_CNI_IPv6_Policy"
  name_prefix = null
}

resource "aws_iam_openid_connect_provider" "oidc_provider" {
  count = local.create && var.enable_irsa && !local.on_outposts ? 1 : 0

  url = aws_eks_cluster.this[0].identity[0].oidc[0].issuer
}
