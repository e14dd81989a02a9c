resource "aws_sqs_queue" "busy" {
  name = "busy"
}

resource "aws_launch_template" "busy" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nwork-off ${aws_sqs_queue.busy.url}\n")
  iam_instance_profile {
    name = aws_iam_instance_profile.busy.name
  }
}

resource "aws_iam_instance_profile" "busy" {
  role = aws_iam_role.busy.name
}

resource "aws_iam_role" "busy" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "busy" {
  role = aws_iam_role.busy.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = aws_sqs_queue.busy.arn }]
  })
}

resource "aws_autoscaling_group" "busy" {
  min_size           = 1
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.busy.id
  }
}

resource "aws_autoscaling_policy" "busy" { # want AL932 "^aws_autoscaling_group.busy brings no workers when messages pile up: it works off aws_sqs_queue.busy, and no policy follows that queue$"
  name                   = "busy"
  autoscaling_group_name = aws_autoscaling_group.busy.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 50
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "by_default" { # want AL932 "^aws_elastic_beanstalk_environment.by_default brings no workers when messages pile up: MeasureName is NetworkOut because none is written, and nothing scales it on its queue$"
  name        = "by-default"
  application = "shop"
  tier        = "Worker"
}

resource "aws_elastic_beanstalk_environment" "on_load" {
  name        = "on-load"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:autoscaling:trigger"
    name      = "MeasureName"
    value     = "CPUUtilization" # want AL932 "MeasureName is CPUUtilization"
  }
}
