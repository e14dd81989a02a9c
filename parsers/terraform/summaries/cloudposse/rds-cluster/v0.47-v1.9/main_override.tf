# The port is that of the security group alone.
resource "aws_rds_cluster" "primary" {
  port = null
}

resource "aws_rds_cluster" "secondary" {
  port = null
}
