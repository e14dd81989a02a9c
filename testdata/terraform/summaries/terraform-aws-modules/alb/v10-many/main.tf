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

variable "services" {
  type = map(object({
    port   = number
    path   = optional(string, "/")
    sticky = optional(bool, false)
  }))
  default = {
    api = { port = 8080, path = "/status" }
    web = { port = 3000, sticky = true }
  }
}

module "alb" {
  source   = "terraform-aws-modules/alb/aws"
  version  = "10.5.0"
  for_each = toset(["blue", "green"])

  name                  = "shop-${each.key}"
  vpc_id                = aws_vpc.main.id
  subnets               = values(aws_subnet.public)[*].id
  create_security_group = false
  security_groups       = [aws_security_group.lb.id]

  listeners = {
    http = {
      fixed_response = { content_type = "text/plain", status_code = "404" }
      rules = {
        for name, s in var.services : name => {
          actions    = [{ forward = { target_group_key = name } }]
          conditions = [{ host_header = { values = ["${name}.example.com"] } }]
        }
      }
    }
  }

  target_groups = {
    for name, s in var.services : name => {
      name              = "${each.key}-${name}"
      port              = s.port
      target_type       = "ip"
      create_attachment = false
      health_check      = { path = s.path }
      stickiness        = s.sticky ? { type = "lb_cookie" } : null
    }
  }
}

resource "aws_security_group" "lb" {
  vpc_id = aws_vpc.main.id
}

resource "aws_ecs_service" "web" {
  for_each = module.alb
  name     = each.key

  load_balancer {
    target_group_arn = each.value.target_groups["web"].arn
    container_name   = "web"
    container_port   = 3000
  }
}
