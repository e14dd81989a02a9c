# The target group and its fleet stand under one condition: where one is, the other is, too.
variable "web" {
  type = bool
}

resource "aws_lb_target_group" "web" {
  count    = var.web ? 1 : 0
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness { # want AL401 "ties each user to one instance and the fleet reaches no session store"
    type = "lb_cookie"
  }
}

resource "aws_launch_template" "web" {
  count    = var.web ? 1 : 0
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "web" {
  count              = var.web ? 1 : 0
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.web[0].id
  }
}

resource "aws_autoscaling_attachment" "web" {
  count                  = var.web ? 1 : 0
  autoscaling_group_name = aws_autoscaling_group.web[0].name
  lb_target_group_arn    = aws_lb_target_group.web[0].arn
}
