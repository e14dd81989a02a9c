resource "aws_security_group_rule" "cluster_private_access_cidrs_source" {
  count = var.create_eks && var.cluster_create_endpoint_private_access_sg_rule && var.cluster_endpoint_private_access && var.cluster_endpoint_private_access_cidrs != null ? 1 : 0

  security_group_id        = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  cidr_blocks              = var.cluster_endpoint_private_access_cidrs
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
}
