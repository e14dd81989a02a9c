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
module "first" {
  source  = "terraform-aws-modules/alb/aws"
  version = "5.0.0"

  name            = "first"
  vpc_id          = aws_vpc.main.id
  subnets         = values(aws_subnet.public)[*].id
  security_groups = [aws_security_group.lb.id]

  http_tcp_listeners = [{ port = 80, protocol = "HTTP", target_group_index = 0 }]
  https_listeners    = [{ port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", target_group_index = 0 }]
  target_groups = [{
    name_prefix      = "pref-"
    backend_protocol = "HTTP"
    backend_port     = 80
    target_type      = "instance"
    health_check     = { path = "/index.html", matcher = "200" }
    stickiness       = { type = "lb_cookie" }
  }]

  tags = { Environment = "Test" }
}

module "last" {
  source  = "terraform-aws-modules/alb/aws"
  version = "5.16.0"

  name            = "last"
  vpc_id          = aws_vpc.main.id
  subnets         = values(aws_subnet.public)[*].id
  security_groups = [aws_security_group.lb.id]

  http_tcp_listeners = [{ port = 80, protocol = "HTTP", action_type = "redirect", redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } }]
  https_listeners    = [{ port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d" }]
  https_listener_rules = [{
    https_listener_index = 0
    actions              = [{ type = "forward", target_group_index = 0 }]
    conditions           = [{ path_patterns = ["/app"] }]
  }]
  target_groups = [{
    name             = "app"
    backend_protocol = "HTTP"
    backend_port     = 3000
    targets = {
      one = { target_id = aws_instance.app.id, port = 3000 }
    }
  }]
}

resource "aws_security_group" "lb" {
  vpc_id = aws_vpc.main.id
}

resource "aws_instance" "app" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public["a"].id
}

output "name" {
  value = [module.first.this_lb_dns_name, module.last.this_lb_arn]
}
