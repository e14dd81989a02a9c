locals {
  endpoint_groups = { for k, v in local.interfaces : k => v.security_group_ids }
  groups_within   = 999
}
