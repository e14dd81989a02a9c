resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_route53_record" "short" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 300
  records = [aws_instance.web.public_ip]
}

resource "aws_route53_record" "elsewhere" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "office"
  type    = "A"
  ttl     = 86400
  records = ["192.0.2.1"]
}

# The addresses of a NAT gateway stay.
resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = "subnet-1"
}

resource "aws_route53_record" "nat" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "out"
  type    = "A"
  ttl     = 86400
  records = [aws_eip.nat.public_ip]
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "app"
  type    = "A"

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}
