variable "cluster_name" { default = "" }
variable "default_capacity_provider_use_fargate" { default = true }
variable "fargate_capacity_providers" { default = {} }
variable "autoscaling_capacity_providers" { default = {} }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_name" { default = null }
variable "create_task_exec_iam_role" { default = false }

module "cluster" {
  source = "./modules/cluster"

  create                                = var.create
  cluster_name                          = var.cluster_name
  default_capacity_provider_use_fargate = var.default_capacity_provider_use_fargate
  fargate_capacity_providers            = var.fargate_capacity_providers
  autoscaling_capacity_providers        = var.autoscaling_capacity_providers
  create_cloudwatch_log_group           = var.create_cloudwatch_log_group
  cloudwatch_log_group_name             = var.cloudwatch_log_group_name
  create_task_exec_iam_role             = var.create_task_exec_iam_role
  tags                                  = merge(var.tags, var.cluster_tags)
}
variable "cluster_tags" { default = {} }

output "autoscaling_capacity_providers" { value = module.cluster.autoscaling_capacity_providers }
