output "cluster_id" {
  value = try(aws_eks_cluster.this[0].cluster_id, "")
}
