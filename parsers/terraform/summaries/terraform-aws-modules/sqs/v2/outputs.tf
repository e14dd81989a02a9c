output "this_sqs_queue_arn" {
  value = element(concat(aws_sqs_queue.this[*].arn, [""]), 0)
}

output "this_sqs_queue_id" {
  value = element(concat(aws_sqs_queue.this[*].id, [""]), 0)
}
