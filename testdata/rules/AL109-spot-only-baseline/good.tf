provider "aws" {
  region = "eu-west-1"
}

locals {
  zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "idle" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "pair" {
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

resource "aws_launch_template" "spot" {
  image_id = "ami-1"

  instance_market_options {
    market_type = "spot"
  }
}

# What is above the base is On-Demand, too, unless written otherwise.
resource "aws_autoscaling_group" "mixed_by_default" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.plain.id
      }
    }
  }
}

resource "aws_autoscaling_group" "with_a_base" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.web.arn]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.plain.id
      }
    }

    instances_distribution {
      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 0
    }
  }
}

# Nothing runs at rest.
resource "aws_autoscaling_group" "idle" {
  min_size           = 0
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.idle.arn]

  launch_template {
    id = aws_launch_template.spot.id
  }
}

# Two groups serve the same: the other one is on demand.
resource "aws_autoscaling_group" "spot_of_a_pair" {
  min_size           = 2
  max_size           = 8
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.pair.arn]

  launch_template {
    id = aws_launch_template.spot.id
  }
}

resource "aws_autoscaling_group" "other_of_a_pair" {
  min_size           = 1
  max_size           = 4
  availability_zones = local.zones
  target_group_arns  = [aws_lb_target_group.pair.arn]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

# Workers take what comes from a queue, whenever there is capacity.
resource "aws_security_group" "workers" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "workers" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.workers.id]

  instance_market_options {
    market_type = "spot"
  }
}

resource "aws_autoscaling_group" "workers" {
  min_size           = 1
  max_size           = 8
  availability_zones = local.zones

  launch_template {
    id = aws_launch_template.workers.id
  }
}

# The first task is not Spot.
resource "aws_ecs_service" "tasks" {
  name            = "tasks"
  task_definition = "web:1"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
    weight            = 0
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.tasks.arn
    container_name   = "web"
    container_port   = 80
  }
}

# Above no base, 70 per cent are On-Demand unless written otherwise.
resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"

  setting {
    namespace = "aws:ec2:instances"
    name      = "EnableSpot"
    value     = "true"
  }
}
