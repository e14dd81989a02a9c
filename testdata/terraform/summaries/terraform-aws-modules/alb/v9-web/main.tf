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

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"

  name    = "shop"
  vpc_id  = aws_vpc.main.id
  subnets = values(aws_subnet.public)[*].id

  security_group_ingress_rules = {
    all_http = {
      from_port   = 80
      to_port     = 80
      ip_protocol = "tcp"
      cidr_ipv4   = "0.0.0.0/0"
    }
    all_https = {
      from_port = 443
      to_port   = 443
      cidr_ipv6 = "::/0"
    }
  }
  security_group_egress_rules = {
    all = {
      ip_protocol = "-1"
      cidr_ipv4   = "0.0.0.0/0"
    }
  }
  security_group_tags = { Role = "edge" }

  listeners = {
    http = {
      port     = 80
      protocol = "HTTP"
      redirect = {
        port        = "443"
        protocol    = "HTTPS"
        status_code = "HTTP_301"
      }
    }
    https = {
      port            = 443
      protocol        = "HTTPS"
      certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d"
      forward = {
        target_group_key = "web"
      }
      rules = {
        login = {
          priority = 5
          actions = [
            {
              type                = "authenticate-cognito"
              user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"
              user_pool_client_id = "0a1b"
              user_pool_domain    = "shop"
            },
            {
              type             = "forward"
              target_group_key = "web"
            },
          ]
          conditions = [{ path_pattern = { values = ["/account"] } }]
        }
        split = {
          actions = [{
            type = "weighted-forward"
            target_groups = [
              { target_group_key = "web", weight = 2 },
              { target_group_key = "next", weight = 1 },
            ]
            stickiness = { enabled = true, duration = 3600 }
          }]
          conditions = [{ query_string = { key = "video", value = "random" } }]
        }
        moved = {
          actions    = [{ type = "redirect", host = "old.example.com", status_code = "HTTP_302" }]
          conditions = [{ host_header = { values = ["shop.example.com"] } }]
        }
      }
    }
    other = {
      port = 8443
      weighted_forward = {
        target_groups = [{ target_group_key = "web", weight = 60 }, { target_group_key = "next", weight = 40 }]
      }
    }
    quiet = {
      port = 8081
      fixed_response = {
        content_type = "text/plain"
        message_body = "nothing here"
        status_code  = "200"
      }
    }
  }

  target_groups = {
    web = {
      name_prefix                       = "web-"
      protocol                          = "HTTP"
      port                              = 80
      target_type                       = "instance"
      deregistration_delay              = 10
      load_balancing_cross_zone_enabled = true
      target_id                         = aws_instance.web.id
      health_check = {
        enabled             = true
        interval            = 30
        path                = "/healthz"
        port                = "traffic-port"
        healthy_threshold   = 3
        unhealthy_threshold = 3
        timeout             = 6
        protocol            = "HTTP"
        matcher             = "200-399"
      }
      stickiness = {
        type            = "app_cookie"
        cookie_name     = "SHOPSESSION"
        cookie_duration = 86400
      }
    }
    next = {
      protocol_version  = "HTTP2"
      create_attachment = false
      vpc_id            = "vpc-0123456789abcdef0"
    }
    function = {
      target_type              = "lambda"
      target_id                = "arn:aws:lambda:eu-west-1:123456789012:function:shop"
      attach_lambda_permission = true
    }
  }

  additional_target_group_attachments = {
    b = {
      target_group_key = "next"
      target_type      = "instance"
      target_id        = aws_instance.web.id
      port             = "8080"
    }
  }

  route53_records = {
    A = {
      name    = "shop.example.com"
      type    = "A"
      zone_id = aws_route53_zone.main.zone_id
    }
  }

  tags = { Environment = "staging" }
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_instance" "web" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public["a"].id
}

resource "aws_autoscaling_traffic_source_attachment" "next" {
  autoscaling_group_name = "next"

  traffic_source {
    identifier = module.alb.target_groups["next"].arn
    type       = "elbv2"
  }
}
