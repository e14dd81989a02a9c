locals {
  cluster_tags = merge(var.tags, var.cluster_tags)
  efa_rules    = {}
}
