locals {
  subnets = var.enable_efa_support ? data.aws_subnets.placement_group[0].ids : var.subnet_ids
}
