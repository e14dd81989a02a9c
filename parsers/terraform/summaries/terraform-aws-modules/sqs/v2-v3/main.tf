resource "aws_sqs_queue" "this" {
  count = var.create ? 1 : 0

  name                       = var.name
  name_prefix                = var.name_prefix
  fifo_queue                 = var.fifo_queue
  visibility_timeout_seconds = var.visibility_timeout_seconds
  redrive_policy             = var.redrive_policy
  policy                     = var.policy
  tags                       = var.tags
}
