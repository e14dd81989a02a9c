module "fargate" {
  source = "./modules/fargate"

  create_eks                        = var.create_eks
  cluster_name                      = local.cluster_name
  policy_prefix                     = local.policy_prefix
  subnets                           = local.fargate_subnets
  fargate_profiles                  = var.fargate_profiles
  create_fargate_pod_execution_role = var.create_fargate_pod_execution_role
  fargate_pod_execution_role_name   = var.fargate_pod_execution_role_name
  iam_path                          = var.iam_path
  tags                              = var.tags
}

module "node_groups" {
  source = "./modules/node_groups"

  create_eks                           = var.create_eks
  cluster_name                         = local.cluster_name
  default_iam_role_arn                 = coalescelist(aws_iam_role.workers[*].arn, [""])[0]
  workers_group_defaults               = local.defaults
  worker_security_group_id             = local.worker_security_group_id
  worker_additional_security_group_ids = var.worker_additional_security_group_ids
  node_groups_defaults                 = var.node_groups_defaults
  node_groups                          = var.node_groups
  tags                                 = var.tags
}
