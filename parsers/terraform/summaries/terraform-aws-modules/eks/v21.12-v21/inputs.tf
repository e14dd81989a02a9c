locals {
  cluster_tags = merge(var.tags, var.cluster_tags)
}
