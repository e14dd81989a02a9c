variable "target" {
  type = string
}

variable "zone" {
  type = string
}

resource "aws_route53_record" "www" { # unknown AL302
  zone_id = var.zone
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = [var.target]
}
