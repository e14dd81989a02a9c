# What a call says itself stands before what its context says; attributes and tags are added to the context's.
locals {
  given = {
    enabled             = var.enabled == null ? var.context.enabled : var.enabled
    namespace           = var.namespace == null ? var.context.namespace : var.namespace
    environment         = var.environment == null ? var.context.environment : var.environment
    stage               = var.stage == null ? var.context.stage : var.stage
    name                = var.name == null ? var.context.name : var.name
    delimiter           = var.delimiter == null ? var.context.delimiter : var.delimiter
    attributes          = compact(distinct(concat(coalesce(var.context.attributes, []), coalesce(var.attributes, []))))
    tags                = merge(var.context.tags, var.tags)
    additional_tag_map  = merge(var.context.additional_tag_map, var.additional_tag_map)
    label_order         = var.label_order == null ? var.context.label_order : var.label_order
    regex_replace_chars = var.regex_replace_chars == null ? var.context.regex_replace_chars : var.regex_replace_chars
    id_length_limit     = var.id_length_limit == null ? lookup(var.context, "id_length_limit", null) : var.id_length_limit
    label_key_case      = var.label_key_case == null ? lookup(var.context, "label_key_case", null) : var.label_key_case
    label_value_case    = var.label_value_case == null ? lookup(var.context, "label_value_case", null) : var.label_value_case
  }

  usual_order = ["namespace", "environment", "stage", "name", "attributes"]
  order       = local.input.label_order == null ? local.usual_order : coalescelist(local.input.label_order, local.usual_order)
  delimiter   = local.input.delimiter == null ? "-" : local.input.delimiter
  limit       = local.input.id_length_limit == null ? 0 : local.input.id_length_limit
  unwanted    = coalesce(local.input.regex_replace_chars, "/[^-a-zA-Z0-9]/")
  key_case    = local.input.label_key_case == null ? "title" : local.input.label_key_case
  value_case  = local.input.label_value_case == null ? "lower" : local.input.label_value_case

  bare = { for k in ["namespace", "tenant", "environment", "stage", "name"] : k =>
    lookup(local.input, k, null) == null ? "" : replace(local.input[k], local.unwanted, "")
  }
  labels = { for k, v in local.bare : k =>
    local.value_case == "none" ? v : local.value_case == "title" ? title(lower(v)) : local.value_case == "upper" ? upper(v) : lower(v)
  }
  bare_attributes = compact(distinct([for v in local.input.attributes : replace(v, local.unwanted, "")]))
  attributes = compact(distinct([for v in local.bare_attributes :
    local.value_case == "none" ? v : local.value_case == "title" ? title(lower(v)) : local.value_case == "upper" ? upper(v) : lower(v)
  ]))

  parts   = merge(local.labels, { attributes = join(local.delimiter, local.attributes) })
  id_full = join(local.delimiter, [for k in local.order : local.parts[k] if length(local.parts[k]) > 0])

  # An ID that is too long is cut and ends in a hash of five characters.
  room  = local.limit - (5 + length(local.delimiter))
  stump = local.room <= 0 ? "" : "${trimsuffix(substr(local.id_full, 0, local.room), local.delimiter)}${local.delimiter}"
  hash  = "${md5(local.id_full)}qrstuvwxyz"
  cased = local.value_case == "title" ? title(local.hash) : local.value_case == "upper" ? upper(local.hash) : local.value_case == "lower" ? lower(local.hash) : local.hash
  short = substr("${local.stump}${replace(local.cased, local.unwanted, "")}", 0, local.limit)
  id    = local.limit != 0 && length(local.id_full) > local.limit ? local.short : local.id_full

  # The tag Name is the ID, not the name.
  tag_parts = {
    namespace   = local.labels["namespace"]
    tenant      = local.labels["tenant"]
    environment = local.labels["environment"]
    stage       = local.labels["stage"]
    name        = local.id
    attributes  = local.parts["attributes"]
  }
  tagged = contains(local.labels_as_tags, "default") ? keys(local.tag_parts) : local.labels_as_tags
  own_tags = { for k in setintersection(keys(local.tag_parts), local.tagged) :
    local.key_case == "upper" ? upper(k) : local.key_case == "lower" ? lower(k) : title(lower(k)) => local.tag_parts[k]
    if length(local.tag_parts[k]) > 0
  }
  tags = merge(local.own_tags, local.input.tags)
}
