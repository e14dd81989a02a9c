provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# want AL104 "web stays at the size it starts with, although it may have from 2 to 8 instances: no scaling policy, schedule or plan names it$"
resource "aws_autoscaling_group" "web" {
  name               = "web"
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# A policy of another group, which has the word in its name.
resource "aws_autoscaling_policy" "other" {
  name                   = "other"
  autoscaling_group_name = "web-eu"
  policy_type            = "TargetTrackingScaling"
}

# An app tier: the web tier's group may call it.
resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_launch_template" "app" {
  vpc_security_group_ids = [aws_security_group.app.id]
  user_data              = base64encode("#!/bin/bash\nsystemctl start app\n")
}

# want AL104 "app stays at the size it starts with, although it may have from 1 to 4 instances"
resource "aws_autoscaling_group" "app" {
  name_prefix        = "app-"
  min_size           = 1
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.app.id
  }
}

# Its only policy is off, and the deployments of CodeDeploy take the group as it is.
# want AL104 "off stays at the size it starts with, although it may have from 2 to 3 instances"
resource "aws_autoscaling_group" "off" {
  name               = "off"
  min_size           = 2
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_policy" "off" {
  name                   = "off"
  autoscaling_group_name = aws_autoscaling_group.off.name
  policy_type            = "TargetTrackingScaling"
  enabled                = false
}

resource "aws_codedeploy_deployment_group" "off" {
  app_name              = "off"
  deployment_group_name = "off"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  autoscaling_groups    = [aws_autoscaling_group.off.name]
}

# An output of a root is there to be read; it hands nothing to others.
output "group" {
  value = aws_autoscaling_group.web.name
}
