output "id" {
  value = local.input.enabled ? local.id : ""
}

output "id_full" {
  value = local.input.enabled ? local.id_full : ""
}

output "enabled" {
  value = local.input.enabled
}

output "namespace" {
  value = local.input.enabled ? local.labels["namespace"] : ""
}

output "tenant" {
  value = local.input.enabled ? local.labels["tenant"] : ""
}

output "environment" {
  value = local.input.enabled ? local.labels["environment"] : ""
}

output "stage" {
  value = local.input.enabled ? local.labels["stage"] : ""
}

output "name" {
  value = local.input.enabled ? local.labels["name"] : ""
}

output "delimiter" {
  value = local.input.enabled ? local.delimiter : ""
}

output "attributes" {
  value = local.input.enabled ? local.attributes : []
}

output "tags" {
  value = local.input.enabled ? local.tags : {}
}

output "tags_as_list_of_maps" {
  value = flatten([for k in keys(local.tags) : merge({ key = k, value = local.tags[k] }, local.input.additional_tag_map)])
}

output "additional_tag_map" {
  value = local.input.additional_tag_map
}
