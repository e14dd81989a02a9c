resource "aws_elasticache_user_group" "this" {
  count = var.create && var.create_group ? 1 : 0

  user_group_id = var.user_group_id
}
