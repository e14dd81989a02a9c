module "dead" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "3.5.0"

  name = "dead"
}

module "work" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "3.5.0"

  name                       = "work"
  visibility_timeout_seconds = 60
  redrive_policy = jsonencode({
    deadLetterTargetArn = module.dead.sqs_queue_arn
    maxReceiveCount     = 3
  })
}

module "older" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "2.1.0"

  name_prefix = "older-"
  fifo_queue  = true
}

output "url" {
  value = module.older.this_sqs_queue_id
}
