resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.worker.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

resource "aws_lambda_permission" "uploads" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.worker.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.uploads.arn
}

resource "aws_sqs_queue" "failed" {}

# A mapping tries again by itself.
resource "aws_lambda_function" "reader" {
  function_name = "reader"
  role          = "arn:aws:iam::123456789012:role/worker"
}

resource "aws_lambda_event_source_mapping" "reader" {
  function_name    = aws_lambda_function.reader.arn
  event_source_arn = aws_sqs_queue.failed.arn
}

# A stack fails that its custom resource does not answer.
resource "aws_lambda_function" "custom_resource" {
  function_name = "custom-resource"
  role          = "arn:aws:iam::123456789012:role/worker"
}

resource "aws_lambda_permission" "custom_resource" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.custom_resource.function_name
  principal     = "cloudformation.amazonaws.com"
}
