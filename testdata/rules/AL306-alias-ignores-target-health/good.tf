resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_cloudfront_distribution" "web" {
  enabled = true
}

resource "aws_route53_health_check" "web" {
  type = "HTTPS"
}

resource "aws_route53_record" "evaluates" {
  zone_id        = "Z1"
  name           = "www"
  type           = "A"
  set_identifier = "eu"

  latency_routing_policy {
    region = "eu-west-1"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "checked" {
  zone_id         = "Z1"
  name            = "www"
  type            = "A"
  set_identifier  = "us"
  health_check_id = aws_route53_health_check.web.id

  latency_routing_policy {
    region = "us-east-1"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = false
  }
}

# No choice is made by the health of a record that stands alone, nor of a second.
resource "aws_route53_record" "simple" {
  zone_id = "Z1"
  name    = "app"
  type    = "A"

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = "Z1"
  name           = "api"
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

# The health of CloudFront, S3 and API Gateway is not evaluated.
resource "aws_route53_record" "edge" {
  zone_id        = "Z1"
  name           = "static"
  type           = "A"
  set_identifier = "half"

  weighted_routing_policy {
    weight = 50
  }

  alias {
    name                   = aws_cloudfront_distribution.web.domain_name
    zone_id                = aws_cloudfront_distribution.web.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "bucket" {
  zone_id        = "Z1"
  name           = "static"
  type           = "A"
  set_identifier = "other"

  weighted_routing_policy {
    weight = 50
  }

  alias {
    name                   = "s3-website-eu-west-1.amazonaws.com"
    zone_id                = "Z1BKCTXD74EZPE"
    evaluate_target_health = false
  }
}
