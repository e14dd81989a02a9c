# Before 0.23 attributes were cleaned after they were joined, of a delimiter, too.
locals {
  attributes = local.input.attributes
  parts      = merge(local.labels, { attributes = lower(replace(join(local.delimiter, local.attributes), local.unwanted, "")) })
}
