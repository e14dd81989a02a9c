variable "nodes" {
  type = number
}

resource "aws_opensearch_domain" "search" { # unknown AL990
  domain_name = "search"

  cluster_config {
    instance_type          = "m6g.large.search"
    instance_count         = var.nodes
    zone_awareness_enabled = true
  }
}
