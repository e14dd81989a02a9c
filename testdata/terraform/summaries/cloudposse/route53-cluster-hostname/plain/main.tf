resource "aws_route53_zone" "main" {
  name = "example.org"
}

resource "aws_instance" "db" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

module "name" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.12.2"

  namespace = "eg"
  name      = "db"
  zone_id   = aws_route53_zone.main.zone_id
  type      = "A"
  ttl       = 60
  records   = [aws_instance.db.private_ip]
}
