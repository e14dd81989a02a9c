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
# Before 8.3 the load balancer had no security group of its own.
module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "8.2.1"

  name               = "shop"
  load_balancer_type = "application"
  vpc_id             = aws_vpc.main.id
  subnets            = values(aws_subnet.public)[*].id
  security_groups    = [module.alb_sg.security_group_id]

  http_tcp_listeners = [{ port = 80, protocol = "HTTP", target_group_index = 0 }]
  target_groups = [{
    name_prefix      = "h1"
    backend_protocol = "HTTP"
    backend_port     = 80
    target_type      = "instance"
    health_check     = {}
  }]
}

module "alb_sg" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "4.17.2"

  name                = "alb"
  vpc_id              = aws_vpc.main.id
  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["http-80-tcp"]
}

module "nlb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "8.4.0"

  name                             = "mqtt"
  load_balancer_type               = "network"
  internal                         = true
  vpc_id                           = aws_vpc.main.id
  enable_cross_zone_load_balancing = true
  subnet_mapping = [
    for k, s in aws_subnet.public : { subnet_id = s.id, allocation_id = "eipalloc-0123456789abcdef${k}" }
  ]

  http_tcp_listeners = [
    { port = 1883, protocol = "TCP", target_group_index = 0 },
    { port = 53, protocol = "TCP_UDP", target_group_index = 1 },
  ]
  https_listeners = [{ port = 8883, protocol = "TLS", certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d" }]
  target_groups = [
    { name_prefix = "mqtt-", backend_protocol = "TCP", backend_port = 1883, target_type = "ip", preserve_client_ip = false, stickiness = { type = "source_ip", enabled = false } },
    { name_prefix = "dns-", backend_protocol = "TCP_UDP", backend_port = 53, health_check = { protocol = "HTTP", port = 8080, path = "/" } },
  ]
}

output "arns" {
  value = concat(module.alb.target_group_arns, module.nlb.target_group_arns, [module.nlb.lb_arn])
}
