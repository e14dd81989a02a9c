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

variable "internal" {
  type    = bool
  default = true
}

module "nlb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.9.0"

  name               = "db-proxy"
  load_balancer_type = "network"
  internal           = var.internal
  vpc_id             = aws_vpc.main.id
  subnets            = [aws_subnet.public["a"].id]
  security_groups    = ["sg-0123456789abcdef0"]

  listeners = {
    postgres = {
      port     = 5432
      protocol = "TCP"
      forward  = { target_group_key = "postgres" }
    }
    given = {
      port     = 5433
      protocol = "TCP"
      forward  = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x/0123456789abcdef" }
    }
  }

  target_groups = {
    postgres = {
      protocol          = "TCP"
      port              = 5432
      target_type       = "ip"
      target_id         = "10.0.9.9"
      availability_zone = "all"
      stickiness = {
        enabled = false
        type    = "lb_cookie"
      }
    }
  }
}

resource "aws_vpc_endpoint_service" "db" {
  acceptance_required        = false
  network_load_balancer_arns = [module.nlb.arn]
}
