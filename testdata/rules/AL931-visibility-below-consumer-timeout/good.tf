resource "aws_sqs_queue" "enough" {
  visibility_timeout_seconds = 60
}

resource "aws_lambda_function" "enough" {
  function_name = "enough"
  role          = "arn:aws:iam::123456789012:role/worker"
  timeout       = 60
}

resource "aws_lambda_event_source_mapping" "enough" {
  function_name    = aws_lambda_function.enough.arn
  event_source_arn = aws_sqs_queue.enough.arn
}

resource "aws_sqs_queue" "absent" {
}

resource "aws_lambda_function" "absent" {
  function_name = "absent"
  role          = "arn:aws:iam::123456789012:role/worker"
}

resource "aws_lambda_event_source_mapping" "absent" {
  function_name    = aws_lambda_function.absent.arn
  event_source_arn = aws_sqs_queue.absent.arn
}

resource "aws_sqs_queue" "unread" {
  visibility_timeout_seconds = 0
}
