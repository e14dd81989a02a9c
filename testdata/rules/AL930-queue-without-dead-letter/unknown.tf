variable "failed" {
  type = string
}

resource "aws_sqs_queue" "work" { # unknown AL930
  redrive_policy = var.failed == "" ? null : jsonencode({
    deadLetterTargetArn = var.failed
    maxReceiveCount     = 5
  })
}

# Of another root, by its name.
resource "aws_sqs_queue" "orders_dlq" { # unknown AL930
}

resource "aws_sqs_queue" "lost" { # unknown AL930
  name = "orders-dead-letter"
}
