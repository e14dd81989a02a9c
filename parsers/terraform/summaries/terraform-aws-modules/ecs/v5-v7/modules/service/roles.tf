# The role that ECS itself takes is needed by services with a load balancer outside of awsvpc only.

locals {
  needs_iam_role = var.network_mode != "awsvpc" && length(local.all_load_balancers) > 0
  iam_role_arn   = local.needs_iam_role ? try(aws_iam_role.service[0].arn, var.iam_role_arn) : null

  create_tasks_role = local.create_task && var.create_tasks_iam_role
  statements        = var.tasks_iam_role_statements == null ? [] : var.tasks_iam_role_statements
}

resource "aws_iam_role" "service" {
  count = var.create && var.create_iam_role && local.needs_iam_role ? 1 : 0

  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_policy" "service" {
  count = length(aws_iam_role.service)
}

resource "aws_iam_role_policy_attachment" "service" {
  count = length(aws_iam_role.service)

  role       = aws_iam_role.service[0].name
  policy_arn = aws_iam_policy.service[0].arn
  roles      = null
}

# What pulls the image and reads the secrets grants the containers nothing.
resource "aws_iam_role" "task_exec" {
  count = local.create_task && var.create_task_exec_iam_role ? 1 : 0

  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "task_exec_additional" {
  for_each = { for k, v in var.task_exec_iam_role_policies : k => v if local.create_task && var.create_task_exec_iam_role }

  role       = aws_iam_role.task_exec[0].name
  policy_arn = each.value
  roles      = null
}

resource "aws_iam_policy" "task_exec" {
  count = local.create_task && var.create_task_exec_iam_role && var.create_task_exec_policy ? 1 : 0
}

resource "aws_iam_role_policy_attachment" "task_exec" {
  count = length(aws_iam_policy.task_exec)

  role       = aws_iam_role.task_exec[0].name
  policy_arn = aws_iam_policy.task_exec[0].arn
  roles      = null
}

resource "aws_iam_role" "tasks" {
  count = local.create_tasks_role ? 1 : 0

  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "tasks" {
  for_each = { for k, v in var.tasks_iam_role_policies : k => v if local.create_tasks_role }

  role       = aws_iam_role.tasks[0].name
  policy_arn = each.value
  roles      = null
}

data "aws_iam_policy_document" "tasks" {
  count = local.tasks_may ? 1 : 0

  dynamic "statement" {
    for_each = var.enable_execute_command ? [1] : []

    content {
      sid       = "ECSExec"
      actions   = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"]
      resources = ["*"]
    }
  }
  dynamic "statement" {
    for_each = local.statements

    content {
      sid           = lookup(statement.value, "sid", null)
      actions       = lookup(statement.value, "actions", null)
      not_actions   = lookup(statement.value, "not_actions", null)
      effect        = lookup(statement.value, "effect", null)
      resources     = lookup(statement.value, "resources", null)
      not_resources = lookup(statement.value, "not_resources", null)

      dynamic "condition" {
        for_each = try([for c in local.conditions[statement.key] : c], [])

        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}
