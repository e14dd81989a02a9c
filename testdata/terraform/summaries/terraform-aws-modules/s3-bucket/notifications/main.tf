resource "aws_lambda_function" "resize" {
  function_name = "resize"
}

resource "aws_sqs_queue" "uploads" {}

module "bucket" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.15.4"
  bucket  = "uploads"
}

module "notifications" {
  source  = "terraform-aws-modules/s3-bucket/aws//modules/notification"
  version = "5.15.4"

  bucket      = module.bucket.s3_bucket_id
  eventbridge = true

  lambda_notifications = {
    resize = {
      function_arn  = aws_lambda_function.resize.arn
      function_name = aws_lambda_function.resize.function_name
      events        = ["s3:ObjectCreated:Put"]
      filter_prefix = "images/"
    }
  }

  sqs_notifications = {
    uploads = { queue_arn = aws_sqs_queue.uploads.arn, events = ["s3:ObjectCreated:Copy"] }
  }
}

module "before" {
  source  = "terraform-aws-modules/s3-bucket/aws//modules/notification"
  version = "2.15.0"

  bucket            = "old"
  create_sns_policy = false
  sns_notifications = {
    sent = { topic_arn = "arn:aws:sns:eu-west-1:123456789012:sent", events = ["s3:ObjectRemoved:Delete"] }
  }
}

module "unused" {
  source  = "terraform-aws-modules/s3-bucket/aws//modules/notification"
  version = "2.15.0"
}

module "readme" {
  source  = "terraform-aws-modules/s3-bucket/aws//modules/object"
  version = "4.11.0"
  bucket  = module.bucket.s3_bucket_id
  key     = "README"
}
