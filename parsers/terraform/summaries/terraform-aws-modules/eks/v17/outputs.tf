output "cluster_id" {
  value = local.cluster_id
}

output "cluster_arn" {
  value = coalescelist(aws_eks_cluster.this[*].arn, [""])[0]
}

output "cluster_endpoint" {
  value = local.cluster_endpoint
}

output "cluster_certificate_authority_data" {
  value = coalescelist(aws_eks_cluster.this[*].certificate_authority[0].data, [""])[0]
}

output "cluster_version" {
  value = element(concat(aws_eks_cluster.this[*].version, [""]), 0)
}

output "cluster_security_group_id" {
  value = local.cluster_security_group_id
}

output "cluster_primary_security_group_id" {
  value = local.cluster_primary_security_group_id
}

output "cluster_iam_role_name" {
  value = local.cluster_iam_role_name
}

output "cluster_iam_role_arn" {
  value = local.cluster_iam_role_arn
}

output "cluster_oidc_issuer_url" {
  value = local.cluster_oidc_issuer_url
}

output "oidc_provider_arn" {
  value = var.enable_irsa ? concat(aws_iam_openid_connect_provider.oidc_provider[*].arn, [""])[0] : null
}

output "workers_asg_arns" {
  value = concat(aws_autoscaling_group.workers[*].arn, aws_autoscaling_group.workers_launch_template[*].arn)
}

output "workers_asg_names" {
  value = concat(aws_autoscaling_group.workers[*].id, aws_autoscaling_group.workers_launch_template[*].id)
}

output "workers_launch_template_ids" {
  value = aws_launch_template.workers_launch_template[*].id
}

output "worker_security_group_id" {
  value = local.worker_security_group_id
}

output "fargate_profile_ids" {
  value = module.fargate.fargate_profile_ids
}

output "fargate_profile_arns" {
  value = module.fargate.fargate_profile_arns
}

output "fargate_iam_role_name" {
  value = module.fargate.iam_role_name
}

output "fargate_iam_role_arn" {
  value = module.fargate.iam_role_arn
}

output "node_groups" {
  value = module.node_groups.node_groups
}

output "worker_iam_role_name" {
  value = coalescelist(aws_iam_role.workers[*].name, data.aws_iam_instance_profile.custom_worker_group_iam_instance_profile[*].role_name, data.aws_iam_instance_profile.custom_worker_group_launch_template_iam_instance_profile[*].role_name, [""])[0]
}

output "worker_iam_role_arn" {
  value = coalescelist(aws_iam_role.workers[*].arn, data.aws_iam_instance_profile.custom_worker_group_iam_instance_profile[*].role_arn, data.aws_iam_instance_profile.custom_worker_group_launch_template_iam_instance_profile[*].role_arn, [""])[0]
}
