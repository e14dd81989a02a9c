output "eks_managed_node_groups_autoscaling_group_names" {
  value = flatten([for group in module.eks_managed_node_group : group.node_group_autoscaling_group_names])
}

output "self_managed_node_groups_autoscaling_group_names" {
  value = [for group in module.self_managed_node_group : group.autoscaling_group_name]
}
