locals {
  queues = {
    mail    = { timeout = 30, dlq = true }
    reports = { timeout = 900, dlq = false }
  }
}

module "queues" {
  source   = "terraform-aws-modules/sqs/aws"
  version  = "4.3.1"
  for_each = local.queues

  name                            = each.key
  visibility_timeout_seconds      = each.value.timeout
  create_dlq                      = each.value.dlq
  dlq_visibility_timeout_seconds  = 60
  create_dlq_queue_policy         = true
  create_dlq_redrive_allow_policy = false
}
