module "fargate_profile" {
  source   = "./modules/fargate-profile"
  for_each = { for name, profile in var.fargate_profiles : name => profile if var.create }

  create            = try(each.value.create, true)
  name              = try(each.value.name, each.key)
  cluster_name      = local.cluster
  cluster_ip_family = var.cluster_ip_family
  subnet_ids        = try(each.value.subnet_ids, var.fargate_profile_defaults.subnet_ids, var.subnet_ids)
  selectors         = try(each.value.selectors, var.fargate_profile_defaults.selectors, [])
  tags              = merge(var.tags, try(each.value.tags, var.fargate_profile_defaults.tags, {}))

  create_iam_role              = try(each.value.create_iam_role, var.fargate_profile_defaults.create_iam_role, true)
  iam_role_arn                 = try(each.value.iam_role_arn, var.fargate_profile_defaults.iam_role_arn, null)
  iam_role_name                = try(each.value.iam_role_name, var.fargate_profile_defaults.iam_role_name, null)
  iam_role_use_name_prefix     = try(each.value.iam_role_use_name_prefix, var.fargate_profile_defaults.iam_role_use_name_prefix, true)
  iam_role_path                = try(each.value.iam_role_path, var.fargate_profile_defaults.iam_role_path, null)
  iam_role_tags                = try(each.value.iam_role_tags, var.fargate_profile_defaults.iam_role_tags, {})
  iam_role_attach_cni_policy   = try(each.value.iam_role_attach_cni_policy, var.fargate_profile_defaults.iam_role_attach_cni_policy, true)
  iam_role_additional_policies = try(each.value.iam_role_additional_policies, var.fargate_profile_defaults.iam_role_additional_policies, [])
}

module "eks_managed_node_group" {
  source   = "./modules/eks-managed-node-group"
  for_each = { for name, group in var.eks_managed_node_groups : name => group if var.create }

  create            = try(each.value.create, true)
  cluster_name      = local.cluster
  cluster_ip_family = var.cluster_ip_family
  name              = try(each.value.name, each.key)
  use_name_prefix   = try(each.value.use_name_prefix, var.eks_managed_node_group_defaults.use_name_prefix, true)
  tags              = merge(var.tags, try(each.value.tags, var.eks_managed_node_group_defaults.tags, {}))

  subnet_ids    = try(each.value.subnet_ids, var.eks_managed_node_group_defaults.subnet_ids, var.subnet_ids)
  min_size      = try(each.value.min_size, var.eks_managed_node_group_defaults.min_size, 1)
  max_size      = try(each.value.max_size, var.eks_managed_node_group_defaults.max_size, 3)
  desired_size  = try(each.value.desired_size, var.eks_managed_node_group_defaults.desired_size, 1)
  update_config = try(each.value.update_config, var.eks_managed_node_group_defaults.update_config, {})
  placement     = try(each.value.placement, var.eks_managed_node_group_defaults.placement, {})

  ami_id                                 = try(each.value.ami_id, var.eks_managed_node_group_defaults.ami_id, "")
  ami_type                               = try(each.value.ami_type, var.eks_managed_node_group_defaults.ami_type, null)
  capacity_type                          = try(each.value.capacity_type, var.eks_managed_node_group_defaults.capacity_type, null)
  instance_types                         = try(each.value.instance_types, var.eks_managed_node_group_defaults.instance_types, null)
  labels                                 = try(each.value.labels, var.eks_managed_node_group_defaults.labels, null)
  taints                                 = try(each.value.taints, var.eks_managed_node_group_defaults.taints, {})
  remote_access                          = try(each.value.remote_access, var.eks_managed_node_group_defaults.remote_access, {})
  key_name                               = try(each.value.key_name, var.eks_managed_node_group_defaults.key_name, null)
  create_launch_template                 = try(each.value.create_launch_template, var.eks_managed_node_group_defaults.create_launch_template, true)
  launch_template_name                   = try(each.value.launch_template_name, var.eks_managed_node_group_defaults.launch_template_name, each.key)
  launch_template_use_name_prefix        = try(each.value.launch_template_use_name_prefix, var.eks_managed_node_group_defaults.launch_template_use_name_prefix, true)
  launch_template_version                = try(each.value.launch_template_version, var.eks_managed_node_group_defaults.launch_template_version, null)
  launch_template_default_version        = try(each.value.launch_template_default_version, var.eks_managed_node_group_defaults.launch_template_default_version, null)
  update_launch_template_default_version = try(each.value.update_launch_template_default_version, var.eks_managed_node_group_defaults.update_launch_template_default_version, true)
  launch_template_tags                   = try(each.value.launch_template_tags, var.eks_managed_node_group_defaults.launch_template_tags, {})
  network_interfaces                     = try(each.value.network_interfaces, var.eks_managed_node_group_defaults.network_interfaces, [])
  instance_market_options                = try(each.value.instance_market_options, var.eks_managed_node_group_defaults.instance_market_options, {})
  capacity_reservation_specification     = try(each.value.capacity_reservation_specification, var.eks_managed_node_group_defaults.capacity_reservation_specification, {})

