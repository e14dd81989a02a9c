resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  cluster_config {
    instance_type          = "m6g.large.search"
    instance_count         = 2
    zone_awareness_enabled = true
  }
}
