variable "legacy" {
  type = bool
}

# What a module out of sight declares, nobody knows; nothing is said of it.
module "load_balancer" {
  source = "git::https://example.com/load-balancer.git"
}

# It is declared, whoever turns it on.
resource "aws_elb" "web" { # want AL209 "aws_elb.web"
  count              = var.legacy ? 1 : 0
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

variable "listeners" {
  type = list(object({ port = number, protocol = string }))
}

# Which kind of listeners it has, nobody knows.
resource "aws_elb" "any" { # want AL209 "aws_elb.any is a Classic Load Balancer: an Application or a Network Load Balancer does the same and more"
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  dynamic "listener" {
    for_each = var.listeners
    content {
      lb_port           = listener.value.port
      lb_protocol       = listener.value.protocol
      instance_port     = listener.value.port
      instance_protocol = listener.value.protocol
    }
  }
}
