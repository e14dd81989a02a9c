variable "rules" {
  type = list(map(string))
}

variable "names" {
  type = list(string)
}

variable "prefix" {
  default = true
}

variable "ranges" {
  type    = list(string)
  default = null
}

module "group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name            = "app"
  vpc_id          = "vpc-0123456789abcdef0"
  use_name_prefix = var.prefix

  ingress_rules            = var.names
  ingress_with_cidr_blocks = concat([{ rule = "ssh-tcp", cidr_blocks = "10.0.0.0/8" }], var.rules)
  ingress_cidr_blocks      = coalesce(var.ranges, ["10.1.0.0/16"])
  egress_rules             = var.prefix ? ["all-all"] : ["https-443-tcp"]
}

module "preset" {
  source  = "terraform-aws-modules/security-group/aws//modules/postgresql"
  version = "4.17.2"

  name                = var.names[0]
  vpc_id              = "vpc-0123456789abcdef0"
  ingress_cidr_blocks = var.names
  ingress_rules       = var.names
}

resource "aws_db_instance" "app" {
  engine                 = "postgres"
  vpc_security_group_ids = [module.group.security_group_id, module.preset.security_group_id]
}
