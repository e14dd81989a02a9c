output "cluster_arn" {
  value = try(aws_eks_cluster.this[0].arn, local.nothing)
}

output "cluster_certificate_authority_data" {
  value = try(aws_eks_cluster.this[0].certificate_authority[0].data, local.nothing)
}

output "cluster_endpoint" {
  value = try(aws_eks_cluster.this[0].endpoint, local.nothing)
}

output "cluster_name" {
  value = try(aws_eks_cluster.this[0].name, "")
}

output "cluster_oidc_issuer_url" {
  value = try(aws_eks_cluster.this[0].identity[0].oidc[0].issuer, local.nothing)
}

output "cluster_version" {
  value = try(aws_eks_cluster.this[0].version, local.nothing)
}

output "cluster_primary_security_group_id" {
  value = try(aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id, local.nothing)
}

output "cluster_security_group_arn" {
  value = try(aws_security_group.cluster[0].arn, local.nothing)
}

output "cluster_security_group_id" {
  value = try(aws_security_group.cluster[0].id, local.nothing)
}

output "node_security_group_arn" {
  value = try(aws_security_group.node[0].arn, local.nothing)
}

output "node_security_group_id" {
  value = try(aws_security_group.node[0].id, local.nothing)
}

output "oidc_provider" {
  value = try(replace(aws_eks_cluster.this[0].identity[0].oidc[0].issuer, "https://", ""), local.nothing)
}

output "oidc_provider_arn" {
  value = try(aws_iam_openid_connect_provider.oidc_provider[0].arn, local.nothing)
}

output "cluster_iam_role_name" {
  value = try(aws_iam_role.this[0].name, local.nothing)
}

output "cluster_iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, local.nothing)
}

output "fargate_profiles" {
  value = module.fargate_profile
}

output "eks_managed_node_groups" {
  value = module.eks_managed_node_group
}

output "self_managed_node_groups" {
  value = module.self_managed_node_group
}
