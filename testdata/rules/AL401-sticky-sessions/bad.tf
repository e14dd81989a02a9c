resource "aws_lb_target_group" "cookie" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness { # want AL401 "aws_lb_target_group.cookie ties each user to one instance and the fleet reaches no session store: sessions die with the instance"
    type = "lb_cookie"
  }
}

resource "aws_lb_target_group" "app" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type        = "app_cookie"
    cookie_name = "JSESSIONID"
    enabled     = true # want AL401 "sessions die with the instance"
  }
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.cookie.arn, aws_lb_target_group.app.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}
