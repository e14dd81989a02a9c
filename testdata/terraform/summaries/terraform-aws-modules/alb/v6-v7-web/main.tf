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
variable "create" {
  type    = bool
  default = true
}

variable "backends" {
  type    = list(map(string))
  default = [{ name = "one", port = "8080" }, { name = "two", port = "8081" }]
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "7.0.0"

  create_lb       = var.create
  name            = "shop"
  vpc_id          = aws_vpc.main.id
  subnets         = values(aws_subnet.public)[*].id
  security_groups = ["sg-0123456789abcdef0"]

  http_tcp_listeners = [for i, b in var.backends : { port = b.port, protocol = "HTTP", target_group_index = i }]
  target_groups = [for b in var.backends : {
    name             = b.name
    backend_protocol = "HTTP"
    backend_port     = b.port
    stickiness       = {}
  }]
}

module "none" {
  source  = "terraform-aws-modules/alb/aws"
  version = "6.10.0"

  create_lb = false
  name      = "none"
  vpc_id    = aws_vpc.main.id
  subnets   = values(aws_subnet.public)[*].id

  http_tcp_listeners = [{ port = 80, protocol = "HTTP" }]
  target_groups      = [{ name_prefix = "none-", backend_protocol = "HTTP", backend_port = 80 }]
}

module "early" {
  source   = "terraform-aws-modules/alb/aws"
  version  = "6.0.0"
  for_each = toset(["a", "b"])

  name            = "early-${each.key}"
  internal        = true
  vpc_id          = aws_vpc.main.id
  subnets         = values(aws_subnet.public)[*].id
  security_groups = ["sg-0123456789abcdef0"]

  http_tcp_listeners = [{ port = 80, protocol = "HTTP", action_type = "redirect", redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } }]
  https_listeners    = [{ port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d" }]
  target_groups = [{
    name_prefix      = "e-"
    backend_protocol = "HTTPS"
    backend_port     = 443
    health_check     = { path = "/", protocol = "HTTPS" }
    targets          = [{ target_id = "i-0123456789abcdef0" }, { target_id = "i-0123456789abcdef1" }]
  }]
}

output "names" {
  value = [module.alb.lb_dns_name, module.none.lb_dns_name, module.early["a"].lb_zone_id]
}
