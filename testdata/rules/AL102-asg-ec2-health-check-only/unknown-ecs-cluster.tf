# What the instances boot is not known: they may join the cluster, whose services check their own targets.
variable "user_data" {
  type = string
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id  = "ami-1"
  user_data = var.user_data
}

resource "aws_autoscaling_group" "may_join" { # unknown AL102
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}
