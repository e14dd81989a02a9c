resource "aws_redshift_cluster" "moves" {
  cluster_identifier                   = "moves"
  node_type                            = "ra3.large"
  availability_zone_relocation_enabled = true
}

resource "aws_redshift_cluster" "both" {
  cluster_identifier = "both"
  node_type          = "ra3.4xlarge"
  multi_az           = true
}

resource "aws_redshift_cluster" "old" {
  cluster_identifier = "old"
  node_type          = "dc2.large"
}
