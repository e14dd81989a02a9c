locals {
  cluster_rules = { for key, rule in {
    ingress_nodes_443 = {
      type                       = "ingress"
      protocol                   = "tcp"
      from_port                  = 443
      to_port                    = 443
      source_node_security_group = true
    }
    egress_nodes_443 = {
      type                       = "egress"
      protocol                   = "tcp"
      from_port                  = 443
      to_port                    = 443
      source_node_security_group = true
    }
    egress_nodes_kubelet = {
      type                       = "egress"
      protocol                   = "tcp"
      from_port                  = 10250
      to_port                    = 10250
      source_node_security_group = true
    }
  } : key => rule if local.create_node_security_group || local.rules_without_nodes }

  # Before v19 nodes reach little but the cluster and HTTPS, not even a database, unless rules are added.
  node_rules = merge({
    egress_cluster_443 = {
      type                          = "egress"
      protocol                      = "tcp"
      from_port                     = 443
      to_port                       = 443
      source_cluster_security_group = true
    }
    ingress_cluster_443 = {
      type                          = "ingress"
      protocol                      = "tcp"
      from_port                     = 443
      to_port                       = 443
      source_cluster_security_group = true
    }
    ingress_cluster_kubelet = {
      type                          = "ingress"
      protocol                      = "tcp"
      from_port                     = 10250
      to_port                       = 10250
      source_cluster_security_group = true
    }
    egress_https = {
      type             = "egress"
      protocol         = "tcp"
      from_port        = 443
      to_port          = 443
      cidr_blocks      = ["0.0.0.0/0"]
      ipv6_cidr_blocks = local.https_ipv6
    }
    }, merge([for direction in ["ingress", "egress"] : { for protocol in ["tcp", "udp"] : "${direction}_self_coredns_${protocol}" => {
      type      = direction
      protocol  = protocol
      from_port = 53
      to_port   = 53
      self      = true
      } }]...), { for protocol in ["tcp", "udp"] : "egress_ntp_${protocol}" => {
      type             = "egress"
      protocol         = protocol
      from_port        = 123
      to_port          = 123
      cidr_blocks      = var.node_security_group_ntp_ipv4_cidr_block
      ipv6_cidr_blocks = var.cluster_ip_family == "ipv6" ? var.node_security_group_ntp_ipv6_cidr_block : null
  } })

  https_ipv6 = var.cluster_ip_family == "ipv6" ? ["::/0"] : null
}
