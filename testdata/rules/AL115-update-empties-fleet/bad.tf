resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "all" {
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 0 # want AL115 "an update may take all of aws_autoscaling_group.all out of service at once: no instance need stay healthy"
    }
  }
}
