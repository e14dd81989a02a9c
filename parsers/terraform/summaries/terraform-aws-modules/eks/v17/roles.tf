data "aws_partition" "current" {}

locals {
  default_role  = concat(aws_iam_role.workers[*].id, [""])[0]
  policy_prefix = "arn:${data.aws_partition.current.partition}:iam::aws:policy"
}

# The role is the control plane's: no workload takes it.
resource "aws_iam_role" "cluster" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  name        = var.cluster_iam_role_name != "" ? var.cluster_iam_role_name : null
  name_prefix = var.cluster_iam_role_name != "" ? null : var.cluster_name
  path        = var.iam_path
  tags        = var.tags
}

resource "aws_iam_role_policy_attachment" "cluster_AmazonEKSClusterPolicy" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  role       = local.cluster_iam_role_name
  policy_arn = "${local.policy_prefix}/AmazonEKSClusterPolicy"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "cluster_AmazonEKSServicePolicy" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  role       = local.cluster_iam_role_name
  policy_arn = "${local.policy_prefix}/AmazonEKSServicePolicy"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "cluster_AmazonEKSVPCResourceControllerPolicy" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  role       = local.cluster_iam_role_name
  policy_arn = "${local.policy_prefix}/AmazonEKSVPCResourceController"
  roles      = null
}

resource "aws_iam_policy" "cluster_elb_sl_role_creation" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  name_prefix = "${var.cluster_name}-elb-sl-role-creation"
  path        = var.iam_path
}

resource "aws_iam_role_policy_attachment" "cluster_elb_sl_role_creation" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  role       = local.cluster_iam_role_name
  policy_arn = aws_iam_policy.cluster_elb_sl_role_creation[0].arn
  roles      = null
}

resource "aws_iam_openid_connect_provider" "oidc_provider" {
  count = var.enable_irsa && var.create_eks ? 1 : 0

  url = local.cluster_oidc_issuer_url
}

resource "aws_iam_role" "workers" {
  count = var.manage_worker_iam_resources && var.create_eks ? 1 : 0

  name        = var.workers_role_name != "" ? var.workers_role_name : null
  name_prefix = var.workers_role_name != "" ? null : local.cluster_name
  path        = var.iam_path
  tags        = var.tags

  managed_policy_arns = null
  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "workers_AmazonEKSWorkerNodePolicy" {
  count = var.manage_worker_iam_resources && var.create_eks ? 1 : 0

  role       = aws_iam_role.workers[0].name
  policy_arn = "${local.policy_prefix}/AmazonEKSWorkerNodePolicy"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "workers_AmazonEKS_CNI_Policy" {
  count = var.manage_worker_iam_resources && var.attach_worker_cni_policy && var.create_eks ? 1 : 0

  role       = aws_iam_role.workers[0].name
  policy_arn = "${local.policy_prefix}/AmazonEKS_CNI_Policy"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "workers_AmazonEC2ContainerRegistryReadOnly" {
  count = var.manage_worker_iam_resources && var.create_eks ? 1 : 0

  role       = aws_iam_role.workers[0].name
  policy_arn = "${local.policy_prefix}/AmazonEC2ContainerRegistryReadOnly"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "workers_additional_policies" {
  count = var.manage_worker_iam_resources && var.create_eks ? length(var.workers_additional_policies) : 0

  role       = aws_iam_role.workers[0].name
  policy_arn = var.workers_additional_policies[count.index]
  roles      = null
}

resource "aws_iam_instance_profile" "workers" {
  count = var.manage_worker_iam_resources && var.create_eks ? length(var.worker_groups) : 0

  name        = null
  name_prefix = local.cluster_name
  path        = var.iam_path
  tags        = var.tags
  role        = lookup(var.worker_groups[count.index], "iam_role_id", local.default_role)
  roles       = null
}

resource "aws_iam_instance_profile" "workers_launch_template" {
  count = var.manage_worker_iam_resources && var.create_eks ? length(var.worker_groups_launch_template) : 0

  name        = null
  name_prefix = local.cluster_name
  path        = var.iam_path
  tags        = var.tags
  role        = lookup(var.worker_groups_launch_template[count.index], "iam_role_id", local.default_role)
  roles       = null
}
