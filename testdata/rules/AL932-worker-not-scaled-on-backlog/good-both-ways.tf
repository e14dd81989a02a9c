# Which of the two it reads, nothing says.
resource "aws_sqs_queue" "questions" {}

resource "aws_sqs_queue" "answers" {}

resource "aws_iam_role" "asking" {
  name               = "asking"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "asking" {
  role = aws_iam_role.asking.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:SendMessage"]
      Resource = [aws_sqs_queue.questions.arn, aws_sqs_queue.answers.arn]
    }]
  })
}

resource "aws_iam_instance_profile" "asking" {
  role = aws_iam_role.asking.name
}

resource "aws_launch_template" "asking" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = base64encode("#!/bin/sh\nwork-off ${aws_sqs_queue.questions.url} ${aws_sqs_queue.answers.url}\n")

  iam_instance_profile {
    arn = aws_iam_instance_profile.asking.arn
  }
}

resource "aws_autoscaling_group" "asking" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id      = aws_launch_template.asking.id
    version = aws_launch_template.asking.latest_version
  }
}

resource "aws_autoscaling_policy" "asking" {
  name                   = "asking"
  autoscaling_group_name = aws_autoscaling_group.asking.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
