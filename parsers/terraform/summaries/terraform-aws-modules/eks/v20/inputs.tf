locals {
  cluster_tags = merge({ terraform-aws-modules = "eks" }, var.tags, var.cluster_tags)

  webhooks = [4443, 6443, 8443, 9443]
  efa_rules = { for key, rule in {
    ingress_all_self_efa = {
      type      = "ingress"
      protocol  = "-1"
      from_port = 0
      to_port   = 0
      self      = true
    }
    egress_all_self_efa = {
      type      = "egress"
      protocol  = "-1"
      from_port = 0
      to_port   = 0
      self      = true
    }
  } : key => rule if var.enable_efa_support }
}
