resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_instance" "web" {
  count = local.many
  ami   = "ami-1"
}

resource "aws_eip" "web" {
  count    = local.many
  instance = aws_instance.web[count.index].id
}

resource "aws_route53_record" "web" {
  count   = local.many
  zone_id = aws_route53_zone.main.zone_id
  name    = "web-${count.index}"
  type    = "A"
  ttl     = 3600
  records = [aws_eip.web[count.index].public_ip]
}

resource "aws_route53_record" "primary" {
  count          = local.many
  zone_id        = aws_route53_zone.main.zone_id
  name           = "pair-${count.index}"
  type           = "CNAME"
  ttl            = 60
  set_identifier = "primary"
  records        = ["one.example.org"]
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  count          = local.many
  zone_id        = aws_route53_zone.main.zone_id
  name           = "pair-${count.index}"
  type           = "CNAME"
  ttl            = 60
  set_identifier = "secondary"
  records        = ["two.example.org"]
  failover_routing_policy {
    type = "SECONDARY"
  }
}
