resource "aws_eks_access_entry" "this" {
  count = var.create && var.create_access_entry ? 1 : 0

  cluster_name = var.cluster_name
}

output "access_entry_arn" {
  value = try(aws_eks_access_entry.this[0].access_entry_arn, null)
}
