variable "create_task_exec_iam_role" {
  type    = bool
  default = false
}
variable "create_task_exec_policy" {
  type    = bool
  default = true
}

resource "aws_iam_role" "task_exec" {
  count = var.create && var.create_task_exec_iam_role ? 1 : 0

  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_policy" "task_exec" {
  count = length(aws_iam_role.task_exec) > 0 && var.create_task_exec_policy ? 1 : 0
}

resource "aws_iam_role_policy_attachment" "task_exec" {
  count = length(aws_iam_policy.task_exec)

  role       = aws_iam_role.task_exec[0].name
  policy_arn = aws_iam_policy.task_exec[0].arn
  roles      = null
}
