variable "vpc_id" {}

variable "app_port" {
  default = 3000
}

module "alb" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "4.17.2"

  name   = "alb"
  vpc_id = var.vpc_id

  ingress_with_cidr_blocks = [
    {
      from_port   = 80
      to_port     = 80
      protocol    = "tcp"
      cidr_blocks = "0.0.0.0/0"
    },
    {
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_blocks = "0.0.0.0/0"
    },
  ]
  egress_with_cidr_blocks = [
    {
      from_port   = 0
      to_port     = 0
      protocol    = "-1"
      cidr_blocks = "0.0.0.0/0"
    },
  ]
}

module "app" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "4.0.0"

  name            = "app"
  use_name_prefix = false
  vpc_id          = var.vpc_id

  ingress_with_source_security_group_id = [
    {
      from_port                = var.app_port
      to_port                  = var.app_port
      protocol                 = "tcp"
      source_security_group_id = module.alb.security_group_id
    },
  ]
  egress_rules = ["all-all"]
}

module "rules_only" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "4.17.2"

  create_sg         = false
  security_group_id = "sg-0123456789abcdef0"

  ingress_cidr_blocks     = ["10.0.0.0/8"]
  ingress_rules           = ["redis-tcp"]
  ingress_prefix_list_ids = ["pl-1"]
}

resource "aws_lb" "front" {
  name            = "front"
  security_groups = [module.alb.security_group_id]
}
