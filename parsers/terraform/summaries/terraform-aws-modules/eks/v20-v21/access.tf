locals {
  access_entries = merge({ for name in ["cluster_creator"] : name => {} if var.enable_cluster_creator_admin_permissions }, var.access_entries)
}

resource "aws_eks_access_entry" "this" {
  for_each = { for name, entry in local.access_entries : name => entry if local.create }

  cluster_name = local.entered
}
