variable "target" {
  type = string
}

variable "evaluate" {
  type = bool
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_record" "target" { # unknown AL306
  zone_id        = "Z1"
  name           = "www"
  type           = "A"
  set_identifier = "eu"

  latency_routing_policy {
    region = "eu-west-1"
  }

  alias {
    name                   = var.target
    zone_id                = "Z2"
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "evaluate" { # unknown AL306
  zone_id        = "Z1"
  name           = "www"
  type           = "A"
  set_identifier = "us"

  latency_routing_policy {
    region = "us-east-1"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = var.evaluate
  }
}
