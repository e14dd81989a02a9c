resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

# 90 per cent is the default.
resource "aws_autoscaling_group" "default" {
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

# The new one comes first.
resource "aws_autoscaling_group" "first" {
  min_size          = 1
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 100
      max_healthy_percentage = 200
    }
  }
}

# So says its maintenance policy, which the refresh follows.
resource "aws_autoscaling_group" "maintained" {
  min_size          = 1
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_maintenance_policy {
    min_healthy_percentage = 100
    max_healthy_percentage = 200
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

# Two run, of which one goes.
resource "aws_autoscaling_group" "desired" {
  min_size          = 1
  max_size          = 4
  desired_capacity  = 2
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

# One instance is no fleet.
resource "aws_autoscaling_group" "single" {
  min_size          = 1
  max_size          = 1
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

# Workers, as far as anybody can see.
resource "aws_autoscaling_group" "workers" {
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.workers.id
    version = aws_launch_template.workers.latest_version
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 0
    }
  }
}

resource "aws_security_group" "workers" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "workers" {
  image_id               = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.workers.id]
}

# As many new ones first.
resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web:1"
  desired_count                      = 3
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 200

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_service" "default" {
  name            = "default"
  task_definition = "web:1"
  desired_count   = 3

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}
