resource "aws_elb" "web" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb_cookie_stickiness_policy" "web" { # want AL401 "aws_elb.web ties each user to one instance"
  name          = "sticky"
  load_balancer = aws_elb.web.id
  lb_port       = 80
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  load_balancers     = [aws_elb.web.name]
  launch_template {
    id = aws_launch_template.web.id
  }
}
