resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

# One instance goes before the new one is there.
resource "aws_autoscaling_group" "one" {
  min_size          = 1
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh { # want AL115 "it runs a single instance"
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_group" "maintained" {
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }

  instance_maintenance_policy {
    min_healthy_percentage = 0 # want AL115 "aws_autoscaling_group.maintained"
    max_healthy_percentage = 100
  }
}

# The provider writes 100 per cent into preferences that say nothing of it, which overrides the policy.
resource "aws_autoscaling_group" "overridden" {
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

    preferences { # want AL115 "aws_autoscaling_group.overridden out of service at once: it runs a single instance"
      instance_warmup = 60
    }
  }
}