  vpc_security_group_ids            = compact(concat([local.node_security_group_id], try(each.value.vpc_security_group_ids, var.eks_managed_node_group_defaults.vpc_security_group_ids, [])))
  cluster_primary_security_group_id = try(each.value.attach_cluster_primary_security_group, var.eks_managed_node_group_defaults.attach_cluster_primary_security_group, false) ? aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id : null
  cluster_security_group_id         = local.cluster_security_group_id
  vpc_id                            = try(each.value.vpc_id, var.eks_managed_node_group_defaults.vpc_id, var.vpc_id)
  create_security_group             = try(each.value.create_security_group, var.eks_managed_node_group_defaults.create_security_group, true)
  security_group_name               = try(each.value.security_group_name, var.eks_managed_node_group_defaults.security_group_name, null)
  security_group_use_name_prefix    = try(each.value.security_group_use_name_prefix, var.eks_managed_node_group_defaults.security_group_use_name_prefix, true)
  security_group_rules              = try(each.value.security_group_rules, var.eks_managed_node_group_defaults.security_group_rules, {})
  security_group_tags               = try(each.value.security_group_tags, var.eks_managed_node_group_defaults.security_group_tags, {})

  create_iam_role              = try(each.value.create_iam_role, var.eks_managed_node_group_defaults.create_iam_role, true)
  iam_role_arn                 = try(each.value.iam_role_arn, var.eks_managed_node_group_defaults.iam_role_arn, null)
  iam_role_name                = try(each.value.iam_role_name, var.eks_managed_node_group_defaults.iam_role_name, null)
  iam_role_use_name_prefix     = try(each.value.iam_role_use_name_prefix, var.eks_managed_node_group_defaults.iam_role_use_name_prefix, true)
  iam_role_path                = try(each.value.iam_role_path, var.eks_managed_node_group_defaults.iam_role_path, null)
  iam_role_tags                = try(each.value.iam_role_tags, var.eks_managed_node_group_defaults.iam_role_tags, {})
  iam_role_attach_cni_policy   = try(each.value.iam_role_attach_cni_policy, var.eks_managed_node_group_defaults.iam_role_attach_cni_policy, true)
  iam_role_additional_policies = try(each.value.iam_role_additional_policies, var.eks_managed_node_group_defaults.iam_role_additional_policies, [])
}

module "self_managed_node_group" {
  source   = "./modules/self-managed-node-group"
  for_each = { for name, group in var.self_managed_node_groups : name => group if var.create }

  create                   = try(each.value.create, true)
  create_autoscaling_group = try(each.value.create_autoscaling_group, var.self_managed_node_group_defaults.create_autoscaling_group, true)
  cluster_name             = local.cluster
  cluster_ip_family        = var.cluster_ip_family
  name                     = try(each.value.name, each.key)
  use_name_prefix          = try(each.value.use_name_prefix, var.self_managed_node_group_defaults.use_name_prefix, true)
  tags                     = merge(var.tags, try(each.value.tags, var.self_managed_node_group_defaults.tags, {}))
  autoscaling_group_tags   = try(each.value.autoscaling_group_tags, var.self_managed_node_group_defaults.autoscaling_group_tags, {})

  subnet_ids                = try(each.value.subnet_ids, var.self_managed_node_group_defaults.subnet_ids, var.subnet_ids)
  availability_zones        = try(each.value.availability_zones, var.self_managed_node_group_defaults.availability_zones, null)
  placement                 = try(each.value.placement, var.self_managed_node_group_defaults.placement, {})
  placement_group           = try(each.value.placement_group, var.self_managed_node_group_defaults.placement_group, null)
  min_size                  = try(each.value.min_size, var.self_managed_node_group_defaults.min_size, 0)
  max_size                  = try(each.value.max_size, var.self_managed_node_group_defaults.max_size, 3)
  desired_size              = try(each.value.desired_size, var.self_managed_node_group_defaults.desired_size, 1)
  health_check_type         = try(each.value.health_check_type, var.self_managed_node_group_defaults.health_check_type, null)
  health_check_grace_period = try(each.value.health_check_grace_period, var.self_managed_node_group_defaults.health_check_grace_period, null)
  max_instance_lifetime     = try(each.value.max_instance_lifetime, var.self_managed_node_group_defaults.max_instance_lifetime, null)
  capacity_rebalance        = try(each.value.capacity_rebalance, var.self_managed_node_group_defaults.capacity_rebalance, null)
  protect_from_scale_in     = try(each.value.protect_from_scale_in, var.self_managed_node_group_defaults.protect_from_scale_in, null)
  suspended_processes       = try(each.value.suspended_processes, var.self_managed_node_group_defaults.suspended_processes, [])
  target_group_arns         = try(each.value.target_group_arns, var.self_managed_node_group_defaults.target_group_arns, [])
  instance_refresh          = try(each.value.instance_refresh, var.self_managed_node_group_defaults.instance_refresh, {})
  initial_lifecycle_hooks   = try(each.value.initial_lifecycle_hooks, var.self_managed_node_group_defaults.initial_lifecycle_hooks, [])
  warm_pool                 = try(each.value.warm_pool, var.self_managed_node_group_defaults.warm_pool, {})
  create_schedule           = try(each.value.create_schedule, var.self_managed_node_group_defaults.create_schedule, false)
  schedules                 = try(each.value.schedules, var.self_managed_node_group_defaults.schedules, {})

