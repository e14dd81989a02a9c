resource "aws_opensearch_domain" "lone" {
  domain_name = "lone"

  cluster_config {
    instance_type  = "m6g.large.search"
    instance_count = 1 # want AL990 "aws_opensearch_domain.lone keeps its data on a single node"
  }
}

resource "aws_elasticsearch_domain" "absent" {
  domain_name = "absent"

  cluster_config { # want AL990 "aws_elasticsearch_domain.absent keeps its data on a single node"
    instance_type = "m6g.large.search"
  }
}

resource "aws_opensearch_domain" "together" {
  domain_name = "together"

  cluster_config {
    instance_type          = "m6g.large.search"
    instance_count         = 3
    zone_awareness_enabled = false # want AL990 "aws_opensearch_domain.together keeps all of its nodes in one Availability Zone"
  }
}
