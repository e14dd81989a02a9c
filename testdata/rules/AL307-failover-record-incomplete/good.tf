variable "name" {
  type = string
}

data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_health_check" "web" {
  type = "HTTPS"
}

resource "aws_route53_record" "primary" {
  zone_id         = data.aws_route53_zone.main.zone_id
  name            = "www.example.com"
  type            = "A"
  ttl             = 60
  records         = ["192.0.2.1"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.web.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = data.aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = false
  }
}

# A pair whose name is not known is one all the same; an alias needs no health check.
resource "aws_route53_record" "pair" {
  for_each       = toset(["PRIMARY", "SECONDARY"])
  zone_id        = data.aws_route53_zone.main.zone_id
  name           = var.name
  type           = "A"
  set_identifier = each.key

  failover_routing_policy {
    type = each.key
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}
