locals {
  template_tags = var.tags_as_map
}
