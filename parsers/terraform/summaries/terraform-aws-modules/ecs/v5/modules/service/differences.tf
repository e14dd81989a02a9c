variable "container_definition_defaults" { default = {} }
variable "security_group_rules" { default = {} }

# The newest revision runs, whoever made it.
data "aws_ecs_task_definition" "this" {
  count = local.create_task ? 1 : 0

  task_definition = aws_ecs_task_definition.this[0].family
}

locals {
  own_task = try("${aws_ecs_task_definition.this[0].family}:${max(aws_ecs_task_definition.this[0].revision, data.aws_ecs_task_definition.this[0].revision)}", null)

  all_load_balancers = var.load_balancer == null ? {} : var.load_balancer
  load_balancers     = local.is_external ? {} : local.all_load_balancers
  no_weight          = null

  deployment_configuration = null # came with version 6

  conditions = { for k, s in local.statements : k => lookup(s, "conditions", []) }
  tasks_may  = local.create_tasks_role && (length(local.statements) > 0 || var.enable_execute_command)
}

resource "aws_iam_role_policy" "tasks" {
  count = local.tasks_may ? 1 : 0

  role   = aws_iam_role.tasks[0].id
  policy = data.aws_iam_policy_document.tasks[0].json
}

locals {
  guarded = var.create && var.create_security_group && var.network_mode == "awsvpc"
}

data "aws_subnet" "this" {
  count = local.guarded ? 1 : 0

  id = element(var.subnet_ids, 0)
}

resource "aws_security_group" "this" {
  count = local.guarded ? 1 : 0

  vpc_id = data.aws_subnet.this[0].vpc_id

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "this" {
  for_each = { for k, v in var.security_group_rules : k => v if local.guarded }

  security_group_id        = aws_security_group.this[0].id
  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  self                     = lookup(each.value, "self", null)
  source_security_group_id = lookup(each.value, "source_security_group_id", null)
}