  use_mixed_instances_policy             = try(each.value.use_mixed_instances_policy, var.self_managed_node_group_defaults.use_mixed_instances_policy, false)
  mixed_instances_policy                 = try(each.value.mixed_instances_policy, var.self_managed_node_group_defaults.mixed_instances_policy, null)
  ami_id                                 = try(each.value.ami_id, var.self_managed_node_group_defaults.ami_id, "")
  platform                               = try(each.value.platform, var.self_managed_node_group_defaults.platform, "linux")
  instance_type                          = try(each.value.instance_type, var.self_managed_node_group_defaults.instance_type, "m6i.large")
  key_name                               = try(each.value.key_name, var.self_managed_node_group_defaults.key_name, null)
  create_launch_template                 = try(each.value.create_launch_template, var.self_managed_node_group_defaults.create_launch_template, true)
  launch_template_name                   = try(each.value.launch_template_name, var.self_managed_node_group_defaults.launch_template_name, each.key)
  launch_template_use_name_prefix        = try(each.value.launch_template_use_name_prefix, var.self_managed_node_group_defaults.launch_template_use_name_prefix, true)
  launch_template_version                = try(each.value.launch_template_version, var.self_managed_node_group_defaults.launch_template_version, null)
  launch_template_default_version        = try(each.value.launch_template_default_version, var.self_managed_node_group_defaults.launch_template_default_version, null)
  update_launch_template_default_version = try(each.value.update_launch_template_default_version, var.self_managed_node_group_defaults.update_launch_template_default_version, true)
  launch_template_tags                   = try(each.value.launch_template_tags, var.self_managed_node_group_defaults.launch_template_tags, {})
  network_interfaces                     = try(each.value.network_interfaces, var.self_managed_node_group_defaults.network_interfaces, [])
  instance_market_options                = try(each.value.instance_market_options, var.self_managed_node_group_defaults.instance_market_options, {})
  capacity_reservation_specification     = try(each.value.capacity_reservation_specification, var.self_managed_node_group_defaults.capacity_reservation_specification, {})

  vpc_security_group_ids            = compact(concat([local.node_security_group_id], try(each.value.vpc_security_group_ids, var.self_managed_node_group_defaults.vpc_security_group_ids, [])))
  cluster_primary_security_group_id = try(each.value.attach_cluster_primary_security_group, var.self_managed_node_group_defaults.attach_cluster_primary_security_group, false) ? aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id : null
  cluster_security_group_id         = local.cluster_security_group_id
  vpc_id                            = try(each.value.vpc_id, var.self_managed_node_group_defaults.vpc_id, var.vpc_id)
  create_security_group             = try(each.value.create_security_group, var.self_managed_node_group_defaults.create_security_group, true)
  security_group_name               = try(each.value.security_group_name, var.self_managed_node_group_defaults.security_group_name, null)
  security_group_use_name_prefix    = try(each.value.security_group_use_name_prefix, var.self_managed_node_group_defaults.security_group_use_name_prefix, true)
  security_group_rules              = try(each.value.security_group_rules, var.self_managed_node_group_defaults.security_group_rules, {})
  security_group_tags               = try(each.value.security_group_tags, var.self_managed_node_group_defaults.security_group_tags, {})

  create_iam_instance_profile  = try(each.value.create_iam_instance_profile, var.self_managed_node_group_defaults.create_iam_instance_profile, true)
  iam_instance_profile_arn     = try(each.value.iam_instance_profile_arn, var.self_managed_node_group_defaults.iam_instance_profile_arn, null)
  iam_role_name                = try(each.value.iam_role_name, var.self_managed_node_group_defaults.iam_role_name, null)
  iam_role_use_name_prefix     = try(each.value.iam_role_use_name_prefix, var.self_managed_node_group_defaults.iam_role_use_name_prefix, true)
  iam_role_path                = try(each.value.iam_role_path, var.self_managed_node_group_defaults.iam_role_path, null)
  iam_role_tags                = try(each.value.iam_role_tags, var.self_managed_node_group_defaults.iam_role_tags, {})
  iam_role_attach_cni_policy   = try(each.value.iam_role_attach_cni_policy, var.self_managed_node_group_defaults.iam_role_attach_cni_policy, true)
  iam_role_additional_policies = try(each.value.iam_role_additional_policies, var.self_managed_node_group_defaults.iam_role_additional_policies, [])
}
