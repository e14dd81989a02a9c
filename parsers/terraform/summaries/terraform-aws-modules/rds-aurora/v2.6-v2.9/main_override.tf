resource "aws_security_group" "this" {
  tags = var.tags
}
