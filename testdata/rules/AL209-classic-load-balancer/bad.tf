# want AL209 "aws_elb.web is a Classic Load Balancer: an Application Load Balancer does the same"
resource "aws_elb" "web" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

# want AL209 "aws_elb.mail is a Classic Load Balancer: a Network Load Balancer does the same"
resource "aws_elb" "mail" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 25
    lb_protocol       = "tcp"
    instance_port     = 25
    instance_protocol = "tcp"
  }
}
