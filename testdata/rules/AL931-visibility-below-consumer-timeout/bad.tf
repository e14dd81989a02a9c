resource "aws_sqs_queue" "written" {
  visibility_timeout_seconds = 60 # want AL931 "aws_sqs_queue.written hides a message for 60 seconds, but aws_lambda_function.written may work on it for 120"
}

resource "aws_lambda_function" "written" {
  function_name = "written"
  role          = "arn:aws:iam::123456789012:role/worker"
  timeout       = 120
}

resource "aws_lambda_event_source_mapping" "written" {
  function_name    = aws_lambda_function.written.arn
  event_source_arn = aws_sqs_queue.written.arn
}

resource "aws_sqs_queue" "absent" { # want AL931 "hides a message for 30 seconds because nothing is written, but aws_lambda_function.absent may work on it for 31"
}

resource "aws_lambda_function" "absent" {
  function_name = "absent"
  role          = "arn:aws:iam::123456789012:role/worker"
  timeout       = 31
}

resource "aws_lambda_event_source_mapping" "absent" {
  function_name    = aws_lambda_function.absent.arn
  event_source_arn = aws_sqs_queue.absent.arn
}
