locals {
  cluster_tags = merge({ terraform-aws-modules = "eks" }, var.tags, var.cluster_tags)
}
