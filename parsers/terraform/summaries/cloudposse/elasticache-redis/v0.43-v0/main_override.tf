locals {
  parameter_group_name = join("", aws_elasticache_parameter_group.default[*].name)
}

resource "aws_elasticache_parameter_group" "default" {
  count = module.this.enabled ? 1 : 0

  name = module.this.id
}
