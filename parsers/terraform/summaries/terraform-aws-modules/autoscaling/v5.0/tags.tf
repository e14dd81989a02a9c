data "aws_default_tags" "current" {}

locals {
  template_tags = var.tags
  added_tags    = var.tags
}
