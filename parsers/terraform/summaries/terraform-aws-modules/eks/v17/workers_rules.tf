locals {
  worker_security_group_id = var.worker_create_security_group ? join("", aws_security_group.workers[*].id) : var.worker_security_group_id
}

resource "aws_security_group" "workers" {
  count = var.worker_create_security_group && var.create_eks ? 1 : 0

  name        = null
  name_prefix = var.cluster_name
  vpc_id      = var.vpc_id
  tags = merge(var.tags, {
    "Name"                                      = "${var.cluster_name}-eks_worker_sg"
    "kubernetes.io/cluster/${var.cluster_name}" = "owned"
  })

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "workers_egress_internet" {
  count = var.worker_create_security_group && var.create_eks ? 1 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "egress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 0
  cidr_blocks              = var.workers_egress_cidrs
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
}

resource "aws_security_group_rule" "workers_ingress_self" {
  count = var.worker_create_security_group && var.create_eks ? 1 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "ingress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 65535
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.worker_security_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster" {
  count = var.worker_create_security_group && var.create_eks ? 1 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = var.worker_sg_ingress_from_port
  to_port                  = 65535
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.cluster_security_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_kubelet" {
  count = var.worker_create_security_group && var.create_eks ? var.worker_sg_ingress_from_port > 10250 ? 1 : 0 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 10250
  to_port                  = 10250
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.cluster_security_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_https" {
  count = var.worker_create_security_group && var.create_eks ? 1 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.cluster_security_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_primary" {
  count = var.worker_create_security_group && var.worker_create_cluster_primary_security_group_rules && var.create_eks ? 1 : 0

  security_group_id        = local.worker_security_group_id
  type                     = "ingress"
  protocol                 = "all"
  from_port                = 0
  to_port                  = 65535
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.cluster_primary_security_group_id
}

resource "aws_security_group_rule" "cluster_primary_ingress_workers" {
  count = var.worker_create_security_group && var.worker_create_cluster_primary_security_group_rules && var.create_eks ? 1 : 0

  security_group_id        = local.cluster_primary_security_group_id
  type                     = "ingress"
  protocol                 = "all"
  from_port                = 0
  to_port                  = 65535
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = local.worker_security_group_id
}
