resource "aws_lb" "front" {
  name = "front"
}

module "name" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.12.2"
  enabled = false

  zone_id = "Z0123456789"
  records = [aws_lb.front.dns_name]
}
