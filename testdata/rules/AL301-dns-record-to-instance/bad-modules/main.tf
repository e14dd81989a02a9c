module "server" {
  source = "./server"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "web" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 60
  records = [module.server.address] # want AL301 "leads to the address of module.server.aws_instance.this"
}
