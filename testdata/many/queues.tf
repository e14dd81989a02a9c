resource "aws_sqs_queue" "work" {
  count = local.many
  name  = "work-${count.index}"
}

resource "aws_iam_role" "worker" {
  count = local.many
  name  = "worker-${count.index}"
}

resource "aws_iam_role_policy" "worker" {
  count  = local.many
  role   = aws_iam_role.worker[count.index].id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.work[count.index].arn }] })
}

resource "aws_lambda_function" "worker" {
  count         = local.many
  function_name = "worker-${count.index}"
  role          = aws_iam_role.worker[count.index].arn
  timeout       = 60
}

resource "aws_lambda_event_source_mapping" "work" {
  count            = local.many
  event_source_arn = aws_sqs_queue.work[count.index].arn
  function_name    = aws_lambda_function.worker[count.index].arn
}

resource "aws_lambda_permission" "events" {
  count         = local.many
  function_name = aws_lambda_function.worker[count.index].function_name
  principal     = "events.amazonaws.com"
  action        = "lambda:InvokeFunction"
}

resource "aws_sqs_queue" "unread" {
  count = local.many
  name  = "unread-${count.index}"
}

resource "aws_iam_instance_profile" "reader" {
  count = local.many
  role  = aws_iam_role.worker[count.index].name
}

resource "aws_instance" "reader" {
  count                = local.many
  ami                  = "ami-1"
  iam_instance_profile = aws_iam_instance_profile.reader[count.index].name
}
