# What is called an ID since v19 is known of clusters on Outposts only.
output "cluster_id" {
  value = try(aws_eks_cluster.this[0].id, "")
}
