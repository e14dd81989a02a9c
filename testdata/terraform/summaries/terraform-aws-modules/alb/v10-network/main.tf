provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  for_each = { a = "10.0.1.0/24", b = "10.0.2.0/24" }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_eip" "lb" {
  for_each = aws_subnet.public
  domain   = "vpc"
}

module "nlb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.2.0"

  name_prefix        = "mqtt-"
  load_balancer_type = "network"
  vpc_id             = aws_vpc.main.id

  enable_cross_zone_load_balancing = false

  subnet_mapping = [for k, s in aws_subnet.public : { subnet_id = s.id, allocation_id = aws_eip.lb[k].id }]

  security_group_ingress_rules = {
    mqtt = { from_port = 8883, to_port = 8884, ip_protocol = "tcp", cidr_ipv4 = "0.0.0.0/0" }
    peer = { from_port = 1883, referenced_security_group_id = "sg-0123456789abcdef0" }
  }

  default_port     = 1883
  default_protocol = "TCP"

  listeners = {
    tls = {
      port            = 8883
      protocol        = "TLS"
      certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"
      forward         = { target_group_key = "broker" }
    }
    plain = {
      weighted_forward = {
        target_groups = [{ target_group_key = "broker", weight = 1 }, { target_group_arn = aws_lb_target_group.old.arn, weight = 0 }]
      }
    }
  }

  target_groups = {
    broker = {
      name               = "broker"
      target_type        = "ip"
      create_attachment  = false
      preserve_client_ip = true
      stickiness         = { type = "source_ip", enabled = true }
      target_failover    = [{ on_deregistration = "rebalance", on_unhealthy = "rebalance" }]
      health_check       = { protocol = "TCP" }
    }
  }
}

resource "aws_lb_target_group" "old" {
  port     = 1883
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

output "address" {
  value = module.nlb.dns_name
}
