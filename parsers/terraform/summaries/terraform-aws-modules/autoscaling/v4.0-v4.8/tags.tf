locals {
  tags = concat(
    [{ key = "Name", value = coalesce(var.instance_name, var.name), propagate_at_launch = var.propagate_name }],
    var.tags,
    null_resource.tags_as_list_of_maps[*].triggers,
  )
}

resource "null_resource" "tags_as_list_of_maps" {
  count = length(var.tags_as_map)

  triggers = {
    key                 = keys(var.tags_as_map)[count.index]
    value               = values(var.tags_as_map)[count.index]
    propagate_at_launch = true
  }
}
