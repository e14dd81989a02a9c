locals {
  # In a placement group the nodes keep to one zone, which is looked up.
  subnets = local.create_placement_group ? data.aws_subnets.placement_group[0].ids : var.subnet_ids
}
