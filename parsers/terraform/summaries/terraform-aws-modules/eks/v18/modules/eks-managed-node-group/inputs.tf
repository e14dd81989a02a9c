locals {
  security_group_name = coalesce(var.security_group_name, "${var.name}-eks-node-group")

  create_launch_template = var.create && var.create_launch_template
  custom_template        = var.create_launch_template || var.launch_template_name != ""
  launch_template_name   = try(aws_launch_template.this[0].name, var.launch_template_name, null)
  instance_types         = var.instance_types
  template_instance_type = null
}

locals {
  create_security_group = var.create && var.create_security_group
  security_groups       = compact(concat([try(aws_security_group.this[0].id, ""), var.cluster_primary_security_group_id], var.vpc_security_group_ids))

  subnets            = var.subnet_ids
  placements         = length(var.placement) > 0 ? [var.placement] : []
  network_interfaces = var.network_interfaces

  launch_template_id      = null
  launch_template_version = coalesce(var.launch_template_version, try(aws_launch_template.this[0].default_version, "$Default"))
}

# Before v19 every group of nodes has a security group of its own, too.
resource "aws_security_group" "this" {
  count = local.create_security_group ? 1 : 0

  name        = var.security_group_use_name_prefix ? null : local.security_group_name
  name_prefix = var.security_group_use_name_prefix ? "${local.security_group_name}-" : null
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { "Name" = local.security_group_name }, var.security_group_tags)

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "this" {
  for_each = { for key, rule in var.security_group_rules : key => rule if local.create_security_group }

  security_group_id = aws_security_group.this[0].id

  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  prefix_list_ids          = try(each.value.prefix_list_ids, null)
  self                     = try(each.value.self, null)
  source_security_group_id = try(each.value.source_security_group_id, try(each.value.source_cluster_security_group, false) ? var.cluster_security_group_id : null)
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, "")
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, "")
}

# It is the ARN that the published module gives.
output "node_group_status" {
  value = try(aws_eks_node_group.this[0].arn, local.nothing)
}
