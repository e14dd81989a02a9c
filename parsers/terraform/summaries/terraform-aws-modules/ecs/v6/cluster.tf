variable "cluster_name" { default = "" }
variable "cluster_tags" { default = {} }
variable "default_capacity_provider_strategy" { default = {} }
variable "autoscaling_capacity_providers" { default = null }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_name" { default = null }
variable "create_task_exec_iam_role" { default = false }

module "cluster" {
  source = "./modules/cluster"

  create                             = var.create
  name                               = var.cluster_name
  default_capacity_provider_strategy = var.default_capacity_provider_strategy
  autoscaling_capacity_providers     = var.autoscaling_capacity_providers
  create_cloudwatch_log_group        = var.create_cloudwatch_log_group
  cloudwatch_log_group_name          = var.cloudwatch_log_group_name
  create_task_exec_iam_role          = var.create_task_exec_iam_role
  tags                               = merge(var.tags, var.cluster_tags)
}

output "autoscaling_capacity_providers" { value = module.cluster.autoscaling_capacity_providers }
