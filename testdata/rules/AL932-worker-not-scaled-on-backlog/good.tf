resource "aws_sqs_queue" "waiting" {
  name = "waiting"
}

resource "aws_launch_template" "waiting" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nwork-off ${aws_sqs_queue.waiting.url}\n")
  iam_instance_profile {
    name = aws_iam_instance_profile.waiting.name
  }
}

resource "aws_iam_instance_profile" "waiting" {
  role = aws_iam_role.waiting.name
}

resource "aws_iam_role" "waiting" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "waiting" {
  role = aws_iam_role.waiting.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = aws_sqs_queue.waiting.arn }]
  })
}

resource "aws_autoscaling_group" "waiting" {
  min_size           = 1
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.waiting.id
  }
}

resource "aws_autoscaling_policy" "waiting" {
  name                   = "waiting"
  autoscaling_group_name = aws_autoscaling_group.waiting.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    customized_metric_specification {
      namespace   = "AWS/SQS"
      metric_name = "ApproximateNumberOfMessagesVisible"
      statistic   = "Average"
    }
  }
}

resource "aws_sqs_queue" "own_metric" {
  name = "own_metric"
}

resource "aws_launch_template" "own_metric" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nwork-off ${aws_sqs_queue.own_metric.url}\n")
  iam_instance_profile {
    name = aws_iam_instance_profile.own_metric.name
  }
}

resource "aws_iam_instance_profile" "own_metric" {
  role = aws_iam_role.own_metric.name
}

resource "aws_iam_role" "own_metric" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "own_metric" {
  role = aws_iam_role.own_metric.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = aws_sqs_queue.own_metric.arn }]
  })
}

resource "aws_autoscaling_group" "own_metric" {
  min_size           = 1
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.own_metric.id
  }
}

resource "aws_autoscaling_policy" "own_metric" {
  name                   = "own_metric"
  autoscaling_group_name = aws_autoscaling_group.own_metric.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    customized_metric_specification {
      namespace   = "Shop"
      metric_name = "BacklogPerInstance"
      statistic   = "Average"
    }
  }
}

resource "aws_sqs_queue" "still" {
  name = "still"
}

resource "aws_launch_template" "still" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nwork-off ${aws_sqs_queue.still.url}\n")
  iam_instance_profile {
    name = aws_iam_instance_profile.still.name
  }
}

resource "aws_iam_instance_profile" "still" {
  role = aws_iam_role.still.name
}

resource "aws_iam_role" "still" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "still" {
  role = aws_iam_role.still.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = aws_sqs_queue.still.arn }]
  })
}

resource "aws_autoscaling_group" "still" {
  min_size           = 1
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.still.id
  }
}

resource "aws_elastic_beanstalk_environment" "fixed" {
  name        = "fixed"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "4"
  }
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "single" {
  name        = "single"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}
