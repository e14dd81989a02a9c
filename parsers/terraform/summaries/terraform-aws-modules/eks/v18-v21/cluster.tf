locals {
  create = var.create && var.putin_khuylo

  cluster_role = try(aws_iam_role.this[0].arn, var.iam_role_arn)

  kubernetes_network_config = try(aws_eks_cluster.this[0].kubernetes_network_config[0], {})
}

resource "aws_eks_cluster" "this" {
  count = local.create ? 1 : 0

  name     = local.name
  role_arn = local.cluster_role
  version  = local.version
  tags     = local.cluster_tags

  vpc_config {
    subnet_ids              = coalescelist(var.control_plane_subnet_ids, var.subnet_ids)
    security_group_ids      = compact(distinct(concat(local.additional_security_groups, [local.cluster_security_group_id])))
    endpoint_private_access = local.private_access
    endpoint_public_access  = local.public_access
    public_access_cidrs     = local.public_access_cidrs
  }
  dynamic "kubernetes_network_config" {
    for_each = local.on_outposts ? [] : [1]
    content {
      ip_family         = local.ip_family
      service_ipv4_cidr = local.service_ipv4_cidr
      service_ipv6_cidr = local.service_ipv6_cidr
      dynamic "elastic_load_balancing" {
        for_each = local.balances
        content {
          enabled = elastic_load_balancing.value
        }
      }
    }
  }
  dynamic "compute_config" {
    for_each = local.compute_configs
    content {
      enabled       = compute_config.value.enabled
      node_pools    = compute_config.value.node_pools
      node_role_arn = compute_config.value.node_role_arn
    }
  }
  dynamic "outpost_config" {
    for_each = local.outposts
    content {
      control_plane_instance_type = outpost_config.value.control_plane_instance_type
      outpost_arns                = outpost_config.value.outpost_arns
      dynamic "control_plane_placement" {
        for_each = try(outpost_config.value.control_plane_placement, null)[*]
        content {
          group_name = control_plane_placement.value.group_name
        }
      }
    }
  }
}

resource "aws_security_group" "cluster" {
  count = local.create_cluster_security_group ? 1 : 0

  name        = local.cluster_security_group_prefixed ? null : local.cluster_security_group_name
  name_prefix = local.cluster_security_group_prefixed ? "${local.cluster_security_group_name}${var.prefix_separator}" : null
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { "Name" = local.cluster_security_group_name }, local.cluster_security_group_tags)

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "cluster" {
  for_each = { for key, rule in merge(local.cluster_rules, local.additional_cluster_rules) : key => rule if local.create_cluster_security_group }

  security_group_id = aws_security_group.cluster[0].id

  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  prefix_list_ids          = try(each.value.prefix_list_ids, null)
  self                     = try(each.value.self, null)
  source_security_group_id = try(each.value.source_node_security_group, false) ? local.node_security_group_id : try(each.value.source_security_group_id, null)
}
