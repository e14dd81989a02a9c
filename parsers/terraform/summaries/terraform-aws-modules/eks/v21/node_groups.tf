data "aws_caller_identity" "current" {
  count = local.create ? 1 : 0
}

locals {
  cluster    = time_sleep.this[0].triggers["name"]
  account_id = try(data.aws_caller_identity.current[0].account_id, "")
}

module "fargate_profile" {
  source   = "./modules/fargate-profile"
  for_each = var.create && !local.on_outposts && var.fargate_profiles != null ? var.fargate_profiles : {}

  create            = each.value.create
  partition         = local.partition
  account_id        = local.account_id
  cluster_name      = local.cluster
  cluster_ip_family = var.ip_family
  name              = coalesce(each.value.name, each.key)
  subnet_ids        = coalesce(each.value.subnet_ids, var.subnet_ids)
  selectors         = each.value.selectors
  tags              = merge(var.tags, each.value.tags)

  create_iam_role              = each.value.create_iam_role
  iam_role_arn                 = each.value.iam_role_arn
  iam_role_name                = each.value.iam_role_name
  iam_role_use_name_prefix     = each.value.iam_role_use_name_prefix
  iam_role_path                = each.value.iam_role_path
  iam_role_tags                = each.value.iam_role_tags
  iam_role_attach_cni_policy   = each.value.iam_role_attach_cni_policy
  iam_role_additional_policies = each.value.iam_role_additional_policies
  create_iam_role_policy       = each.value.create_iam_role_policy
  iam_role_policy_statements   = each.value.iam_role_policy_statements
}

module "eks_managed_node_group" {
  source   = "./modules/eks-managed-node-group"
  for_each = var.create && !local.on_outposts && var.eks_managed_node_groups != null ? var.eks_managed_node_groups : {}

  create            = each.value.create
  partition         = local.partition
  account_id        = local.account_id
  cluster_name      = local.cluster
  cluster_ip_family = var.ip_family
  name              = coalesce(each.value.name, each.key)
  use_name_prefix   = each.value.use_name_prefix
  tags              = merge(var.tags, each.value.tags)

  subnet_ids    = coalesce(each.value.subnet_ids, var.subnet_ids)
  min_size      = each.value.min_size
  max_size      = each.value.max_size
  desired_size  = each.value.desired_size
  update_config = each.value.update_config

  ami_id                                 = each.value.ami_id
  ami_type                               = each.value.ami_type
  capacity_type                          = each.value.capacity_type
  instance_types                         = each.value.instance_types
  labels                                 = each.value.labels
  taints                                 = each.value.taints
  remote_access                          = each.value.remote_access
  key_name                               = each.value.key_name
  create_launch_template                 = each.value.create_launch_template
  use_custom_launch_template             = each.value.use_custom_launch_template
  launch_template_id                     = each.value.launch_template_id
  launch_template_name                   = coalesce(each.value.launch_template_name, each.key)
  launch_template_use_name_prefix        = each.value.launch_template_use_name_prefix
  launch_template_version                = each.value.launch_template_version
  launch_template_default_version        = each.value.launch_template_default_version
  update_launch_template_default_version = each.value.update_launch_template_default_version
  launch_template_tags                   = each.value.launch_template_tags
  tag_specifications                     = each.value.tag_specifications
  network_interfaces                     = each.value.network_interfaces
  placement                              = each.value.placement
  create_placement_group                 = each.value.create_placement_group
  enable_efa_support                     = each.value.enable_efa_support
  instance_market_options                = each.value.instance_market_options
  capacity_reservation_specification     = each.value.capacity_reservation_specification

  vpc_security_group_ids            = compact(concat([local.node_security_group_id], each.value.vpc_security_group_ids))
  cluster_primary_security_group_id = each.value.attach_cluster_primary_security_group ? aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id : null
  create_security_group             = each.value.create_security_group
  security_group_name               = each.value.security_group_name
  security_group_use_name_prefix    = each.value.security_group_use_name_prefix
  security_group_ingress_rules      = each.value.security_group_ingress_rules
  security_group_egress_rules       = each.value.security_group_egress_rules
  security_group_tags               = each.value.security_group_tags

