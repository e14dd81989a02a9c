variable "type" {}

resource "aws_redshift_cluster" "reports" { # unknown AL993
  cluster_identifier = "reports"
  node_type          = var.type
}
