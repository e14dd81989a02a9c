variable "name" {
  type = string
}

variable "port" {
  type = number
}

variable "sticky" {
  type    = bool
  default = false
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "health_check" {
  type    = map(string)
  default = { path = "/" }
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.13.0"

  name    = var.name
  vpc_id  = var.vpc_id
  subnets = var.subnets

  security_group_ingress_rules = {
    for port in [80, 443] : "in-${port}" => { from_port = port, to_port = port, cidr_ipv4 = "0.0.0.0/0" }
  }

  listeners = {
    http = { port = 80, forward = { target_group_key = var.name } }
  }
  target_groups = {
    (var.name) = merge(
      {
        port              = var.port
        create_attachment = false
        health_check      = var.health_check
      },
      var.sticky ? { stickiness = { type = "lb_cookie" } } : {},
    )
  }
}

output "target_group_arn" {
  value = one([for g in module.alb.target_groups : g.arn])
}
