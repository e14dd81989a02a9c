variable "names" {
  type = set(string)
}

variable "literal" {
  type = list(string)
}

resource "aws_sqs_queue" "q" {
  for_each = var.names
  name     = "q-${each.value}-${var.literal[0]}"
}

output "out" {
  value = [for q in aws_sqs_queue.q : q.name]
}
