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

resource "aws_launch_template" "web" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = values(aws_subnet.public)[*].id
  health_check_type   = "ELB"
  target_group_arns   = [module.alb.target_groups["web"].arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_instance" "admin" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public["a"].id
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.5.0"

  name    = "shop"
  vpc_id  = aws_vpc.main.id
  subnets = [for s in aws_subnet.public : s.id]

  enable_deletion_protection = false

  security_group_ingress_rules = {
    http  = { from_port = 80, to_port = 80, cidr_ipv4 = "0.0.0.0/0" }
    https = { from_port = 443, cidr_ipv4 = "0.0.0.0/0", description = "everybody" }
  }
  security_group_egress_rules = {
    all = { ip_protocol = "-1", cidr_ipv4 = aws_vpc.main.cidr_block }
  }

  listeners = {
    http = {
      port     = 80
      protocol = "HTTP"
      redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" }
    }
    https = {
      port            = 443
      protocol        = "HTTPS"
      certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"
      forward         = { target_group_key = "web" }

      rules = {
        admin = {
          priority = 10
          actions = [
            { authenticate_oidc = {
              issuer                 = "https://id.example.com"
              authorization_endpoint = "https://id.example.com/auth"
              token_endpoint         = "https://id.example.com/token"
              user_info_endpoint     = "https://id.example.com/me"
              client_id              = "shop"
              client_secret          = "hunter2"
              session_timeout        = 3600
            } },
            { forward = { target_group_key = "admin" } },
          ]
          conditions = [{ path_pattern = { values = ["/admin/*"] } }]
        }
        canary = {
          actions = [{
            weighted_forward = {
              target_groups = [
                { target_group_key = "web", weight = 9 },
                { target_group_key = "admin", weight = 1 },
              ]
              stickiness = { enabled = true, duration = 600 }
            }
          }]
          conditions = [{ host_header = { values = ["beta.example.com"] } }]
        }
        health = {
          actions    = [{ fixed_response = { content_type = "text/plain", message_body = "ok", status_code = "200" } }]
          conditions = [{ path_pattern = { values = ["/ping"] } }]
        }
      }
    }
  }

  target_groups = {
    web = {
      name_prefix          = "web-"
      protocol             = "HTTP"
      port                 = 8080
      target_type          = "instance"
      create_attachment    = false
      deregistration_delay = 30

      health_check = {
        path                = "/healthz"
        interval            = 15
        healthy_threshold   = 2
        unhealthy_threshold = 3
        matcher             = "200"
      }
      stickiness = { type = "lb_cookie", cookie_duration = 3600 }
    }
    admin = {
      name_prefix                       = "adm-"
      target_type                       = "instance"
      target_id                         = aws_instance.admin.id
      load_balancing_cross_zone_enabled = "false"
    }
  }

  additional_target_group_attachments = {
    second = { target_group_key = "admin", target_id = aws_instance.admin.id, port = 9090 }
  }

  route53_records = {
    shop = { zone_id = "Z0123456789ABCDEFGHIJ", type = "A" }
    www  = { zone_id = "Z0123456789ABCDEFGHIJ", name = "www", type = "AAAA", evaluate_target_health = false }
  }

  tags = { Environment = "prod" }
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [module.alb.security_group_id]
  }
}

resource "aws_route53_record" "api" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "api"
  type    = "A"

  alias {
    name                   = module.alb.dns_name
    zone_id                = module.alb.zone_id
    evaluate_target_health = true
  }
}

resource "aws_lb_listener_rule" "extra" {
  listener_arn = module.alb.listeners["https"].arn

  action {
    type             = "forward"
    target_group_arn = module.alb.target_groups["admin"].arn
  }

  condition {
    path_pattern {
      values = ["/extra"]
    }
  }
}
