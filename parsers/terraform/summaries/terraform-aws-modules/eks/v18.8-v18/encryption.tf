locals {
  encrypts = length(var.cluster_encryption_config) > 0
}
