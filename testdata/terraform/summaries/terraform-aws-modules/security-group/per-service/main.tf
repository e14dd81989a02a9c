variable "services" {
  type = map(object({
    port    = number
    sources = optional(list(string), [])
  }))
  default = {
    api   = { port = 8080, sources = ["10.0.0.0/16"] }
    admin = { port = 8443 }
  }
}

variable "admins" {
  default = ["192.0.2.10/32"]
}

module "service" {
  source   = "terraform-aws-modules/security-group/aws"
  version  = "5.3.1"
  for_each = var.services

  name   = "service-${each.key}"
  vpc_id = "vpc-0123456789abcdef0"

  ingress_with_cidr_blocks = [for range in each.value.sources : {
    from_port   = each.value.port
    to_port     = each.value.port
    protocol    = "tcp"
    cidr_blocks = range
  }]
  ingress_rules       = length(var.admins) > 0 ? ["ssh-tcp"] : []
  ingress_cidr_blocks = var.admins
  egress_rules        = ["all-all"]
  tags                = { Service = each.key }
}

module "counted" {
  source  = "terraform-aws-modules/security-group/aws//modules/ssh"
  version = "5.3.1"
  count   = 2

  name                = "bastion-${count.index}"
  vpc_id              = "vpc-0123456789abcdef0"
  ingress_cidr_blocks = var.admins
}

resource "aws_ecs_service" "api" {
  name = "api"

  network_configuration {
    subnets         = ["subnet-1", "subnet-2"]
    security_groups = [module.service["api"].security_group_id]
  }
}
