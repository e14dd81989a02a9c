locals {
  template_tags = null
}
