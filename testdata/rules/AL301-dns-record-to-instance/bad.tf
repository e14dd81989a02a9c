resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_zone" "inside" {
  name = "example.internal"

  vpc {
    vpc_id = "vpc-1"
  }
}

resource "aws_instance" "web" {
  count = 2
  ami   = "ami-1"
}

resource "aws_instance" "app" {
  ami = "ami-1"
}

resource "aws_eip" "app" {
  instance = aws_instance.app.id
}

resource "aws_route53_record" "by_address" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 60
  records = aws_instance.web[*].public_ip # want AL301 "by_address \(www\) leads to the address of aws_instance.web\[0\] and aws_instance.web\[1\]: .* until the TTL of 60 s is over"
}

resource "aws_route53_record" "by_elastic_ip" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "app.example.com"
  type    = "A"
  ttl     = 300
  records = [aws_eip.app.public_ip] # want AL301 "leads to the address of aws_instance.app"
}

# By an association, for IPv6, and with a record in a private zone.
resource "aws_instance" "api" {
  ami = "ami-1"
}

resource "aws_eip" "api" {
  domain = "vpc"
}

resource "aws_eip_association" "api" {
  allocation_id = aws_eip.api.allocation_id
  instance_id   = aws_instance.api.id
}

resource "aws_route53_record" "by_association" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "api.example.com"
  type    = "A"
  ttl     = 300
  records = [aws_eip.api.public_ip] # want AL301 "leads to the address of aws_instance.api"
}

resource "aws_route53_record" "inside" {
  zone_id = aws_route53_zone.inside.zone_id
  name    = "app.example.internal"
  type    = "A"
  ttl     = 300
  records = [aws_instance.app.private_ip] # want AL301 "leads to the address of aws_instance.app"
}
