variable "failed" {
  type = string
}

resource "aws_sqs_queue" "work" { # unknown AL930
  redrive_policy = var.failed == "" ? null : jsonencode({
    deadLetterTargetArn = var.failed
    maxReceiveCount     = 5
  })
}
