resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_health_check" "web" {
  type = "HTTPS"
}

# Nothing tells that it is down.
resource "aws_route53_record" "unchecked" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.1"]
  set_identifier = "primary"

  failover_routing_policy {
    type = "PRIMARY" # want AL307 "unchecked \(www\) is a primary that never fails over: it is no alias and has no health check"
  }
}

resource "aws_route53_record" "second" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www.example.com"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.2"]
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }
}

# Nothing to give way to: the only second is of another type.
resource "aws_route53_record" "alone" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "app"
  type            = "A"
  ttl             = 60
  records         = ["192.0.2.1"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.web.id

  failover_routing_policy {
    type = "PRIMARY" # want AL307 "alone \(app\) is a primary that has nothing to fail over to: no SECONDARY record has its name and type"
  }
}

resource "aws_route53_record" "other_type" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "app"
  type           = "AAAA"
  ttl            = 60
  records        = ["2001:db8::1"]
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }
}
