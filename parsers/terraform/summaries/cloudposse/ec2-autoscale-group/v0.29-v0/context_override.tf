module "this" {
  tenant             = var.tenant
  labels_as_tags     = var.labels_as_tags
  descriptor_formats = var.descriptor_formats
}
