locals {
  tags = merge({ Name = var.name }, var.instance_tags, var.tags)
}
