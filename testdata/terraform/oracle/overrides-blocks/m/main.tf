variable "names" {
  type = list(string)
}

variable "extra" {}

resource "aws_sqs_queue" "each" {
  for_each = toset(var.names)
  name     = "${each.key}-${var.extra}"
}

output "all" {
  value = [for q in aws_sqs_queue.each : q.name]
}
