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
resource "aws_instance" "web" {
  count = 2

  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
  subnet_id     = values(aws_subnet.public)[count.index].id
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "8.7.0"

  name            = "shop"
  vpc_id          = aws_vpc.main.id
  subnets         = values(aws_subnet.public)[*].id
  security_groups = [aws_security_group.extra.id]

  security_group_rules = {
    http = {
      type        = "ingress"
      protocol    = "tcp"
      from_port   = 80
      to_port     = 80
      cidr_blocks = ["0.0.0.0/0"]
    }
    from_office = {
      type                     = "ingress"
      protocol                 = "tcp"
      from_port                = 8443
      to_port                  = 8443
      source_security_group_id = aws_security_group.extra.id
    }
    egress_all = {
      type             = "egress"
      protocol         = "-1"
      from_port        = 0
      to_port          = 0
      cidr_blocks      = [aws_vpc.main.cidr_block]
      ipv6_cidr_blocks = ["::/0"]
    }
  }

  http_tcp_listeners = [
    { port = 80, protocol = "HTTP", action_type = "redirect", redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } },
    { port = 81, protocol = "HTTP", action_type = "forward", forward = {
      target_groups = [{ target_group_index = 0, weight = 100 }, { target_group_index = 1, weight = 0 }]
      stickiness    = { enabled = true }
    } },
    { port = 82, protocol = "HTTP", action_type = "fixed-response", fixed_response = { content_type = "text/plain", status_code = "200" } },
  ]

  https_listeners = [
    { port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", target_group_index = 1 },
    {
      port               = 8443
      certificate_arn    = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"
      action_type        = "authenticate-oidc"
      target_group_index = 0
      authenticate_oidc = {
        issuer                 = "https://id.example.com"
        authorization_endpoint = "https://id.example.com/auth"
        token_endpoint         = "https://id.example.com/token"
        user_info_endpoint     = "https://id.example.com/me"
        client_id              = "shop"
        client_secret          = "hunter2"
      }
    },
  ]

  https_listener_rules = [
    {
      https_listener_index = 0
      priority             = 2
      actions              = [{ type = "forward", target_group_index = 2 }]
      conditions           = [{ path_patterns = ["/lambda"] }]
    },
    {
      https_listener_index = 0
      actions = [{
        type          = "weighted-forward"
        target_groups = [{ target_group_index = 0, weight = 2 }, { target_group_index = 1, weight = 1 }]
        stickiness    = { enabled = true, duration = 3600 }
      }]
      conditions = [{ path_patterns = ["/split"] }]
    },
    {
      https_listener_index = 1
      actions = [
        { type = "authenticate-cognito", user_pool_arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/p", user_pool_client_id = "c", user_pool_domain = "d" },
        { type = "redirect", host = "www.example.com", status_code = "HTTP_302" },
      ]
      conditions = [{ host_headers = ["example.com"] }]
    },
  ]

  http_tcp_listener_rules = [
    {
      http_tcp_listener_index = 1
      actions                 = [{ type = "fixed-response", content_type = "text/plain", message_body = "no", status_code = "403" }]
      conditions              = [{ source_ips = ["10.0.0.0/8"] }]
    },
    {
      http_tcp_listener_index = 2
      actions                 = [{ type = "forward" }]
      conditions              = [{ http_request_methods = ["POST"] }]
    },
  ]

  target_groups = [
    {
      name                              = "web"
      backend_protocol                  = "http"
      backend_port                      = 8080
      target_type                       = "instance"
      deregistration_delay              = 0
      load_balancing_cross_zone_enabled = "off"
      health_check                      = { enabled = true, path = "/healthz", interval = 30, matcher = "200-399" }
      stickiness                        = { enabled = true, cookie_duration = 3600, type = "lb_cookie" }
      targets = {
        first  = { target_id = aws_instance.web[0].id, port = 8080 }
        second = { target_id = aws_instance.web[1].id }
      }
      tags = { Part = "web" }
    },
    {
      name_prefix      = "next-"
      backend_protocol = "HTTP"
      backend_port     = 80
      protocol_version = "http2"
    },
    {
      name_prefix = "fn-"
      target_type = "lambda"
      targets = {
        shop = { target_id = "arn:aws:lambda:eu-west-1:123456789012:function:shop", attach_lambda_permission = true }
      }
    },
  ]

  tags    = { Environment = "prod" }
  lb_tags = { Part = "edge" }
}

resource "aws_security_group" "extra" {
  vpc_id = aws_vpc.main.id
}

resource "aws_autoscaling_group" "next" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = values(aws_subnet.public)[*].id
  target_group_arns   = [module.alb.target_group_arns[1]]
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.next.name
  lb_target_group_arn    = element(module.alb.target_group_arns, 0)
}

resource "aws_route53_record" "shop" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "shop"
  type    = "A"

  alias {
    name                   = module.alb.lb_dns_name
    zone_id                = module.alb.lb_zone_id
    evaluate_target_health = true
  }
}
