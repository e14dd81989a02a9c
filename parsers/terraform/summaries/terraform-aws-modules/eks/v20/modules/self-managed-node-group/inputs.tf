locals {
  efa                    = var.create && var.enable_efa_support && var.instance_type != ""
  create_placement_group = var.create && (local.efa || var.create_placement_group)

  subnets              = local.efa ? data.aws_subnets.placement_group[0].ids : var.subnet_ids
  placement            = local.efa ? { group_name = aws_placement_group.this[0].name } : var.placement
  placements           = length(local.placement) > 0 ? [local.placement] : []
  network_interfaces   = local.efa ? [for card in range(data.aws_ec2_instance_type.this[0].maximum_network_cards) : { associate_public_ip_address = false }] : var.network_interfaces
  security_groups      = compact(concat([var.cluster_primary_security_group_id], var.vpc_security_group_ids))
  desired_size_type    = var.desired_size_type
  maintenance_policies = length(var.instance_maintenance_policy) > 0 ? [var.instance_maintenance_policy] : []
}

data "aws_ec2_instance_type" "this" {
  count = local.efa ? 1 : 0

  instance_type = var.instance_type
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
  strategy = "cluster"
}
