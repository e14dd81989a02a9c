locals {
  versions = { for key, group in local.groups : key => group["launch_template_version"] }
}
