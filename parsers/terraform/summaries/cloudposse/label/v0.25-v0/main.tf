locals {
  input = merge(local.given, {
    tenant             = var.tenant == null ? lookup(var.context, "tenant", null) : var.tenant
    descriptor_formats = merge(lookup(var.context, "descriptor_formats", {}), var.descriptor_formats)
    labels_as_tags     = local.labels_as_tags
  })

  # Only the first label of a chain can choose them.
  labels_as_tags = try(contains(var.context.labels_as_tags, "unset"), true) ? var.labels_as_tags : var.context.labels_as_tags
}
