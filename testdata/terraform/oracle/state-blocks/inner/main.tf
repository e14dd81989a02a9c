variable "name" {}

moved {
  from = aws_sqs_queue.a
  to   = aws_sqs_queue.b
}

resource "aws_sqs_queue" "b" {
  name = var.name
}

output "name" {
  value = aws_sqs_queue.b.name

  precondition {
    condition     = var.name != ""
    error_message = "Empty."
  }
}

output "size" {
  value      = length(var.name)
  depends_on = [aws_sqs_queue.b]
}
