locals {
  versions = { for key, template in aws_launch_template.workers : key =>
    local.groups[key]["launch_template_version"] == "$Latest" ? template.latest_version : (
      local.groups[key]["launch_template_version"] == "$Default" ? template.default_version : local.groups[key]["launch_template_version"]
    )
  }
}
