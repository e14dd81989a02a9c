resource "aws_db_subnet_group" "this" {
  region = var.region
}
