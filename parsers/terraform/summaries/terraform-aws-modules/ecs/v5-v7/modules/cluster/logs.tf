variable "create_cloudwatch_log_group" {
  type    = bool
  default = true
}
variable "cloudwatch_log_group_name" {
  type    = string
  default = null
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.create && var.create_cloudwatch_log_group ? 1 : 0

  name = try(coalesce(var.cloudwatch_log_group_name, "/aws/ecs/${local.called}"), "")
}
