provider "aws" {
  region = "eu-west-1"
}

locals {
  zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_lb_target_group" "mixed" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "market" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "bid" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "tasks" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

# The base is 0 unless it is written.
resource "aws_autoscaling_group" "mixed" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.mixed.arn]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.plain.id
      }
    }

    instances_distribution {
      on_demand_percentage_above_base_capacity = 0 # want AL109 "mixed always runs on Spot alone: its mixed instances policy has an On-Demand base of 0 and 0 per cent On-Demand above it$"
    }
  }
}

resource "aws_launch_template" "spot" {
  image_id = "ami-1"

  instance_market_options {
    market_type = "spot" # want AL109 "aws_autoscaling_group.market always runs on Spot alone: aws_launch_template.spot asks for Spot Instances$"
  }
}

resource "aws_autoscaling_group" "market" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.market.arn]

  launch_template {
    id = aws_launch_template.spot.id
  }
}

resource "aws_launch_configuration" "bid" {
  image_id   = "ami-1"
  spot_price = "0.05" # want AL109 "aws_autoscaling_group.bid always runs on Spot alone: aws_launch_configuration.bid bids for Spot Instances$"
}

resource "aws_autoscaling_group" "bid" {
  min_size             = 2
  max_size             = 8
  availability_zones   = local.zones
  target_group_arns    = [aws_lb_target_group.bid.arn]
  launch_configuration = aws_launch_configuration.bid.name
}

resource "aws_ecs_service" "tasks" {
  name            = "tasks"
  task_definition = "web:1"
  desired_count   = 2

  capacity_provider_strategy { # want AL109 "tasks always runs on Spot alone: no other provider of its strategy takes tasks$"
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 0
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.tasks.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"

  setting {
    namespace = "aws:ec2:instances"
    name      = "EnableSpot"
    value     = "true"
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "SpotFleetOnDemandAboveBasePercentage"
    value     = "0" # want AL109 "shop always runs on Spot alone: Spot is enabled, without an On-Demand base and with none above it$"
  }
}

# A single instance is Spot unless a base is written.
resource "aws_elastic_beanstalk_environment" "blog" {
  name        = "blog"
  application = "blog"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "EnableSpot"
    value     = "true" # want AL109 "blog always runs on Spot alone"
  }
}
