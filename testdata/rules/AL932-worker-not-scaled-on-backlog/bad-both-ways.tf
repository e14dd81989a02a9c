# It may do everything with all three; what others fail at it leaves alone, and nobody gives answers a dead-letter queue.
resource "aws_sqs_queue" "orders" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })
}

resource "aws_sqs_queue" "failed" {}

resource "aws_sqs_queue" "answers" {}

resource "aws_iam_role" "clerk" {
  name               = "clerk"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "clerk" {
  role = aws_iam_role.clerk.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:SendMessage"]
      Resource = [aws_sqs_queue.failed.arn, aws_sqs_queue.orders.arn, aws_sqs_queue.answers.arn]
    }]
  })
}

resource "aws_iam_instance_profile" "clerk" {
  role = aws_iam_role.clerk.name
}

resource "aws_launch_template" "clerk" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = base64encode("#!/bin/sh\nwork-off ${aws_sqs_queue.failed.url} ${aws_sqs_queue.orders.url} ${aws_sqs_queue.answers.url}\n")

  iam_instance_profile {
    arn = aws_iam_instance_profile.clerk.arn
  }
}

resource "aws_autoscaling_group" "clerk" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id      = aws_launch_template.clerk.id
    version = aws_launch_template.clerk.latest_version
  }
}

resource "aws_autoscaling_policy" "clerk" { # want AL932 "it works off aws_sqs_queue.orders, and no policy follows that queue$"
  name                   = "clerk"
  autoscaling_group_name = aws_autoscaling_group.clerk.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
