locals {
  endpoint_groups = { for k, v in local.interfaces : k => null }
  groups_within   = 0
}
