variable "context" {
  type = any
  default = {
    enabled         = true
    namespace       = null
    environment     = null
    stage           = null
    name            = null
    delimiter       = null
    attributes      = []
    tags            = {}
    label_order     = []
    regex_replace   = null
    id_length_limit = null
    label_key_case  = null
  }
}

variable "enabled" {
  type    = bool
  default = null
}

variable "namespace" {
  type    = string
  default = null
}

variable "environment" {
  type    = string
  default = null
}

variable "stage" {
  type    = string
  default = null
}

variable "name" {
  type    = string
  default = null
}

variable "delimiter" {
  type    = string
  default = null
}

variable "attributes" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "label_order" {
  type    = list(string)
  default = null
}

variable "id_length_limit" {
  type    = number
  default = null
}

variable "label_key_case" {
  type    = string
  default = null
}

locals {
  defaults = { order = ["namespace", "environment", "stage", "name", "attributes"], regex = "/[^-a-zA-Z0-9]/", delimiter = "-", limit = 0, key_case = "title", hash = 4 }

  input = {
    enabled         = var.enabled == null ? var.context.enabled : var.enabled
    namespace       = var.namespace == null ? var.context.namespace : var.namespace
    environment     = var.environment == null ? var.context.environment : var.environment
    stage           = var.stage == null ? var.context.stage : var.stage
    name            = var.name == null ? var.context.name : var.name
    delimiter       = var.delimiter == null ? var.context.delimiter : var.delimiter
    attributes      = compact(distinct(concat(coalesce(var.context.attributes, []), coalesce(var.attributes, []))))
    tags            = merge(var.context.tags, var.tags)
    label_order     = var.label_order == null ? var.context.label_order : var.label_order
    regex_replace   = var.context.regex_replace
    id_length_limit = var.id_length_limit == null ? var.context.id_length_limit : var.id_length_limit
    label_key_case  = var.label_key_case == null ? lookup(var.context, "label_key_case", null) : var.label_key_case
  }

  regex     = coalesce(local.input.regex_replace, local.defaults.regex)
  delimiter = local.input.delimiter == null ? local.defaults.delimiter : local.input.delimiter
  order     = local.input.label_order == null ? local.defaults.order : coalescelist(local.input.label_order, local.defaults.order)
  limit     = local.input.id_length_limit == null ? local.defaults.limit : local.input.id_length_limit
  key_case  = local.input.label_key_case == null ? local.defaults.key_case : local.input.label_key_case

  formatted  = { for k in ["namespace", "environment", "stage", "name"] : k => local.input[k] == null ? "" : lower(replace(local.input[k], local.regex, "")) }
  attributes = join(local.delimiter, [for a in local.input.attributes : lower(a)])
  context    = merge(local.formatted, { attributes = local.attributes })
  parts      = [for l in local.order : local.context[l] if length(local.context[l]) > 0]
  full       = join(local.delimiter, local.parts)
  cut        = max(0, local.limit - (local.defaults.hash + length(local.delimiter)))
  hash       = substr(md5(local.full), 0, local.defaults.hash)
  truncated  = local.cut <= 0 ? "" : "${trimsuffix(substr(local.full, 0, local.cut), local.delimiter)}${local.delimiter}"
  id         = local.limit != 0 && length(local.full) > local.limit ? substr("${local.truncated}${local.hash}", 0, local.limit) : local.full

  generated = { for l in keys(local.context) : local.key_case == "upper" ? upper(l) : local.key_case == "lower" ? lower(l) : title(lower(l)) => local.context[l] if length(local.context[l]) > 0 }
  tags      = { for k, v in merge(local.generated, local.input.tags) : k => v if length(v) > 0 }
}

output "id" {
  value = local.input.enabled ? local.id : ""
}

output "id_full" {
  value = local.full
}

output "enabled" {
  value = local.input.enabled
}

output "tags" {
  value = local.tags
}

output "tags_as_list" {
  value = [for k in sort(keys(local.tags)) : { key = k, value = local.tags[k], propagate = true }]
}

output "context" {
  value = local.input
}