  create_iam_role              = each.value.create_iam_role
  iam_role_arn                 = each.value.iam_role_arn
  iam_role_name                = each.value.iam_role_name
  iam_role_use_name_prefix     = each.value.iam_role_use_name_prefix
  iam_role_path                = each.value.iam_role_path
  iam_role_tags                = each.value.iam_role_tags
  iam_role_attach_cni_policy   = each.value.iam_role_attach_cni_policy
  iam_role_additional_policies = each.value.iam_role_additional_policies
  create_iam_role_policy       = each.value.create_iam_role_policy
  iam_role_policy_statements   = each.value.iam_role_policy_statements
}

module "self_managed_node_group" {
  source   = "./modules/self-managed-node-group"
  for_each = var.create && var.self_managed_node_groups != null ? var.self_managed_node_groups : {}

  create                   = each.value.create
  partition                = local.partition
  account_id               = local.account_id
  cluster_name             = local.cluster
  cluster_ip_family        = var.ip_family
  name                     = coalesce(each.value.name, each.key)
  create_autoscaling_group = each.value.create_autoscaling_group
  use_name_prefix          = each.value.use_name_prefix
  autoscaling_group_tags   = each.value.autoscaling_group_tags
  tags                     = merge(var.tags, each.value.tags)

  subnet_ids                  = coalesce(each.value.subnet_ids, var.subnet_ids)
  availability_zones          = each.value.availability_zones
  placement_group             = each.value.placement_group
  min_size                    = each.value.min_size
  max_size                    = each.value.max_size
  desired_size                = each.value.desired_size
  desired_size_type           = each.value.desired_size_type
  health_check_type           = each.value.health_check_type
  health_check_grace_period   = each.value.health_check_grace_period
  max_instance_lifetime       = each.value.max_instance_lifetime
  capacity_rebalance          = each.value.capacity_rebalance
  protect_from_scale_in       = each.value.protect_from_scale_in
  suspended_processes         = each.value.suspended_processes
  instance_refresh            = each.value.instance_refresh
  instance_maintenance_policy = each.value.instance_maintenance_policy
  initial_lifecycle_hooks     = each.value.initial_lifecycle_hooks
  use_mixed_instances_policy  = each.value.use_mixed_instances_policy
  mixed_instances_policy      = each.value.mixed_instances_policy

  ami_id                                 = each.value.ami_id
  instance_type                          = each.value.instance_type
  instance_requirements                  = each.value.instance_requirements
  key_name                               = each.value.key_name
  create_launch_template                 = each.value.create_launch_template
  launch_template_id                     = each.value.launch_template_id
  launch_template_name                   = coalesce(each.value.launch_template_name, each.key)
  launch_template_use_name_prefix        = each.value.launch_template_use_name_prefix
  launch_template_version                = each.value.launch_template_version
  launch_template_default_version        = each.value.launch_template_default_version
  update_launch_template_default_version = each.value.update_launch_template_default_version
  launch_template_tags                   = each.value.launch_template_tags
  tag_specifications                     = each.value.tag_specifications
  network_interfaces                     = each.value.network_interfaces
  placement                              = each.value.placement
  create_placement_group                 = each.value.create_placement_group
  enable_efa_support                     = each.value.enable_efa_support
  instance_market_options                = each.value.instance_market_options
  capacity_reservation_specification     = each.value.capacity_reservation_specification

  vpc_security_group_ids            = compact(concat([local.node_security_group_id], each.value.vpc_security_group_ids))
  cluster_primary_security_group_id = each.value.attach_cluster_primary_security_group ? aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id : null
  create_security_group             = each.value.create_security_group
  security_group_name               = each.value.security_group_name
  security_group_use_name_prefix    = each.value.security_group_use_name_prefix
  security_group_ingress_rules      = each.value.security_group_ingress_rules
  security_group_egress_rules       = each.value.security_group_egress_rules
  security_group_tags               = each.value.security_group_tags

  create_access_entry          = each.value.create_access_entry
  create_iam_instance_profile  = each.value.create_iam_instance_profile
  iam_instance_profile_arn     = each.value.iam_instance_profile_arn
  iam_role_arn                 = each.value.iam_role_arn
  iam_role_name                = each.value.iam_role_name
  iam_role_use_name_prefix     = each.value.iam_role_use_name_prefix
  iam_role_path                = each.value.iam_role_path
  iam_role_tags                = each.value.iam_role_tags
  iam_role_attach_cni_policy   = each.value.iam_role_attach_cni_policy
  iam_role_additional_policies = each.value.iam_role_additional_policies
  create_iam_role_policy       = each.value.create_iam_role_policy
  iam_role_policy_statements   = each.value.iam_role_policy_statements
}
