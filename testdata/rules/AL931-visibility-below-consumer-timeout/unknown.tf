variable "timeout" {
  type = number
}

resource "aws_sqs_queue" "work" { # unknown AL931
  visibility_timeout_seconds = 60
}

resource "aws_lambda_function" "work" {
  function_name = "work"
  role          = "arn:aws:iam::123456789012:role/worker"
  timeout       = var.timeout
}

resource "aws_lambda_event_source_mapping" "work" {
  function_name    = aws_lambda_function.work.arn
  event_source_arn = aws_sqs_queue.work.arn
}
