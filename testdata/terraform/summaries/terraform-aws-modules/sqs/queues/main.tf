variable "environment" {
  default = "production"
}

module "orders" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "5.2.1"

  name                       = "orders-${var.environment}"
  visibility_timeout_seconds = 120

  create_dlq     = true
  redrive_policy = { maxReceiveCount = 10 }

  create_queue_policy = true
  queue_policy_statements = {
    sns = {
      actions    = ["sqs:SendMessage"]
      principals = [{ type = "Service", identifiers = ["sns.amazonaws.com"] }]
    }
  }

  tags = { Environment = var.environment }
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = module.orders.queue_arn
  function_name    = "orders"
}

module "ordered" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "5.2.1"

  name           = "ordered.fifo"
  fifo_queue     = true
  create_dlq     = true
  dlq_name       = "ordered-failed"
  redrive_policy = {}
}

module "alone" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "4.3.1"

  name            = "alone"
  use_name_prefix = true
}

module "elsewhere" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "4.0.0"

  name = "elsewhere"
  redrive_policy = {
    deadLetterTargetArn = module.alone.queue_arn
    maxReceiveCount     = 3
  }
}

module "none" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "4.3.1"
  create  = false
}
