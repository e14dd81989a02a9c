resource "aws_eip" "this" {
  region = var.region
}
