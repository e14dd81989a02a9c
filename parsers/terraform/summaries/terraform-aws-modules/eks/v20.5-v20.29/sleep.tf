# Node groups take the cluster's name from here: they are made some time after the cluster.
resource "time_sleep" "this" {
  count = var.create ? 1 : 0

  triggers = {
    cluster_name         = aws_eks_cluster.this[0].name
    cluster_endpoint     = aws_eks_cluster.this[0].endpoint
    cluster_version      = aws_eks_cluster.this[0].version
    cluster_service_cidr = var.cluster_ip_family == "ipv6" ? try(local.kubernetes_network_config.service_ipv6_cidr, "") : try(local.kubernetes_network_config.service_ipv4_cidr, "")

    cluster_certificate_authority_data = aws_eks_cluster.this[0].certificate_authority[0].data
  }
}

locals {
  cluster = time_sleep.this[0].triggers["cluster_name"]
}
