resource "aws_sqs_queue" "orders" {} # want AL930 "and aws_autoscaling_group.fleet may receive from it: a message that cannot be worked off"

resource "aws_sqs_queue" "receipts" {} # want AL930 "a message that nobody can work off"

resource "aws_iam_role" "fleet" {
  name               = "fleet"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "fleet" {
  role = aws_iam_role.fleet.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:*"
      Resource = "arn:aws:sqs:eu-west-1:123456789012:*"
    }]
  })
}

resource "aws_iam_instance_profile" "fleet" {
  role = aws_iam_role.fleet.name
}

resource "aws_launch_template" "fleet" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = base64encode("#!/bin/sh\nwork-off ${aws_sqs_queue.orders.url}\n")

  iam_instance_profile {
    arn = aws_iam_instance_profile.fleet.arn
  }
}

resource "aws_autoscaling_group" "fleet" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id      = aws_launch_template.fleet.id
    version = aws_launch_template.fleet.latest_version
  }
}

resource "aws_sqs_queue" "replies" {} # want AL930 "a message that nobody can work off"

resource "aws_iam_role" "asking" {
  name               = "asking"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "asking" {
  role = aws_iam_role.asking.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:*"
      Resource = "arn:aws:sqs:eu-west-1:123456789012:answers"
    }]
  })
}

resource "aws_iam_instance_profile" "asking" {
  role = aws_iam_role.asking.name
}

resource "aws_launch_template" "asking" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = base64encode("#!/bin/sh\nask ${aws_sqs_queue.replies.url}\n")

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
