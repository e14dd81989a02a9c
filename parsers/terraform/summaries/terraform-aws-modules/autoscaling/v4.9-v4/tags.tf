data "aws_default_tags" "current" {}

locals {
  tags = distinct(concat(
    [for key, value in data.aws_default_tags.current.tags : { key = key, value = value, propagate_at_launch = true }],
    [{ key = "Name", value = coalesce(var.instance_name, var.name), propagate_at_launch = var.propagate_name }],
    var.tags,
    [for key, value in var.tags_as_map : { key = key, value = value, propagate_at_launch = true }],
  ))
}
