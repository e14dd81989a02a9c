locals {
  endpoint_subnets = { for k, v in local.interfaces : k => v.subnet_ids }
  endpoint_groups  = { for k, v in local.interfaces : k => v.security_group_ids }
}
