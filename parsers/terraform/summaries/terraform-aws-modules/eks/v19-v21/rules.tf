locals {
  cluster_rules = { for key, rule in {
    ingress_nodes_443 = {
      type                       = "ingress"
      protocol                   = "tcp"
      from_port                  = 443
      to_port                    = 443
      source_node_security_group = true
    }
  } : key => rule if local.create_node_security_group }

  node_rules = merge(local.efa_rules, local.required_rules, local.recommended_rules)

  required_rules = {
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
    ingress_self_coredns_tcp = {
      type      = "ingress"
      protocol  = "tcp"
      from_port = 53
      to_port   = 53
      self      = true
    }
    ingress_self_coredns_udp = {
      type      = "ingress"
      protocol  = "udp"
      from_port = 53
      to_port   = 53
      self      = true
    }
  }

  # The webhooks are those of metrics-server, prometheus-adapter, Karpenter and the load balancer controller.
  recommended_rules = { for key, rule in merge({
    ingress_nodes_ephemeral = {
      type      = "ingress"
      protocol  = "tcp"
      from_port = 1025
      to_port   = 65535
      self      = true
    }
    egress_all = {
      type             = "egress"
      protocol         = "-1"
      from_port        = 0
      to_port          = 0
      cidr_blocks      = ["0.0.0.0/0"]
      ipv6_cidr_blocks = local.ip_family == "ipv6" ? ["::/0"] : null
    }
    }, { for port in local.webhooks : "ingress_cluster_${port}_webhook" => {
      type                          = "ingress"
      protocol                      = "tcp"
      from_port                     = port
      to_port                       = port
      source_cluster_security_group = true
    } }
  ) : key => rule if var.node_security_group_enable_recommended_rules }
}
