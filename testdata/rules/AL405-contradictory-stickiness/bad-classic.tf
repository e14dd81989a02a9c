resource "aws_elb" "mail" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 25
    lb_protocol       = "tcp"
    instance_port     = 25
    instance_protocol = "tcp"
  }
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

# want AL405 "aws_lb_cookie_stickiness_policy.mail is for a listener of aws_elb.mail that is neither HTTP nor HTTPS"
resource "aws_lb_cookie_stickiness_policy" "mail" {
  name          = "mail"
  load_balancer = aws_elb.mail.id
  lb_port       = 25
}

resource "aws_app_cookie_stickiness_policy" "web" {
  name          = "web"
  load_balancer = aws_elb.mail.id
  lb_port       = 80
  cookie_name   = "SESSION"
}
