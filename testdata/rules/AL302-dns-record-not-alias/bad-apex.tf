# What the zone is called is not known, but that the record is called the same is.
variable "domain" {
  type = string
}

data "aws_route53_zone" "main" {
  name = var.domain
}

resource "aws_route53_zone" "own" {
  name = var.domain
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_record" "same_words" {
  zone_id = data.aws_route53_zone.main.zone_id
  name    = var.domain
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "at the apex of its zone"
}

resource "aws_route53_record" "by_reference" {
  zone_id = aws_route53_zone.own.zone_id
  name    = aws_route53_zone.own.name
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "at the apex of its zone"
}

resource "aws_route53_record" "empty" {
  zone_id = aws_route53_zone.own.zone_id
  name    = ""
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "at the apex of its zone"
}

resource "aws_route53_record" "below" {
  zone_id = aws_route53_zone.own.zone_id
  name    = "www.${aws_route53_zone.own.name}"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "where an alias would do"
}
