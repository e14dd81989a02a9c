resource "aws_rds_cluster" "this" {
  count = var.create_cluster ? 1 : 0
}

resource "random_password" "master_password" {
  count = var.create_cluster && var.create_random_password ? 1 : 0
}
