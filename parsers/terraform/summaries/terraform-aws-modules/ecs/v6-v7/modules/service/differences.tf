variable "security_group_ingress_rules" { default = {} }
variable "security_group_egress_rules" { default = {} }

locals {
  own_task = try(aws_ecs_task_definition.this[0].arn, null)

  all_load_balancers = var.load_balancer == null ? {} : var.load_balancer
  load_balancers     = local.all_load_balancers

  deployment_configuration = var.deployment_configuration

  conditions = { for k, s in local.statements : k => lookup(s, "condition", []) }
  tasks_may  = local.create_tasks_role && (var.tasks_iam_role_statements != null || var.enable_execute_command)
}

resource "aws_iam_policy" "tasks" {
  count = local.tasks_may ? 1 : 0

  policy = data.aws_iam_policy_document.tasks[0].json
}

resource "aws_iam_role_policy_attachment" "tasks_internal" {
  count = local.tasks_may ? 1 : 0

  role       = aws_iam_role.tasks[0].name
  policy_arn = aws_iam_policy.tasks[0].arn
  roles      = null
}

locals {
  guarded = var.create && var.create_security_group && var.network_mode == "awsvpc"
  ingress = var.security_group_ingress_rules == null ? {} : var.security_group_ingress_rules
  egress  = var.security_group_egress_rules == null ? {} : var.security_group_egress_rules
}

data "aws_subnet" "this" {
  count = local.guarded ? 1 : 0

  id = element(var.subnet_ids, 0)
}

resource "aws_security_group" "this" {
  count = local.guarded ? 1 : 0

  vpc_id = var.vpc_id != null ? var.vpc_id : data.aws_subnet.this[0].vpc_id

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = { for k, v in local.ingress : k => v if local.guarded }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = lookup(each.value, "ip_protocol", "tcp")
  from_port                    = lookup(each.value, "from_port", null)
  to_port                      = try(coalesce(lookup(each.value, "to_port", null), lookup(each.value, "from_port", null)), null)
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  cidr_ipv6                    = lookup(each.value, "cidr_ipv6", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = local.knows_self && lookup(each.value, "referenced_security_group_id", null) == "self" ? aws_security_group.this[0].id : lookup(each.value, "referenced_security_group_id", null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for k, v in local.egress : k => v if local.guarded }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = lookup(each.value, "ip_protocol", "tcp")
  from_port                    = try(coalesce(lookup(each.value, "from_port", null), lookup(each.value, "to_port", null)), null)
  to_port                      = lookup(each.value, "to_port", null)
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  cidr_ipv6                    = lookup(each.value, "cidr_ipv6", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = local.knows_self && lookup(each.value, "referenced_security_group_id", null) == "self" ? aws_security_group.this[0].id : lookup(each.value, "referenced_security_group_id", null)
}
