resource "aws_redshift_cluster" "reports" { # want AL993 "aws_redshift_cluster.reports stays in its Availability Zone"
  cluster_identifier = "reports"
  node_type          = "ra3.large"
}
