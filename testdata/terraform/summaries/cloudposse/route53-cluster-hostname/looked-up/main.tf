resource "aws_lb" "front" {
  name = "front"
}

module "name" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.13.0"

  dns_name  = "www"
  zone_name = "example.org"
  records   = [aws_lb.front.dns_name]
}
