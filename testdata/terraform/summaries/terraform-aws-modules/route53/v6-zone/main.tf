resource "aws_lb" "shop" {
  name    = "shop"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_eip" "bastion" {
  domain = "vpc"
}

module "zone" {
  source  = "terraform-aws-modules/route53/aws"
  version = "6.4.0"

  name = "example.com"

  records = {
    apex = {
      full_name = "example.com"
      type      = "A"
      alias     = { name = aws_lb.shop.dns_name, zone_id = aws_lb.shop.zone_id }
    }
    bastion = { type = "A", ttl = 60, records = [aws_eip.bastion.public_ip] }
    first = {
      name                    = "api"
      type                    = "CNAME"
      ttl                     = 300
      records                 = ["one.example.net"]
      set_identifier          = "one"
      failover_routing_policy = { type = "PRIMARY" }
      health_check_id         = "0a1b2c3d-0000-0000-0000-000000000000"
    }
    second = {
      name                    = "api"
      type                    = "CNAME"
      ttl                     = 300
      records                 = ["two.example.net"]
      set_identifier          = "two"
      weighted_routing_policy = { weight = 10 }
    }
    here = {
      type  = "AAAA"
      alias = { name = "apex.example.com", zone_id = "self", evaluate_target_health = true }
      geoproximity_routing_policy = {
        coordinates = [{ latitude = 49.22, longitude = -74.01 }]
      }
    }
  }

  tags = { Environment = "prod" }
}

module "found" {
  source  = "terraform-aws-modules/route53/aws"
  version = "6.1.0"

  create_zone = false
  name        = "internal.example.com"
  vpc_id      = "vpc-0123456789abcdef0"

  records = {
    db = { name = "db", type = "CNAME", ttl = 60, records = ["db.example.net"], latency_routing_policy = { region = "eu-west-1" } }
  }
}

module "private" {
  source  = "terraform-aws-modules/route53/aws"
  version = "6.2.0"

  name = "private.example.com"
  vpc  = { one = { vpc_id = "vpc-0123456789abcdef0" }, two = { vpc_id = "vpc-0123456789abcdef1", vpc_region = "eu-west-1" } }
}

module "never" {
  source  = "terraform-aws-modules/route53/aws"
  version = "6.0.0"
  create  = false
  name    = "never.example.com"
  records = { a = { name = "a", type = "A", ttl = 1, records = ["192.0.2.1"] } }
}

resource "aws_acm_certificate" "shop" {
  domain_name       = module.zone.name
  validation_method = "DNS"
}
