locals {
  create_placement_group = var.create && (var.enable_efa_support || var.create_placement_group)

  placement  = local.create_placement_group ? { group_name = aws_placement_group.this[0].name } : var.placement
  placements = length(local.placement) > 0 ? [local.placement] : []

  instance_types         = var.capacity_type == "CAPACITY_BLOCK" ? null : var.instance_types
  template_instance_type = var.capacity_type == "CAPACITY_BLOCK" ? element(var.instance_types, 0) : null
  security_groups        = compact(concat([var.cluster_primary_security_group_id], var.vpc_security_group_ids))
  network_interfaces     = var.create && var.enable_efa_support ? [for card in range(data.aws_ec2_instance_type.this[0].maximum_network_cards) : { associate_public_ip_address = false }] : var.network_interfaces
}

data "aws_ec2_instance_type" "this" {
  count = var.create && var.enable_efa_support ? 1 : 0

  instance_type = try(element(var.instance_types, 0), "")
}

data "aws_subnets" "placement_group" {
  count = local.create_placement_group ? 1 : 0

  filter {
    name   = "subnet-id"
    values = var.subnet_ids
  }
}

resource "aws_placement_group" "this" {
  count = local.create_placement_group ? 1 : 0

  name     = "${var.cluster_name}-${var.name}"
  strategy = var.placement_group_strategy
}
