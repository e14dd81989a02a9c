variable "multi_az" {}
variable "port" {
  default = 5432
}
resource "aws_db_instance" "this" {
  multi_az = var.multi_az
  port     = var.port
  size     = var.config.size
}
variable "config" {}
output "port" {
  value = var.port
}
