data "aws_subnets" "default" {
  filter {
    name   = "vpc-id"
    values = ["vpc-0123456789abcdef0"]
  }
}

variable "target_groups" {
  type = any
}

module "bare" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.0.0"

  name    = "bare"
  vpc_id  = "vpc-0123456789abcdef0"
  subnets = data.aws_subnets.default.ids
}

module "handed" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.12.0"

  name                  = "handed"
  create                = true
  create_security_group = false
  vpc_id                = "vpc-0123456789abcdef0"
  subnets               = data.aws_subnets.default.ids
  target_groups         = var.target_groups
  listeners = {
    http = { forward = { target_group_key = "web" } }
  }
}

module "off" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"
  count   = 2

  create  = count.index == 0
  name    = "off"
  vpc_id  = "vpc-0123456789abcdef0"
  subnets = data.aws_subnets.default.ids
  target_groups = {
    web = { name_prefix = "h1", create_attachment = false, health_check = null }
  }
}

output "groups" {
  value = [for k, v in module.bare.target_groups : v.arn]
}
