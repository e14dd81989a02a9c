# Addresses that were looked up once.
data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_lb" "web" {
  name    = "web"
  subnets = ["subnet-1", "subnet-2"]
}

data "dns_a_record_set" "web" {
  host = aws_lb.web.dns_name
}

data "aws_network_interface" "web" {
  filter {
    name   = "description"
    values = ["ELB ${aws_lb.web.arn_suffix}"]
  }
}

resource "aws_route53_record" "resolved" {
  zone_id = data.aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 60
  records = data.dns_a_record_set.web.addrs # want AL302 "resolved \(www\) has the addresses that aws_lb.web had when they were looked up"
}

resource "aws_route53_record" "found" {
  zone_id = data.aws_route53_zone.main.zone_id
  name    = "api"
  type    = "A"
  ttl     = 60
  records = [data.aws_network_interface.web.private_ip] # want AL302 "has the addresses that aws_lb.web had"
}
