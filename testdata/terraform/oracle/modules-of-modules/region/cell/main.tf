variable "name" {}

variable "replicas" {
  type = number
}

resource "aws_sqs_queue" "q" {
  count = var.replicas
  name  = format("%s-%02d", var.name, count.index)
}

output "queues" {
  value = aws_sqs_queue.q
}

output "name" {
  value = var.name
}
