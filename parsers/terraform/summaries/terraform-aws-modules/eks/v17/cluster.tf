locals {
  cluster_id                        = coalescelist(aws_eks_cluster.this[*].id, [""])[0]
  cluster_name                      = coalescelist(aws_eks_cluster.this[*].name, [""])[0]
  cluster_endpoint                  = coalescelist(aws_eks_cluster.this[*].endpoint, [""])[0]
  cluster_security_group_id         = var.cluster_create_security_group ? join("", aws_security_group.cluster[*].id) : var.cluster_security_group_id
  cluster_primary_security_group_id = coalescelist(aws_eks_cluster.this[*].vpc_config[0].cluster_security_group_id, [""])[0]
  cluster_iam_role_name             = var.manage_cluster_iam_resources ? join("", aws_iam_role.cluster[*].name) : var.cluster_iam_role_name
  cluster_iam_role_arn              = var.manage_cluster_iam_resources ? join("", aws_iam_role.cluster[*].arn) : join("", data.aws_iam_role.custom_cluster_iam_role[*].arn)
  cluster_oidc_issuer_url           = flatten(concat(aws_eks_cluster.this[*].identity[*].oidc[0].issuer, [""]))[0]
}

data "aws_iam_role" "custom_cluster_iam_role" {
  count = var.manage_cluster_iam_resources ? 0 : 1

  name = var.cluster_iam_role_name
}

resource "aws_eks_cluster" "this" {
  count = var.create_eks ? 1 : 0

  name     = var.cluster_name
  role_arn = local.cluster_iam_role_arn
  version  = var.cluster_version
  tags     = merge(var.tags, var.cluster_tags)

  vpc_config {
    subnet_ids              = var.subnets
    security_group_ids      = compact([local.cluster_security_group_id])
    endpoint_private_access = var.cluster_endpoint_private_access
    endpoint_public_access  = var.cluster_endpoint_public_access
    public_access_cidrs     = var.cluster_endpoint_public_access_cidrs
  }
  kubernetes_network_config {
    service_ipv4_cidr = var.cluster_service_ipv4_cidr
  }
  dynamic "compute_config" {
    for_each = []
    content {}
  }
  dynamic "outpost_config" {
    for_each = []
    content {}
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = length(var.cluster_enabled_log_types) > 0 && var.create_eks ? 1 : 0

  name = "/aws/eks/${var.cluster_name}/cluster"
}

resource "aws_security_group" "cluster" {
  count = var.cluster_create_security_group && var.create_eks ? 1 : 0

  name        = null
  name_prefix = var.cluster_name
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { "Name" = "${var.cluster_name}-eks_cluster_sg" })

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "cluster_egress_internet" {
  count = var.cluster_create_security_group && var.create_eks ? 1 : 0

  security_group_id        = local.cluster_security_group_id
  type                     = "egress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 0
  cidr_blocks              = var.cluster_egress_cidrs
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
}

resource "aws_security_group_rule" "cluster_https_worker_ingress" {
  count = var.cluster_create_security_group && var.create_eks && var.worker_create_security_group ? 1 : 0

  security_group_id        = local.cluster_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.worker_security_group_id
}

resource "aws_security_group_rule" "cluster_private_access_sg_source" {
  count = var.create_eks && var.cluster_create_endpoint_private_access_sg_rule && var.cluster_endpoint_private_access && var.cluster_endpoint_private_access_sg != null ? length(var.cluster_endpoint_private_access_sg) : 0

  security_group_id        = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = var.cluster_endpoint_private_access_sg[count.index]
}
