variable "most" {
  type = string
}

resource "aws_sqs_queue" "odd" {
  name = "odd"
}

resource "aws_launch_template" "odd" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nwork-off ${aws_sqs_queue.odd.url}\n")
  iam_instance_profile {
    name = aws_iam_instance_profile.odd.name
  }
}

resource "aws_iam_instance_profile" "odd" {
  role = aws_iam_role.odd.name
}

resource "aws_iam_role" "odd" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "odd" {
  role = aws_iam_role.odd.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = aws_sqs_queue.odd.arn }]
  })
}

resource "aws_autoscaling_group" "odd" { # unknown AL932
  min_size           = 1
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.odd.id
  }
}

resource "aws_autoscaling_policy" "odd" {
  name                   = "odd"
  autoscaling_group_name = aws_autoscaling_group.odd.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    customized_metric_specification {
      namespace   = "Shop"
      metric_name = "Happiness"
      statistic   = "Average"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL932
  name        = "by-variable"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MaxSize"
    value     = var.most
  }
}
