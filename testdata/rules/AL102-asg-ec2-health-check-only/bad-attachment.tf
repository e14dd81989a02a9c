resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" { # want AL102 "fail the health checks of aws_lb_target_group.web"
  name               = "web"
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_autoscaling_group" "by_name" { # want AL102 "fail the health checks of aws_lb_target_group.web"
  name               = "by-name"
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_traffic_source_attachment" "by_name" {
  autoscaling_group_name = "by-name"
  traffic_source {
    identifier = aws_lb_target_group.web.arn
    type       = "elbv2"
  }
}
