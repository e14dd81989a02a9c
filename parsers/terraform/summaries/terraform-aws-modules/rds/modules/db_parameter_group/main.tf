resource "aws_db_parameter_group" "this" {
  count = var.create ? 1 : 0

  family = var.family
}
