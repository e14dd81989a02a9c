resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

# Declared by others, only looked up here.
data "aws_elb" "legacy" {
  name = "legacy"
}

resource "aws_elb" "former" {
  count              = 0
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}
