locals {
  subnets               = var.subnet_ids
  target_groups         = null
  warm_pools            = []
  overrides             = try([for override in var.mixed_instances_policy.launch_template.override : override], [])
  desired_size_type     = var.desired_size_type
  maintenance_policies  = var.instance_maintenance_policy[*]
  instance_type         = var.instance_requirements != null ? null : var.instance_type
  efa_instance_type     = var.instance_type
  image                 = var.ami_id == "" ? data.aws_ssm_parameter.ami[0].value : var.ami_id
  interfaces_in_subnets = false
}

data "aws_ssm_parameter" "ami" {
  count = var.create && var.ami_id == "" ? 1 : 0
}

locals {
  create_placement_group = var.create && (var.enable_efa_support || var.create_placement_group)
  placements = [for placement in var.placement != null || local.create_placement_group ? [var.placement] : [] : {
    affinity                = try(placement.affinity, null)
    availability_zone       = try(placement.availability_zone, null)
    group_name              = try(aws_placement_group.this[0].name, placement.group_name)
    host_id                 = try(placement.host_id, null)
    host_resource_group_arn = try(placement.host_resource_group_arn, null)
    partition_number        = try(placement.partition_number, null)
    spread_domain           = try(placement.spread_domain, null)
    tenancy                 = try(placement.tenancy, null)
  }]
  network_interfaces = local.efa ? [for card in range(data.aws_ec2_instance_type.this[0].maximum_network_cards) : { associate_public_ip_address = false }] : var.network_interfaces

  efa       = var.create && var.enable_efa_support
  efa_rules = { for key, rule in { all_self_efa = { ip_protocol = "-1", self = true } } : key => rule if var.enable_efa_support }

  # Since v21 nodes have a security group of their own beside the one they share, where it has any rule.
  ingress_rules         = merge(local.efa_rules, var.security_group_ingress_rules)
  egress_rules          = merge(local.efa_rules, var.security_group_egress_rules)
  create_security_group = var.create && var.create_security_group && length(merge(local.ingress_rules, local.egress_rules)) > 0
  security_group_name   = coalesce(var.security_group_name, "${var.cluster_name}-${var.name}")
  security_groups       = compact(concat([var.cluster_primary_security_group_id], var.vpc_security_group_ids, aws_security_group.this[*].id))
}

data "aws_ec2_instance_type" "this" {
  count = local.efa ? 1 : 0

  instance_type = local.efa_instance_type
}

resource "aws_placement_group" "this" {
  count = local.create_placement_group ? 1 : 0

  name     = "${var.cluster_name}-${var.name}"
  strategy = "cluster"
}

data "aws_subnet" "this" {
  count = local.create_security_group ? 1 : 0

  id = element(var.subnet_ids, 0)
}

resource "aws_security_group" "this" {
  count = local.create_security_group ? 1 : 0

  name        = var.security_group_use_name_prefix ? null : local.security_group_name
  name_prefix = var.security_group_use_name_prefix ? "${local.security_group_name}-" : null
  vpc_id      = data.aws_subnet.this[0].vpc_id
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

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = { for key, rule in local.ingress_rules : key => rule if local.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(coalesce(each.value.to_port, each.value.from_port), null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = each.value.self ? aws_security_group.this[0].id : each.value.referenced_security_group_id
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for key, rule in local.egress_rules : key => rule if local.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(coalesce(each.value.from_port, each.value.to_port), null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = each.value.self ? aws_security_group.this[0].id : each.value.referenced_security_group_id
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, null)
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}
