locals {
  endpoint_names = { for k, v in local.endpoints : k => { Name = replace(k, ".", "-") } }
}
