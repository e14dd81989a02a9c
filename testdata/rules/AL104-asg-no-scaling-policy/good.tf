provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

locals {
  zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_group" "tracked" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_policy" "tracked" {
  name                   = "tracked"
  autoscaling_group_name = aws_autoscaling_group.tracked.name
  policy_type            = "TargetTrackingScaling"
}

# By its literal name.
resource "aws_autoscaling_group" "named" {
  name               = "named"
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_policy" "named" {
  name                   = "named"
  autoscaling_group_name = "named"
  policy_type            = "PredictiveScaling"
}

resource "aws_autoscaling_group" "scheduled" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_schedule" "day" {
  scheduled_action_name  = "day"
  autoscaling_group_name = aws_autoscaling_group.scheduled.id
  desired_capacity       = 6
  recurrence             = "0 6 * * *"
}

resource "aws_autoscaling_group" "planned" {
  name               = "planned"
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscalingplans_scaling_plan" "planned" {
  name = "planned"

  scaling_instruction {
    min_capacity       = 2
    max_capacity       = 8
    resource_id        = format("autoScalingGroup/%s", aws_autoscaling_group.planned.name)
    scalable_dimension = "autoscaling:autoScalingGroup:DesiredCapacity"
    service_namespace  = "autoscaling"
  }
}

# AL103 speaks of this one.
resource "aws_autoscaling_group" "fixed" {
  min_size           = 2
  max_size           = 2
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# ECS scales it by what the tasks need.
resource "aws_autoscaling_group" "ecs" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_ecs_capacity_provider" "ecs" {
  name = "ecs"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.ecs.arn

    managed_scaling {
      status = "ENABLED"
    }
  }
}

# The cluster autoscaler finds it by its tag.
resource "aws_autoscaling_group" "nodes" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]

  tag {
    key                 = "k8s.io/cluster-autoscaler/enabled"
    value               = "true"
    propagate_at_launch = false
  }
}

# Each deployment puts a copy in its place.
resource "aws_autoscaling_group" "copied" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_codedeploy_deployment_group" "copied" {
  app_name              = "web"
  deployment_group_name = "web"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  autoscaling_groups    = [aws_autoscaling_group.copied.name]

  blue_green_deployment_config {
    green_fleet_provisioning_option {
      action = "COPY_AUTO_SCALING_GROUP"
    }
  }
}

# Neither a web nor an app tier.
resource "aws_security_group" "workers" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "workers" {
  vpc_security_group_ids = [aws_security_group.workers.id]
  user_data              = base64encode("#!/bin/bash\nsystemctl start worker\n")
}

resource "aws_autoscaling_group" "workers" {
  min_size           = 1
  max_size           = 4
  availability_zones = local.zones

  launch_template {
    id = aws_launch_template.workers.id
  }
}

# There is never more than one: a person starts and stops it.
resource "aws_autoscaling_group" "one" {
  min_size           = 0
  max_size           = 1
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}
