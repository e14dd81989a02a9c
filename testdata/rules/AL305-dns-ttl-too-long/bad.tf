provider "aws" {
  region = "eu-west-1"
}

variable "ttl" {
  type    = number
  default = 86400
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_eip" "spare" {}

resource "aws_route53_record" "web" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 3600 # want AL305 "aws_route53_record.web \(www\) is kept for 3600 s, although it leads to aws_instance.web"
  records = [aws_instance.web.public_ip]
}

resource "aws_route53_record" "by_name" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "old"
  type    = "CNAME"
  ttl     = "301" # want AL305 "is kept for 301 s, although it leads to aws_instance.web"
  records = [aws_instance.web.public_dns]
}

resource "aws_route53_record" "spare" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "spare"
  type    = "A"
  ttl     = var.ttl # want AL305 "is kept for 86400 s, although it leads to aws_eip.spare, which may change \(by default of var.ttl\)"
  records = [aws_eip.spare.public_ip]
}
