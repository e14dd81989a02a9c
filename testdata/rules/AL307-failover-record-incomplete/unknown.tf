# The other half may be declared wherever the zone is known.
data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_zone" "handed_on" {
  name = "example.org"
}

output "zone" {
  value = aws_route53_zone.handed_on.zone_id
}

resource "aws_route53_health_check" "web" {
  type = "HTTPS"
}

resource "aws_route53_record" "primary" { # unknown AL307
  zone_id         = data.aws_route53_zone.main.zone_id
  name            = "www"
  type            = "A"
  ttl             = 60
  records         = ["192.0.2.1"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.web.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "offered" { # unknown AL307
  zone_id         = aws_route53_zone.handed_on.zone_id
  name            = "app"
  type            = "A"
  ttl             = 60
  records         = ["192.0.2.1"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.web.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}
