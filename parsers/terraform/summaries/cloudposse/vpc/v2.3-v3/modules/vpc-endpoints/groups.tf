# The first group is written in the endpoint itself, so that it never has the VPC's default group.
locals {
  endpoint_groups = { for k, v in local.interfaces : k => slice(v.security_group_ids, 0, min(1, length(v.security_group_ids))) }
  groups_within   = 1
}
