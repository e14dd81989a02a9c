provider "aws" {
  region = "eu-west-1"
}

variable "most" {
  type = number
}

variable "name" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

locals {
  zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_group" "may_be_fixed" { # unknown AL104
  min_size           = 2
  max_size           = var.most
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# The policy names a group by a name that this one may have.
resource "aws_autoscaling_group" "may_be_named" { # unknown AL104
  name               = var.name
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_policy" "web" {
  name                   = "web"
  autoscaling_group_name = "web"
  policy_type            = "TargetTrackingScaling"
}

# Whether ECS scales it, nothing says.
resource "aws_autoscaling_group" "may_be_managed" { # unknown AL104
  name               = "ecs"
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_ecs_capacity_provider" "ecs" {
  name = "ecs"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.may_be_managed.arn
  }
}
