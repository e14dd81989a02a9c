# It may send to both as well: which of them it reads, nothing says.
resource "aws_sqs_queue" "questions" {} # want AL930 "a message that nobody can work off"

resource "aws_sqs_queue" "answers" {} # want AL930 "a message that nobody can work off"

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

# It sends to the only queue that it knows: it puts work back.
resource "aws_sqs_queue" "work" {} # want AL930 "aws_autoscaling_group.working may receive from it: a message that cannot be worked off"

resource "aws_iam_role" "working" {
  name               = "working"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "working" {
  role = aws_iam_role.working.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:SendMessage"]
      Resource = aws_sqs_queue.work.arn
    }]
  })
}

resource "aws_iam_instance_profile" "working" {
  role = aws_iam_role.working.name
}

resource "aws_launch_template" "working" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = base64encode("#!/bin/sh\nwork-off ${aws_sqs_queue.work.url}\n")

  iam_instance_profile {
    arn = aws_iam_instance_profile.working.arn
  }
}

resource "aws_autoscaling_group" "working" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id      = aws_launch_template.working.id
    version = aws_launch_template.working.latest_version
  }
}

resource "aws_sqs_queue" "jobs" {} # want AL930 "a message that aws_elastic_beanstalk_environment.worker cannot work off"

resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.jobs.url
  }
}
