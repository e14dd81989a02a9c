resource "aws_sqs_queue" "work" {
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed" {}

resource "aws_sqs_queue" "apart" {}

resource "aws_sqs_queue_redrive_policy" "apart" {
  queue_url = aws_sqs_queue.apart.id
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

# Notices of AWS itself.
resource "aws_sqs_queue" "interruptions" {}

resource "aws_cloudwatch_event_rule" "interruptions" {
  name          = "interruptions"
  event_pattern = jsonencode({ source = ["aws.ec2", "aws.health"] })
}

resource "aws_cloudwatch_event_target" "interruptions" {
  rule = aws_cloudwatch_event_rule.interruptions.name
  arn  = aws_sqs_queue.interruptions.arn
}

# What a topic could not deliver.
resource "aws_sqs_queue" "undelivered" {}

resource "aws_sns_topic_subscription" "news" {
  topic_arn      = "arn:aws:sns:eu-west-1:123456789012:news"
  protocol       = "https"
  endpoint       = "https://example.com/news"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.undelivered.arn })
}

# What a schedule and a pipe could not hand on.
resource "aws_sqs_queue" "missed" {}

resource "aws_scheduler_schedule" "nightly" {
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:lambda:eu-west-1:123456789012:function:nightly"
    role_arn = "arn:aws:iam::123456789012:role/nightly"
    dead_letter_config {
      arn = aws_sqs_queue.missed.arn
    }
  }
}

resource "aws_sqs_queue" "unread" {}

resource "aws_pipes_pipe" "changes" {
  role_arn = "arn:aws:iam::123456789012:role/changes"
  source   = "arn:aws:dynamodb:eu-west-1:123456789012:table/items/stream/1"
  target   = "arn:aws:events:eu-west-1:123456789012:event-bus/changes"
  source_parameters {
    dynamodb_stream_parameters {
      starting_position = "LATEST"
      dead_letter_config {
        arn = aws_sqs_queue.unread.arn
      }
    }
  }
}
