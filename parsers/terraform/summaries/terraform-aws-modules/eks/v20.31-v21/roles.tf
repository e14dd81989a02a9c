data "aws_partition" "current" {
  count = local.create ? 1 : 0
}

locals {
  partition = try(data.aws_partition.current[0].partition, "")

  # Nodes of Auto Mode are of pools that AWS or the cluster itself defines: no resource here speaks of them.
  role_policies = merge(
    { for name in ["AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"] :
    name => "${local.policy_prefix}/${name}" if local.auto_mode_role && !local.on_outposts },
    { for name in ["AmazonEKSClusterPolicy"] :
    name => "${local.policy_prefix}/${name}" if !local.auto_mode_role && !local.on_outposts },
    { for name in ["AmazonEKSClusterPolicy"] :
    name => "${local.policy_prefix}/AmazonEKSLocalOutpostClusterPolicy" if !local.auto_mode_role && local.on_outposts },
    { for name in ["AmazonEKSVPCResourceController"] :
    name => "${local.policy_prefix}/${name}" if !local.auto_mode_role && !local.on_outposts && local.pod_groups },
  )

  create_auto_role = local.create && var.create_node_iam_role && local.auto_mode
  auto_role_name   = coalesce(var.node_iam_role_name, "${local.name}-eks-auto")
}

resource "aws_iam_role" "eks_auto" {
  count = local.create_auto_role ? 1 : 0

  name        = var.node_iam_role_use_name_prefix ? null : local.auto_role_name
  name_prefix = var.node_iam_role_use_name_prefix ? "${local.auto_role_name}-" : null
  path        = var.node_iam_role_path
  tags        = merge(var.tags, var.node_iam_role_tags)

  managed_policy_arns = null
  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "eks_auto" {
  for_each = { for key, arn in {
    AmazonEKSWorkerNodeMinimalPolicy   = "${local.policy_prefix}/AmazonEKSWorkerNodeMinimalPolicy"
    AmazonEC2ContainerRegistryPullOnly = "${local.policy_prefix}/AmazonEC2ContainerRegistryPullOnly"
  } : key => arn if local.create_auto_role }

  role       = aws_iam_role.eks_auto[0].name
  policy_arn = each.value
  roles      = null
}

resource "aws_iam_role_policy_attachment" "eks_auto_additional" {
  for_each = { for key, arn in var.node_iam_role_additional_policies : key => arn if local.create_auto_role }

  role       = aws_iam_role.eks_auto[0].name
  policy_arn = each.value
  roles      = null
}

# What the policy says is for the control plane alone.
resource "aws_iam_policy" "custom" {
  count = local.create_custom_policy ? 1 : 0

  name        = var.iam_role_use_name_prefix ? null : local.role_name
  name_prefix = var.iam_role_use_name_prefix ? "${local.role_name}-" : null
}

resource "aws_iam_role_policy_attachment" "custom" {
  count = local.create_custom_policy ? 1 : 0

  role       = aws_iam_role.this[0].name
  policy_arn = aws_iam_policy.custom[0].arn
  roles      = null
}

output "node_iam_role_name" {
  value = try(aws_iam_role.eks_auto[0].name, null)
}

output "node_iam_role_arn" {
  value = try(aws_iam_role.eks_auto[0].arn, null)
}
