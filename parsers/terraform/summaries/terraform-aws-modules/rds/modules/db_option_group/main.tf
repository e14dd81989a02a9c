resource "aws_db_option_group" "this" {
  count = var.create ? 1 : 0

  engine_name          = var.engine_name
  major_engine_version = var.major_engine_version
}
